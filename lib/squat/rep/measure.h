/*
 * measure.h - one value of the rep table, asked of a candidate's rows
 *
 * All have one shape, so that the columns of the rep table are rows of data
 * (rep.c).  The definitions are those of rep.h.  Each returns a missing value
 * where rows that it needs are missing.
 */
#ifndef PL_SQUAT_MEASURE_H
#define PL_SQUAT_MEASURE_H

#include "../../base/table.h"

/* The rows of one candidate; from ecc on only if it has phases. */
struct pl_rows {
	size_t start, end, ecc, low, mid, rise, top;
	int phases;		/* 1; 2 if their velocity can be known */
};

/* A sample stream and its candidates in order of time. */
struct pl_fold {
	const struct pl_table *in;
	struct pl_rows *cand;
	size_t n;
	double rate_hz;
	const double *t_s;
	double *vel;		/* short holes bridged; NULL: not to be had */
};

struct pl_ask {
	const struct pl_fold *f;
	const struct pl_rows *r;
	size_t i;		/* r is the i-th candidate */
	const double *x;	/* the column asked of, or NULL */
	enum pl_err *err;	/* becomes PL_ENOMEM when memory ran out */
};

/* A copy of a column of numbers of the stream, short holes bridged (rep.h);
 * NULL when memory ran out. */
double *pl_measure_bridged(const struct pl_fold *, const double *x);

/* Times and durations; hinge_s asks of lean in degrees.  A phase that begins
 * or ends in a hole has no duration: velocity tells where, and there is none.
 * start_s and end_s are those of the rows all the same. */
double pl_measure_start_s(const struct pl_ask *);
double pl_measure_end_s(const struct pl_ask *);
double pl_measure_bottom_s(const struct pl_ask *);
double pl_measure_ecc_s(const struct pl_ask *);
double pl_measure_bottom_pause_s(const struct pl_ask *);
double pl_measure_con_s(const struct pl_ask *);
double pl_measure_top_pause_s(const struct pl_ask *);
double pl_measure_hinge_s(const struct pl_ask *);

/* Of the column: at an instant, from start to end, or over the ascent. */
double pl_measure_at_start(const struct pl_ask *);
double pl_measure_at_bottom(const struct pl_ask *);
double pl_measure_peak(const struct pl_ask *);
double pl_measure_peak_t(const struct pl_ask *);
double pl_measure_at_lean_max(const struct pl_ask *);	/* of lean_deg */
double pl_measure_mean(const struct pl_ask *);
double pl_measure_integral(const struct pl_ask *);	/* with its sign */
double pl_measure_impulse(const struct pl_ask *);
double pl_measure_impulse_ecc(const struct pl_ask *);
double pl_measure_impulse_pause(const struct pl_ask *);
double pl_measure_impulse_con(const struct pl_ask *);
double pl_measure_impulse2(const struct pl_ask *);	/* of the square */
double pl_measure_rise(const struct pl_ask *);	/* peak above the start */
double pl_measure_peak_con(const struct pl_ask *);
double pl_measure_mean_con(const struct pl_ask *);

/* Greatest speed of the descent, of a velocity: positive. */
double pl_measure_peak_ecc(const struct pl_ask *);

/* Greatest less least from start to end, after the straight line from the one
 * to the other is taken out: for what drifts and returns. */
double pl_measure_range(const struct pl_ask *);

/* Of the height: the way down, m. */
double pl_measure_depth_m(const struct pl_ask *);

#endif
