/* plumb-orient - find how each sensor was turned; see plumb-orient(1) */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/imu/clip.h"
#include "../lib/imu/orient.h"
#include "../lib/squat/grade.h"
#include "cli.h"
#include "clip.h"

enum { LAG, GRADE };

static const struct opt opts[] = {
	[LAG] = { 0, "lag", "S", OPT_NUMBER, 0, -1, 1,
	    "the sensor is known to be late by this" },
	[GRADE] = { 0, "grade", "lab|consumer|poor", OPT_WORD, 0, 0, 0,
	    "how good the sensor is (default consumer)" },
	{ 0 }
};

static const char *const trunk_axis[] = { "fwd", "up", "right" };
static const char *const sensor_axis[] = { "x", "y", "z" };

enum { PREFIX = 64, ROOM = 96 };	/* bytes of a name of ours */

static double *
add(struct pl_table *t, const char *prefix, const char *what)
{
	char name[ROOM];

	snprintf(name, sizeof name, "%s%s", prefix, what);
	return cli_add(t, name);
}

/* Three columns of a sensor; false if any is absent. */
static bool
triple(const struct pl_table *t, const char *prefix, const char *what,
    const char *const axis[3], const char *unit, const double *v[3])
{
	char name[ROOM];
	int c;

	for (c = 0; c < 3; c++) {
		snprintf(name, sizeof name, "%s%s_%s_%s", prefix, what,
		    axis[c], unit);
		v[c] = pl_table_get(t, name);
	}
	return v[0] && v[1] && v[2];
}

/* Lean, roll and twist of the trunk: X forward, Y up, Z right. */
static void
angles(struct pl_table *t, const char *prefix, const double *const q[4],
    const double *incl_sd)
{
	double *lean = add(t, prefix, "lean_deg");
	double *roll = add(t, prefix, "roll_deg");
	double *twist = add(t, prefix, "twist_deg");
	double *lean_sd = add(t, prefix, "lean_sd_deg");
	double first = NAN, last = 0, turns = 0;
	const double *align_sd;
	char name[ROOM];
	size_t i;

	snprintf(name, sizeof name, "%salign_sd_deg", prefix);
	align_sd = pl_table_get(t, name);
	for (i = 0; i < t->rows; i++) {
		double w = q[0][i], x = q[1][i], y = q[2][i], z = q[3][i];
		double up[3] = { 2 * (x * z - w * y), 2 * (y * z + w * x),
		    1 - 2 * (x * x + y * y) };
		/* the right axis stays level however far the trunk leans */
		double head = pl_atan2(2 * (w * x - y * z),
		    2 * (x * z + w * y));
		double a = align_sd ? align_sd[i] : 0;

		if (pl_missing(w))
			continue;
		lean[i] = pl_atan2(-up[0], up[1]) / PL_DEG;
		roll[i] = pl_atan2(-up[2], sqrt(up[0] * up[0] +
		    up[1] * up[1])) / PL_DEG;
		if (pl_missing(first))
			first = last = head;
		turns += floor((last - head) / (2 * PL_PI) + 0.5);
		last = head;
		twist[i] = (head - first + 2 * PL_PI * turns) / PL_DEG;
		lean_sd[i] = sqrt(incl_sd[i] * incl_sd[i] + a * a);
	}
}

/* The columns of a sensor without what it clips, which trunk axes hide: true
 * if any, and v[0] is to be freed. */
static bool
without_clipped(const struct pl_table *t, const char *prefix,
    const char *what, const char *unit, double least, const double *v[3])
{
	const double *own[3];

	if (!triple(t, prefix, what, sensor_axis, unit, own))
		memcpy(own, v, sizeof own);
	return clip_out(t, own, least, v);
}

/* clipped is the sensor that clips, "" if none does. */
static _Noreturn void
die_of(enum pl_err err, const char *prefix, const char *clipped)
{
	if (err == PL_ENOMEM)
		cli_die("out of memory");
	if (*clipped)
		cli_die_at("%s%s: clips so much that nothing is left to orient "
		    "by: set a wider range", prefix, clipped);
	if (err == PL_ESHORT)
		cli_die_at("%sacc: fewer than two rows without a missing "
		    "value: nothing to orient", prefix);
	cli_die_at("%sacc: shows no gravity: it must be the specific force in "
	    "m/s^2, about 9.81 at rest", prefix);
}

/* What is to be believed of a sensor of that grade. */
static struct pl_orient
believe(const char *name)
{
	const struct pl_grade *g = pl_grade_find(name ? name : "consumer");
	struct pl_orient is = pl_orient_usual;
	double walks;

	if (!g || !(g->gyr_walk_deg_s > 0))
		cli_die("--grade %s: must be lab, consumer or poor", name);
	is.zero = g->acc_bias_mg * 1e-3 * PL_GRAVITY;
	is.bias = g->gyr_bias_deg_s * PL_DEG;
	/* a bias that stays within its SD walks SD sqrt(2 / bias_s) */
	walks = g->gyr_bias_deg_s / g->gyr_walk_deg_s;
	is.bias_s = 2 * walks * walks;
	return is;
}

