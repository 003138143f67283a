/* the rep table says what the rows of a candidate say, to the digit */
#include <string.h>

#include "../lib/io/csv.h"
#include "../lib/squat/rep/loss.h"
#include "../lib/squat/rep/rep.h"
#include "cells.h"
#include "tap.h"

static const char head[] = "t_s,set,cand,rep,class,phase,confidence,reason,"
    "vel_m_s,height_m,lean_deg,moment_t7t8_nm\n";

/* Two repetitions of a set and a walk, a row each 0.1 s. */
static const char body[] =
    "10,1,1,1,work,,0.9,full,0,0,1,100\n"
    "10.1,1,1,1,work,ecc,0.9,full,-1,0,2,110\n"
    "10.2,1,1,1,work,ecc,0.9,full,-2,-0.2,5,120\n"
    "10.3,1,1,1,work,bottom,0.9,full,0,-0.4,9,200\n"
    "10.4,1,1,1,work,bottom,0.9,full,0,-0.4,20,210\n"
    "10.5,1,1,1,work,bottom,0.9,full,0,-0.4,30,-50\n"
    "10.6,1,1,1,work,con,0.9,full,2,-0.2,8,150\n"
    "10.7,1,1,1,work,con,0.9,full,1,0.02,1,90\n"
    "10.8,1,,,,top,,,0,0,0,80\n"
    "10.9,1,,,,top,,,0,0,0,80\n"
    "11,1,2,2,partial,ecc,0.6,shallow,-1,0,0,80\n"
    "11.1,1,2,2,partial,bottom,0.6,shallow,0,-0.1,,\n"
    "11.2,1,2,2,partial,con,0.6,shallow,1,0,4,\n"
    "11.3,1,3,,walk,,0.8,steps,0,0,0,80\n"
    "11.4,1,3,,walk,,0.8,steps,0,0,0,80\n";

/* Lean and moment missing for 0.4 s. */
static const char holed[] =
    "0,1,1,1,work,ecc,0.9,full,-1,0,9,10\n"
    "0.1,1,1,1,work,bottom,0.9,full,0,-0.4,,\n"
    "0.2,1,1,1,work,con,0.9,full,1,-0.3,,\n"
    "0.3,1,1,1,work,con,0.9,full,1,-0.2,,\n"
    "0.4,1,1,1,work,con,0.9,full,1.5,-0.1,,\n"
    "0.5,1,1,1,work,con,0.9,full,1,0,9,10\n";

/* Nothing is known for 0.7 s, in which the bottom lies. */
static const char blind[] =
    "0,1,1,1,work,ecc,0.9,full,-1,0,9,10\n"
    "0.1,1,1,1,work,ecc,0.9,full,-1,-0.1,9,10\n"
    "0.2,1,1,1,work,ecc,0.9,full,,,,\n"
    "0.3,1,1,1,work,bottom,0.9,full,,,,\n"
    "0.4,1,1,1,work,bottom,0.9,full,,,,\n"
    "0.5,1,1,1,work,bottom,0.9,full,,,,\n"
    "0.6,1,1,1,work,con,0.9,full,,,,\n"
    "0.7,1,1,1,work,con,0.9,full,,,,\n"
    "0.8,1,1,1,work,con,0.9,full,1,-0.1,9,10\n"
    "0.9,1,1,1,work,con,0.9,full,1,0,9,10\n";

/* Somebody knows of a bottom that is not the lowest row. */
static const char told[] = "t_s,cand,phase,bottom_s,vel_m_s,height_m\n"
    "0,1,ecc,0.3,-1,0\n"
    "0.1,1,bottom,0.3,0,-0.5\n"
    "0.2,1,bottom,0.3,0.1,-0.3\n"
    "0.3,1,bottom,0.3,0,-0.2\n"
    "0.4,1,con,0.3,1,0\n";

static enum pl_err
fold(const char *a, const char *b, struct pl_table *reps, struct pl_fault *f)
{
	char text[4096];
	struct pl_table t;
	enum pl_err err;

	snprintf(text, sizeof text, "%s%s", a, b);
	*f = (struct pl_fault){ 0 };
	pl_table_init(&t);
	pl_table_init(reps);
	err = pl_csv_read(&t, text, strlen(text), f);
	if (!err)
		err = pl_rep_fold(&t, reps, f);
	pl_table_free(&t);
	return err;
}

static bool
word(const struct pl_table *t, const char *name, size_t row, const char *want)
{
	int col = pl_table_find(t, name);
	const char *w = col < 0 ? NULL : pl_table_label(t, col, row);

	return w && strcmp(w, want) == 0;
}

/* Five repetitions as a rep table, of which the fourth is partial. */
static void
losses(void)
{
	static const char text[] = "set,class,mcv_m_s,lean_max_deg,vl_pct,"
	    "lean_loss_deg\n1,work,0.4,30,,\n1,work,0.5,34,,\n"
	    "1,work,0.45,31,,\n1,partial,0.6,20,,\n1,work,0.3,41,,\n"
	    "2,work,0.2,30,,\n";
	struct pl_fault f;
	struct pl_table t;

	pl_table_init(&t);
	ok(!pl_csv_read(&t, text, strlen(text), &f), "a rep table");
	pl_loss_fill(&t);
	ok(is(&t, "vl_pct", 0, 20) && is(&t, "vl_pct", 1, 0) &&
	    is(&t, "vl_pct", 4, 40) && is(&t, "vl_pct", 3, NAN) &&
	    is(&t, "vl_pct", 5, 0),
	    "velocity is lost against the best of the set that is work");
	ok(is(&t, "lean_loss_deg", 0, -1) && is(&t, "lean_loss_deg", 4, 10) &&
	    is(&t, "lean_loss_deg", 3, -11) &&
	    is(&t, "lean_loss_deg", 5, NAN),
	    "posture against the median of its first three");
	pl_table_free(&t);
}

