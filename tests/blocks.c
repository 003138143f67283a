/* blocks: the time of rows from the stamps of blocks */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/io/blocks.h"
#include "tap.h"

enum { MOST = 8000, ROWS = 100 };

static struct pl_block block[MOST];
static double t[MOST * ROWS];
static struct pl_blocks found;
static struct pl_fault fault;

/* n blocks of ROWS rows at a nominal 100 Hz, stamped by a clock that runs
 * ratio seconds in a nominal one. */
static void
make(size_t n, double ratio)
{
	size_t i;

	for (i = 0; i < n; i++)
		block[i] = (struct pl_block){ .rows = ROWS, .at = 40, .rate_hz =
		    100, .number = i, .stamp_s = 1000 + ratio * ((double)i +
		    0.4) };
}

static enum pl_err
run(size_t n, double slack_s)
{
	fault = (struct pl_fault){ 0 };
	return pl_blocks_time(block, n, slack_s, slack_s, t, &found, &fault);
}

static bool
rising(size_t rows)
{
	size_t i;

	for (i = 1; i < rows; i++)
		if (!(t[i] > t[i - 1]))
			return false;
	return true;
}

static bool
near(double a, double b, double by)
{
	return fabs(a - b) <= by;
}

/* So that what it found can be told. */
static bool
good(size_t n)
{
	return run(n, 2) == PL_OK;
}

static void
test_straight(void)
{
	static const double ratio[] = { 1, 1 / 0.984, 0.95, 1.05 };
	size_t k, i;
	double worst;

	for (k = 0; k < 4; k++) {
		make(200, ratio[k]);
		ok(!run(200, 2) && found.pieces == 1 && !found.bent &&
		    near(found.hz[0], 100 / ratio[k], 1e-9) &&
		    near(found.first_s, 1000, 1e-9) && t[0] == 0,
		    "a rate of %.4g Hz, and when it began", 100 / ratio[k]);
		for (i = 0, worst = 0; i < 200 * ROWS; i++)
			worst = fmax(worst, fabs(t[i] - ratio[k] * (double)i /
			    100));
		ok(worst < 1e-9, "rows are even: %.1g s off", worst);
	}
}

/* Noise of a stamp stays out of the rows, and of the rate by n^-3/2. */
static void
test_noise(void)
{
	struct pl_random r;
	size_t i;
	double step, lo = 1, hi = 0;
	bool fine;

	pl_random_seed(&r, 3, 0);
	make(300, 1.016);
	for (i = 0; i < 300; i++)
		block[i].stamp_s += 0.002 * pl_random_normal(&r);
	fine = good(300);
	ok(fine && near(found.hz[0], 100 / 1.016, 1e-3) &&
	    near(found.rms_s, 0.002, 5e-4) && found.max_s < 0.01 &&
	    !found.bent, "2 ms of noise: %.6g Hz, %.2g s rms", found.hz[0],
	    found.rms_s);
	for (i = 1; i < 300 * ROWS; i++) {
		step = t[i] - t[i - 1];
		lo = fmin(lo, step), hi = fmax(hi, step);
	}
	ok(hi - lo < 1e-9, "and steps stay even");
	/* whole seconds, with the row at which they began */
	make(600, 1.0137);
	for (i = 0; i < 600; i++) {
		double late = block[i].stamp_s - floor(block[i].stamp_s);

		block[i].stamp_s -= late;
		block[i].at -= floor(late / 1.0137 * 100 + 5 *
		    pl_random_uniform(&r));
	}
	fine = good(600);
	ok(fine && !found.bent && found.pieces == 1 && found.rms_s > 0.01 &&
	    near(found.hz[0], 100 / 1.0137, 0.02),
	    "whole seconds make no bends: %.5g Hz", found.hz[0]);
}

static void
test_pieces(void)
{
	size_t i;

	make(120, 1.01);
	block[30].apart = true;
	for (i = 30; i < 120; i++)
		block[i].stamp_s += 2.5;
	ok(!run(120, 2) && found.pieces == 2 &&
	    near(t[3000] - t[2999], 2.5 + 0.0101, 1e-9),
	    "a hole is as long as the clock says");
	for (i = 30; i < 120; i++)
		block[i].stamp_s += 0.001 * ((double)i - 30);
	ok(!run(120, 2) && near(found.hz[0], 100 / 1.01, 1e-9) &&
	    near(found.hz[1], 100 / 1.011, 1e-9),
	    "each piece has its own rate");
	make(120, 1.01);
	block[60].apart = block[61].apart = true;
	ok(!run(120, 2) && found.pieces == 3 && near(found.hz[1], 100 / 1.01,
	    1e-9) && near(t[6050] - t[0], 60.5 * 1.01, 1e-9),
	    "a piece of one stamp has the rate of the others");
	make(120, 1.01);
	for (i = 50; i < 120; i++)
		block[i].stamp_s += 3;
	ok(!run(120, 2) && found.pieces == 2 &&
	    near(t[5000] - t[4999], 3.0101, 1e-9),
	    "a clock that leaps makes a piece, too");
	ok(!run(120, 4) && found.pieces == 1, "unless it may be off by more");
	make(120, 1.01);
	for (i = 70; i < 120; i++) {
		block[i].rate_hz = 50;
		block[i].stamp_s = 1000 + 1.01 * (70 + 2 * ((double)i - 70 +
		    0.4));
	}
	ok(!run(120, 2) && found.pieces == 2 && near(found.hz[1], 50 / 1.01,
	    1e-9) && near(t[7001] - t[7000], 0.0202, 1e-9),
	    "another rate makes a piece");
}