/* Attitude of one sensor, or die; true if it has a gyroscope. */
static bool
smooth(const struct pl_table *t, const char *prefix,
    const char *const axis[3], const struct pl_orient *is, double rate,
    double *const q[4], double *sd, struct pl_oriented *found)
{
	const double *acc[3], *gyr[3];
	bool both = triple(t, prefix, "gyr", axis, "rad_s", gyr);
	bool clips[2] = { false, false };
	enum pl_err err;

	triple(t, prefix, "acc", axis, "m_s2", acc);
	clips[0] = without_clipped(t, prefix, "acc", "m_s2", PL_CLIP_ACC, acc);
	if (both)
		clips[1] = without_clipped(t, prefix, "gyr", "rad_s",
		    PL_CLIP_GYR, gyr);
	err = pl_orient_smooth(is, acc, both ? gyr : NULL, t->rows, rate, q,
	    sd, found);
	if (err)
		die_of(err, prefix, clips[0] ? "acc" : clips[1] ? "gyr" : "");
	free(clips[0] ? (double *)acc[0] : NULL);
	free(clips[1] ? (double *)gyr[0] : NULL);
	return both;
}

static void
orient(struct pl_table *t, const char *prefix, const char *const axis[3],
    double rate, const struct value *v)
{
	const struct pl_orient is = believe(v[GRADE].s);
	struct pl_oriented found;
	double mean = 0, *q[4], *sd;
	size_t i, seen = 0;
	bool both;

	for (i = 0; i < 4; i++)
		q[i] = add(t, prefix, (const char *const[]){ "q_w", "q_x",
		    "q_y", "q_z" }[i]);
	sd = add(t, prefix, "incl_sd_deg");
	both = smooth(t, prefix, axis, &is, rate, q, sd, &found);
	if (both && found.misfit > 1)
		cli_warn("%sgyr: does not fit the specific force (%.1f times "
		    "what is allowed): is it in rad/s, its axes those of acc, "
		    "not clipped? up may be wrong by more than incl_sd_deg",
		    prefix, found.misfit);
	if (v[LAG].x != 0)
		pl_orient_shift(q, sd, t->rows, v[LAG].x * rate);
	for (i = 0; i < t->rows; i++) {
		sd[i] /= PL_DEG;
		if (!pl_missing(sd[i]))
			mean += sd[i], seen++;
	}
	if (axis == trunk_axis)
		angles(t, prefix, (const double *const[]){ q[0], q[1], q[2],
		    q[3] }, sd);
	mean /= seen ? (double)seen : NAN;
	if (both)
		cli_note("%sinclination within %.2f deg (SD); gyroscope: bias "
		    "%.2f %.2f %.2f deg/s taken off", prefix, mean,
		    found.bias[0] / PL_DEG, found.bias[1] / PL_DEG,
		    found.bias[2] / PL_DEG);
	else
		cli_note("%sinclination within %.1f deg (SD); no gyroscope: "
		    "from gravity alone", prefix, mean);
}

/* The prefix of a column that begins a sensor, by what follows it. */
static bool
begins(const char *name, const char *what, char prefix[PREFIX])
{
	size_t n = strlen(name), k = strlen(what);

	if (n < k || n - k >= PREFIX ||
	    strcmp(name + n - k, what) != 0 ||
	    (n > k && name[n - k - 1] != '_'))
		return false;
	snprintf(prefix, PREFIX, "%.*s", (int)(n - k), name);
	return true;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const double *have[3];
	char prefix[PREFIX];
	double rate;
	size_t c;

	(void)args;
	if (!triple(t, "", "acc", trunk_axis, "m_s2", have)) {
		cli_need(t, "acc_x_m_s2");
		cli_need(t, "acc_y_m_s2");
		cli_need(t, "acc_z_m_s2");
	}
	rate = cli_rate(t);
	for (c = 0; c < t->cols; c++)
		if (begins(t->col[c].name, "acc_fwd_m_s2", prefix) &&
		    triple(t, prefix, "acc", trunk_axis, "m_s2", have))
			orient(t, prefix, trunk_axis, rate, v);
		else if (begins(t->col[c].name, "acc_x_m_s2", prefix) &&
		    !triple(t, prefix, "acc", trunk_axis, "m_s2", have) &&
		    triple(t, prefix, "acc", sensor_axis, "m_s2", have))
			orient(t, prefix, sensor_axis, rate, v);
	return CLI_OK;
}

const struct filter filter_orient = {
	"orient", "[FILE]", "find how each sensor was turned", opts, false,
	run
};
