/* simulated sessions: what is recorded, what is true, and that they agree */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/quat.h"
#include "../lib/base/unit.h"
#include "../lib/squat/simulate/simulate.h"
#include "tap.h"

static struct pl_session
session(const char *grade, enum pl_piece_kind ramp, unsigned seed)
{
	struct pl_session p = pl_session_default;

	p.grade = pl_grade_find(grade);
	p.ramp = ramp;
	p.seed = seed;
	return p;
}

/* A table of one run; truth and trace as well. */
struct made { struct pl_table stream, truth, trace; };

static enum pl_err
make(struct made *m, const struct pl_session *p)
{
	pl_table_init(&m->stream);
	pl_table_init(&m->truth);
	pl_table_init(&m->trace);
	return pl_simulate_run(p, &m->stream, &m->truth, &m->trace);
}

static void
drop(struct made *m)
{
	pl_table_free(&m->stream);
	pl_table_free(&m->truth);
	pl_table_free(&m->trace);
}

static const char *const channel[6] = { "acc_x_m_s2", "acc_y_m_s2",
	"acc_z_m_s2", "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s" };

static pl_vec
triple(const struct pl_table *t, int first, size_t i)
{
	return (pl_vec){ pl_table_get(t, channel[first])[i],
	    pl_table_get(t, channel[first + 1])[i],
	    pl_table_get(t, channel[first + 2])[i] };
}

/*
 * Dead reckoning of the perfect sensor, from nothing but its samples: where
 * it arrives is where the trace says.  Midpoint rates, trapezoids.
 */
static void
reckoning(enum pl_piece_kind ramp, const char *name)
{
	struct pl_session p = session("none", ramp, 8);
	double dt, up = 0, v = 0, before = 0, worst_m = 0, worst_v = 0;
	const double *height, *vel;
	struct made m;
	pl_quat q;
	size_t i;

	p.rate_hz = 1000;
	if (make(&m, &p))
		exit(2);
	dt = 1 / p.rate_hz;
	height = pl_table_get(&m.trace, "height_m");
	vel = pl_table_get(&m.trace, "vel_m_s");
	q = pl_quat_between(triple(&m.stream, 0, 0), (pl_vec){ 0, 0, 1 });
	for (i = 1; i < m.stream.rows; i++) {
		pl_vec w = pl_vec_scale(pl_vec_add(triple(&m.stream, 3, i),
		    triple(&m.stream, 3, i - 1)), dt / 2);
		double a;

		q = pl_quat_unit(pl_quat_mul(q, pl_quat_exp(w)));
		a = pl_quat_rotate(q, triple(&m.stream, 0, i)).z - PL_GRAVITY;
		up += dt * (v + dt * (before + a) / 4);
		v += dt * (before + a) / 2;
		before = a;
		worst_m = fmax(worst_m, fabs(up - height[i]));
		worst_v = fmax(worst_v, fabs(v - vel[i]));
	}
	ok(worst_m < .02 && worst_v < .002, "%s: samples integrate to the "
	    "truth: %.4f m, %.5f m/s in %.0f s", name, worst_m, worst_v,
	    (double)i * dt);
	drop(&m);
}

static pl_quat
attitude(const struct pl_table *trace, size_t i)
{
	return (pl_quat){ pl_table_get(trace, "q_w")[i],
	    pl_table_get(trace, "q_x")[i], pl_table_get(trace, "q_y")[i],
	    pl_table_get(trace, "q_z")[i] };
}

/*
 * The trace's attitude is that of the sensor, slack and all: its own turning
 * is what the gyroscope reads, and at rest it turns the specific force up.
 */
static void
attitudes(double slack_deg)
{
	struct pl_grade loose = *pl_grade_find("none");
	struct pl_session p = session("none", PL_PIECE_MINJERK, 3);
	double turn = 0, tilt = 0, jump = 0;
	struct made m;
	size_t i;

	loose.slack_deg = slack_deg;
	p.grade = &loose;
	p.rate_hz = 500;
	if (make(&m, &p))
		exit(2);
	for (i = 1; i < m.stream.rows; i++) {
		pl_quat b = attitude(&m.trace, i);
		pl_quat d = pl_quat_mul(pl_quat_conj(attitude(&m.trace,
		    i - 1)), b);
		pl_vec w = pl_vec_scale(pl_vec_add(triple(&m.stream, 3, i),
		    triple(&m.stream, 3, i - 1)), .5 / p.rate_hz);
		pl_vec up = pl_quat_rotate(b, triple(&m.stream, 0, i));

		turn = fmax(turn, pl_vec_norm(pl_vec_sub(w,
		    pl_vec_scale((pl_vec){ d.x, d.y, d.z }, 2))));
		jump = fmax(jump, 1 - d.w);
		if (i < 500)
			tilt = fmax(tilt, hypot(up.x, up.y) / up.z);
	}
	ok(turn < 2e-5 && jump < 1e-3, "slack of %g deg: the attitude turns "
	    "as the gyroscope says, %.1e rad a sample", slack_deg, turn);
	ok(tilt < 1e-9, "slack of %g deg: at rest specific force is up",
	    slack_deg);
	drop(&m);
}

