/* the clocks of two sensors on one body, and when they cannot be told */
#include <string.h>

#include "pair.h"
#include "tap.h"

static struct pl_session session;
static struct pl_script script;
static struct recorded a, b;
static struct pl_sync found;
static struct pl_fault fault;

/* Two recordings of one body. */
static void
pair(const char *grade, int reps, const char *scenes, uint64_t seed,
    const struct recorder *ra, const struct recorder *rb)
{
	if (!body(&session, &script, grade, reps, scenes, seed))
		abort();
	record(&a, &session, &script, ra);
	record(&b, &session, &script, rb);
}

static void
unpair(void)
{
	pl_script_free(&script);
	forget(&a);
	forget(&b);
}

static enum pl_err
find(const struct pl_sync_known *known)
{
	fault = (struct pl_fault){ 0 };
	return pl_sync_find(&a.side, &b.side, known, &found, &fault);
}

static double
mount_off_deg(void)
{
	pl_quat want = pl_quat_mul(a.mount, pl_quat_conj(b.mount));
	pl_quat d = pl_quat_mul(pl_quat_conj(want), found.q_ab);

	return 2 * pl_vec_norm((pl_vec){ d.x, d.y, d.z }) / PL_DEG;
}

/* Found over some seeds: the worst errors and what they are in SD. */
static void
kind(const char *what, const char *grade, int reps, const char *scenes,
    int seeds, struct recorder ra, struct recorder rb, double most_s,
    double most_ppm, double most_deg)
{
	struct pl_sync_known known = KNOWN_NOTHING;
	double worst_s = 0, worst_ppm = 0, sds = 0, turned = 0, length = 0;
	int seed, good = 0;

	for (seed = 1; seed <= seeds; seed++) {
		double s, d;

		pair(grade, reps, scenes, (uint64_t)seed, &ra, &rb);
		good += find(&known) == PL_OK;
		s = found.offset_s - true_offset(&ra, &rb);
		d = found.drift - true_drift(&ra, &rb);
		worst_s = fmax(worst_s, fabs(s));
		worst_ppm = fmax(worst_ppm, 1e6 * fabs(d));
		sds = fmax(sds, fmax(fabs(s) / found.offset_sd_s,
		    fabs(d) / found.drift_sd));
		turned = fmax(turned, mount_off_deg());
		length += (found.to_s - found.from_s) / seeds;
		unpair();
	}
	ok(good == seeds, "%s: found, %d of %d", what, good, seeds);
	ok(worst_s <= most_s && worst_ppm <= most_ppm, "%s, %.0f s: offset "
	    "within %.2f ms, drift within %.1f ppm", what, length,
	    1e3 * worst_s, worst_ppm);
	ok(sds < 4, "%s: that is %.1f of the SDs it states", what, sds);
	ok(turned < most_deg, "%s: and the mounting within %.1f deg", what,
	    turned);
}

static void
accuracy(void)
{
	struct recorder one = { 100, 1, 0, 0, false };
	struct recorder two = { 100, 1 - 40e-6, 1.234, 1, false };

	kind("1.234 s and 40 ppm, three sets", "consumer", 5,
	    "sets,rest,walk-out", 4, one, two, .005, 5, 5);
	kind("one set", "consumer", 5, NULL, 6, one, two, .005, 60, 5);
	two.rate_hz = 59.7;
	kind("100 and 59.7 Hz", "lab", 5, NULL, 4, one, two, .005, 20,
	    .5);
	one.start_s = 7.5;
	kind("the other began first", "consumer", 5, NULL, 4, one, two, .005,
	    60, 5);
	one.clock = 1.012;
	two.clock = 0.995;
	kind("clocks 1.7 % apart", "consumer", 5, NULL, 4, one, two, .005, 60,
	    5);
	kind("poor sensors", "poor", 5, NULL, 4, one, two, .05, 1000, 10);
	two.rate_hz = 20;
	kind("20 Hz", "lab", 5, NULL, 3, one, two, .005, 60, .5);
}

