/*
 * sessions - errors of plumb-orient on simulated sessions, and whether its
 * standard deviations are honest; see scripts/accuracy
 *
 *	sessions incl TRACE.au STREAM.au ...
 *	sessions lean TRACE.au STREAM.au ...
 *
 * TRACE is the truth that plumb-simulate --trace writes, STREAM what
 * plumb-orient made of the same session, row by row.  incl judges the angle
 * between up by the estimate and by the truth, in the sensor's own axes,
 * beside incl_sd_deg; lean judges lean_deg beside lean_sd_deg.
 *
 * Prints one line: RMS in degrees within repetitions and over all rows, means
 * over sessions, and that of the worst session; then the shares of all rows of
 * all sessions that lie within 1 and 2 SD, each with the SD of that share
 * between sessions; then the mean SD claimed.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/base/quat.h"
#include "files.h"

struct sum {
	double reps, all, worst;	/* RMS, deg: summed over sessions */
	double rows, in[2], sd;		/* over rows */
	double share[2], square[2];	/* over sessions */
	int n;
};

static pl_vec
up(const struct pl_table *t, size_t i)
{
	return pl_quat_rotate(pl_quat_conj((pl_quat){ column(t, "q_w")[i],
	    column(t, "q_x")[i], column(t, "q_y")[i], column(t, "q_z")[i] }),
	    (pl_vec){ 0, 0, 1 });
}

/* Degrees at a row; NaN where there is no estimate. */
static double
error(int lean, const struct pl_table *truth, const struct pl_table *made,
    size_t i)
{
	pl_vec u, v;

	if (lean)
		return fabs(column(made, "lean_deg")[i] -
		    column(truth, "lean_deg")[i]);
	u = up(made, i);
	v = up(truth, i);
	return pl_atan2(pl_vec_norm(pl_vec_cross(u, v)), pl_vec_dot(u, v)) /
	    PL_DEG;
}

static void
session(int lean, const struct pl_table *truth, const struct pl_table *made,
    struct sum *to)
{
	const double *sd = column(made, lean ? "lean_sd_deg" : "incl_sd_deg");
	const double *rep = column(truth, "rep");
	double square[2] = { 0, 0 }, rows[2] = { 0, 0 }, in[2] = { 0, 0 };
	size_t i;
	int k;

	for (i = 0; i < truth->rows; i++) {
		double e = error(lean, truth, made, i);

		if (pl_missing(e))
			continue;
		square[0] += e * e;
		rows[0]++;
		if (!pl_missing(rep[i])) {
			square[1] += e * e;
			rows[1]++;
		}
		for (k = 0; k < 2; k++)
			in[k] += e <= (k + 1) * sd[i];
		to->sd += sd[i];
	}
	to->reps += sqrt(square[1] / rows[1]);
	to->all += sqrt(square[0] / rows[0]);
	to->worst = fmax(to->worst, sqrt(square[0] / rows[0]));
	to->rows += rows[0];
	for (k = 0; k < 2; k++) {
		to->in[k] += in[k];
		to->share[k] += in[k] / rows[0];
		to->square[k] += in[k] / rows[0] * (in[k] / rows[0]);
	}
	to->n++;
}

/* SD between sessions of the share within k + 1 SD, in percent. */
static double
spread(const struct sum *s, int k)
{
	double mean = s->share[k] / s->n;

	return 100 * sqrt(fmax(0, s->square[k] / s->n - mean * mean));
}

int
main(int argc, char **argv)
{
	struct sum s = { .n = 0 };
	int i, lean = argc > 1 && strcmp(argv[1], "lean") == 0;

	if (argc < 4 || argc % 2 || (!lean && strcmp(argv[1], "incl") != 0)) {
		fprintf(stderr, "usage: sessions incl|lean TRACE.au STREAM.au "
		    "...\n");
		return 2;
	}
	for (i = 2; i < argc; i += 2) {
		struct pl_table truth, made;

		read_table(&truth, argv[i]);
		read_table(&made, argv[i + 1]);
		if (truth.rows != made.rows)
			die(argv[i + 1], "has not as many rows as its trace");
		session(lean, &truth, &made, &s);
		pl_table_free(&truth);
		pl_table_free(&made);
	}
	printf("%6.2f %6.2f %6.2f   %3.0f +- %2.0f  %3.0f +- %2.0f   %5.2f\n",
	    s.reps / s.n, s.all / s.n, s.worst,
	    100 * s.in[0] / s.rows, spread(&s, 0),
	    100 * s.in[1] / s.rows, spread(&s, 1), s.sd / s.rows);
	return 0;
}
