/* plan, soreness and plates: which session, which weight, by closed forms */
#include <math.h>
#include <string.h>

#include "../lib/base/date.h"
#include "../lib/io/csv.h"
#include "../lib/squat/history/plan.h"
#include "tap.h"

static struct pl_fault fault;

static int64_t
day(const char *text)
{
	int64_t days = -1;

	if (!pl_date_parse(text, strlen(text), &days))
		ok(false, "%s is a day", text);
	return days;
}

/* ---- plates ---- */

static void
plates(void)
{
	static const double own[] = { 20, 10, 5, 2.5, 1.25, 10 };
	static const double heavy[] = { 300 };
	struct pl_plates p;
	double kg, worst = 0;
	int i, bad = 0;

	if (pl_plates_init(&p, 20, NULL, 0))
		ok(false, "there is memory");
	ok(pl_plates_below(&p, 84.9) == 82.5 && pl_plates_below(&p, 85) == 85 &&
	    pl_plates_below(&p, 20) == 20 && isnan(pl_plates_below(&p, 19.9)),
	    "steps of 2.5 kg from the empty bar on");
	pl_plates_free(&p);
	if (pl_plates_init(&p, 15, own, 6))
		ok(false, "there is memory");
	ok(pl_plates_below(&p, 1000) == 112.5 && pl_plates_below(&p, 112) ==
	    110 && pl_plates_below(&p, 17.4) == 15 &&
	    pl_plates_below(&p, 17.5) == 17.5, "what is at hand, and no more");
	for (kg = 15; kg < 113; kg += .25) {
		double best = 0;

		for (i = 0; i < 64; i++) {
			double sum = 15;
			int k;

			for (k = 0; k < 6; k++)
				sum += i >> k & 1 ? 2 * own[k] : 0;
			best = sum <= kg && sum > best ? sum : best;
		}
		bad += fabs(pl_plates_below(&p, kg) - best) > 1e-9;
	}
	ok(bad == 0, "as trying every way of loading finds: %d wrong", bad);
	pl_plates_free(&p);
	ok(pl_plates_init(&p, 20, heavy, 1) == PL_ERANGE && !p.sum_kg &&
	    pl_plates_init(&p, 20, &worst, 1) == PL_ERANGE,
	    "600 kg and plates of nothing are refused");
}

/* ---- soreness ---- */

static enum pl_err
read_log(struct pl_soreness *s, const char *text)
{
	struct pl_table t;
	enum pl_err err;

	fault = (struct pl_fault){ 0 };
	pl_table_init(&t);
	if (pl_csv_read(&t, text, strlen(text), &fault))
		ok(false, "a table: %s", fault.why);
	err = pl_soreness_take(s, &t, &fault);
	pl_table_free(&t);
	return err;
}

#define HEAD "date,side,region,score,type,end_range\n"

