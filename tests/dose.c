/* dose: sums and shares of sessions, against closed forms */
#include <math.h>
#include <string.h>

#include "../lib/io/csv.h"
#include "../lib/squat/history/dose.h"
#include "cells.h"
#include "tap.h"

/* Two sessions, and a third of another day without a load in one repetition. */
static const char reps[] = "date,set,cand,rep,class,start_s,end_s,ecc_s,"
    "bottom_pause_s,con_s,bar_kg,moment_t7t8_peak_nm,impulse_t7t8_nms,"
    "impulse_ecc_t7t8_nms,impulse_pause_t7t8_nms,impulse_con_t7t8_nms,"
    "impulse2_t7t8_n2m2s,time_above_t7t8_s\n"
    "2024-02-28,1,1,,unrack,0,1,,,,100,,,,,,,\n"
    "2024-02-28,1,2,1,work,1,4,2,.5,1,100,200,400,200,50,150,5000,1\n"
    "2024-02-28,1,3,2,partial,4,6,1,0,1,100,150,300,100,0,150,4000,.5\n"
    "2024-02-28,2,4,1,failed,9,14,2,1,3,110,250,700,250,100,350,9000,2\n"
    "2024-03-06,1,1,1,work,1,4,2,.5,1.5,120,300,500,200,100,200,6000,1\n"
    "2024-03-07,1,1,1,work,1,4,2,.5,1.5,120,310,600,200,100,300,7000,1\n"
    "2024-03-07,1,2,2,work,4,8,2,.5,1.5,120,,,,,,,\n";

static struct pl_table out;

static void
fold(double power, bool leave_out)
{
	struct pl_dose_ask ask = { NULL, 0, 0, power, leave_out };
	struct pl_fault f = { 0 };
	struct pl_visits v;
	struct pl_table t;

	pl_table_free(&out);
	pl_table_init(&t);
	if (pl_csv_read(&t, reps, strlen(reps), &f) ||
	    pl_dose_fold(&t, &ask, &v, &out, &f))
		ok(false, "folds: %s %s", f.column, f.why);
	else
		pl_visit_free(&v);
	pl_table_free(&t);
}

static bool
cell(const char *name, size_t row, double want)
{
	return is(&out, name, row, want);
}

int
main(void)
{
	pl_table_init(&out);
	fold(NAN, false);
	ok(out.rows == 3 && strcmp(pl_table_label(&out, 0, 1), "2024-03-06") ==
	    0, "three sessions");
	ok(cell("reps_work", 0, 1) && cell("reps_partial", 0, 1) &&
	    cell("reps_failed", 0, 1) && cell("tonnage_kg", 0, 200) &&
	    cell("tut_s", 0, 11.5), "an unrack is no repetition, a failure no "
	    "tonnage");
	ok(cell("moment_t7t8_peak_max_nm", 0, 250) &&
	    cell("impulse_t7t8_sum_nms", 0, 1400) &&
	    cell("impulse2_t7t8_sum_n2m2s", 0, 18000) &&
	    cell("time_above_t7t8_sum_s", 0, 3.5), "greatest and sums");
	ok(cell("impulse_ecc_t7t8_share_pct", 0, 100 * 550 / 1350.) &&
	    cell("impulse_pause_t7t8_share_pct", 0, 100 * 150 / 1350.) &&
	    cell("impulse_con_t7t8_share_pct", 0, 100 * 650 / 1350.),
	    "shares of the three phases");
	ok(cell("sessions_7d", 1, 1) && cell("impulse_t7t8_7d_nms", 1, 500) &&
	    cell("sessions_28d", 1, 2) &&
	    cell("impulse_t7t8_28d_nms", 1, 1900) && cell("days", 1, 8),
	    "a leap day lies between: 7 days ago is out");
	ok(cell("untold", 2, 1) && cell("impulse_t7t8_sum_nms", 2, NAN) &&
	    cell("impulse_t7t8_7d_nms", 2, NAN) && cell("tonnage_7d_kg", 2,
	    360), "a load that is not told leaves no sum, tonnage stays");
	ok(pl_table_find(&out, "dose_t7t8") < 0, "no power unless asked");
	fold(2, true);
	ok(cell("untold", 2, 1) && cell("impulse_t7t8_sum_nms", 2, 600) &&
	    cell("impulse_t7t8_7d_nms", 2, 1100), "unless it is left out");
	ok(fabs(pl_table_get(&out, "dose_t7t8")[0] / (4 + 2.25 + 6.25) -
	    1) < 1e-9, "peaks to the power of 2");
	fold(10, true);
	ok(fabs(pl_table_get(&out, "dose_t7t8")[0] / (pow(2, 10) +
	    pow(1.5, 10) + pow(2.5, 10)) - 1) < 1e-9, "and of 10");
	pl_table_free(&out);
	return done();
}
