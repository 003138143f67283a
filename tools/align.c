/* plumb-align - find the trunk's axes in a sensor's; see plumb-align(1) */
#include <stdio.h>
#include <stdlib.h>

#include "../lib/base/mem.h"
#include "../lib/base/trig.h"
#include "../lib/imu/align.h"
#include "../lib/imu/calibrate.h"
#include "../lib/imu/check.h"
#include "../lib/imu/rest.h"
#include "athlete.h"
#include "cli.h"
#include "place.h"
#include "poses.h"
#include "renew.h"
#include "sensor.h"
#include "upright.h"

enum { STANDING, FORWARD, UP, LEAN, ATHLETE, POSES, PLACE, STRICT };

static const struct opt opts[] = {
	[STANDING] = { 0, "standing", "CAL", OPT_WORD, 0, 0, 0,
	    "quiet standing, a stream that plumb-read wrote" },
	[FORWARD] = { 0, "forward", "AXIS", OPT_WORD, 0, 0, 0,
	    "sensor axis that points forward: x, -y, ..." },
	[UP] = { 0, "up", "AXIS", OPT_WORD, 0, 0, 0,
	    "sensor axis that points up the trunk" },
	[LEAN] = { 0, "neutral-lean", "DEG", OPT_NUMBER, 0,
	    -ATHLETE_LEAN_HI_DEG, ATHLETE_LEAN_HI_DEG,
	    "lean of the trunk in the reference stance" },
	[ATHLETE] = { 0, "athlete", "FILE", OPT_WORD, 0, 0, 0,
	    "what is known of the lifter: neutral-lean counts here" },
	[POSES] = { 0, "poses", "FILE", OPT_WORD, 0, 0, 0,
	    "the sensor still in six poses or more: calibrates acc" },
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "where the sensor is; bar, wrist, thigh: bias only" },
	[STRICT] = { 0, "strict", NULL, OPT_FLAG, 0, 0, 0,
	    "exit 1 if anything could not be decided" },
	{ 0 }
};

static bool undecided;
static double neutral_lean_deg;

#define DOUBT(...) (undecided = true, cli_warn(__VA_ARGS__))

static void
unbias(struct pl_table *t, const char *prefix, const double *const acc[3],
    const double *const gyr[3], double rate)
{
	unsigned char *rest = pl_mem_array(t->rows, 1);
	double bias[3] = { 0 };
	char name[96];
	size_t i;
	int c;

	if (!rest || pl_rest_find(acc, gyr, t->rows, rate, rest))
		cli_die("out of memory");
	if (pl_calibrate_bias(gyr, rest, t->rows, rate, bias))
		cli_note("%sgyroscope: less than 1 s of rest, so its bias "
		    "is left in", prefix);
	else
		cli_note("%sgyroscope: bias %.2f %.2f %.2f deg/s removed",
		    prefix, cli_plain(bias[0] / PL_DEG, 2),
		    cli_plain(bias[1] / PL_DEG, 2),
		    cli_plain(bias[2] / PL_DEG, 2));
	for (c = 0; c < 3; c++) {
		double *x;

		snprintf(name, sizeof name, "%sgyr_%c_rad_s", prefix, 'x' + c);
		x = pl_table_edit(t, name);
		for (i = 0; i < t->rows; i++)
			x[i] -= bias[c];
	}
	free(rest);
}

/* Add the six trunk columns and what the alignment is worth. */
static void
add_trunk(struct pl_table *t, const char *prefix, const struct pl_align *a,
    const double *const acc[3], const double *const gyr[3], double sd_deg)
{
	double *to[3], *sd;
	char name[96];
	size_t i;
	int s, c;

	for (s = 0; s < 2; s++) {
		for (c = 0; c < 3; c++) {
			snprintf(name, sizeof name, "%s%s_%s_%s", prefix,
			    s ? "gyr" : "acc", sensor_trunk[c],
			    s ? "rad_s" : "m_s2");
			to[c] = cli_add(t, name);
		}
		pl_align_apply(a, s ? gyr : acc, t->rows, to);
	}
	snprintf(name, sizeof name, "%salign_sd_deg", prefix);
	sd = cli_add(t, name);
	for (i = 0; i < t->rows; i++)
		sd[i] = sd_deg;
}

