/* segment_input.c - what plumb-segment takes from the stream */
#include "segment_input.h"

#include <math.h>
#include <stdlib.h>

#include "../lib/base/mem.h"
#include "../lib/base/quat.h"
#include "../lib/dsp/stat.h"
#include "../lib/imu/calibrate.h"
#include "../lib/imu/rest.h"
#include "cli.h"
#include "place.h"

#define RATE_MEAN_S 0.1		/* the rate of lean is a mean over this */
#define BENT (70 * PL_DEG)
#define UPRIGHT (45 * PL_DEG)	/* about how a trunk stands between squats */

static void *
need_memory(void *p)
{
	if (!p)
		cli_die("out of memory");
	return p;
}

static void
need_library(enum pl_err err)
{
	if (err)
		cli_die_at("%s", pl_err_phrase(err));
}

/* The sensor's columns; true if they are the trunk's axes.  Without a gyroscope
 * what needs one is given a sensor that never turns. */
static bool
columns(const struct pl_table *t, struct segment_input *in)
{
	static const char *const name[2][6] = {
		{ "acc_x_m_s2", "acc_y_m_s2", "acc_z_m_s2", "gyr_x_rad_s",
		    "gyr_y_rad_s", "gyr_z_rad_s" },
		{ "acc_fwd_m_s2", "acc_up_m_s2", "acc_right_m_s2",
		    "gyr_fwd_rad_s", "gyr_up_rad_s", "gyr_right_rad_s" },
	};
	const double *sd = pl_table_get(t, "time_sd_s");
	bool axes = pl_table_get(t, "acc_fwd_m_s2") != NULL;
	int c;

	for (c = 0; c < 3; c++) {
		in->acc[c] = cli_need(t, name[axes][c]);
		in->gyr[c] = pl_table_get(t, name[axes][c + 3]);
	}
	in->turns = in->gyr[0] && in->gyr[1] && in->gyr[2];
	if (!in->turns) {
		in->none = need_memory(pl_mem_array(t->rows, sizeof(double)));
		for (c = 0; c < 3; c++)
			in->gyr[c] = in->none;
	}
	in->rate_hz = cli_rate(t);
	in->time_sd_s = sd && t->rows && sd[0] > 0 ? sd[0] : 0;
	return axes;
}

static void
attitude(const struct pl_table *t, struct segment_input *in)
{
	static const char *const q[] = { "q_w", "q_x", "q_y", "q_z" };
	int c;

	for (c = 0; c < 4; c++)
		in->q[c] = cli_need(t, q[c]);
}

/* Where up is in the frame of the columns while the wearer stands. */
static pl_vec
upright(const struct segment_input *in, size_t n, bool axes)
{
	struct pl_upright u;

	if (axes)
		return (pl_vec){ 0, 1, 0 };
	need_library(pl_calibrate_upright(in->acc, in->gyr, n, in->rate_hz,
	    &u));
	return u.up;
}

static void
find_tilt(struct segment_input *in, size_t n, bool axes)
{
	pl_vec stand = in->stance;
	size_t i;

	in->tilt = need_memory(pl_mem_array(n, sizeof(double)));
	in->lean = need_memory(pl_mem_array(n, sizeof(double)));
	for (i = 0; i < n; i++) {
		pl_quat q = { in->q[0][i], in->q[1][i], in->q[2][i],
		    in->q[3][i] };
		pl_vec up = pl_quat_rotate(pl_quat_conj(q),
		    (pl_vec){ 0, 0, 1 });

		in->tilt[i] = pl_atan2(pl_vec_norm(pl_vec_cross(up, stand)),
		    pl_vec_dot(up, stand));
		in->lean[i] = axes ? pl_atan2(-up.x, up.y) : in->tilt[i];
	}
}

/* Forward lean per second; without trunk axes, tilt per second. */
static void
find_lean_rate(struct segment_input *in, size_t n, bool axes)
{
	size_t w = (size_t)(RATE_MEAN_S * in->rate_hz + 0.5) | 1, i;
	double *mean = need_memory(pl_mem_array(n, sizeof(double)));
	double *raw = need_memory(pl_mem_array(n, sizeof(double)));

	for (i = 0; i < n; i++)
		raw[i] = axes ? -in->gyr[2][i] : i ?
		    (in->tilt[i] - in->tilt[i - 1]) * in->rate_hz : 0;
	if (n >= w)
		need_library(pl_stat_running(raw, n, w, mean, NULL));
	for (i = 0; n >= w && i + w <= n; i++)
		raw[i + w / 2] = mean[i];
	free(mean);
	in->lean_rate = raw;
}

/* Does it turn further than a trunk leans in a squat, as a thigh does? */
static bool
turns_over(const struct segment_input *in, const struct pl_cand *c)
{
	size_t i;

	for (i = c->start; i <= c->end; i++)
		if (in->tilt[i] > BENT)
			return true;
	return false;
}

/* Does this sensor, of which nobody says where it sits, come back to how it
 * stands between movements up and down?  A trunk does; a bar rolls. */
static bool
like_a_trunk(const struct segment_input *in, size_t n)
{
	struct pl_posture any = { .n = n, .rate_hz = in->rate_hz };
	struct pl_vertical vert;
	struct pl_cands s;
	size_t i, all = 0, up = 0;

	need_library(pl_vertical_init(&vert, in->acc, in->q, in->stance,
	    in->rest, n, in->rate_hz, in->time_sd_s));
	need_library(pl_segment_find(&vert, &any, &s));
	for (i = 0; i < s.n; i++) {
		const struct pl_cand *c = &s.cand[i];

		if (!c->rep)
			continue;
		all++;
		up += !(in->tilt[c->start] > UPRIGHT) &&
		    !(in->tilt[c->end] > UPRIGHT) && !turns_over(in, c);
	}
	pl_cand_free(&s);
	pl_vertical_free(&vert);
	cli_note("no -p: %zu of %zu repetitions begin and end upright: taken "
	    "for a sensor on %s", up, all, 2 * up >= all ? "the trunk" :
	    "the bar");
	return 2 * up >= all;
}

void
segment_input(struct segment_input *in, const struct pl_table *t,
    const char *place)
{
	size_t n = t->rows;
	bool axes;

	*in = (struct segment_input){ .trunk = place_of_trunk(place) };
	if (place && !place_known(place))
		cli_die("-p %s: no such place; %s", place, place_list());
	axes = columns(t, in);
	if (in->trunk && !in->turns)
		return;
	attitude(t, in);
	if (n < 3)
		cli_die_at("too short: at least 3 rows are needed");
	in->rest = need_memory(pl_mem_array(n, 1));
	need_library(pl_rest_find(in->acc, in->turns ? in->gyr : NULL, n,
	    in->rate_hz, in->rest));
	in->stance = upright(in, n, axes);
	in->posture = (struct pl_posture){ .n = n, .rate_hz = in->rate_hz };
	if (!in->trunk)
		return;
	find_tilt(in, n, axes);
	if (!place && !axes && !like_a_trunk(in, n)) {
		in->trunk = false;
		return;
	}
	find_lean_rate(in, n, axes);
	in->posture.tilt = in->tilt;
	in->posture.lean = in->lean;
	in->posture.lean_rate = in->lean_rate;
}

void
segment_input_free(struct segment_input *in)
{
	free(in->none);
	free(in->rest);
	free(in->tilt);
	free(in->lean);
	free(in->lean_rate);
}
