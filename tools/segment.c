/* plumb-segment - sets, repetitions and the rest; see plumb-segment(1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/base/quat.h"
#include "../lib/dsp/stat.h"
#include "../lib/imu/calibrate.h"
#include "../lib/imu/rest.h"
#include "../lib/squat/segment.h"
#include "cli.h"
#include "place.h"

enum { PLACE };

static const struct opt opts[] = {
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "where the sensor is; bar, wrist, thigh: lean is no cue" },
	{ 0 }
};

#define EDGE_S 0.2		/* seen before a descent, or after an ascent */
#define RATE_MEAN_S 0.1		/* the rate of lean is a mean over this */

/* What the library needs of the stream, and what was made for it. */
struct input {
	const double *acc[3], *gyr[3], *q[4];
	double rate_hz, *tilt, *lean_rate;
	unsigned char *rest;
	bool trunk;		/* the columns are the trunk's axes */
	pl_vec stance;		/* up in their frame, standing */
};

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
	if (err == PL_ESHORT)
		cli_die_at("too short: at least 3 rows are needed");
	if (err)
		cli_die_at("%s", pl_err_phrase(err));
}

static void
columns(const struct pl_table *t, struct input *in)
{
	static const char *const name[2][6] = {
		{ "acc_x_m_s2", "acc_y_m_s2", "acc_z_m_s2", "gyr_x_rad_s",
		    "gyr_y_rad_s", "gyr_z_rad_s" },
		{ "acc_fwd_m_s2", "acc_up_m_s2", "acc_right_m_s2",
		    "gyr_fwd_rad_s", "gyr_up_rad_s", "gyr_right_rad_s" },
	};
	static const char *const q[] = { "q_w", "q_x", "q_y", "q_z" };
	int c;

	for (c = 0; c < 4; c++)
		in->q[c] = cli_need(t, q[c]);
	in->trunk = pl_table_get(t, "acc_fwd_m_s2") != NULL;
	for (c = 0; c < 3; c++) {
		in->acc[c] = cli_need(t, name[in->trunk][c]);
		in->gyr[c] = cli_need(t, name[in->trunk][c + 3]);
	}
	in->rate_hz = cli_rate(t);
}

/* Where up is in the frame of the columns while the wearer stands. */
static pl_vec
upright(const struct input *in, size_t n)
{
	struct pl_upright u;

	if (in->trunk)
		return (pl_vec){ 0, 1, 0 };
	need_library(pl_calibrate_upright(in->acc, in->gyr, n, in->rate_hz,
	    &u));
	return u.up;
}

static void
find_tilt(struct input *in, size_t n)
{
	pl_vec stand = in->stance;
	size_t i;

	in->tilt = need_memory(pl_mem_array(n, sizeof(double)));
	for (i = 0; i < n; i++) {
		pl_quat q = { in->q[0][i], in->q[1][i], in->q[2][i],
		    in->q[3][i] };
		pl_vec up = pl_quat_rotate(pl_quat_conj(q),
		    (pl_vec){ 0, 0, 1 });

		in->tilt[i] = pl_atan2(pl_vec_norm(pl_vec_cross(up, stand)),
		    pl_vec_dot(up, stand));
	}
}

/* Forward lean per second; without trunk axes, tilt per second. */
static void
find_lean_rate(struct input *in, size_t n)
{
	size_t w = (size_t)(RATE_MEAN_S * in->rate_hz + 0.5) | 1, i;
	double *mean = need_memory(pl_mem_array(n, sizeof(double)));
	double *raw = need_memory(pl_mem_array(n, sizeof(double)));

	for (i = 0; i < n; i++)
		raw[i] = in->trunk ? -in->gyr[2][i] : i ?
		    (in->tilt[i] - in->tilt[i - 1]) * in->rate_hz : 0;
	if (n >= w)
		need_library(pl_stat_running(raw, n, w, mean, NULL));
	for (i = 0; n >= w && i + w <= n; i++)
		raw[i + w / 2] = mean[i];
	free(mean);
	in->lean_rate = raw;
}

static void
label(struct pl_table *t, const char *name, size_t from, size_t to,
    const char *word)
{
	int col = pl_table_find(t, name);
	double index, *x = pl_table_edit(t, name);

	if (pl_table_word(t, col, word, strlen(word), &index))
		cli_die("out of memory");
	for (; from <= to && from < t->rows; from++)
		x[from] = index;
}

static void
number(struct pl_table *t, const char *name, size_t from, size_t to, double v)
{
	double *x = pl_table_edit(t, name);

	for (; from <= to && from < t->rows; from++)
		x[from] = v;
}

static void
write_phases(struct pl_table *t, const struct pl_cand *c)
{
	label(t, "phase", c->ecc, c->low - 1, "ecc");
	label(t, "phase", c->low, c->rise, "bottom");
	label(t, "phase", c->rise + 1, c->top, "con");
}

