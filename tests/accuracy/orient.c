/*
 * orient - error of inclination against an optical truth; see scripts/accuracy
 *
 *	orient pieces NAME.wav ...	the library on pieces of recordings
 *	orient whole NAME.wav <stream	a stream with q_w .. q_z, as filters
 *					made it: its plain and sync error
 *
 * NAME.truth.wav stands beside: q_w q_x q_y q_z (sensor to earth), a flag of
 * the samples that count, position; NaN where nothing was tracked.  The error
 * of a sample is the angle between earth z by the estimate and by the truth.
 * "sync" reads the estimate LAG samples later: the recordings of BROAD are
 * late by that against their own truth, whatever the algorithm.
 *
 * The sensor of BROAD has been calibrated, so its zero is that of grade lab
 * (plumb-orient --grade lab): it moves nothing but the SD.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/base/mem.h"
#include "../../lib/base/quat.h"
#include "../../lib/base/unit.h"
#include "../../lib/imu/orient.h"
#include "../../lib/io/au.h"
#include "../../lib/io/bytes.h"
#include "../../lib/io/csv.h"
#include "../../lib/io/sound.h"
#include "../../lib/squat/simulate/grade.h"

#define RATE (2000 / 7.0)		/* the headers say 286 */
#define LAG 0.69			/* samples */
#define GRADE "lab"

enum { LENGTHS = 4 };

/* Errors of the best published filter, offline VQF (Laidig & Seel 2023), on
 * the odd trials, measured in the same way; seconds 0: whole trials. */
static const struct { double s, plain, sync; } published[LENGTHS] = {
	{ 10, 0.885, 0.739 }, { 20, 0.705, 0.529 }, { 40, 0.610, 0.420 },
	{ 0, 0.554, 0.335 },
};

struct trial {
	struct pl_raw imu, truth;
	size_t first, last;		/* samples that count lie here */
};

struct score {
	double sum[2], worst;		/* plain and sync, deg */
	double in[2], samples;		/* within 1 and 2 SD, sync */
	int n;
};

static _Noreturn void
die(const char *name, const char *what)
{
	fprintf(stderr, "orient: %s: %s\n", name, what);
	exit(2);
}

static void
read_sound(struct pl_raw *r, const char *name)
{
	struct pl_bytes b;
	struct pl_fault f = { 0 };
	FILE *in = fopen(name, "rb");

	if (!in || pl_bytes_read(&b, in, pl_sound_is))
		die(name, "cannot be read");
	fclose(in);
	if (pl_sound_read(r, b.at, b.n, &f))
		die(name, f.why);
	pl_bytes_free(&b);
}

static void
read_truth(struct trial *t, const char *name)
{
	char path[4096];
	size_t n = strlen(name), i;

	if (n < 4 || strcmp(name + n - 4, ".wav") != 0)
		die(name, "must be NAME.wav");
	snprintf(path, sizeof path, "%.*s.truth.wav", (int)(n - 4), name);
	read_sound(&t->truth, path);
	if (t->truth.cols < 5)
		die(path, "must have 5 channels or more");
	t->first = t->truth.rows;
	t->last = 0;
	for (i = 0; i < t->truth.rows; i++)
		if (t->truth.col[4].x[i] == 1) {
			t->first = t->first < i ? t->first : i;
			t->last = i;
		}
}

static pl_vec
up(const double *const q[4], size_t i)
{
	return pl_quat_rotate(pl_quat_conj((pl_quat){ q[0][i], q[1][i],
	    q[2][i], q[3][i] }), (pl_vec){ 0, 0, 1 });
}

/* Up at row i + lag, on the straight line between rows. */
static pl_vec
up_at(const double *const q[4], size_t n, size_t i, double lag)
{
	double at = (double)i + lag, part;
	size_t j = (size_t)at;

	if (j + 1 >= n)
		j = n - 2;
	part = fmin(at - (double)j, 1);
	return pl_vec_add(pl_vec_scale(up(q, j), 1 - part),
	    pl_vec_scale(up(q, j + 1), part));
}

/* RMS over rows from.. of the n that q holds; all, or those that count. */
static int
judge(const struct trial *t, size_t from, size_t n, int all,
    const double *const q[4], const double *sd, struct score *to)
{
	const double *w[4] = { t->truth.col[0].x, t->truth.col[1].x,
	    t->truth.col[2].x, t->truth.col[3].x };
	double sum[2] = { 0, 0 }, seen = 0, e;
	size_t i;
	int l;

	for (i = 0; i < n; i++) {
		size_t j = from + i;

		if (pl_missing(w[0][j]) || pl_missing(q[0][i]) ||
		    (!all && t->truth.col[4].x[j] != 1))
			continue;
		seen++;
		for (l = 0; l < 2; l++) {
			pl_vec u = up_at(q, n, i, l * LAG), v = up(w, j);

			e = pl_atan2(pl_vec_norm(pl_vec_cross(u, v)),
			    pl_vec_dot(u, v));
			sum[l] += e * e;
		}
		to->in[0] += sd && e < sd[i];
		to->in[1] += sd && e < 2 * sd[i];
		to->samples++;
	}
	if (seen == 0)
		return 0;
	for (l = 0; l < 2; l++)
		to->sum[l] += sqrt(sum[l] / seen) / PL_DEG;
	to->worst = fmax(to->worst, sqrt(sum[1] / seen) / PL_DEG);
	to->n++;
	return 1;
}

