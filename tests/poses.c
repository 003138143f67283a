/* gain and offset of an accelerometer from poses, and what cannot be told */
#include <stdlib.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/base/unit.h"
#include "../lib/imu/poses.h"
#include "../lib/imu/still.h"
#include "../lib/squat/simulate/impair.h"
#include "../lib/squat/simulate/simulate.h"
#include "tap.h"

enum { RATE = 100, ROOM = 30000 };
static double x[6][ROOM], y[3][ROOM];
static const double *const acc[3] = { x[0], x[1], x[2] };
static const double *const gyr[3] = { x[3], x[4], x[5] };
static double *const out[3] = { y[0], y[1], y[2] };
static struct pl_impair sensor;
static struct pl_fault fault;
static size_t rows;

/* The sensor of a grade and a seed, not yet used. */
static void
begin(const char *grade, uint64_t seed)
{
	pl_impair_init(&sensor, pl_grade_find(grade), RATE, seed, 0);
	rows = 0;
}

static void
put(pl_vec up, pl_vec turn, double wobble)
{
	double s[6] = { PL_GRAVITY * up.x + wobble, PL_GRAVITY * up.y,
	    PL_GRAVITY * up.z, turn.x, turn.y, turn.z };
	int c;

	pl_impair_sample(&sensor, s);
	for (c = 0; c < 6; c++)
		x[c][rows] = s[c];
	rows++;
}

/* Still for 3 s with this direction up, then moved for 1 s. */
static void
lie(pl_vec up)
{
	int i;

	for (i = 0; i < 3 * RATE; i++)
		put(up, (pl_vec){ 0, 0, 0 }, 0);
	for (i = 0; i < RATE; i++)
		put(up, (pl_vec){ 1, 2, -1 }, 3 * (i % 3));
}

/* The k-th of n directions: the faces of a cube, then its corners, then
 * anywhere. */
static pl_vec
direction(int k, struct pl_random *r)
{
	double sign = k % 2 ? -1 : 1;

	if (k < 6)
		return (pl_vec){ k / 2 == 0 ? sign : 0, k / 2 == 1 ? sign : 0,
		    k / 2 == 2 ? sign : 0 };
	if (k < 14)
		return pl_vec_unit((pl_vec){ k & 1 ? 1 : -1, k & 2 ? 1 : -1,
		    k & 4 ? 1 : -1 });
	return pl_vec_unit((pl_vec){ pl_random_normal(r), pl_random_normal(r),
	    pl_random_normal(r) });
}

static enum pl_err
find(struct pl_poses *p)
{
	fault = (struct pl_fault){ 0 };
	return pl_poses_find(acc, gyr, rows, RATE, p, &fault);
}

/* The worst that |f| is off in any pose that was not among those. */
static double
elsewhere(const struct pl_poses *p, struct pl_random *r)
{
	double worst = 0;
	int i, c;

	for (i = 0; i < 50; i++) {
		pl_vec up = direction(99, r), f;
		double raw[3];

		for (c = 0; c < 3; c++)
			raw[c] = sensor.gain[c] * PL_GRAVITY * (c == 0 ? up.x :
			    c == 1 ? up.y : up.z) + sensor.bias[c];
		for (c = 0; c < 3; c++)
			x[c][0] = raw[c];
		if (p)
			pl_poses_apply(p, acc, 1, out);
		f = p ? (pl_vec){ y[0][0], y[1][0], y[2][0] } :
		    (pl_vec){ raw[0], raw[1], raw[2] };
		worst = fmax(worst, pl_vec_norm(pl_vec_sub(f, pl_vec_scale(up,
		    PL_GRAVITY))));
	}
	return worst;
}

/* Poses of many sensors: errors, in SDs too, and what is left elsewhere. */
static void
grade(const char *name, int poses, double most)
{
	double sds = 0, offset = 0, gain = 0, left = 0, was = 0, squares = 0;
	int seed, c, k, good = 0, told = 0;
	enum { SEEDS = 20 };

	for (seed = 1; seed <= SEEDS; seed++) {
		struct pl_poses p;
		struct pl_random r;

		pl_random_seed(&r, (uint64_t)seed, 99);
		begin(name, (uint64_t)seed);
		for (k = 0; k < poses; k++)
			lie(direction(k, &r));
		good += find(&p) == PL_OK && !p.flat && p.directions == (size_t)
		    (poses < 12 ? poses : 12);
		for (c = 0; c < 3; c++) {
			double b = p.offset[c] - sensor.bias[c];
			double g = p.gain[c] - sensor.gain[c];

			told += p.offset_told[c] && p.gain_told[c];
			offset = fmax(offset, fabs(b));
			gain = fmax(gain, fabs(g));
			b /= p.offset_sd[c];
			g /= p.gain_sd[c];
			squares += b * b + g * g;
			sds = fmax(sds, fmax(fabs(b), fabs(g)));
		}
		left = fmax(left, elsewhere(&p, &r));
		was = fmax(was, elsewhere(NULL, &r));
	}
	squares = sqrt(squares / (6 * SEEDS));
	ok(good == SEEDS && told == 3 * SEEDS, "%s, %d poses: all is told",
	    name, poses);
	ok(sds < 4 && squares < 1.5, "%s, %d poses: errors of %.2f (RMS), %.1f "
	    "(worst) of the SDs", name, poses, squares, sds);
	ok(left < most && left < was / 5, "%s, %d poses: offset within %.4f "
	    "m/s2, gain within %.2f %%; elsewhere %.3f m/s2 are left of %.2f",
	    name, poses, offset, 100 * gain, left, was);
}

