/* load_input.c - what plumb-load takes from the stream, and from a baseline */
#include "load_input.h"

#include <stdio.h>
#include <stdlib.h>

#include "../lib/base/mem.h"
#include "../lib/dsp/stat.h"
#include "../lib/imu/clip.h"
#include "cli.h"
#include "clip.h"
#include "renew.h"
#include "sensor.h"
#include "stream.h"
#include "words.h"

double
load_input_align_sd(const struct pl_table *t, const char *prefix)
{
	const double *sd;
	char name[64];
	size_t i;

	snprintf(name, sizeof name, "%salign_sd_deg", prefix);
	sd = pl_table_get(t, name);
	for (i = 0; sd && i < t->rows; i++)
		if (!pl_missing(sd[i]))
			return sd[i];
	return PL_MISSING;
}

static const double *
need(const struct pl_table *t, const char *prefix, const char *name)
{
	char whole[64];

	snprintf(whole, sizeof whole, "%s%s", prefix, name);
	return cli_need(t, whole);
}

/* Rows in which the sensor stood at the end of its range are missing; mark,
 * if not NULL, has them. */
static void
measured(const struct pl_table *t, const char *prefix, const char *what,
    double least, const double *v[3], unsigned char *mark, double **own)
{
	const double *raw[3], *was = v[0];
	size_t i;

	*own = NULL;
	if (!sensor_columns(t, prefix, what, sensor_own, raw) ||
	    !clip_out(t, raw, least, v))
		return;
	*own = (double *)v[0];
	for (i = 0; mark && i < t->rows; i++)
		mark[i] |= pl_missing(v[0][i]) && !pl_missing(was[i]);
}

static void
move(struct pl_motion *m, const struct pl_table *t, const char *prefix,
    unsigned char *clipped)
{
	const double *acc[3] = { need(t, prefix, "acc_fwd_m_s2"),
	    need(t, prefix, "acc_up_m_s2"), NULL };
	const double *gyr[3] = { need(t, prefix, "gyr_right_rad_s"), NULL,
	    NULL };
	double rate = cli_rate(t), *own[2];

	acc[2] = acc[1];
	gyr[1] = gyr[2] = gyr[0];
	measured(t, prefix, "acc", PL_CLIP_ACC, acc, clipped, &own[0]);
	measured(t, prefix, "gyr", PL_CLIP_GYR, gyr, clipped, &own[1]);
	if (pl_moment_motion(m, acc[1], acc[0], gyr[0], t->rows, rate))
		cli_die("out of memory");
	free(own[0]);
	free(own[1]);
	if (!*prefix && !pl_moment_smooths(rate))
		cli_warn("%g rows/s: too few for the %g Hz low-pass: moments "
		    "are not smoothed", rate, PL_MOMENT_CUTOFF_HZ);
}

/* A sensor on the lower trunk, if there is one with its lean. */
static void
find_lower(struct known *k, struct pl_table *t)
{
	static const char *const places[] = { "t12", "sacrum" };
	const double *upper = pl_table_get(t, "lean_deg"), *lean;
	char name[32], prefix[16];
	double *flexion;
	size_t i, p;

	for (p = 0; p < 2; p++) {
		snprintf(prefix, sizeof prefix, "%s_", places[p]);
		snprintf(name, sizeof name, "%sacc_up_m_s2", prefix);
		if (pl_table_get(t, name))
			break;
	}
	if (p == 2)
		return;
	snprintf(name, sizeof name, "%slean_deg", prefix);
	lean = pl_table_get(t, name);
	if (!upper || !lean) {
		cli_warn("%s: no such column: plumb-orient makes it: the "
		    "trunk is taken for one piece", upper ? name : "lean_deg");
		return;
	}
	k->lower_clipped = pl_mem_array(t->rows, 1);
	if (!k->lower_clipped)
		cli_die("out of memory");
	move(&k->lower, t, prefix, k->lower_clipped);
	snprintf(k->lower_prefix, sizeof k->lower_prefix, "%s", prefix);
	k->lower_at = pl_body_find_place(places[p])->at;
	flexion = renew_add(t, "thoracic_deg");
	for (i = 0; i < t->rows; i++)
		flexion[i] = upper[i] - lean[i];
	k->flexion_deg = flexion;
	k->sine = pl_mem_array(t->rows, sizeof *k->sine);
	k->cosine = pl_mem_array(t->rows, sizeof *k->cosine);
	if (!k->sine || !k->cosine)
		cli_die("out of memory");
	pl_links_turn(flexion, t->rows, k->sine, k->cosine);
	cli_note("two pieces: %s turns the slices below T12/L1", places[p]);
}

