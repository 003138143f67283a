/* tracks: sums of pieces whose derivatives are derivatives */
#include <math.h>
#include <stdlib.h>

#include "../lib/base/random.h"
#include "../lib/squat/simulate/track.h"
#include "tap.h"

/* Pieces that overlap, abut and stand apart, not in the order of time. */
static void
fill(struct pl_track *k, struct pl_piece *p, int n)
{
	struct pl_random r;
	int i;

	pl_random_seed(&r, 3, 1);
	for (i = 0; i < n; i++) {
		p[i] = (struct pl_piece){ (enum pl_piece_kind)(i % 5),
		    20 * pl_random_uniform(&r), 0, pl_random_normal(&r),
		    0, 0, 0 };
		p[i].span_s = .2 + 2 * pl_random_uniform(&r);
		p[i].hz = 3 * pl_random_uniform(&r);
		p[i].phase_rad = 6 * pl_random_uniform(&r);
		if (pl_track_add(k, p[i]))
			exit(2);
	}
}

/* A track of one piece says what the piece alone is. */
static double
alone(struct pl_piece p, double t)
{
	struct pl_track k = { 0 };
	double x;

	if (pl_track_add(&k, p))
		exit(2);
	x = pl_track_at(&k, t).x;
	pl_track_free(&k);
	return x;
}

static void
tracks(void)
{
	enum { N = 60 };
	struct pl_track k = { 0 };
	struct pl_piece p[N];
	double worst = 0, sum;
	int i, j;

	fill(&k, p, N);
	for (i = -10; i < 500; i++) {
		for (sum = 0, j = 0; j < N; j++)
			sum += alone(p[j], i * .05);
		worst = fmax(worst, fabs(sum - pl_track_at(&k, i * .05).x));
	}
	ok(worst < 1e-12, "a track is the sum of its pieces, asked anywhere");
	ok(pl_track_add(&k, (struct pl_piece){ 0 }) == PL_ERANGE && k.n == N,
	    "a piece without a span is refused and changes nothing");
	pl_track_free(&k);
}

/* Rate and second derivative of one kind of piece, against differences. */
static void
calculus(enum pl_piece_kind kind, const char *name)
{
	struct pl_piece p = { kind, 1, 1.5, .7, 2.3, .4, 0 };
	struct pl_track k = { 0 };
	double v = 0, a = 0, h = 1e-5, t;

	if (pl_track_add(&k, p))
		exit(2);
	for (t = 1.01; t < 2.49; t += .013) {
		struct pl_jet j = pl_track_at(&k, t);
		struct pl_jet lo = pl_track_at(&k, t - h);
		struct pl_jet hi = pl_track_at(&k, t + h);

		v = fmax(v, fabs((hi.x - lo.x) / (2 * h) - j.v));
		a = fmax(a, fabs((hi.v - lo.v) / (2 * h) - j.a));
	}
	ok(v < 1e-7 && a < 1e-5, "%s: derivatives are those of the value",
	    name);
	ok(fabs(pl_track_at(&k, 9).x - (kind <= PL_PIECE_MINJERK ? .7 : 0)) <
	    1e-15 && pl_track_at(&k, .9).x == 0,
	    "%s: nothing before, and after it what a ramp gained", name);
	pl_track_free(&k);
}

int
main(void)
{
	tracks();
	calculus(PL_PIECE_COSINE, "cosine");
	calculus(PL_PIECE_MINJERK, "minjerk");
	calculus(PL_PIECE_BELL, "bell");
	calculus(PL_PIECE_BURST, "burst");
	calculus(PL_PIECE_WAVE, "wave");
	return done();
}