/* Degrees between the mean force of the first 3 s of a session and up, before
 * the poses of its sensor are known and after. */
static void
stand(const char *name, uint64_t seed, double off[2])
{
	struct pl_session s = pl_session_default;
	struct pl_table stream, trace;
	struct pl_poses p;
	struct pl_random r;
	int c, k;

	pl_random_seed(&r, seed, 95);
	begin(name, seed);
	for (k = 0; k < 8; k++)
		lie(direction(k, &r));
	s.grade = pl_grade_find(name);
	s.seed = seed;
	s.reps = 1;
	pl_table_init(&stream);
	pl_table_init(&trace);
	if (find(&p) || pl_simulate_run(&s, &stream, NULL, &trace))
		abort();
	for (k = 0; k < 2; k++) {
		pl_vec f = { 0, 0, 0 };
		size_t i;

		for (i = 0; i < 3 * RATE; i++) {
			const double *v[3] = { &stream.col[1].x[i],
			    &stream.col[2].x[i], &stream.col[3].x[i] };
			double a[3], *const to[3] = { &a[0], &a[1], &a[2] };
			pl_quat q = { trace.col[1].x[i], trace.col[2].x[i],
			    trace.col[3].x[i], trace.col[4].x[i] };

			for (c = 0; c < 3; c++)
				a[c] = *v[c];
			if (k)
				pl_poses_apply(&p, v, 1, to);
			f = pl_vec_add(f, pl_quat_rotate(q, (pl_vec){ a[0],
			    a[1], a[2] }));
		}
		off[k] = pl_atan2(sqrt(f.x * f.x + f.y * f.y), f.z) / PL_DEG;
	}
	pl_table_free(&stream);
	pl_table_free(&trace);
}

static void
sessions(void)
{
	static const char *const name[] = { "consumer", "poor" };
	int g, seed;

	for (g = 0; g < 2; g++) {
		double was = 0, now = 0, off[2];

		for (seed = 1; seed <= 10; seed++) {
			stand(name[g], (uint64_t)seed, off);
			was += off[0] * off[0] / 10;
			now += off[1] * off[1] / 10;
		}
		ok(sqrt(now) < .15 && now < was / 100, "%s: up in a stance is "
		    "off by %.3f deg, %.2f without poses", name[g], sqrt(now),
		    sqrt(was));
	}
}

/* Axes that are not at right angles. */
static void
crossed(void)
{
	struct pl_random r;
	struct pl_poses p;
	double k[3] = { .006, -.004, .008 }, worst = 0;
	size_t i;
	int c;

	pl_random_seed(&r, 3, 98);
	begin("lab", 3);
	for (c = 0; c < 16; c++) {
		pl_vec u = direction(c, &r);

		/* to first order K turns this into u */
		lie((pl_vec){ u.x - k[0] * u.y - k[1] * u.z,
		    u.y - k[0] * u.x - k[2] * u.z,
		    u.z - k[1] * u.x - k[2] * u.y });
	}
	ok(!find(&p), "sixteen poses of a sensor with skew axes");
	for (c = 0; c < 3; c++)
		worst = fmax(worst, fabs(p.cross[c] - k[c]));
	ok(worst < .001, "their skew is found within %.2f %%", 100 * worst);
	pl_poses_apply(&p, acc, rows, out);
	for (i = worst = 0; i < rows; i += 4 * RATE)
		worst = fmax(worst, fabs(pl_vec_norm((pl_vec){ y[0][i + 100],
		    y[1][i + 100], y[2][i + 100] }) - PL_GRAVITY));
	ok(worst < .05, "and |acc| is g in each, noise included");
	for (i = 0; i < rows; i++)
		for (c = 0; c < 3; c++)
			y[c][i] = x[c][i];
	pl_poses_apply(&p, (const double *const[]){ y[0], y[1], y[2] }, rows,
	    out);
	for (i = worst = 0; i < rows; i += 4 * RATE)
		worst = fmax(worst, fabs(pl_vec_norm((pl_vec){ y[0][i + 100],
		    y[1][i + 100], y[2][i + 100] }) - PL_GRAVITY));
	ok(worst < .05, "in place as well");
}

