/* plumb-orient - find how each sensor was turned; see plumb-orient(1) */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/dsp/stat.h"
#include "../lib/imu/check.h"
#include "../lib/imu/clip.h"
#include "../lib/imu/orient.h"
#include "../lib/squat/simulate/grade.h"
#include "cli.h"
#include "clip.h"
#include "renew.h"
#include "sensor.h"

enum { LAG, GRADE };

static const struct opt opts[] = {
	[LAG] = { 0, "lag", "S", OPT_NUMBER, 0, -1, 1,
	    "how late the sensor is, s, -1 to 1 (default 0)" },
	[GRADE] = { 0, "grade", "lab|consumer|poor", OPT_WORD, 0, 0, 0,
	    "how good the sensor is (default consumer)" },
	{ 0 }
};

/* What is worn has a specific force of this size most of the time, m/s^2: in g
 * it would be 1, and what falls, hangs from a spring or spins has another. */
#define FORCE_LO 5.0
#define FORCE_HI 15.0

static double *
add(struct pl_table *t, const char *prefix, const char *what)
{
	char name[SENSOR_NAME];

	snprintf(name, sizeof name, "%s%s", prefix, what);
	return cli_add(t, name);
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
	char name[SENSOR_NAME];
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

/* Without trunk axes those of an earlier run are of another attitude. */
static void
drop_angles(struct pl_table *t, const char *prefix)
{
	static const char *const word[] = { "lean_deg", "roll_deg",
	    "twist_deg", "lean_sd_deg" };
	char name[SENSOR_NAME];
	size_t i;

	for (i = 0; i < sizeof word / sizeof *word; i++) {
		snprintf(name, sizeof name, "%s%s", prefix, word[i]);
		pl_table_drop(t, name);
	}
}

/* The columns of a sensor without what it clips, which trunk axes hide: true
 * if any, and v[0] is to be freed. */
static bool
without_clipped(const struct pl_table *t, const char *prefix,
    const char *what, double least, const double *v[3])
{
	const double *own[3];

	if (!sensor_columns(t, prefix, what, sensor_own, own))
		memcpy(own, v, sizeof own);
	return clip_out(t, own, least, v);
}

/* The median size of the specific force; missing if no row has all of it. */
static double
force(const double *const acc[3], size_t n)
{
	double *size = pl_mem_array(n, sizeof *size), m;
	size_t i;

	if (!size)
		cli_die("out of memory");
	for (i = 0; i < n; i++)
		size[i] = sqrt(acc[0][i] * acc[0][i] + acc[1][i] * acc[1][i] +
		    acc[2][i] * acc[2][i]);
	m = pl_stat_median(size, n);
	free(size);
	return m;
}

static _Noreturn void
die_of_gravity(const char *prefix, double size)
{
	cli_die_at("%sacc: shows no gravity: its median size of %.3g m/s^2 is "
	    "%s: it must be the specific force in m/s^2, about 9.81 at rest",
	    prefix, size, size < FORCE_LO ? "too small" : size > FORCE_HI ?
	    "too large" : "right, but it points nowhere");
}

/* clipped is the sensor that clips, "" if none does. */
static _Noreturn void
die_of(enum pl_err err, const char *prefix, const char *clipped, double size)
{
	if (err == PL_ENOMEM)
		cli_die("out of memory");
	if (*clipped)
		cli_die_at("%s%s: clips so much that nothing is left to orient "
		    "by: set a wider range", prefix, clipped);
	if (err == PL_ESHORT)
		cli_die_at("%sacc: fewer than two rows without a missing "
		    "value: nothing to orient", prefix);
	die_of_gravity(prefix, size);
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
	bool both = sensor_columns(t, prefix, "gyr", axis, gyr);
	bool clips[2] = { false, false };
	enum pl_err err;
	double size;

	sensor_columns(t, prefix, "acc", axis, acc);
	clips[0] = without_clipped(t, prefix, "acc", PL_CLIP_ACC, acc);
	size = force(acc, t->rows);
	if (size < FORCE_LO || size > FORCE_HI)
		die_of_gravity(prefix, size);
	if (both)
		clips[1] = without_clipped(t, prefix, "gyr", PL_CLIP_GYR, gyr);
	err = pl_orient_smooth(is, acc, both ? gyr : NULL, t->rows, rate, q,
	    sd, found);
	if (err)
		die_of(err, prefix, clips[0] ? "acc" : clips[1] ? "gyr" : "",
		    size);
	free(clips[0] ? (double *)acc[0] : NULL);
	free(clips[1] ? (double *)gyr[0] : NULL);
	return both;
}

/* What is to be said of a sensor with a gyroscope. */
static void
tell(const char *prefix, const struct pl_oriented *found, double mean_sd)
{
	const double *bias = found->bias;
	double size = sqrt(bias[0] * bias[0] + bias[1] * bias[1] +
	    bias[2] * bias[2]) / PL_DEG;

	if (size > PL_ORIENT_BIAS / PL_DEG)
		cli_warn("%sgyr: a bias of %.0f deg/s: %s", prefix, size,
		    pl_check_row(PL_CHECK_GYR_OFF)->why);
	if (found->misfit > PL_ORIENT_MISFIT)
		cli_warn("%sgyr: does not fit the specific force (misfit %.1f, "
		    "usually below 0.3): %s", prefix, found->misfit,
		    pl_check_row(PL_CHECK_GYR_MISFIT)->why);
	cli_note("%sinclination within %.2f deg (SD); gyroscope: bias "
	    "%.2f %.2f %.2f deg/s taken off", prefix, mean_sd,
	    cli_plain(bias[0] / PL_DEG, 2), cli_plain(bias[1] / PL_DEG, 2),
	    cli_plain(bias[2] / PL_DEG, 2));
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
	if (v[LAG].x != 0)
		pl_orient_shift(q, sd, t->rows, v[LAG].x * rate);
	for (i = 0; i < t->rows; i++) {
		sd[i] /= PL_DEG;
		if (!pl_missing(sd[i]))
			mean += sd[i], seen++;
	}
	if (!seen)
		cli_warn("%sno attitude is left: --lag %s reads past the end",
		    prefix, v[LAG].s);
	if (axis == sensor_trunk)
		angles(t, prefix, (const double *const[]){ q[0], q[1], q[2],
		    q[3] }, sd);
	else
		drop_angles(t, prefix);
	if (both && seen)
		tell(prefix, &found, mean / (double)seen);
	else if (seen)
		cli_warn("%sno gyroscope: attitude is from gravity alone, "
		    "within %.0f deg (SD)", prefix, mean / (double)seen);
}

/* Orient each sensor, by the trunk's axes where it has them. */
static int
each(struct pl_table *t, const struct value *v, double rate)
{
	char prefix[SENSOR_PREFIX];
	const double *have[3];
	int found = 0;
	size_t c;

	for (c = 0; c < t->cols; c++) {
		const char *name = t->col[c].name;

		if (sensor_begins(name, sensor_trunk, prefix))
			orient(t, prefix, sensor_trunk, rate, v);
		else if (sensor_begins(name, sensor_own, prefix) &&
		    !sensor_columns(t, prefix, "acc", sensor_trunk, have))
			orient(t, prefix, sensor_own, rate, v);
		else
			continue;
		c = (size_t)pl_table_find(t, name);
		found++;
	}
	return found;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	double rate;

	(void)args;
	sensor_whole(t);
	rate = cli_rate(t);
	if (pl_table_get(t, "q_w"))
		renew_drop_later(t, "orient", "attitude");
	if (!each(t, v, rate))
		cli_need(t, "acc_x_m_s2");
	return CLI_OK;
}

const struct filter filter_orient = {
	"orient", "[FILE]", "find how each sensor was turned", opts, false,
	run
};
