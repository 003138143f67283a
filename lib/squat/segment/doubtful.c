#include "doubtful.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../imu/clip.h"
#include "doubt.h"

#define ROW(word, why) { word, "reps", 1, 0, PL_OF_SENSOR, 0, 0, 0, PL_MOST, \
	0, PL_MISSING, 0, PL_ALWAYS, why, "", PL_FIT }

/* What plumb-load would say of a repetition, by enum pl_doubt. */
static const struct pl_check checks[PL_DOUBTS] = {
	[PL_CLIPPED] = ROW("reps_clipped", "no load of these: an axis stood at "
	    "the end of its range; set a wider one"),
	[PL_HOLE] = ROW("reps_hole", "no load of these: too much is missing; "
	    "keep the receiver near"),
	[PL_NEVER_STILL] = ROW("reps_never_still", "no load of these: up is a "
	    "guess: see align_sd"),
	[PL_LEAN_BEYOND] = ROW("reps_lean", "no load of these: no rack holds a "
	    "bar at such a lean; is it a squat, and forward found right?"),
	[PL_SLIPPED] = ROW("reps_slipped", "no load of these: the strap "
	    "slipped between repetitions: align what is before and after "
	    "apart"),
};

/* A column of the sensor that a filter made, or NULL. */
static const double *
column(const struct pl_table *t, const struct pl_device *d, const char *what)
{
	char name[PL_DEVICE_NAME + 16];

	snprintf(name, sizeof name, "%.*s%s", d->prefix, d->name[0], what);
	return pl_table_get(t, name);
}

/* Rows at the end of a range, and rows without what a load needs. */
static void
mark(const struct pl_look *l, size_t n, const double *const need[3],
    unsigned char *clipped, unsigned char *missing)
{
	const struct pl_device *d = l->device;
	size_t i;
	int a;

	for (a = 0; a < 6 && !d->trunk; a++)
		if (a < 3 ? l->acc : l->gyr)
			pl_clip_find(&d->x[a / 3 * 3], a % 3, n, a < 3 ?
			    PL_CLIP_ACC : PL_CLIP_GYR, clipped);
	for (i = 0; i < n; i++)
		missing[i] = clipped[i] || pl_missing(need[0][i] + need[1][i] +
		    need[2][i]);
}

static enum pl_err
add(struct pl_findings *to, const struct pl_look *l,
    const struct pl_doubt_input *in, const unsigned char *why)
{
	double reps[PL_DOUBTS] = { 0 }, at_s[PL_DOUBTS];
	enum pl_err err = PL_OK;
	size_t i;
	int k;

	for (i = 0; i < in->n; i++)
		if (why[i] && (!i || !in->counts[i - 1] ||
		    in->cand[i] != in->cand[i - 1]) && reps[why[i]]++ == 0)
			at_s[why[i]] = pl_clock_at(&l->clock, i);
	for (k = PL_NO_DOUBT + 1; k < PL_DOUBTS && !err; k++) {
		struct pl_finding f = { .check = &checks[k], .value = reps[k],
		    .at_s = reps[k] > 0 ? at_s[k] : PL_MISSING,
		    .verdict = reps[k] > 0 ? PL_WARN : PL_FIT };

		snprintf(f.name, sizeof f.name, "%s", checks[k].name);
		if (f.verdict)
			snprintf(f.advice, sizeof f.advice, "%s",
			    checks[k].why);
		err = pl_findings_push(to, &f);
	}
	return err;
}

enum pl_err
pl_doubtful_add(struct pl_findings *to, const struct pl_table *t,
    const struct pl_look *l)
{
	const double *need[3] = { column(t, l->device, "acc_fwd_m_s2"),
	    column(t, l->device, "acc_up_m_s2"),
	    column(t, l->device, "gyr_right_rad_s") };
	unsigned char *flags = pl_mem_array(t->rows, 4);
	unsigned char *counts = flags, *why = flags + t->rows;
	struct pl_doubt_input in = { .n = t->rows, .counts = counts,
	    .cand = pl_table_get(t, "cand"), .rate_hz = l->clock.rate_hz,
	    .lean_deg = column(t, l->device, "lean_deg"),
	    .roll_deg = column(t, l->device, "roll_deg"),
	    .align_sd_deg = l->align_sd_deg };
	enum pl_err err = flags ? PL_OK : PL_ENOMEM;
	size_t reps;

	if (!err && need[0] && need[1] && need[2] && in.lean_deg &&
	    !pl_missing(in.rate_hz) && pl_doubt_counts(t, counts)) {
		in.clipped = why + t->rows;
		in.missing = in.clipped + t->rows;
		mark(l, t->rows, need, flags + 2 * t->rows,
		    flags + 3 * t->rows);
		err = pl_doubt_judge(&in, why, &reps);
		if (!err)
			err = add(to, l, &in, why);
	}
	free(flags);
	return err;
}