static void
logs(void)
{
	static const struct { const char *row, *column, *value; } bad[] = {
		{ "2026-02-29,both,upper,3,,", "date", "2026-02-29" },
		{ "2026-02-27,up,upper,3,,", "side", "up" },
		{ "2026-02-27,,upper,3,,", "side", "" },
		{ "2026-02-27,L,neck,3,,", "region", "neck" },
		{ "2026-02-27,L,upper,11,,", "score", "11" },
		{ "2026-02-27,L,upper,-1,,", "score", "-1" },
		{ "2026-02-27,L,upper,much,,", "score", "much" },
		{ "2026-02-27,L,upper,3,dull,", "type", "dull" },
		{ "2026-02-27,L,upper,3,,maybe", "end_range", "maybe" },
	};
	struct pl_soreness s;
	char text[256];
	size_t i;

	ok(!read_log(&s, HEAD "2026-03-02,both,upper,3.5,diffuse,no\n"
	    "2026-03-01,L,low,0,,\n2026-03-04,right,mid,2,sharp,yes\n") &&
	    s.n == 3 && s.entry[0].day == day("2026-03-01") &&
	    s.entry[0].side == PL_SORE_LEFT && s.entry[1].score == 3.5 &&
	    s.entry[2].type == PL_SHARP && s.entry[2].end_range,
	    "a log, in the order of its days");
	ok(!pl_soreness_flag(&s.entry[0]) && !pl_soreness_flag(&s.entry[1]) &&
	    pl_soreness_flag(&s.entry[2]), "no ache and one of both sides are "
	    "not flagged, one side is");
	ok(pl_soreness_at(&s.entry[0], "l5s1") &&
	    !pl_soreness_at(&s.entry[1], "l4l5") &&
	    pl_soreness_at(&s.entry[2], "t7t8") &&
	    pl_soreness_at(&s.entry[2], "t12l1"), "regions are of levels");
	pl_soreness_free(&s);
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		snprintf(text, sizeof text, "%s2026-01-01,both,mid,1,,\n%s\n",
		    HEAD, bad[i].row);
		ok(read_log(&s, text) && fault.line == 3 &&
		    strcmp(fault.column, bad[i].column) == 0 &&
		    strcmp(fault.value, bad[i].value) == 0 && *fault.why &&
		    !s.entry, "refused: %s", bad[i].row);
	}
	ok(read_log(&s, "date,side,region\n2026-03-01,L,low\n") == PL_ECOLUMN &&
	    strcmp(fault.column, "score") == 0, "a log without scores");
	ok(read_log(&s, "date,side,region,score, End-range\n2026-03-01,L,low,1,yes"
	    "\n") == PL_ECOLUMN && strstr(fault.why, "spelt end_range") &&
	    !read_log(&s, "date,side,region,score,typed_by\n2026-03-01,L,low,1,me"
	    "\n"), "a column that was meant is not left out, a foreign one is");
	pl_soreness_free(&s);
}

/* ---- plan ---- */

/* Sessions on 1, 5, 8 and 12 March, five repetitions each; peaks are
 * m0 + k bar, impulses likewise. */
static const char head[] = "date,class,bar_kg,moment_t7t8_peak_nm,"
    "moment_t7t8_body_peak_nm,m0_t7t8_nm,k_t7t8_nm_per_kg,impulse_t7t8_nms,"
    "impulse0_t7t8_nms,impulse_k_t7t8_nms_per_kg,lean_t7t8_nm_per_deg\n";

static void
session(char *to, size_t room, const char *date, double kg, double more)
{
	int i;

	for (i = 0; i < 5; i++) {
		size_t n = strlen(to);
		double m0 = 40 + i, k = 2 + more + .01 * i;

		snprintf(to + n, room - n, "%s,work,%g,%.9g,%g,%g,%g,%.9g,"
		    "100,8,1.5\n", date, kg, m0 + k * kg, m0 + 5, m0, k,
		    100 + 8 * kg);
	}
}

static enum pl_err
plan(struct pl_plan *p, const char *log, const char *named, double sore_at)
{
	static char text[8192];
	struct pl_plan_ask ask = { "t7t8", sore_at, named != NULL,
	    named ? day(named) : 0 };
	struct pl_soreness s = { 0 };
	struct pl_visits v;
	struct pl_table t;
	enum pl_err err;

	strcpy(text, head);
	session(text, sizeof text, "2026-03-08", 100, 0);
	session(text, sizeof text, "2026-03-01", 90, 0);
	session(text, sizeof text, "2026-03-12", 60, 0);
	session(text, sizeof text, "2026-03-05", 95, 0);
	pl_table_init(&t);
	fault = (struct pl_fault){ 0 };
	if (pl_csv_read(&t, text, strlen(text), &fault) ||
	    pl_visit_find(&v, &t, NULL, 0, 0, &fault))
		ok(false, "a history: %s", fault.why);
	if (log && read_log(&s, log))
		ok(false, "a log: %s", fault.why);
	err = pl_plan_make(p, &t, &v, log ? &s : NULL, &ask, &fault);
	pl_visit_free(&v);
	pl_soreness_free(&s);
	pl_table_free(&t);
	return err;
}