/* With fewer poses what they tell, and no more. */
static void
few(void)
{
	struct pl_random r;
	struct pl_poses p;
	enum pl_err err;
	double off = 0;
	int k;

	pl_random_seed(&r, 1, 97);
	begin("consumer", 4);
	for (k = 0; k < 2; k++)
		lie(direction(k, &r));
	err = find(&p);
	ok(!err && p.directions == 2 && p.flat && p.offset_told[0] &&
	    !p.offset_told[1] && !p.offset_told[2] &&
	    fabs(p.offset[0] - sensor.bias[0]) < 3 * p.offset_sd[0],
	    "an axis up and down tells its offset: %.4f +- %.4f, truly %.4f",
	    p.offset[0], p.offset_sd[0], sensor.bias[0]);
	ok(p.gain_told[0] && fabs(p.gain[0] - sensor.gain[0]) < 3 *
	    p.gain_sd[0] && fabs(p.gain[1] - 1) < .001 &&
	    fabs(p.gain[2] - 1) < .001 && fabs(p.offset[1]) < .01,
	    "and its gain, and leaves the others");
	begin("consumer", 4);
	lie(direction(2, &r));
	ok(!find(&p) && p.directions == 1 && !p.offset_told[1] &&
	    !p.gain_told[1] && p.offset_sd[0] > .4,
	    "one pose tells nothing by itself");
	begin("consumer", 5);
	for (k = 0; k < 12; k++)
		lie((pl_vec){ pl_cos(PL_PI / 6 * k), pl_sin(PL_PI / 6 * k),
		    0 });
	ok(!find(&p) && p.directions == 12 && p.flat && p.offset_told[0] &&
	    p.offset_told[1] && !p.offset_told[2] && !p.gain_told[2],
	    "twelve in a plane: the axis across it is not told");
	for (k = 0; k < 2; k++)
		off = fmax(off, fabs(p.offset[k] - sensor.bias[k]));
	ok(off < .01, "the others are, within %.4f m/s2", off);
	/* a long time in one pose is one pose */
	begin("consumer", 5);
	for (k = 0; k < 8; k++)
		lie(direction(k % 3, &r));
	ok(!find(&p) && p.directions == 3 && p.still_s > 15,
	    "three poses over and over are three");
	begin("none", 1);
	for (k = 0; k < 6; k++)
		lie(direction(k, &r));
	ok(!find(&p) && fabs(p.offset[0]) < 1e-6 && fabs(p.gain[2] - 1) < 1e-9,
	    "a perfect sensor stays as it is");
}

static void
refused(void)
{
	struct pl_random r;
	struct pl_poses p, was;
	int k, i;

	pl_random_seed(&r, 1, 96);
	memset(&p, 1, sizeof p);
	was = p;
	begin("consumer", 1);
	for (i = 0; i < 20 * RATE; i++)
		put(direction(0, &r), (pl_vec){ 1, .5 * (i % 7), 0 }, i % 5);
	ok(find(&p) == PL_ESTATE && strstr(fault.why, "nowhere still"),
	    "never still: %s", fault.why);
	begin("consumer", 1);
	sensor.gain[1] = 1.13;
	for (k = 0; k < 8; k++)
		lie(direction(k, &r));
	ok(find(&p) == PL_ESTATE && strstr(fault.why, "on y: beyond 10 %"),
	    "a gain of 1.13: %s", fault.why);
	begin("consumer", 1);
	for (k = 0; k < 24; k++) {
		sensor.bias[k % 3] += k % 2 ? .7 : -.7;
		lie(direction(k, &r));
	}
	ok(find(&p) == PL_ESTATE && strstr(fault.why, "are left"),
	    "an offset that jumps: %s", fault.why);
	rows = 20;
	ok(find(&p) == PL_ESTATE && memcmp(&p, &was, sizeof p) == 0,
	    "20 rows; and nothing changes");
	for (k = 0; k < 3; k++)
		x[k][10] = PL_MISSING;
	rows = 300;
	ok(find(&p) == PL_ESTATE || p.still_s < 3, "a hole is not still");
}

int
main(void)
{
	static const int poses[] = { 6, 8, 12, 24 };
	size_t i;

	for (i = 0; i < sizeof poses / sizeof *poses; i++) {
		grade("lab", poses[i], .02);
		grade("consumer", poses[i], .02);
		grade("poor", poses[i], .06);
	}
	sessions();
	crossed();
	few();
	refused();
	return done();
}
