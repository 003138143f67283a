/* plan_page.c - a plan as a table: a row for each step of each bar */
#include "plan_page.h"

#include <stdlib.h>

#include "../lib/base/date.h"
#include "../lib/base/mem.h"
#include "cli.h"
#include "words.h"

#define LEAN_DEG 3.0		/* more, of which it is said what it does */

static const char *const columns[] = { "plan", "reference_date", "sore_on",
	"level", "step", "share", "reference_bar_kg", "reps", "bar_kg",
	"bar_exact_kg", "bar_sd_kg", "planned_peak_nm", "planned_peak_high_nm",
	"planned_peak_share_pct", "planned_impulse_nms",
	"planned_impulse_share_pct", "lean_3deg_nm", "lean_3deg_kg",
	"plan_reason" };

static const char *const advices[] = { [PL_REDUCE] = "reduce",
	[PL_HOLD] = "hold", [PL_GO_ON] = "go-on" };

/* A bar of the reference, and how often it was lifted. */
struct bar { double kg, reps; };

struct page {
	struct pl_table *t;
	size_t row;
	const struct pl_plan *plan;
	const struct pl_plates *plates;
	const char *level;
};

static void
put(struct page *p, const char *column, double x)
{
	pl_table_edit(p->t, column)[p->row] = x;
}

static void
put_word(struct page *p, const char *column, const char *word)
{
	words_put(p->t, column, p->row, word);
}

static int
heavier_first(const void *a, const void *b)
{
	double x = ((const struct bar *)a)->kg, y = ((const struct bar *)b)->kg;

	return x > y ? -1 : x < y;
}

/* The bars of a plan, the heaviest first; how many. */
static size_t
find_bars(const struct pl_plan *plan, struct bar *bar)
{
	size_t n = 0, i, k;

	for (i = 0; i < plan->n; i++) {
		for (k = 0; k < n && bar[k].kg != plan->rep[i].bar_kg; k++)
			;
		if (k == n)
			bar[n++] = (struct bar){ plan->rep[i].bar_kg, 0 };
		bar[k].reps++;
	}
	qsort(bar, n, sizeof *bar, heavier_first);
	return n;
}

/* What a kilogram of the heaviest bar is worth at the peak. */
static double
per_kg(const struct pl_plan *plan)
{
	double peak = PL_MISSING, k = PL_MISSING;
	size_t i;

	for (i = 0; i < plan->n; i++)
		if (!(plan->rep[i].peak <= peak)) {
			peak = plan->rep[i].peak;
			k = plan->rep[i].k;
		}
	return k;
}

/* What is the same in all rows. */
static void
put_reference(struct page *p)
{
	const struct pl_plan *plan = p->plan;
	double k = per_kg(plan), lean = LEAN_DEG * plan->per_deg;
	char day[PL_DATE_ROOM];

	put_word(p, "plan", advices[plan->advice]);
	pl_date_print(day, plan->day);
	put_word(p, "reference_date", day);
	if (plan->sore) {
		pl_date_print(day, plan->entry.day);
		put_word(p, "sore_on", day);
	}
	put_word(p, "level", p->level);
	put(p, "bar_sd_kg", plan->sd_kg);
	put(p, "lean_3deg_nm", lean);
	put(p, "lean_3deg_kg", k > 0 ? lean / k : PL_MISSING);
}

/* What the whole session would be if the heaviest bar were that. */
static void
put_planned(struct page *p, double factor)
{
	struct pl_planned at = pl_plan_at(p->plan, factor);

	put(p, "planned_peak_nm", at.peak);
	put(p, "planned_peak_high_nm", at.peak_hi);
	put(p, "planned_peak_share_pct", 100 * at.peak / p->plan->peak);
	put(p, "planned_impulse_nms", at.impulse);
	put(p, "planned_impulse_share_pct", 100 * at.impulse /
	    p->plan->impulse);
}

/* One bar at one step; false if the empty bar is more. */
static bool
put_bar(struct page *p, int step, double share, const struct bar *bar,
    bool heaviest)
{
	double want = share == 1 ? bar->kg :
	    pl_plan_factor(p->plan, share) * bar->kg;
	/* what was lifted can be lifted, unless the plates are said */
	double kg = share == 1 && !p->plates->n ? want :
	    pl_plates_below(p->plates, want);

	put_reference(p);
	put(p, "step", step);
	put(p, "share", share);
	put(p, "reference_bar_kg", bar->kg);
	put(p, "reps", bar->reps);
	put(p, "bar_kg", kg);
	put(p, "bar_exact_kg", want);
	if (pl_missing(kg))
		put_word(p, "plan_reason", "below the empty bar");
	else if (want > pl_plates_most(p->plates))
		put_word(p, "plan_reason", "no more plates");
	if (!pl_missing(kg) && heaviest)
		put_planned(p, kg / bar->kg);
	p->row++;
	return !pl_missing(kg);
}

bool
plan_page(struct pl_table *t, const struct pl_plan *plan, const char *level,
    const double *step, int steps, const struct pl_plates *plates)
{
	struct page p = { t, 0, plan, plates, level };
	struct bar *bar = pl_mem_array(plan->n, sizeof *bar);
	bool below = false, fits;
	size_t n, i, k;
	int s;

	if (!bar)
		cli_die("out of memory");
	n = find_bars(plan, bar);
	pl_table_init(t);
	if (pl_table_resize(t, n * (size_t)steps))
		cli_die("out of memory");
	for (k = 0; k < sizeof columns / sizeof *columns; k++)
		cli_add(t, columns[k]);
	for (s = 0; s < steps; s++)
		for (i = 0; i < n; i++) {
			fits = put_bar(&p, s + 1, step[s], &bar[i], i == 0);
			below |= !fits && s == 0 && i == 0;
		}
	free(bar);
	return below;
}