static void
references(void)
{
	struct pl_plan p;

	ok(!plan(&p, HEAD "2026-03-10,both,upper,6,diffuse,no\n", NULL, 4) &&
	    p.advice == PL_REDUCE && p.day == day("2026-03-08") && p.n == 5,
	    "sore on the 10th: the session of the 8th, less");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-09,both,mid,3,,\n2026-03-10,both,mid,7,,\n"
	    "2026-03-11,both,mid,5,,\n2026-03-13,both,mid,2,,\n", NULL, 4) &&
	    p.day == day("2026-03-08") && p.entry.score == 7,
	    "days of soreness are one");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-04,both,mid,1,,\n2026-03-07,both,mid,1,,\n"
	    "2026-03-10,both,mid,6,,\n", NULL, 4) && p.day ==
	    day("2026-03-08"), "an ache that was there before is not what the "
	    "session of the 8th made");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-13,both,mid,1,,\n2026-03-15,both,mid,2,,\n"
	    "2026-03-17,both,mid,6,,\n", NULL, 4) && p.day ==
	    day("2026-03-12"), "one that rises slowly began after the 12th");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-06,both,mid,6,,\n2026-03-13,both,mid,2,,\n",
	    NULL, 4) && p.advice == PL_REDUCE && p.day == day("2026-03-05"),
	    "slight soreness later does not hide the one that was not");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-09,both,mid,3,,\n", NULL, 4) &&
	    p.advice == PL_HOLD && p.day == day("2026-03-08"), "slight "
	    "soreness: hold");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-10,both,low,9,,\n", NULL, 4) &&
	    p.advice == PL_GO_ON && p.day == day("2026-03-12"),
	    "the lower back is not the upper: go on from the last session");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-03-10,both,upper,6,,\n", "2026-03-01", 4) &&
	    p.day == day("2026-03-01"), "a session that is named is meant");
	pl_plan_free(&p);
	ok(!plan(&p, HEAD "2026-01-10,both,upper,9,,\n", NULL, 4) &&
	    p.advice == PL_GO_ON, "what was sore in January is past");
	pl_plan_free(&p);
	ok(plan(&p, HEAD "2026-03-20,both,upper,6,,\n", NULL, 4) ==
	    PL_ESTATE && strstr(fault.why, "2026-03-17 to 2026-03-19") &&
	    !p.rep, "sore a week later: no session made it");
	ok(plan(&p, NULL, "2026-03-02", 4) == PL_ESTATE &&
	    strstr(fault.why, "2026-03-02"), "nor one on a day without");
}

static void
loads(void)
{
	struct pl_planned at;
	struct pl_plan p;
	double r, peak, want;
	int i;

	if (plan(&p, HEAD "2026-03-10,both,upper,6,,\n", NULL, 4))
		ok(false, "a plan: %s", fault.why);
	peak = 44 + 2.04 * 100;
	ok(fabs(p.peak - peak) < 1e-9 && fabs(p.impulse - 5 * 900) < 1e-9 &&
	    p.per_deg == 1.5, "what the reference was");
	r = pl_plan_factor(&p, .8);
	want = fmin((.8 * peak - 44) / 204, (.8 * 4500 - 500) / 4000);
	ok(fabs(r - want) < 1e-12, "the factor of 0.8: %.4f", r);
	at = pl_plan_at(&p, r);
	ok(at.peak <= .8 * peak + 1e-9 && at.impulse <= .8 * 4500 + 1e-9 &&
	    (fabs(at.peak - .8 * peak) < 1e-9 ||
	    fabs(at.impulse - .8 * 4500) < 1e-9), "one of both is 0.8 of what "
	    "it was, neither more: %.1f %%, %.1f %%", 100 * at.peak / peak,
	    100 * at.impulse / 4500);
	ok(at.peak_hi >= at.peak && at.peak_hi < at.peak + 2, "the chord is "
	    "above the tangent: %.2f and %.2f N m", at.peak_hi, at.peak);
	ok(fabs(pl_plan_factor(&p, 1) - 1) < 1e-12, "all of it is the same "
	    "bar");
	for (r = 0, i = 0; i < 5; i++)
		r += pow((40 + i + (2 + .01 * i) * 100) - (42 + 202), 2);
	ok(fabs(p.sd_kg - sqrt(r / 4) / 2.02) < 1e-9, "the scatter in kg: %.2f",
	    p.sd_kg);
	pl_plan_free(&p);
}

int
main(void)
{
	plates();
	logs();
	references();
	loads();
	return done();
}