/* Which rows are of repetitions; NULL without candidates. */
static unsigned char *
counted(const struct pl_table *t)
{
	unsigned char *counts = pl_mem_array(t->rows, 1);

	if (!counts)
		cli_die("out of memory");
	if (pl_doubt_counts(t, counts))
		return counts;
	free(counts);
	return NULL;
}

/* Why the load of a repetition cannot be told, in words. */
static void
add_reasons(const struct known *k, struct pl_table *t)
{
	double index[PL_DOUBTS], *x = renew_add(t, "load_reason");
	size_t i;
	int w;

	for (w = PL_NO_DOUBT + 1; w < PL_DOUBTS; w++)
		index[w] = words_index(t, "load_reason", pl_doubt_word(w));
	for (i = 0; i < t->rows; i++)
		if (k->why[i] != PL_NO_DOUBT)
			x[i] = index[k->why[i]];
}

/* What can be wrong with one sensor; returns of how many repetitions the load
 * cannot be told so far. */
static size_t
judge(struct known *k, const struct pl_table *t, const char *prefix,
    const struct pl_motion *m, const unsigned char *clipped, double align_sd)
{
	struct pl_doubt_input in = { .n = t->rows, .cand = k->reps.cand,
	    .counts = k->reps.counts, .clipped = clipped,
	    .rate_hz = cli_rate(t), .align_sd_deg = align_sd };
	unsigned char *missing = pl_mem_array(t->rows, 1);
	char name[64];
	size_t i, reps;

	if (!missing)
		cli_die("out of memory");
	for (i = 0; i < t->rows; i++)
		missing[i] = pl_missing(m->up[i] + m->fwd[i] + m->alpha[i]);
	in.missing = missing;
	snprintf(name, sizeof name, "%slean_deg", prefix);
	in.lean_deg = pl_table_get(t, name);
	snprintf(name, sizeof name, "%sroll_deg", prefix);
	in.roll_deg = pl_table_get(t, name);
	if (pl_doubt_judge(&in, k->why, &reps))
		cli_die("out of memory");
	free(missing);
	return reps;
}

size_t
load_input(struct known *k, struct pl_table *t)
{
	unsigned char *clipped = pl_mem_array(t->rows, 1);
	size_t reps = 0;

	if (!clipped)
		cli_die("out of memory");
	move(&k->motion, t, "", clipped);
	find_lower(k, t);
	k->reps.counts = counted(t);
	if (k->reps.counts) {
		k->why = pl_mem_array(t->rows, 1);
		if (!k->why)
			cli_die("out of memory");
		k->reps.cand = pl_table_get(t, "cand");
		k->reps.set = pl_table_get(t, "set");
		reps = judge(k, t, "", &k->motion, clipped,
		    k->sds.sd[PL_IN_ALIGN]);
		if (k->flexion_deg)
			reps = judge(k, t, k->lower_prefix, &k->lower,
			    k->lower_clipped, load_input_align_sd(t,
			    k->lower_prefix));
		add_reasons(k, t);
	}
	free(clipped);
	return reps;
}

void
load_input_free(struct known *k)
{
	pl_moment_motion_free(&k->motion);
	pl_moment_motion_free(&k->lower);
	free(k->lower_clipped);
	free(k->sine);
	free(k->cosine);
	free((void *)k->reps.counts);
	free(k->why);
}

double
load_input_baseline(const char *path, const struct pl_level *l)
{
	const char *place = cli_place(NULL);
	const double *peak;
	struct pl_table t;
	char name[64];
	size_t i, n = 0;
	double *x, median;

	stream_read(&t, path);
	snprintf(name, sizeof name, "moment_%s_peak_nm", l->name);
	peak = pl_table_get(&t, name);
	if (!peak || pl_table_find(&t, "class") < 0)
		cli_die_at("%s: no such column: a baseline is a rep table, as "
		    "plumb-reps makes it of a stream with this load",
		    peak ? "class" : name);
	x = pl_mem_array(t.rows, sizeof *x);
	if (!x)
		cli_die("out of memory");
	for (i = 0; i < t.rows; i++)
		if (pl_table_says(&t, pl_table_find(&t, "class"), i, "work"))
			x[n++] = peak[i];
	median = pl_stat_median(x, n);
	if (!(median > 0))
		cli_die_at("%s: no work whose median is above 0: no baseline",
		    name);
	free(x);
	pl_table_free(&t);
	cli_place(place);
	return median;
}
