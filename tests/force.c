/* force: squats by an accelerometer alone, whatever else is done between */
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/quat.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/load/force.h"
#include "tap.h"

enum { MOST = 30000 };

static double x[3][MOST];
static const double *const acc[3] = { x[0], x[1], x[2] };
static size_t n;
static double rate;

/* Rows of so many seconds: the trunk leans to and fro by bow, or turns from
 * one lean to another; height moves by sink, both like a cosine. */
static void
go(double s, double from, double to, double bow, double sink)
{
	size_t rows = (size_t)(s * rate + 0.5), i;

	for (i = 0; i < rows && n < MOST; i++, n++) {
		double u = (double)i / (double)rows, w = 2 * PL_PI / s;
		double lean = from + (to - from) * (1 - pl_cos(PL_PI * u)) / 2 +
		    bow * (1 - pl_cos(2 * PL_PI * u)) / 2;
		double f = PL_GRAVITY - sink / 2 * w * w * pl_cos(w * u * s);

		x[0][n] = f * pl_sin(lean);
		x[1][n] = f * pl_cos(lean);
		x[2][n] = 0;
	}
}

static void
squats(int k, double s)
{
	while (k--) {
		go(s, 0, 0, 30 * PL_DEG, 0.45);
		go(0.8, 0, 0, 0, 0);
	}
}

/* Noise, then any axes. */
static void
mount(uint64_t seed)
{
	struct pl_random r;
	pl_quat q;
	size_t i;

	pl_random_seed(&r, seed, 1);
	q = pl_quat_unit((pl_quat){ pl_random_normal(&r),
	    pl_random_normal(&r), pl_random_normal(&r), pl_random_normal(&r) });
	for (i = 0; i < n; i++) {
		pl_vec v = pl_quat_rotate(q, (pl_vec){ x[0][i] + 0.1 *
		    pl_random_normal(&r), x[1][i] + 0.1 *
		    pl_random_normal(&r), x[2][i] + 0.1 *
		    pl_random_normal(&r) });

		x[0][i] = v.x, x[1][i] = v.y, x[2][i] = v.z;
	}
}

static int
work(const struct pl_cands *s)
{
	size_t i;
	int k = 0;

	for (i = 0; i < s->n; i++)
		k += s->cand[i].class == PL_WORK;
	return k;
}

static void
expect(int want, const char *what)
{
	struct pl_cands s;
	enum pl_err err = pl_force_find(acc, n, rate, &s);

	ok(!err && work(&s) == want, "%s: %d of %d", what, err ? -1 : work(&s),
	    want);
	pl_cand_free(&s);
}

/* Two sets; between them, lying on the back for longer than both together. */
static void
lying(void)
{
	go(3, 0, 0, 0, 0);
	squats(5, 2.6);
	go(4, 0, -90 * PL_DEG, 0, 0);
	go(120, -90 * PL_DEG, -90 * PL_DEG, 0, 0);
	go(4, -90 * PL_DEG, 0, 0, 0);
	go(2, 0, 0, 0, 0);
	squats(5, 2.6);
}

static void
at(double hz)
{
	char text[64];
	uint64_t seed;

	for (seed = 1; seed <= 4; seed++) {
		rate = hz;
		n = 0;
		go(2, 0, 0, 0, 0);
		squats(6, 2 + (double)seed / 2);
		mount(seed);
		snprintf(text, sizeof text, "%g Hz, axes %d", hz, (int)seed);
		expect(6, text);
	}
}

static void
others(void)
{
	struct pl_cands s;
	size_t i;
	int k;

	rate = 10;
	n = 0;
	lying();
	mount(5);
	expect(10, "lying down between sets");
	for (n = 0, k = 0; k < 8; k++) {
		go(3, 0, 0, 35 * PL_DEG, 0);
		go(1, 0, 0, 0, 0);
	}
	mount(6);
	expect(0, "bowing without sinking");
	for (n = 0, k = 0; k < 8; k++) {
		go(2.5, -90 * PL_DEG, -90 * PL_DEG, 95 * PL_DEG, 0.3);
		go(0.5, -90 * PL_DEG, -90 * PL_DEG, 0, 0);
	}
	go(20, 0, 0, 0, 0);
	squats(3, 2.6);
	mount(7);
	expect(3, "sit-ups before");
	for (n = 0, k = 0; k < 6; k++) {
		go(2.6, 0, 0, 100 * PL_DEG, 0.5);
		go(1, 0, 0, 0, 0);
	}
	mount(8);
	expect(0, "down to the hands and up again");
	n = 0;
	go(2, 0, 0, 0, 0);
	squats(4, 2.6);
	mount(9);
	for (i = 30; i < 38; i++)
		x[0][i] = x[1][i] = x[2][i] = PL_MISSING;
	expect(3, "a hole of 0.8 s in the first");
	ok(pl_force_find(acc, 2, 10, &s) == PL_ESHORT && !s.n, "two rows");
	ok(pl_force_find(acc, n, 4, &s) == PL_ERANGE && !s.n, "4 Hz");
	for (i = 0; i < n; i++)
		x[1][i] = PL_MISSING;
	ok(pl_force_find(acc, n, 10, &s) == PL_ESTATE && !s.n, "an empty axis");
}

/* The ends of a lean that goes like a cosine. */
static void
ends(void)
{
	struct pl_cands s;
	double worst = 0, t, e;
	int k;

	rate = 50;
	n = 0;
	go(4, 0, 0, 0, 0);
	squats(5, 2.6);
	ok(!pl_force_find(acc, n, rate, &s) && work(&s) == 5, "five at 50 Hz");
	for (k = 0; k < 5 && s.n == 5; k++) {
		t = 4 + 3.4 * k;
		e = fabs((double)s.cand[k].start / rate - t);
		worst = e > worst ? e : worst;
		e = fabs((double)s.cand[k].low / rate - t - 1.3);
		worst = e > worst ? e : worst;
		e = fabs((double)s.cand[k].end / rate - t - 2.6);
		worst = e > worst ? e : worst;
	}
	ok(s.n == 5 && worst < 0.3, "starts, bottoms and ends within %.2f s",
	    worst);
	pl_cand_free(&s);
}

int
main(void)
{
	at(10);
	at(12.5);
	at(100);
	others();
	ends();
	return done();
}