static void
piece(const struct trial *t, size_t from, size_t n, int all,
    struct score *to)
{
	double *q[4], *sd, *mem = pl_mem_array(n, 5 * sizeof *mem);
	struct pl_orient is = pl_orient_usual;
	const double *x[6];
	int c;

	is.zero = pl_grade_find(GRADE)->acc_bias_mg * 1e-3 * PL_GRAVITY;
	if (!mem)
		die("pieces", "out of memory");
	for (c = 0; c < 6; c++)
		x[c] = t->imu.col[c].x + from;
	for (c = 0; c < 4; c++)
		q[c] = mem + (size_t)c * n;
	sd = mem + 4 * n;
	if (pl_orient_smooth(&is, x, x + 3, n, RATE, q, sd, NULL))
		die("pieces", "cannot be oriented");
	judge(t, from, n, all, (const double *const[]){ q[0], q[1], q[2],
	    q[3] }, sd, to);
	free(mem);
}

static void
cut(const struct trial *t, double seconds, struct score *to)
{
	size_t n = (size_t)(seconds * RATE), i;

	if (n == 0)
		piece(t, 0, t->imu.rows, 0, to);
	for (i = t->first; n && i + n <= t->last + 1; i += n)
		piece(t, i, n, 1, to);
}

static int
pieces(char **name)
{
	struct score s[LENGTHS] = { { .n = 0 } };
	int i;

	for (; *name; name++) {
		struct trial t = { .first = 0 };

		read_sound(&t.imu, *name);
		read_truth(&t, *name);
		if (t.imu.cols != 6 || t.imu.rows != t.truth.rows)
			die(*name, "must have 6 channels, as long as truth");
		for (i = 0; i < LENGTHS; i++)
			cut(&t, published[i].s, &s[i]);
		pl_raw_free(&t.imu);
		pl_raw_free(&t.truth);
	}
	printf("plain: as it is; sync: read %.2f samples later, by which these "
	    "recordings are late\nagainst their truth; SD of plumb-orient "
	    "--grade %s, the sensor being calibrated\n", LAG, GRADE);
	printf("%-8s%6s  %-15s%-15s%11s  %s\n", "length", "pieces",
	    "plain / sync", "offline VQF", "worst sync", "sync in 1, 2 SD");
	for (i = 0; i < LENGTHS; i++) {
		char length[16] = "whole";

		if (published[i].s > 0)
			snprintf(length, sizeof length, "%.0f s",
			    published[i].s);
		printf("%-8s%6d  %.3f / %.3f  %.3f / %.3f %11.2f  "
		    "%.0f %%, %.0f %%\n", length, s[i].n,
		    s[i].sum[0] / s[i].n, s[i].sum[1] / s[i].n,
		    published[i].plain, published[i].sync, s[i].worst,
		    100 * s[i].in[0] / s[i].samples,
		    100 * s[i].in[1] / s[i].samples);
	}
	return 0;
}

static int
whole(const char *name)
{
	static const char *const want[] = { "q_w", "q_x", "q_y", "q_z" };
	struct score s = { .n = 0 };
	struct trial t = { .first = 0 };
	struct pl_table made;
	struct pl_bytes b;
	struct pl_fault f = { 0 };
	const double *q[4];
	enum pl_err err;
	int c;

	read_truth(&t, name);
	if (pl_bytes_read(&b, stdin, pl_au_is))
		die("stdin", "cannot be read");
	pl_table_init(&made);
	err = pl_au_is(b.at, b.n) ? pl_au_read(&made, b.at, b.n, &f) :
	    pl_csv_read(&made, b.at, b.n, &f);
	for (c = 0; c < 4; c++)
		if (err || !(q[c] = pl_table_get(&made, want[c])))
			die("stdin", "no stream with q_w, q_x, q_y, q_z");
	if (made.rows != t.truth.rows)
		die(name, "the stream has not as many rows as the truth");
	if (!judge(&t, 0, made.rows, 0, q, NULL, &s))
		die(name, "no sample counts");
	printf("%.4f %.4f\n", s.sum[0], s.sum[1]);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[1], "pieces") == 0)
		return pieces(argv + 2);
	if (argc == 3 && strcmp(argv[1], "whole") == 0)
		return whole(argv[2]);
	fprintf(stderr, "usage: orient pieces NAME.wav ... | "
	    "orient whole NAME.wav <stream\n");
	return 2;
}
