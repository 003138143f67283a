#include "upright.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/imu/align.h"
#include "../lib/imu/calibrate.h"
#include "../lib/imu/check.h"
#include "cli.h"
#include "sensor.h"
#include "stream.h"

/* What an alignment is worth, SD in degrees: see align.h. */
#define SD_STANDING PL_ALIGN_SD_STOOD_DEG
#define SD_DATA PL_ALIGN_SD_SEEN_DEG
#define SD_NO_STANCE 8.0
#define SD_MOST 90.0		/* from there it is no direction at all */

#define APART 2.0	/* SDs between two stances of one sensor: 1 in 20 */
#define AXIS_OFF (45 * PL_DEG)	/* of an axis: another would be nearer */

#define DOUBT(found, ...) ((found)->doubted = true, cli_warn(__VA_ARGS__))

pl_vec
upright_axis(const char *option, const char *text)
{
	double sign = *text == '-' ? -1 : 1;
	const char *p = text + (*text == '-' || *text == '+');

	if (!*p || p[1] || !strchr("xyz", *p))
		cli_die("--%s: '%s': must be x, y, z, -x, -y or -z", option,
		    text);
	return (pl_vec){ *p == 'x' ? sign : 0, *p == 'y' ? sign : 0,
	    *p == 'z' ? sign : 0 };
}

bool
upright_sensor(const struct pl_table *t, const char *prefix,
    const double *acc[3], const double *gyr[3])
{
	return sensor_columns(t, prefix, "acc", sensor_own, acc) &&
	    sensor_columns(t, prefix, "gyr", sensor_own, gyr);
}

/* Up in the recording of --standing. */
static pl_vec
standing(const struct upright_wish *w)
{
	const char *place = cli_place(NULL);
	const double *acc[3], *gyr[3];
	struct pl_upright u;
	struct pl_table t;
	enum pl_err err;
	double rate;

	stream_read(&t, w->standing);
	if (!upright_sensor(&t, w->prefix, acc, gyr)) {
		cli_need(&t, "acc_x_m_s2");
		cli_need(&t, "gyr_x_rad_s");
		cli_die_at("no %sacc and %sgyr columns", w->prefix, w->prefix);
	}
	rate = cli_rate(&t);
	if (w->poses)
		poses_apply(w->poses, acc, t.rows);
	err = pl_calibrate_upright(acc, gyr, t.rows, rate, &u);
	if (w->poses)
		free((double *)acc[0]);
	if (err == PL_ENOMEM)
		cli_die("out of memory");
	if (err || u.quiet_s < PL_UPRIGHT_QUIET_S)
		cli_die_at("no quiet standing in it: stand still for 5 s");
	cli_note("stands quietly for %.1f s, within %.1f deg", u.quiet_s,
	    u.sd_rad / PL_DEG);
	pl_table_free(&t);
	cli_place(place);
	return u.up;
}

static double
angle(pl_vec a, pl_vec b)
{
	return pl_atan2(pl_vec_norm(pl_vec_cross(a, b)), pl_vec_dot(a, b));
}

/* What the stance of a recording itself is worth. */
static double
own_sd(const struct pl_upright *own)
{
	return own->quiet_s < PL_UPRIGHT_QUIET_S ? SD_NO_STANCE : SD_DATA;
}

/*
 * A standing recording whose sensor sat otherwise looks like any other, but
 * for where gravity points: the same wearer stands in the recording, too.
 * Which of the two is wrong cannot be told, so their angle is the SD.
 */
static void
compare(const struct upright_wish *w, const struct pl_upright *own,
    struct upright *found)
{
	double apart = angle(found->up, own->up) / PL_DEG, sd = own_sd(own);

	if (apart <= APART * sqrt(SD_STANDING * SD_STANDING + sd * sd))
		return;
	DOUBT(found, "%sstands %.0f deg from up in --standing %s: of another "
	    "day, or the sensor put on anew? give this day's, or none",
	    w->prefix, apart, w->standing);
	found->sd_deg = fmin(apart, SD_MOST);
}

struct upright
upright_find(const struct upright_wish *w, const double *const acc[3],
    const double *const gyr[3], size_t n)
{
	struct upright found = { .sd_deg = SD_STANDING };
	enum pl_err err;
	struct pl_upright own;

	err = pl_calibrate_upright(acc, gyr, n, w->rate_hz, &own);
	if (err && err != PL_ESTATE)
		cli_die_at("%s", pl_err_phrase(err));
	if (w->standing) {
		found.up = standing(w);
		if (w->up && angle(found.up, upright_axis("up", w->up)) >
		    AXIS_OFF)
			DOUBT(&found, "--up %s lies more than 45 deg from up "
			    "in %s", w->up, w->standing);
		if (!err)
			compare(w, &own, &found);
		return found;
	}
	if (w->up) {
		found.up = upright_axis("up", w->up);
		found.sd_deg = SD_DATA;
		return found;
	}
	if (err)
		cli_die_at("%sacc: too short to tell up: nowhere 0.5 s without "
		    "a hole", w->prefix);
	cli_note("%sup from %.1f s of quiet standing, within %.1f deg",
	    w->prefix, own.quiet_s, own.sd_rad / PL_DEG);
	found.up = own.up;
	found.sd_deg = own_sd(&own);
	if (own.quiet_s < PL_UPRIGHT_QUIET_S)
		DOUBT(&found, "%snever stands still, so %s", w->prefix,
		    pl_check_row(PL_CHECK_STANCE)->why);
	return found;
}