/* One candidate's rows. */
static void
write_cand(struct pl_table *t, const struct pl_cand *c, int cand)
{
	number(t, "cand", c->start, c->end, cand);
	label(t, "class", c->start, c->end, pl_cand_word(c->class));
	label(t, "reason", c->start, c->end, c->reason);
	number(t, "confidence", c->start, c->end, c->confidence);
	if (!c->rep)
		return;
	number(t, "rep", c->start, c->end, c->rep);
	write_phases(t, c);
}

/* A set runs from its first candidate to its last; between its repetitions is
 * the top. */
static void
write_sets(struct pl_table *t, const struct pl_cands *s)
{
	size_t i, end = 0;
	int set;

	for (set = 1; set <= s->sets; set++) {
		size_t from = t->rows, to = 0;

		for (i = 0; i < s->n; i++)
			if (s->cand[i].set == set) {
				from = s->cand[i].start < from ?
				    s->cand[i].start : from;
				to = s->cand[i].end > to ? s->cand[i].end : to;
			}
		number(t, "set", from, to, set);
	}
	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];

		if (!c->rep)
			continue;
		if (c->rep > 1 && c->start > end + 1)
			label(t, "phase", end + 1, c->start - 1, "top");
		end = c->end;
	}
}

static void
write_motion(struct pl_table *t, const struct pl_vertical *v)
{
	double *vel = pl_table_edit(t, "vel_m_s");
	double *height = pl_table_edit(t, "height_m");
	size_t i;

	for (i = 0; i < t->rows; i++)
		if (!(v->hole[i] > 0)) {
			vel[i] = v->vel[i];
			height[i] = v->height[i] - v->floor;
		}
}

static void
add_columns(struct pl_table *t)
{
	static const char *const name[] = { "set", "cand", "rep", "class",
	    "phase", "confidence", "reason", "vel_m_s", "height_m" };
	size_t i;

	for (i = 0; i < sizeof name / sizeof *name; i++)
		cli_add(t, name[i]);
}

/* A repetition that meets an end of the recording was not seen whole. */
static void
say_cut(const struct pl_cands *s, size_t rows, double rate_hz)
{
	size_t edge = (size_t)(EDGE_S * rate_hz + 0.5), i;

	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];
		bool first = c->start < edge, last = c->end + edge >= rows;

		if (c->rep && (first || last))
			cli_warn("set %d, rep %d: the recording %s in it: its "
			    "times, depth and velocity are those of a part",
			    c->set, c->rep, first ? "begins" : "ends");
	}
}

static void
report(const struct pl_cands *s)
{
	int count[PL_CLASSES] = { 0 };
	size_t i;

	for (i = 0; i < s->n; i++)
		count[s->cand[i].class]++;
	cli_note("%d sets: %d work, %d partial, %d failed, %d unrack, "
	    "%d rerack, %d walk, %d unknown", s->sets, count[PL_WORK],
	    count[PL_PARTIAL], count[PL_FAILED], count[PL_UNRACK],
	    count[PL_RERACK], count[PL_WALK], count[PL_UNKNOWN]);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct input in = { .tilt = NULL };
	struct pl_posture m = { .n = t->rows };
	const double *sd = pl_table_get(t, "time_sd_s");
	struct pl_cands s;
	struct pl_vertical vert;
	size_t i;

	(void)args;
	if (v[PLACE].given && !place_known(v[PLACE].s))
		cli_die("-p %s: no such place; %s", v[PLACE].s, place_list());
	columns(t, &in);
	in.rest = need_memory(pl_mem_array(t->rows, 1));
	need_library(pl_rest_find(in.acc, in.gyr, t->rows, in.rate_hz,
	    in.rest));
	m.rate_hz = in.rate_hz;
	in.stance = upright(&in, t->rows);
	if (place_of_trunk(v[PLACE].s)) {
		find_tilt(&in, t->rows);
		find_lean_rate(&in, t->rows);
		m.tilt = in.tilt;
		m.lean_rate = in.lean_rate;
	}
	need_library(pl_vertical_init(&vert, in.acc, in.q, in.stance, in.rest,
	    t->rows, in.rate_hz, sd && t->rows && sd[0] >= 0 ? sd[0] : 0));
	need_library(pl_segment_find(&vert, &m, &s));
	add_columns(t);
	for (i = 0; i < s.n; i++)
		write_cand(t, &s.cand[i], (int)i + 1);
	write_sets(t, &s);
	write_motion(t, &vert);
	say_cut(&s, t->rows, in.rate_hz);
	report(&s);
	pl_cand_free(&s);
	pl_vertical_free(&vert);
	free(in.rest);
	free(in.tilt);
	free(in.lean_rate);
	return CLI_OK;
}

const struct filter filter_segment = {
	"segment", "[FILE]", "find sets, repetitions and what else there is",
	opts, false, run
};
