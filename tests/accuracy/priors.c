/*
 * priors - what each thing that squats give is worth to depth and velocity; see
 * scripts/accuracy
 *
 *	priors TRACE.au STREAM.au ...
 *
 * TRACE is the truth of a simulated session, STREAM what plumb-segment made of
 * it from trunk axes.  Height and velocity are solved for again (vertical.h)
 * with and without
 *
 *	anchors	at the tops of repetitions velocity is zero and height the same
 *	rest	at rest velocity is zero
 *	bias	the accelerometer's bias across the stance is to be found
 *
 * and compared with the truth over the rows from the beginning of the descent
 * to the end of the ascent, as they were found.  Depth is the mean of the
 * heights at these two less the lowest between; its error goes without sign.
 * Each case has the prior on height, of the three of segment.c, that is best
 * for it in depth: none loses by a prior that was chosen for another.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/base/mem.h"
#include "../../lib/imu/rest.h"
#include "../../lib/squat/segment/vertical.h"
#include "files.h"

enum { ANCHORS = 1, REST = 2, BIAS = 4, CASES = 8, PRIORS = 3, REPS = 64 };

static const double prior[PRIORS] = { 0.25, 1, 4 };
static const int cases[CASES] = { 0, REST, BIAS, ANCHORS, ANCHORS | BIAS,
	REST | BIAS, ANCHORS | REST, ANCHORS | REST | BIAS };

struct score { double depth, depth_most, vel, vel_most; int reps; };

static struct score score[CASES][PRIORS];

/* The first row of each descent and the last of each ascent, in pairs. */
static size_t
find_tops(const struct pl_table *t, size_t anchor[2 * REPS])
{
	const double *rep = column(t, "rep");
	int phase = pl_table_find(t, "phase");
	size_t i, n = 0;

	for (i = 1; i < t->rows && n < 2 * REPS; i++) {
		const char *now = pl_table_label(t, phase, i);
		const char *was = pl_table_label(t, phase, i - 1);
		bool in = now && strcmp(now, "top") != 0;
		bool before = was && strcmp(was, "top") != 0;

		if (in && (!before || rep[i] != rep[i - 1]))
			anchor[n++] = i;
		if (!in && before)
			anchor[n++] = i - 1;
	}
	return n;
}

static double
depth(const double *height, size_t from, size_t to)
{
	double low = height[from];
	size_t i;

	for (i = from; i <= to; i++)
		low = fmin(low, height[i]);
	return (height[from] + height[to]) / 2 - low;
}

static void
judge(const struct pl_vertical *v, const struct pl_table *truth,
    const size_t *anchor, size_t anchors, struct score *to)
{
	const double *height = column(truth, "height_m");
	const double *vel = column(truth, "vel_m_s");
	size_t k, i;

	for (k = 0; k + 1 < anchors; k += 2) {
		size_t a = anchor[k], z = anchor[k + 1];
		double e = fabs(depth(v->height, a, z) - depth(height, a, z));
		double square = 0, rms;

		for (i = a; i <= z; i++)
			square += (v->vel[i] - vel[i]) * (v->vel[i] - vel[i]);
		rms = sqrt(square / (double)(z - a + 1));
		to->depth += e;
		to->depth_most = fmax(to->depth_most, e);
		to->vel += rms;
		to->vel_most = fmax(to->vel_most, rms);
		to->reps++;
	}
}

static void
solve(const struct pl_table *truth, const struct pl_table *made, int is,
    const unsigned char *rest, struct score to[PRIORS])
{
	static const char *const name[] = { "acc_fwd_m_s2", "acc_up_m_s2",
	    "acc_right_m_s2", "q_w", "q_x", "q_y", "q_z" };
	size_t anchor[2 * REPS], anchors = find_tops(made, anchor);
	struct pl_vertical v;
	const double *x[7];
	int i;

	for (i = 0; i < 7; i++)
		x[i] = column(made, name[i]);
	if (pl_vertical_init(&v, x, x + 3, (pl_vec){ 0, 1, 0 }, rest,
	    made->rows, rate_of(made), 0))
		die("stream", "cannot be integrated");
	/* the border is floor, bias, bias: what is sure to be 0 is not found */
	for (i = 1; i <= 2 && !(is & BIAS); i++)
		pl_chain_shared(&v.motion, i, 0, 1e12);
	for (i = 0; i < PRIORS; i++) {
		if (pl_vertical_solve(&v, prior[i], anchor, is & ANCHORS ?
		    anchors : 0))
			die("stream", "cannot be solved");
		judge(&v, truth, anchor, anchors, &to[i]);
	}
	pl_vertical_free(&v);
}

static void
session(const struct pl_table *truth, const struct pl_table *made)
{
	static const char *const name[] = { "acc_fwd_m_s2", "acc_up_m_s2",
	    "acc_right_m_s2", "gyr_fwd_rad_s", "gyr_up_rad_s",
	    "gyr_right_rad_s" };
	unsigned char *rest = pl_mem_array(made->rows, 1);
	unsigned char *none = pl_mem_array(made->rows, 1);
	const double *x[6];
	int i;

	for (i = 0; i < 6; i++)
		x[i] = column(made, name[i]);
	if (!rest || !none || pl_rest_find(x, x + 3, made->rows,
	    rate_of(made), rest))
		die("stream", "out of memory");
	for (i = 0; i < CASES; i++)
		solve(truth, made, cases[i], cases[i] & REST ? rest : none,
		    score[i]);
	free(rest);
	free(none);
}

static void
print(void)
{
	int i, k;

	printf("%-20s  %-16s %-16s %s\n", "", "depth m", "velocity m/s",
	    "prior m sqrt(s)");
	for (i = 0; i < CASES; i++) {
		const struct score *s = score[i];
		int best = 0;
		char what[32];

		for (k = 1; k < PRIORS; k++)
			if (s[k].depth < s[best].depth)
				best = k;
		snprintf(what, sizeof what, "%s%s%s",
		    cases[i] & ANCHORS ? " anchors" : "",
		    cases[i] & REST ? " rest" : "",
		    cases[i] & BIAS ? " bias" : "");
		printf("%-20s  %.3f / %.3f    %.3f / %.3f    %g\n",
		    cases[i] ? what + 1 : "none of it",
		    s[best].depth / s[best].reps, s[best].depth_most,
		    s[best].vel / s[best].reps, s[best].vel_most, prior[best]);
	}
}

int
main(int argc, char **argv)
{
	int i;

	if (argc < 3 || argc % 2 == 0) {
		fprintf(stderr, "usage: priors TRACE.au STREAM.au ...\n");
		return 2;
	}
	for (i = 1; i < argc; i += 2) {
		struct pl_table truth, made;

		read_table(&truth, argv[i]);
		read_table(&made, argv[i + 1]);
		if (truth.rows != made.rows)
			die(argv[i + 1], "has not as many rows as its "
			    "trace");
		session(&truth, &made);
		pl_table_free(&truth);
		pl_table_free(&made);
	}
	print();
	return 0;
}