/* The pace wanders by 1 % over five minutes: 2 s at most from a line. */
static void
test_bent(void)
{
	double worst = 0, s = 0, want[601];
	size_t i;
	bool fine;

	make(600, 1);
	for (i = 0; i <= 600; i++) {
		want[i] = s;
		s += 1.01 - 0.02 * fabs((double)i / 300 - 1);
	}
	for (i = 0; i < 600; i++)
		block[i].stamp_s = want[i] + 0.4 * (want[i + 1] - want[i]);
	fine = good(600);
	ok(fine && found.bent == 1 && found.max_s > 0.5,
	    "a pace that wanders bends time (a line is off by %.2g s)",
	    found.max_s);
	for (i = 0; i < 600; i++)
		worst = fmax(worst, fabs(t[ROWS * i] - want[i] - t[0] +
		    want[0]));
	ok(worst < 0.004 && rising(600 * ROWS),
	    "which is then right to %.2g s", worst);
	/* 0.05 s from a line in ten minutes is told, and left alone */
	for (i = 0; i < 600; i++)
		block[i].stamp_s = (double)i + 0.05 * sin((double)i / 150);
	ok(!run(600, 2) && !found.bent && found.rms_s > 0.02,
	    "a little wandering is told and left alone");
}

static void
test_odd(void)
{
	size_t i;

	make(50, 1.01);
	for (i = 0; i < 50; i++)
		block[i].stamp_s = PL_MISSING;
	ok(!run(50, 2) && found.nominal && near(t[4999], 49.99, 1e-9),
	    "no stamp at all: the nominal rate");
	for (i = 0; i < 50; i++)
		block[i].stamp_s = 7;
	ok(!run(50, 1e9) && found.nominal && rising(5000),
	    "a clock that stands still is none");
	make(50, 1.01);
	block[20].stamp_s += 1e9;
	ok(!run(50, 2) && found.pieces == 1 && found.ignored == 1 &&
	    near(t[4999], 49.99 * 1.01, 1e-9), "one stamp of another age");
	make(50, 1.01);
	for (i = 10; i < 20; i++)
		block[i].stamp_s = PL_MISSING;
	ok(!run(50, 2) && found.pieces == 1 && !found.guessed &&
	    near(t[4999], 49.99 * 1.01, 1e-9), "some without a stamp");
	for (i = 10; i < 20; i += 9)
		block[i].apart = true;
	block[20].apart = true;
	ok(!run(50, 2) && found.guessed == 2 && rising(5000) &&
	    near(t[4999], 49.99 * 1.01, 1e-9),
	    "a piece without one follows the one before");
	make(50, 1.01);
	block[25].apart = true;
	for (i = 25; i < 50; i++)
		block[i].stamp_s -= 0.5;
	ok(!run(50, 2) && found.moved == 1 && near(found.moved_s, 0.5, 1e-6) &&
	    rising(5000), "a piece that begins too early is moved");
	for (i = 25; i < 50; i++)
		block[i].stamp_s -= 5;
	ok(run(50, 2) == PL_EUNEVEN && strstr(fault.why, "block 25: begins"),
	    "much too early is an error");
	make(3, 1);
	block[1].rows = 0;
	block[2].apart = block[1].apart = true;
	ok(!run(3, 2) && rising(200), "an empty block");
}

/* Whatever the stamps are, rows rise or it is an error. */
static void
test_any(void)
{
	struct pl_random r;
	size_t n, i, rise = 0, bad = 0;
	int k;

	pl_random_seed(&r, 11, 0);
	for (k = 0; k < 3000; k++) {
		double most = pl_random_uniform(&r) < 0.8 ? 3 : 1e9;

		n = 1 + (size_t)(pl_random_uniform(&r) * 40);
		make(n, 1.01);
		for (i = 0; i < n; i++) {
			double u = pl_random_uniform(&r);

			block[i].rows = (size_t)(pl_random_uniform(&r) * 101);
			block[i].apart = u < 0.1;
			block[i].at = 200 * pl_random_uniform(&r) - 100;
			if (u > 0.8)
				block[i].stamp_s = PL_MISSING;
			else if (u > 0.6)
				block[i].stamp_s += most *
				    (pl_random_uniform(&r) - 0.4);
			if (u > 0.3 && u < 0.35)
				block[i].rate_hz = 12.5;
		}
		for (i = 0; i < n * ROWS; i++)
			t[i] = -1;
		if (run(n, 2)) {
			bad++;
			continue;
		}
		for (i = n = 0; i < MOST * ROWS && t[i] >= 0; i++)
			n++;
		rise += rising(n);
	}
	ok(rise + bad == 3000 && rise > 1000 && bad > 100,
	    "any stamps: time rises (%zu), or an error says why (%zu)", rise,
	    bad);
}

static void
test_say(void)
{
	struct pl_raw r = { 0 };

	make(50, 1.01);
	block[25].apart = true;
	if (run(50, 2))
		return;
	pl_blocks_say(&r, &found);
	ok(strcmp(r.clock, "block times on straight lines, off them by 0 ms "
	    "rms, 0 at most") == 0 && r.notes == 1 && strcmp(r.note[0].text,
	    "2 pieces without a break, of 99.0099, 99.0099 Hz") == 0,
	    "what was found is told: %s", r.clock);
}

int
main(void)
{
	test_straight();
	test_noise();
	test_pieces();
	test_bent();
	test_odd();
	test_any();
	test_say();
	return done();
}
