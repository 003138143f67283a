/* how far the moment of a trunk in two pieces may be off: against draws */
#include <math.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/load/uncertain_links.h"
#include "../lib/squat/simulate/vary.h"
#include "tap.h"

/* Five instants near the bottoms of two repetitions, between them none. */
enum { ROWS = 7 };
static double up[ROWS], fwd[ROWS], omega[ROWS], alpha[ROWS];
static double low_up[ROWS], low_fwd[ROWS], low_omega[ROWS], low_alpha[ROWS];
static double sine[ROWS], cosine[ROWS], bar[ROWS], nm[ROWS];
static double sd[ROWS], within[ROWS], one[ROWS];
static const struct pl_motion upper = { up, fwd, omega, alpha, ROWS };
static const struct pl_motion lower = { low_up, low_fwd, low_omega,
    low_alpha, ROWS };

/* The lower piece leans less than the upper by flexion degrees. */
static struct pl_pieces
squat(double flexion, double more)
{
	int t;

	for (t = 0; t < ROWS; t++) {
		double lean = (15 + 4 * t + (t > 3 ? more : 0)) * PL_DEG;
		double low = lean - flexion * PL_DEG, g = PL_GRAVITY + 1.5;

		up[t] = g * pl_cos(lean);
		fwd[t] = -g * pl_sin(lean);
		low_up[t] = g * pl_cos(low);
		low_fwd[t] = -g * pl_sin(low);
		omega[t] = low_omega[t] = .3;
		alpha[t] = low_alpha[t] = -1.5;
		sine[t] = pl_sin(flexion * PL_DEG);
		cosine[t] = pl_cos(flexion * PL_DEG);
		bar[t] = 100;
	}
	return (struct pl_pieces){ .body = &pl_body_default, .upper = &upper,
	    .lower = &lower, .lower_at = pl_body_find_place("sacrum")->at,
	    .sine = sine, .cosine = cosine, .bar_kg = bar };
}

/* The moment at row t of a lifter as drawn, read as stated. */
static double
drawn(const struct pl_varied *v, const struct pl_level *l,
    struct pl_point at, double flexion, int t)
{
	double u = up[t], f = fwd[t], a = low_up[t], b = low_fwd[t], out;
	double s = sine[t] * cos(flexion) + cosine[t] * sin(flexion);
	double c = cosine[t] * cos(flexion) - sine[t] * sin(flexion);
	struct pl_varied low = { .align_rad = v->align_rad - flexion +
	    v->acc_fwd / PL_GRAVITY };
	struct pl_links k;

	pl_vary_read(v, &u, &f);
	pl_vary_read(&low, &a, &b);
	u += v->wobble_up;
	f += v->wobble_fwd;
	pl_links_init(&k, &v->body, l, at);
	pl_links_run(&k, &(struct pl_motion){ &u, &f, &omega[t], &alpha[t], 1 },
	    &(struct pl_motion){ &a, &b, &low_omega[t], &low_alpha[t], 1 },
	    &s, &c, &v->bar_kg, &out);
	return out * (1 + v->filter);
}

static void
draws(const char *name, const struct pl_stated *stated, double flexion)
{
	const struct pl_level *l = pl_body_find_level(name);
	struct pl_pieces p = squat(flexion, 0);
	double sum = 0, square = 0, x;
	struct pl_varied v;
	struct pl_random r;
	struct pl_sds s;
	int i, n = 10000, row = 4;

	pl_uncertain_usual(&s, stated, 2);
	if (pl_uncertain_links(&p, l, &s, NULL, NULL, sd, NULL))
		ok(false, "there is memory");
	pl_random_seed(&r, 7, 1);
	for (i = 0; i < n; i++) {
		pl_vary_draw(&v, p.body, 100, &s, &r);
		x = drawn(&v, l, p.lower_at, s.sd[PL_IN_FLEXION] * PL_DEG *
		    pl_random_normal(&r), row);
		sum += x / n;
		square += x * x / n;
	}
	x = sqrt(square - sum * sum);
	ok(fabs(x / sd[row] - 1) < .05, "%s, flexion %g: %.0f N m, SD %.1f "
	    "propagated, %.1f in %d draws", name, flexion, sum, sd[row], x, n);
}