static void
trunk(struct pl_table *t, const char *prefix, const struct value *v,
    double rate)
{
	const double *acc[3], *gyr[3];
	struct pl_align_known known = { { 0, 0, 0 }, { 0, 0, 0 } };
	struct pl_poses read, *poses = NULL;
	struct pl_align a;
	enum pl_err err;
	struct upright u;

	upright_sensor(t, prefix, acc, gyr);
	if (v[POSES].given) {
		enum poses_told told = poses_read(v[POSES].s, prefix, &read);

		undecided = undecided || told != POSES_ALL;
		poses = told == POSES_NOTHING ? NULL : &read;
	}
	if (poses)
		poses_apply(poses, acc, t->rows);
	u = upright_find(&(struct upright_wish){ v[STANDING].s, v[UP].s,
	    prefix, poses, rate }, acc, gyr, t->rows);
	undecided = undecided || u.doubted;
	known.up = u.up;
	if (v[FORWARD].given)
		known.fwd = upright_axis("forward", v[FORWARD].s);
	err = pl_align_find(acc, gyr, t->rows, rate, &known, &a);
	if (err == PL_ERANGE)
		cli_die_at("--forward %s points up or down in this recording",
		    v[FORWARD].s);
	if (err)
		cli_die_at("cannot tell the axes: %s", pl_err_phrase(err));
	cli_note("%sforward %.3f %.3f %.3f, up %.3f %.3f %.3f; about the axis "
	    "of flexion %.0f %% of the turning, forward %.0f %% of the "
	    "leaning; SD %.1f deg", prefix, cli_plain(a.fwd.x, 3),
	    cli_plain(a.fwd.y, 3), cli_plain(a.fwd.z, 3),
	    cli_plain(a.up.x, 3), cli_plain(a.up.y, 3), cli_plain(a.up.z, 3),
	    100 * a.axis_share, cli_plain(100 * a.sign_share, 0), u.sd_deg);
	if (!v[FORWARD].given && a.axis_share < PL_ALIGN_AXIS_CLEAR)
		DOUBT("%sonly %.0f %% of the turning is about one axis, so %s",
		    prefix, 100 * a.axis_share,
		    pl_check_row(PL_CHECK_FLEXION_SHARE)->why);
	if (!v[FORWARD].given && a.sign_share < PL_ALIGN_SIGN_CLEAR)
		DOUBT("%sleans about as far one way as the other, so %s",
		    prefix, pl_check_row(PL_CHECK_FORWARD_SHARE)->why);
	if (v[FORWARD].given && a.sign_share < -PL_ALIGN_SIGN_CLEAR)
		DOUBT("%sleans against --forward %s", prefix, v[FORWARD].s);
	pl_align_lean(&a, neutral_lean_deg * PL_DEG);
	add_trunk(t, prefix, &a, acc, gyr, u.sd_deg);
	if (poses)
		free((double *)acc[0]);
}

/* Take out what an earlier align left, when this is no trunk; returns where
 * the sensor's first column is then. */
static size_t
drop_trunk(struct pl_table *t, const char *prefix)
{
	static const char *const word[] = { "acc_fwd_m_s2", "acc_up_m_s2",
	    "acc_right_m_s2", "gyr_fwd_rad_s", "gyr_up_rad_s",
	    "gyr_right_rad_s", "align_sd_deg" };
	char name[96];
	size_t i;

	for (i = 0; i < sizeof word / sizeof *word; i++) {
		snprintf(name, sizeof name, "%s%s", prefix, word[i]);
		pl_table_drop(t, name);
	}
	snprintf(name, sizeof name, "%sacc_x_m_s2", prefix);
	return (size_t)pl_table_find(t, name);
}

static void
need_gyroscope(const struct pl_table *t)
{
	if (!pl_table_get(t, "gyr_x_rad_s"))
		cli_die_at("gyr_x_rad_s: no such column: %s",
		    pl_check_row(PL_CHECK_GYR_AXES)->why);
}

/* Align each sensor that has both of its halves; how many there are. */
static int
each(struct pl_table *t, const struct value *v, double rate)
{
	const double *acc[3], *gyr[3];
	char prefix[SENSOR_PREFIX];
	int found = 0;
	size_t c;

	for (c = 0; c < t->cols; c++) {
		if (!sensor_begins(t->col[c].name, sensor_own, prefix))
			continue;
		if (!upright_sensor(t, prefix, acc, gyr)) {
			if (!*prefix)
				need_gyroscope(t);
			cli_warn("%sacc: no gyroscope beside it: not aligned",
			    prefix);
			continue;
		}
		found++;
		unbias(t, prefix, acc, gyr, rate);
		if (place_of_trunk(*prefix ? prefix : v[PLACE].s))
			trunk(t, prefix, v, rate);
		else
			c = drop_trunk(t, prefix);
	}
	return found;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct said said[ATHLETE_KEYS] = { { 0 } };
	double rate;

	(void)args;
	if (v[PLACE].given && !place_known(v[PLACE].s))
		cli_die("-p %s: no such place; %s", v[PLACE].s, place_list());
	if (v[POSES].given && !place_of_trunk(v[PLACE].s))
		cli_die("--poses: changes the axes of the trunk alone, and -p "
		    "%s has none", v[PLACE].s);
	if (v[UP].given && v[FORWARD].given &&
	    pl_vec_dot(upright_axis("up", v[UP].s),
	    upright_axis("forward", v[FORWARD].s)))
		cli_die("--up %s --forward %s: must lie across each other",
		    v[UP].s, v[FORWARD].s);
	sensor_whole(t);
	rate = cli_rate(t);
	undecided = false;
	if (v[ATHLETE].given)
		athlete_read(v[ATHLETE].s, said);
	athlete_win(&said[ATHLETE_NEUTRAL_LEAN], "--neutral-lean", &v[LEAN]);
	neutral_lean_deg = athlete_neutral_lean(&said[ATHLETE_NEUTRAL_LEAN]);
	renew_drop_later(t, "align", "axes");
	if (!each(t, v, rate)) {
		cli_need(t, "acc_x_m_s2");
		need_gyroscope(t);
	}
	return undecided && v[STRICT].given ? CLI_NO : CLI_OK;
}

const struct filter filter_align = {
	"align", "[FILE]", "find the trunk's axes in a sensor's", opts, false,
	run
};