static double
cell(const struct pl_table *t, const char *name, size_t row)
{
	const double *x = pl_table_get(t, name);

	return x ? x[row] : NAN;
}

static const char *
word(const struct pl_table *t, const char *name, size_t row)
{
	const char *s = pl_table_label(t, pl_table_find(t, name), row);

	return s ? s : "";
}

/* What a row of truth says, against the trace of the same session. */
static void
one_rep(const struct made *m, size_t row, double *bad)
{
	const struct pl_table *tr = &m->truth, *x = &m->trace;
	double top = -1e9, low = 1e9, lean = -1e9, peak = -1e9;
	double start = cell(tr, "start_s", row), end = cell(tr, "end_s", row);
	double first = NAN, last = NAN, adds;
	size_t i;

	for (i = 0; i < x->rows; i++) {
		double t = cell(x, "t_s", i);

		if (t < start || t > end)
			continue;
		if (first != first)
			first = cell(x, "height_m", i);
		last = cell(x, "height_m", i);
		low = fmin(low, cell(x, "height_m", i));
		top = fmax(top, cell(x, "vel_m_s", i));
		lean = fmax(lean, cell(x, "lean_deg", i));
		peak = fmax(peak, cell(x, "moment_t7t8_nm", i));
	}
	adds = start + cell(tr, "ecc_s", row) +
	    cell(tr, "bottom_pause_s", row) + cell(tr, "con_s", row) - end;
	bad[0] = fmax(bad[0], fabs(adds));
	bad[1] = fmax(bad[1], fabs((first + last) / 2 - low -
	    cell(tr, "depth_m", row)));
	bad[2] = fmax(bad[2], fabs(top - cell(tr, "pv_m_s", row)));
	bad[3] = fmax(bad[3], fabs(lean - cell(tr, "lean_max_deg", row)));
	bad[4] = fmax(bad[4], fabs(peak /
	    cell(tr, "moment_t7t8_peak_nm", row) - 1));
}

static void
truths(const char *grade, enum pl_piece_kind ramp, int reps)
{
	struct pl_session p = session(grade, ramp, 9);
	double bad[5] = { 0 };
	struct made m;
	size_t i;
	int n = 0;

	p.reps = reps;
	p.rate_hz = 500;
	p.tempo_s[PL_LOW] = .5;
	if (make(&m, &p))
		exit(2);
	for (i = 0; i < m.truth.rows; i++)
		if (strcmp(word(&m.truth, "class", i), "work") == 0) {
			one_rep(&m, i, bad);
			n += cell(&m.truth, "rep", i) == n + 1;
		}
	ok(n == reps, "%s: %d reps were asked for and are in the truth",
	    grade, reps);
	ok(bad[0] < 1e-9 && bad[1] < 1e-4 && bad[2] < 1e-3 && bad[3] < .01 &&
	    bad[4] < .003, "%s: truth of reps is that of the trace: %.0e s, "
	    "%.0e m, %.0e m/s, %.0e deg, %.0e", grade, bad[0], bad[1], bad[2],
	    bad[3], bad[4]);
	ok(strcmp(word(&m.truth, "class", 0), "unrack") == 0 &&
	    strcmp(word(&m.truth, "class", 1), "walk") == 0 &&
	    strcmp(word(&m.truth, "class", m.truth.rows - 2), "walk") == 0 &&
	    strcmp(word(&m.truth, "class", m.truth.rows - 1), "rerack") == 0,
	    "%s: and so are unrack, walks and re-rack", grade);
	ok(reps == 0 || (pl_missing(cell(&m.truth, "top_pause_s",
	    m.truth.rows - 3)) && cell(&m.truth, "depth_m", 2) > .3),
	    "%s: the last rep has no top pause", grade);
	drop(&m);
}