/* On a rigid trunk both sensors say what one does. */
static void
rigid(const char *name)
{
	const struct pl_level *l = pl_body_find_level(name);
	struct pl_pieces p = squat(0, 0);
	struct pl_uncertain u;
	double worst = 0;
	struct pl_sds s;
	int t;

	pl_uncertain_usual(&s, &(struct pl_stated){ 0 }, 5);
	if (pl_uncertain_set(&s, "flexion", 7, 0) ||
	    pl_uncertain_links(&p, l, &s, NULL, NULL, sd, NULL))
		ok(false, "the flexion can be known");
	pl_uncertain_init(&u, &pl_body_default, l, &s);
	pl_uncertain_run(&u, &upper, bar, one);
	for (t = 0; t < ROWS; t++)
		worst = fmax(worst, fabs(sd[t] / one[t] - 1));
	ok(worst < .02, "%s: no flexion, known: %.1f N m as of one piece, "
	    "within %.1f %%", name, sd[3], 100 * worst);
}

static void
flexion(void)
{
	const struct pl_level *l = pl_body_find_level("l5s1");
	struct pl_pieces p = squat(20, 0);
	struct pl_sds s = { { 0 }, { 0 } };
	double j;

	s.sd[PL_IN_FLEXION] = 3;
	if (pl_uncertain_links(&p, l, &s, NULL, NULL, sd, NULL))
		ok(false, "there is memory");
	/* T12/L1 is elsewhere, and with it 100 kg of bar and 29 of body; the
	 * slices between lean otherwise: 10 kg, about .1 m up */
	j = 3 * PL_DEG * (.176 * 129 + .1 * 10) * (PL_GRAVITY + 1.5);
	ok(fabs(sd[0] / j - 1) < .05, "3 deg of flexion are %.1f N m at "
	    "L5/S1, %.1f by its weights", sd[0], j);
	if (pl_uncertain_links(&p, pl_body_find_level("t7t8"), &s, NULL, NULL,
	    sd, NULL))
		ok(false, "there is memory");
	ok(sd[0] == 0, "and nothing above T12/L1");
}

/* Two repetitions that are one another's image have nothing between them but
 * what changes from one to the next. */
static void
sets(void)
{
	static const unsigned char counts[ROWS] = { 1, 1, 1, 0, 1, 1, 1 };
	static double set[ROWS], cand[ROWS] = { 1, 1, 1, 2, 3, 3, 3 };
	const struct pl_uncertain_reps reps = { set, cand, counts };
	const struct pl_level *l = pl_body_find_level("l5s1");
	struct pl_pieces p = squat(10, -16);
	struct pl_sds s;
	int k, t;

	for (t = 0; t < ROWS; t++) {
		set[t] = 1;
		nm[t] = t % 4;		/* peaks at rows 2 and 6 */
	}
	pl_uncertain_usual(&s, &(struct pl_stated){ 0 }, 5);
	if (pl_uncertain_links(&p, l, &s, nm, &reps, sd, within))
		ok(false, "there is memory");
	ok(fabs(within[2] - within[6]) < 1e-9 && within[2] < sd[2] / 2 &&
	    within[2] > 0, "against its set %.1f N m, by itself %.1f",
	    within[2], sd[2]);
	for (k = 0; k < PL_INPUTS; k++)
		s.within[k] = 0;
	if (pl_uncertain_links(&p, l, &s, nm, &reps, sd, within))
		ok(false, "there is memory");
	ok(within[2] < 1e-9 && within[0] > .1, "where nothing changes: 0 at "
	    "the peaks, %.2f elsewhere", within[0]);
	set[6] = NAN;
	up[1] = NAN;
	for (t = 0; t < 3; t++)
		nm[t] = NAN;
	if (pl_uncertain_links(&p, l, &s, nm, &reps, sd, within))
		ok(false, "there is memory");
	ok(isnan(within[6]) && isnan(sd[1]) && sd[6] > 0 && isnan(within[4]),
	    "a row of no set, of a set of one, or without force, has none");
}

int
main(void)
{
	static const struct pl_stated everything = { true, true, true, true };

	draws("l5s1", &everything, 0);
	draws("l5s1", &everything, 25);
	draws("l3l4", &(struct pl_stated){ 0 }, 10);
	draws("t7t8", &everything, 25);
	rigid("l5s1");
	rigid("t7t8");
	flexion();
	sets();
	return done();
}