int
main(void)
{
	struct pl_table r, h;
	struct pl_fault f;

	ok(!fold(head, body, &r, &f) && r.rows == 3, "three candidates");
	ok(is(&r, "start_s", 0, 10) && is(&r, "bottom_s", 0, 10.4) &&
	    is(&r, "end_s", 0, 10.7) && is(&r, "ecc_s", 0, 0.2) &&
	    is(&r, "bottom_pause_s", 0, 0.2) && is(&r, "con_s", 0, 0.2) &&
	    is(&r, "top_pause_s", 0, 0.3) && is(&r, "hinge_s", 0, 0.1),
	    "times of the first");
	ok(word(&r, "tempo", 0, "0.2-0.2-0.2-0.3") &&
	    word(&r, "tempo", 1, "0.1-0.0-0.1"),
	    "tempo, of the last without a top");
	ok(is(&r, "depth_m", 0, 0.41) && is(&r, "mcv_m_s", 0, 1.25) &&
	    is(&r, "pv_m_s", 0, 2), "depth and velocity");
	ok(is(&r, "lean_start_deg", 0, 1) && is(&r, "lean_bottom_deg", 0, 20) &&
	    is(&r, "lean_max_deg", 0, 30) && is(&r, "lean_max_t_s", 0, 10.5),
	    "lean at the bottom is not its maximum");
	ok(is(&r, "moment_t7t8_peak_nm", 0, 210) &&
	    is(&r, "moment_t7t8_mean_nm", 0, 835 / 7.0) &&
	    is(&r, "impulse_t7t8_nms", 0, 88.5),
	    "moments; the impulse leaves out what is negative");
	ok(is(&r, "lean_bottom_deg", 1, 2) && is(&r, "lean_max_deg", 1, 4) &&
	    is(&r, "moment_t7t8_peak_nm", 1, 80), "a short hole is bridged");
	ok(!fold(head, holed, &h, &f) &&
	    is(&h, "lean_max_deg", 0, PL_MISSING) &&
	    is(&h, "moment_t7t8_peak_nm", 0, PL_MISSING) &&
	    is(&h, "impulse_t7t8_nms", 0, PL_MISSING) &&
	    is(&h, "mcv_m_s", 0, 1), "what has missing rows is missing");
	pl_table_free(&h);
	ok(!fold(head, blind, &h, &f) && is(&h, "start_s", 0, 0) &&
	    is(&h, "end_s", 0, 0.9) && is(&h, "bottom_s", 0, NAN) &&
	    is(&h, "ecc_s", 0, NAN) && is(&h, "bottom_pause_s", 0, NAN) &&
	    is(&h, "con_s", 0, NAN) && !word(&h, "tempo", 0, "0.3-0.2-0.4"),
	    "no tempo of a bottom in a hole");
	pl_table_free(&h);
	ok(!fold(told, "", &h, &f) && is(&h, "bottom_s", 0, 0.3) &&
	    is(&h, "depth_m", 0, 0.5) && is(&h, "bottom_pause_s", 0, 0.2),
	    "a bottom that the stream tells is taken as told");
	pl_table_free(&h);
	ok(is(&r, "ecc_s", 2, PL_MISSING) && is(&r, "rep", 2, PL_MISSING) &&
	    word(&r, "class", 2, "walk") && is(&r, "end_s", 2, 11.4) &&
	    is(&r, "top_pause_s", 1, PL_MISSING),
	    "a walk has a start and an end and no phases");
	ok(!pl_table_get(&r, "roll_mean_deg") && !pl_table_get(&r, "bar_kg"),
	    "columns without input are left out");
	ok(is(&r, "ecc_pv_m_s", 0, 2) && is(&r, "mpv_m_s", 0, 1) &&
	    is(&r, "vl_pct", 0, 0) && is(&r, "vl_pct", 1, NAN) &&
	    is(&r, "lean_loss_deg", 0, NAN) && is(&r, "sticking_s", 0, NAN),
	    "of one work rep: no loss; a partial has none at all");
	ok(pl_rep_count(&r) == 2, "two count");
	pl_table_free(&r);
	ok(!fold(head, "0,,,,,,,,,,,\n1,,,,,,,,,,,\n", &r, &f) && !r.rows &&
	    pl_table_get(&r, "start_s") && pl_rep_count(&r) == 0,
	    "nothing found: a header");
	pl_table_free(&r);
	ok(fold("t_s\n", "0\n1\n", &r, &f) == PL_ECOLUMN &&
	    strcmp(f.column, "cand") == 0, "without candidates: refused");
	ok(fold("t_s,cand\n", "0,1\n1,\n2,1\n", &r, &f) == PL_EFORMAT &&
	    f.line == 4, "a candidate in two pieces: refused");
	losses();
	return done();
}