/* Turning, moving and taking the other first change nothing else. */
static void
symmetry(void)
{
	struct recorder one = { 100, 1, 0, 0, false };
	struct recorder two = { 80, 1.003, 4, 1, false };
	struct pl_sync_known known = KNOWN_NOTHING;
	struct recorded other;
	struct pl_sync was;
	double sd;

	pair("consumer", 5, NULL, 3, &one, &two);
	ok(!find(&known), "a pair");
	was = found;
	b.side.from_s = 100;
	ok(!find(&known) && fabs(found.offset_s + 100 * (1 + found.drift) -
	    was.offset_s) < 1e-6 && fabs(found.drift - was.drift) < 1e-9,
	    "a clock that begins at 100 s");
	b.side.from_s = 0;
	other = a;
	a = b;
	b = other;
	sd = was.offset_sd_s;
	ok(!find(&known) && fabs(found.offset_s + was.offset_s /
	    (1 + was.drift)) < sd && fabs((1 + found.drift) * (1 + was.drift) -
	    1) < was.drift_sd, "the other way round it is the inverse");
	other = a;
	a = b;
	b = other;
	known.drift = true_drift(&one, &two);
	ok(!find(&known) && found.drift == known.drift &&
	    found.drift_sd == 0 && fabs(found.offset_s - 4) < .005,
	    "a drift that is known is kept");
	known = (struct pl_sync_known){ 4.2, 1, PL_MISSING };
	ok(!find(&known) && fabs(found.offset_s - 4) < .005,
	    "about when it was narrows the search");
	known.offset_s = 8;
	was = found;
	ok(find(&known) == PL_ESTATE && *fault.why &&
	    memcmp(&was, &found, sizeof was) == 0, "elsewhere it is not found, "
	    "and nothing changes: %s", fault.why);
	unpair();
}

static void
holes(void)
{
	struct recorder one = { 100, 1, 0, 0, false };
	struct recorder two = { 100, 1.0002, 2, 1, false };
	struct pl_sync_known known = KNOWN_NOTHING;
	struct pl_random r;
	enum pl_err err;
	size_t i, k, n;
	int c;

	pair("consumer", 8, NULL, 5, &one, &two);
	pl_random_seed(&r, 5, 77);
	for (k = 0; k < 30; k++) {
		struct recorded *to = k % 2 ? &a : &b;

		n = k < 2 ? 600 : 50;
		i = (size_t)(pl_random_uniform(&r) *
		    (double)(to->side.n - n));
		for (; n--; i++)
			for (c = 0; c < 6; c++)
				to->x[c][i] = PL_MISSING;
	}
	err = find(&known);
	ok(!err && fabs(found.offset_s - 2) < .005, "28 holes of half a second "
	    "and two of 6 s: offset within %.2f ms",
	    1e3 * fabs(found.offset_s - 2));
	unpair();
}

/* The last rows of b are by s later, as if its clock had jumped. */
static void
jump(size_t rows, double by_s)
{
	size_t n = b.side.n, k = (size_t)(fabs(by_s) * b.side.rate_hz), i;
	int c;

	for (c = 0; c < 6; c++) {
		if (by_s < 0) {
			for (i = n - rows; i + k < n; i++)
				b.x[c][i] = b.x[c][i + k];
		} else
			for (i = n; i-- > n - rows;)
				b.x[c][i] = b.x[c][i - k];
	}
	b.side.n -= by_s < 0 ? k : 0;
}

/* Near an end the rest outvotes it. */
static void
jumps(void)
{
	struct recorder one = { 100, 1, 0, 0, false };
	struct recorder two = { 100, 1, 2, 1, false };
	struct pl_sync_known known = KNOWN_NOTHING;
	enum pl_err err;

	pair("consumer", 14, NULL, 3, &one, &two);
	err = find(&known);
	ok(!err && !found.end[0].windows && !found.end[1].windows &&
	    found.windows == found.moving, "clocks that go on: all %zu windows "
	    "agree", found.windows);
	jump(2500, .3);
	err = find(&known);
	ok(err == PL_ESTATE && strstr(fault.why, "a clock jumped"),
	    "0.3 s in the last 25: %s", fault.why);
	unpair();
	pair("consumer", 14, NULL, 3, &one, &two);
	jump(1500, 1);
	err = find(&known);
	ok(err == PL_ESTATE || (found.end[1].windows &&
	    fabs(found.end[1].at_s - (found.to_s - 15)) < 10),
	    "1 s in the last 15: %zu of %zu windows do not fit, after %.0f of "
	    "%.0f s", found.end[1].windows, found.moving, found.end[1].at_s,
	    found.to_s);
	unpair();
}

