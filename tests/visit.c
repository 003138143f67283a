/* sessions of many days: order, keys, days; and windows over them */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/date.h"
#include "../lib/base/random.h"
#include "../lib/io/csv.h"
#include "../lib/squat/history/rolling.h"
#include "tap.h"

static struct pl_table t;
static struct pl_visits v;
static struct pl_fault fault;

static enum pl_err
find(const char *text, const char *key)
{
	int col;

	pl_table_free(&t);
	fault = (struct pl_fault){ 0 };
	if (pl_csv_read(&t, text, strlen(text), &fault))
		return PL_EFORMAT;
	col = key ? pl_table_find(&t, key) : -1;
	return pl_visit_find(&v, &t, &col, key != NULL,
	    pl_table_find(&t, "date"), &fault);
}

/* The masses of each visit, "60 70|80". */
static const char *
visits(void)
{
	const double *kg = pl_table_get(&t, "bar_kg");
	static char text[256];
	size_t i, r;

	for (*text = '\0', i = 0; i < v.n; i++)
		for (r = v.visit[i].from; r < v.visit[i].to; r++)
			snprintf(text + strlen(text), sizeof text -
			    strlen(text), "%s%g", r > v.visit[i].from ? " " :
			    i ? "|" : "", kg[r]);
	return text;
}

static void
order(void)
{
	static const char text[] = "athlete,date,session,bar_kg\n"
	    "ada,2026-03-02,,60\nbob,2026-03-01,,70\nada,2026-02-28,,50\n"
	    "ada,2026-03-02,late,61\nada,2026-03-02,,62\n"
	    "bob,2026-03-01T18:00:00Z,,71\n";

	ok(!find(text, "athlete") && v.histories == 2 &&
	    strcmp(visits(), "50|60 62|61|70 71") == 0, "histories by their "
	    "first rows, days in order, a session of its own: %s", visits());
	ok(v.visit[1].day - v.visit[0].day == 2 && v.visit[1].history == 0 &&
	    v.visit[3].history == 1, "two days from February to March");
	pl_visit_free(&v);
	ok(!find(text, NULL) && v.histories == 1 &&
	    strcmp(visits(), "50|70 71|60 62|61") == 0, "without a key all "
	    "are one: %s", visits());
	pl_visit_free(&v);
	ok(find("date,bar_kg\n2026-03-02,1\n2026-02-30,2\n", NULL) ==
	    PL_EFORMAT && fault.line == 3 && strcmp(fault.column, "date") == 0 &&
	    strcmp(fault.value, "2026-02-30") == 0 && !v.visit,
	    "the 30th of February is refused, with its line");
	ok(find("date,bar_kg\n,1\n", NULL) == PL_EFORMAT && fault.line == 2,
	    "and so is no date");
	ok(!find("date,bar_kg\n", NULL) && v.n == 0, "nothing is nothing");
	pl_visit_free(&v);
}

/* Days and sums at random against sums of pairs. */
static void
windows(void)
{
	enum { DAYS = 400, MOST = 300 };
	static const int days[] = { 7, 28 };
	struct pl_visit visit[MOST];
	struct pl_visits all = { visit, 0, 2 };
	double *x, *got[2], *change[2], worst = 0;
	struct pl_random r;
	struct pl_table out;
	size_t i, j;
	int k, h, wrong = 0;

	pl_random_seed(&r, 3, 1);
	for (h = 0; h < 2; h++) {
		int64_t day = 20000;

		while (day < 20000 + DAYS && all.n < MOST) {
			day += (int64_t)floor(9 * pl_random_uniform(&r));
			visit[all.n++] = (struct pl_visit){ (size_t)h, day, 0,
			    0 };
		}
	}
	pl_table_init(&out);
	if (pl_table_resize(&out, all.n) ||
	    pl_table_add(&out, "tonnage_kg", &x))
		ok(false, "there is memory");
	for (i = 0; i < all.n; i++)
		x[i] = floor(1000 * pl_random_uniform(&r));
	if (pl_rolling_days(&out, &all) || pl_rolling_add(&out, &all,
	    "tonnage_kg", "impulse_t7t8", "_nms", true))
		ok(false, "there is memory");
	got[0] = pl_table_edit(&out, "impulse_t7t8_7d_nms");
	got[1] = pl_table_edit(&out, "impulse_t7t8_28d_nms");
	change[0] = pl_table_edit(&out, "impulse_t7t8_7d_change_pct");
	change[1] = pl_table_edit(&out, "impulse_t7t8_28d_change_pct");
	x = pl_table_edit(&out, "tonnage_kg");
	for (i = 0; i < all.n; i++)
		for (k = 0; k < 2; k++) {
			double now = 0, was = 0, want;
			int64_t first = visit[i].day;

			for (j = 0; j < all.n; j++) {
				int64_t ago = visit[i].day - visit[j].day;

				if (visit[j].history != visit[i].history)
					continue;
				first = visit[j].day < first ? visit[j].day :
				    first;
				now += ago >= 0 && ago < days[k] ? x[j] : 0;
				was += ago >= days[k] && ago < 2 * days[k] ?
				    x[j] : 0;
			}
			worst = fmax(worst, fabs(got[k][i] - now));
			want = visit[i].day - first + 1 >= 2 * days[k] &&
			    was > 0 ? 100 * (now / was - 1) : NAN;
			wrong += !(fabs(want - change[k][i]) < 1e-9) &&
			    !(isnan(want) && isnan(change[k][i]));
		}
	ok(worst < 1e-9, "%zu sessions, two a day among them: windows are sums "
	    "over their days", all.n);
	ok(wrong == 0, "changes are against the days before, or missing: %d "
	    "wrong", wrong);
	x[5] = NAN;
	if (pl_rolling_add(&out, &all, "tonnage_kg", "impulse_t7t8", "_nms",
	    false))
		ok(false, "there is memory");
	got[0] = pl_table_edit(&out, "impulse_t7t8_7d_nms");
	ok(isnan(got[0][5]) && !isnan(got[0][20]), "what is missing is missing "
	    "for as long as it is in the window");
	pl_table_free(&out);
}

int
main(void)
{
	pl_table_init(&t);
	order();
	windows();
	pl_table_free(&t);
	return done();
}
