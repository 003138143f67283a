/* cycles of a drill: counted, timed, labelled; and what they are not */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/trig.h"
#include "../lib/squat/rom/cycle.h"
#include "tap.h"

enum { ROOM = 20000 };
#define RATE 50.0

static double x[ROOM];
static unsigned char rest[ROOM];
static size_t n;

/* A still pose of so many seconds at the present angle. */
static void
stay(double s, bool still)
{
	size_t k = (size_t)(s * RATE), i;
	double at = n ? x[n - 1] : 0;

	for (i = 0; i < k; i++, n++) {
		x[n] = at;
		rest[n] = still;
	}
}

/* A half cosine, or minimum jerk. */
static bool jerk;

static void
go(double s, double deg)
{
	size_t k = (size_t)(s * RATE), i;
	double from = x[n - 1], t;

	for (i = 1; i <= k; i++, n++) {
		t = (double)i / (double)k;
		t = jerk ? t * t * t * (10 + t * (6 * t - 15)) :
		    (1 - pl_cos(PL_PI * t)) / 2;
		x[n] = from + t * deg * PL_DEG;
		rest[n] = 0;
	}
}

static void
begin(double s)
{
	n = 0;
	stay(s, true);
}

static void
open_book(int cycles, double deg, double s)
{
	int i;

	begin(4);
	for (i = 0; i < cycles; i++) {
		go(s, deg);
		stay(1, false);
		go(s, -deg);
		stay(i + 1 < cycles ? 1 : 4, i + 1 == cycles);
	}
}

/* deg to the one side, other to the other */
static void
cat_cow(int cycles, double deg, double other)
{
	int i;

	begin(4);
	go(2, deg);
	for (i = 0; i < cycles; i++) {
		stay(.5, false);
		go(2, -deg - other);
		stay(.5, false);
		if (i + 1 < cycles)
			go(2, deg + other);
	}
	go(2, other);
	stay(4, true);
}

static struct pl_cycles
find(void)
{
	struct pl_cycles s;

	if (pl_cycle_find(x, rest, n, RATE, &s))
		exit(2);
	return s;
}

/* Are there so many, all of one class and so large? */
static bool
all(const struct pl_cycles *s, size_t many, enum pl_class class, double deg)
{
	bool good = s->n == many;
	size_t i;

	for (i = 0; good && i < many; i++)
		good = s->cycle[i].class == class && s->cycle[i].number ==
		    (int)i + 1 && (pl_missing(deg) || fabs(s->cycle[i].range -
		    deg * PL_DEG) < 1e-9);
	return good;
}

static void
counts(void)
{
	struct pl_cycles s;
	int sign, shape;
	size_t i;

	for (shape = 0; shape < 2; shape++)
		for (sign = -1; sign <= 1; sign += 2) {
			jerk = shape;
			open_book(6, sign * 50, 2);
			s = find();
			ok(all(&s, 6, PL_WORK, 50) && s.way == sign &&
			    s.zero.to == (size_t)(4 * RATE) && !s.late,
			    "six one way and back, sign %d, %s", sign,
			    jerk ? "minimum jerk" : "half cosine");
			pl_cycle_free(&s);
			cat_cow(5, sign * 20, sign * 25);
			s = find();
			ok(all(&s, 5, PL_WORK, 45) && s.way == sign &&
			    fabs(s.cycle[4].near + 25 * PL_DEG) < 1e-9,
			    "five both ways, the return is none");
			pl_cycle_free(&s);
		}
	for (i = 0; i < 8; i++) {
		double deg = 5.5 + 18 * (double)i, sec = .4 + (double)i;

		open_book(3, deg, sec);
		s = find();
		ok(all(&s, 3, PL_WORK, deg), "three of %g deg in %g s", deg,
		    sec);
		pl_cycle_free(&s);
	}
	open_book(4, 4.5, 2);
	s = find();
	ok(s.n == 0, "what is below 5 deg is no drill");
	pl_cycle_free(&s);
	cat_cow(4, 38, 3);
	s = find();
	ok(all(&s, 4, PL_WORK, 41), "cat and cow with hardly a cow");
	pl_cycle_free(&s);
}

static void
times(void)
{
	double worst = 0, mean = 0;
	struct pl_cycles s;
	size_t i;
	int shape;

	for (shape = 0; shape < 2; shape++) {
		jerk = shape;
		open_book(4, 60, 3);
		s = find();
		for (i = 0; i < s.n; i++) {
			const struct pl_cycle *c = &s.cycle[i];
			double t = 4 + 8 * (double)i;

			worst = fmax(worst, fabs(c->start / RATE - t));
			worst = fmax(worst, fabs(c->out / RATE - t - 3));
			worst = fmax(worst, fabs(c->back / RATE - t - 4));
			worst = fmax(worst, fabs(c->end / RATE - t - 7));
			mean = fmax(mean, fabs(c->mean / PL_DEG / 20 - 1));
		}
		ok(s.n == 4 && fabs(s.cycle[1].peak / PL_DEG - (jerk ?
		    1.875 : PL_PI / 2) * 20) < .3, "peak speed, %s", jerk ?
		    "minimum jerk" : "half cosine");
		pl_cycle_free(&s);
	}
	ok(worst < .14, "times within 4 %% of a way of 3 s, and a row (%.3f s)",
	    worst);
	ok(mean < .1, "mean speed within a tenth (%.3f)", mean);
}