/* The hips rise first; the options are kept; over many lifters. */
static void
habits(void)
{
	struct pl_session p = session("none", PL_PIECE_COSINE, 1);
	double lean = 0, depth = 0, ecc = 0, early = 9, late = 0, n = 0;

	p.reps = 2;
	p.rate_hz = 20;
	for (; p.seed <= 40; p.seed++) {
		double on;
		struct made m;

		if (make(&m, &p))
			exit(2);
		lean += cell(&m.truth, "lean_max_deg", 2);
		depth += cell(&m.truth, "depth_m", 2);
		ecc += cell(&m.truth, "ecc_s", 2);
		n++;
		on = cell(&m.truth, "lean_max_t_s", 3) -
		    cell(&m.truth, "end_s", 3) + cell(&m.truth, "con_s", 3);
		early = fmin(early, on);
		late = fmax(late, on);
		drop(&m);
	}
	ok(fabs(lean / n - p.lean_deg) < .7 && fabs(ecc / n - 3) < .1 &&
	    fabs(depth / n - p.depth_m) < .05, "lean, tempo and depth are "
	    "those asked for: %.1f deg, %.2f s, %.3f m", lean / n, ecc / n,
	    depth / n);
	ok(early > .15 && late < .7, "the lean is greatest %.2f to %.2f s "
	    "into the ascent", early, late);
}

static bool
alike(const struct pl_table *a, const struct pl_table *b)
{
	size_t c;

	if (a->cols != b->cols || a->rows != b->rows)
		return false;
	for (c = 0; c < a->cols; c++)
		if (memcmp(a->col[c].x, b->col[c].x, a->rows * sizeof(double)))
			return false;
	return true;
}

static void
seeds(void)
{
	struct pl_session p = session("consumer", PL_PIECE_COSINE, 11);
	struct pl_script clean, spoilt;
	struct made a, b, c;
	size_t i;
	bool same;

	if (make(&a, &p) || make(&b, &p))
		exit(2);
	p.seed++;
	if (make(&c, &p))
		exit(2);
	ok(alike(&a.stream, &b.stream) && alike(&a.truth, &b.truth) &&
	    alike(&a.trace, &b.trace), "one seed, one session");
	ok(!alike(&a.stream, &c.stream), "another seed, another");
	drop(&a);
	drop(&b);
	drop(&c);
	if (pl_script_make(&spoilt, &p))
		exit(2);
	p.grade = pl_grade_find("none");
	if (pl_script_make(&clean, &p))
		exit(2);
	same = clean.acts == spoilt.acts && clean.track[PL_LEAN].n ==
	    spoilt.track[PL_LEAN].n;
	for (i = 0; same && i < clean.acts; i++)
		same = clean.act[i].end_s == spoilt.act[i].end_s;
	for (i = 0; same && i < clean.track[PL_LEAN].n; i++)
		same = clean.track[PL_LEAN].piece[i].size ==
		    spoilt.track[PL_LEAN].piece[i].size;
	ok(same, "the grade spoils the sensor, not the movement");
	pl_script_free(&clean);
	pl_script_free(&spoilt);
}

static void
refusals(void)
{
	struct pl_session p = session("none", PL_PIECE_COSINE, 1), q = p;
	struct made m;

	q.depth_m = 2;
	ok(make(&m, &q) == PL_ERANGE && m.stream.cols == 0,
	    "a hip that sinks 2 m is refused");
	q = p;
	q.tempo_s[PL_ECC] = 0;
	ok(make(&m, &q) == PL_ERANGE, "so is a descent without time");
	q = p;
	q.rate_hz = NAN;
	ok(make(&m, &q) == PL_ERANGE, "so is a rate that is no number");
	q = p;
	q.grade = NULL;
	ok(make(&m, &q) == PL_ERANGE, "so is no grade");
}

int
main(void)
{
	reckoning(PL_PIECE_COSINE, "cosine");
	reckoning(PL_PIECE_MINJERK, "minjerk");
	attitudes(0);
	attitudes(5);
	truths("none", PL_PIECE_COSINE, 3);
	truths("poor", PL_PIECE_MINJERK, 4);
	truths("lab", PL_PIECE_COSINE, 0);
	habits();
	seeds();
	refusals();
	return done();
}