/* Everybody's squats are alike; that makes them no one's. */
static void
others(void)
{
	static const char *const scenes[] = { NULL, "random", "touch-and-go",
		"sets" };
	struct recorder one = { 100, 1, 0, 0, false };
	struct recorder two = { 100, 1, 2, 1, false };
	struct pl_sync_known known = KNOWN_NOTHING;
	struct pl_session p;
	struct pl_script s;
	int seed, refused = 0;

	two.rate_hz = 50;
	for (seed = 1; seed <= 16; seed++) {
		const char *scene = scenes[seed % 4];
		int reps = seed % 4 == 1 ? 0 : 6;

		pair("consumer", reps, scene, (uint64_t)seed, &one, &two);
		forget(&b);
		if (!body(&p, &s, "consumer", reps, scene,
		    (uint64_t)seed + 1000))
			abort();
		record(&b, &p, &s, &two);
		refused += find(&known) == PL_ESTATE && *fault.why;
		pl_script_free(&s);
		unpair();
	}
	ok(refused == 16, "of 16 pairs of two sessions %d are refused: %s",
	    refused, fault.why);
	two.thigh = true;
	for (seed = 1, refused = 0; seed <= 8; seed++) {
		enum pl_err err;

		pair("consumer", 5, NULL, (uint64_t)seed, &one, &two);
		err = find(&known);
		refused += err == PL_ESTATE || (!err && fabs(found.offset_s -
		    2) < 2 * found.offset_sd_s);
		unpair();
	}
	ok(refused == 8, "a thigh that goes its own way is refused, or known "
	    "as well as it says");
}

/* A body that does the same thing again and again, n rows at 50 Hz. */
static void
again(struct recorded *to, size_t n, double period_s, double from_s,
    double ripple)
{
	struct pl_random r;
	size_t i;
	int k;

	pl_random_seed(&r, 9, (uint64_t)(1 + 1000 * from_s));
	for (k = 0; k < 6; k++)
		to->x[k] = malloc(n * sizeof *to->x[k]);
	for (i = 0; i < n; i++) {
		double w = 2 * PL_PI * ((double)i / 50 + from_s) / period_s;

		for (k = 0; k < 6; k++)
			to->x[k][i] = ripple * pl_random_normal(&r);
		to->x[1][i] += 9.81;
		to->x[3][i] += .6 * pl_sin(w);
		to->x[4][i] += .1 * pl_cos(w);
	}
	to->side = (struct pl_sync_side){ { to->x[0], to->x[1], to->x[2] },
	    { to->x[3], to->x[4], to->x[5] }, n, 50, 0 };
}

static void
undecidable(void)
{
	struct pl_sync_known known = KNOWN_NOTHING;
	struct pl_sync_known near = { 1, 1.4, 0 };
	size_t i;
	int k;

	again(&a, 4000, 6, 0, .005);
	again(&b, 3600, 6, 1, .005);
	ok(find(&known) == PL_ESTATE && strstr(fault.why, "fit about alike"),
	    "the same thing again and again is refused: %s", fault.why);
	ok(!find(&near) && fabs(found.offset_s - 1) < .005,
	    "unless it is known to less than half of its period");
	b.side.n = 700;
	ok(find(&known) == PL_ESTATE && strstr(fault.why, "14 s long"),
	    "too short: %s", fault.why);
	b.side.n = 3600;
	b.side.rate_hz = 4;
	ok(find(&known) == PL_ESTATE && strstr(fault.why, "too slow"),
	    "too slow: %s", fault.why);
	b.side.rate_hz = 50;
	b.side.n = 50 * 43300;
	ok(find(&known) == PL_ESTATE && strstr(fault.why, "cut it to 12"),
	    "too long: %s", fault.why);
	b.side.n = 3600;
	for (k = 3; k < 6; k++)
		for (i = 0; i < b.side.n; i++)
			b.x[k][i] = .3;
	ok(find(&known) == PL_ESTATE && strstr(fault.why, "hardly turns"),
	    "constant: %s", fault.why);
	for (k = 3; k < 6; k++)
		for (i = 0; i < b.side.n; i++)
			b.x[k][i] = PL_MISSING;
	ok(find(&known) == PL_ESTATE && strstr(fault.why, "hardly turns"),
	    "all of it a hole: %s", fault.why);
	forget(&a);
	forget(&b);
}

int
main(void)
{
	accuracy();
	symmetry();
	holes();
	jumps();
	others();
	undecidable();
	return done();
}