/* Hesitating, going back a little, and going half the way. */
static void
ways(void)
{
	struct pl_cycles s;

	jerk = false;
	begin(4);
	go(1, 30), stay(.5, false), go(1, -10), go(1, 30), stay(1, false);
	go(2, -50), stay(1, false);
	go(2, 50), go(1, -20), stay(1, true), go(2, -30), stay(1, false);
	go(1.5, 25), go(1.5, -25), stay(1, false);
	go(2, 50), go(2, -50), stay(4, true);
	s = find();
	ok(s.n == 4 && s.cycle[0].class == PL_WORK && s.cycle[1].class ==
	    PL_WORK && s.cycle[2].class == PL_PARTIAL &&
	    strcmp(s.cycle[2].reason, "short") == 0 && s.cycle[3].rep == 4,
	    "a halt and a little back are one cycle, half is partial");
	pl_cycle_free(&s);
}

static void
edges(void)
{
	struct pl_cycles s;
	size_t from;

	open_book(4, 50, 2);
	n -= (size_t)(7 * RATE);		/* in the last stay out */
	s = find();
	ok(s.n == 4 && s.cycle[3].class == PL_UNKNOWN && s.cycle[3].truncated
	    && strcmp(s.cycle[3].reason, "cut") == 0 && s.cycle[3].rep == 0 &&
	    pl_missing(s.cycle[3].range), "an end on the far side: unknown");
	pl_cycle_free(&s);
	open_book(4, 50, 2);
	n -= (size_t)(4.7 * RATE);	/* 0.7 s before it is back */
	s = find();
	ok(s.n == 4 && s.cycle[3].class == PL_WORK && s.cycle[3].truncated &&
	    pl_missing(s.cycle[3].near) && fabs(s.cycle[3].range - 50 *
	    PL_DEG) < 1e-9, "an end on the way back: the way out tells");
	pl_cycle_free(&s);
	open_book(4, 50, 2);
	from = (size_t)(4.6 * RATE);
	memmove(x, x + from, (n - from) * sizeof *x);
	memmove(rest, rest + from, n - from);
	n -= from;
	s = find();
	ok(s.n == 4 && s.late && s.cycle[0].truncated && s.cycle[0].class ==
	    PL_WORK && s.way == 1, "begun on the first way out: counted from "
	    "the pose after");
	pl_cycle_free(&s);
	from = (size_t)(2.0 * RATE);
	memmove(x, x + from, (n - from) * sizeof *x);
	memmove(rest, rest + from, n - from);
	n -= from;
	s = find();
	ok(s.n == 4 && s.late && s.cycle[0].class == PL_UNKNOWN &&
	    s.cycle[1].class == PL_WORK && s.way == 1,
	    "begun in the stay at the far end: that one is unknown");
	pl_cycle_free(&s);
}

/* Nothing rests, as where a gyroscope's bias hides it. */
static void
restless(void)
{
	struct pl_cycles s;

	jerk = true;
	open_book(4, 50, 2);
	memset(rest, 0, n);
	s = find();
	ok(all(&s, 4, PL_WORK, 50) && s.zero.from == 0 && s.zero.to >=
	    (size_t)(4 * RATE) && s.zero.to < (size_t)(4.8 * RATE),
	    "an angle that stays is a pose, too");
	pl_cycle_free(&s);
	cat_cow(3, 20, 25);
	memset(rest, 0, n);
	s = find();
	ok(all(&s, 3, PL_WORK, 45), "and so the return is none");
	pl_cycle_free(&s);
}

static void
gap(double from_s, double to_s)
{
	size_t i;

	for (i = (size_t)(from_s * RATE); i < (size_t)(to_s * RATE); i++)
		x[i] = PL_MISSING;
}

static void
holes(void)
{
	struct pl_cycles s;

	open_book(3, 50, 2);
	gap(11, 11.6);
	s = find();
	ok(s.n == 3 && s.cycle[1].class == PL_WORK && s.cycle[1].truncated &&
	    fabs(s.cycle[1].range - 50 * PL_DEG) < 1e-9,
	    "a hole on a way: whole, but truncated");
	pl_cycle_free(&s);
	open_book(3, 50, 2);
	gap(11, 13.5);
	s = find();
	ok(s.n == 3 && s.cycle[1].class == PL_UNKNOWN &&
	    strcmp(s.cycle[1].reason, "hole") == 0, "at the far end: unknown");
	pl_cycle_free(&s);
	open_book(3, 50, 2);
	gap(11, 11.2);
	s = find();
	ok(s.n == 3 && !s.cycle[1].truncated, "a short one is none");
	pl_cycle_free(&s);
	open_book(3, 50, 2);
	gap(0, (double)n / RATE);
	s = find();
	ok(s.n == 0, "nothing but a hole has no cycle");
	pl_cycle_free(&s);
	n = 0;
	s = find();
	ok(s.n == 0, "nor has nothing");
	pl_cycle_free(&s);
}

int
main(void)
{
	counts();
	times();
	ways();
	edges();
	restless();
	holes();
	return done();
}
