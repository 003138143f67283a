#include "uncertain.h"

#include <math.h>
#include <string.h>

#include "../../base/lanes.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../base/unit.h"

#define OURS "our estimate"

static const struct pl_input_row rows[PL_INPUTS] = {
	[PL_IN_ALIGN] = { "align", "deg", 2, 5, .5, 45,
	    "plumb-align: 2 standing, 5 from the data; from rep to rep " OURS },
	[PL_IN_OFFSET] = { "offset", "m", .005, .015, .003, .5,
	    "a tape; places of the bar on the torso; " OURS },
	[PL_IN_RISE] = { "rise", "m", .015, .015, .003, .5, OURS },
	[PL_IN_BAR] = { "bar", "kg/kg", .005, .005, 0, .5,
	    "plates: " OURS },
	[PL_IN_MASSES] = { "masses", "kg/kg", .05, .05, 0, .5,
	    "scatter of segment masses: " OURS },
	[PL_IN_ACC_UP] = { "acc", "m/s^2", .2, .2, 0, 10,
	    "data sheets, 20 mg, not calibrated" },
	[PL_IN_ACC_FWD] = { "acc", "m/s^2", .2, .2, 0, 10,
	    "data sheets, 20 mg, not calibrated" },
	[PL_IN_WOBBLE_UP] = { "wobble", "m/s^2", .12, .12, .12, 10,
	    "5 mm of soft tissue below 6 Hz, in simulated peaks" },
	[PL_IN_WOBBLE_FWD] = { "wobble", "m/s^2", .12, .12, .12, 10,
	    "5 mm of soft tissue below 6 Hz, in simulated peaks" },
	[PL_IN_ROUND] = { "round", "deg", 10, 10, 3, 90,
	    "1 cm at T7/8: " OURS },
	[PL_IN_PLACE_U] = { "place", "m", .02, .08, .01, 1,
	    "from rep to rep Zemp 2014, skin: 9 mm; else " OURS },
	[PL_IN_PLACE_V] = { "place", "m", .02, .08, .01, 1,
	    "from rep to rep Zemp 2014, skin: 9 mm; else " OURS },
	[PL_IN_STATURE] = { "stature", "m", .01, .07, 0, .5,
	    "a tape; people differ by about 7 cm: " OURS },
	[PL_IN_SEX] = { "sex", "0 or .5", 0, .5, 0, .5,
	    "one of two, as likely" },
	[PL_IN_FILTER] = { "filter", "of M", .01, .01, .01, .5,
	    "peaks of simulated sessions: .7 % low, 4 % at most" },
	[PL_IN_FLEXION] = { "flexion", "deg", 5, 5, 1, 45,
	    "Bailes 2024, thoracic flexion: 5.0; from rep to rep " OURS },
};

const struct pl_input_row *
pl_uncertain_row(int i)
{
	return i >= 0 && i < PL_INPUTS ? &rows[i] : NULL;
}

static void
put(struct pl_sds *s, int i, double sd)
{
	s->sd[i] = sd;
	s->within[i] = fmin(rows[i].within, sd);
}

void
pl_uncertain_usual(struct pl_sds *s, const struct pl_stated *stated,
    double align_sd_deg)
{
	bool known[PL_INPUTS] = { [PL_IN_OFFSET] = stated->offset,
	    [PL_IN_STATURE] = stated->stature, [PL_IN_SEX] = stated->sex,
	    [PL_IN_PLACE_U] = stated->place, [PL_IN_PLACE_V] = stated->place };
	int i;

	for (i = 0; i < PL_INPUTS; i++)
		put(s, i, known[i] ? rows[i].stated : rows[i].assumed);
	if (!pl_missing(align_sd_deg))
		put(s, PL_IN_ALIGN, align_sd_deg);
}

enum pl_err
pl_uncertain_set(struct pl_sds *s, const char *key, size_t len, double sd)
{
	enum pl_err err = PL_ECOLUMN;
	int i;

	for (i = 0; i < PL_INPUTS; i++) {
		if (strlen(rows[i].key) != len ||
		    memcmp(rows[i].key, key, len) != 0)
			continue;
		if (!(sd >= 0 && sd <= rows[i].hi))
			return PL_ERANGE;
		put(s, i, sd);
		err = PL_OK;
	}
	return err;
}

static struct pl_effect
times(const struct pl_moment_terms *m, double k)
{
	return (struct pl_effect){ { k * m->up, k * m->fwd, k * m->alpha,
	    k * m->omega2, 0 } };
}

static struct pl_effect
half(const struct pl_moment_terms *more, const struct pl_moment_terms *less,
    double k)
{
	struct pl_effect a = times(more, k), b = times(less, k);
	int i;

	for (i = 0; i < 5; i++)
		a.x[i] -= b.x[i];
	return a;
}

/* Turning the measured force by an angle, so that more lean is read. */
static struct pl_effect
turned(const struct pl_moment_terms *m, double rad)
{
	return (struct pl_effect){ { -rad * m->fwd, rad * m->up, 0, 0, 0 } };
}

/* A force that is not there: along the trunk, or forward, where a bias was
 * taken for up by the alignment, too. */
static struct pl_effect
pushed(const struct pl_moment_terms *m, int input, double force)
{
	struct pl_effect e = { { 0 } };

	if (input == PL_IN_ACC_FWD)
		e = turned(m, force / PL_GRAVITY);
	e.x[4] = force * (input == PL_IN_ACC_FWD || input == PL_IN_WOBBLE_FWD ?
	    m->fwd : m->up);
	return e;
}

struct pl_body
pl_uncertain_shift(const struct pl_body *b, enum pl_input input, double by)
{
	struct pl_body c = *b;

	if (input == PL_IN_OFFSET)
		c.bar_offset_m = pl_body_offset(b) + by;
	else if (input == PL_IN_RISE)
		c.bar_rise_m += by;
	else if (input == PL_IN_ROUND)
		c.round_deg += by;
	else if (input == PL_IN_PLACE_U)
		c.sensor.u += by;
	else if (input == PL_IN_PLACE_V)
		c.sensor.v += by;
	else if (input == PL_IN_STATURE)
		c.stature_m += by;
	else if (input == PL_IN_SEX && by > 0)
		c.sex = b->sex == PL_MALE ? PL_FEMALE : PL_MALE;
	return c;
}

static void
differ(struct pl_uncertain *u, int k, const struct pl_body *b,
    const struct pl_level *l, double sd)
{
	struct pl_body more = pl_uncertain_shift(b, (enum pl_input)k, sd);
	struct pl_body less = pl_uncertain_shift(b, (enum pl_input)k, -sd);
	double by = k == PL_IN_SEX ? sd : .5;
	struct pl_moment m, n;

	pl_moment_init(&m, &more, l);
	pl_moment_init(&n, &less, l);
	u->body[k] = half(&m.body, &n.body, by);
	u->bar[k] = half(&m.bar, &n.bar, by);
}

void
pl_uncertain_init(struct pl_uncertain *u, const struct pl_body *b,
    const struct pl_level *l, const struct pl_sds *s)
{
	struct pl_moment m;
	int k;

	*u = (struct pl_uncertain){ 0 };
	pl_moment_init(&m, b, l);
	for (k = 0; k < PL_INPUTS; k++) {
		double sd = s->sd[k];

		u->within[k] = sd > 0 ? s->within[k] / sd : 0;
		switch (k) {
		case PL_IN_ALIGN:
			u->body[k] = turned(&m.body, sd * PL_DEG);
			u->bar[k] = turned(&m.bar, sd * PL_DEG);
			break;
		case PL_IN_ACC_UP:
		case PL_IN_ACC_FWD:
		case PL_IN_WOBBLE_UP:
		case PL_IN_WOBBLE_FWD:
			u->body[k] = pushed(&m.body, k, sd);
			u->bar[k] = pushed(&m.bar, k, sd);
			break;
		case PL_IN_FILTER:
			u->body[k] = times(&m.body, sd);
			u->bar[k] = times(&m.bar, sd);
			break;
		case PL_IN_BAR:
			u->bar[k] = times(&m.bar, sd);
			break;
		case PL_IN_MASSES:
			u->body[k] = times(&m.body, sd);
			break;
		default:
			differ(u, k, b, l, sd);
		}
	}
}

static struct pl_effect
loaded(const struct pl_uncertain *u, int k, double bar_kg)
{
	struct pl_effect e = u->body[k];
	int i;

	for (i = 0; i < 5; i++)
		e.x[i] += bar_kg * u->bar[k].x[i];
	return e;
}

double
pl_uncertain_at(const struct pl_uncertain *u, double bar_kg, double up,
    double fwd, double omega, double alpha, double part[PL_INPUTS])
{
	double sum = 0;
	int k;

	for (k = 0; k < PL_INPUTS; k++) {
		struct pl_effect e = loaded(u, k, bar_kg);

		part[k] = e.x[0] * up + e.x[1] * fwd + e.x[2] * alpha +
		    e.x[3] * omega * omega + e.x[4];
		sum += part[k] * part[k];
	}
	return sqrt(sum);
}

/* A quadratic form of five, its lower triangle by rows. */
struct form { double q[15]; };

static void
add_square(struct form *f, const struct pl_effect *e, double weight)
{
	int i, j, at = 0;

	for (i = 0; i < 5; i++)
		for (j = 0; j <= i; j++)
			f->q[at++] += weight * (i == j ? 1 : 2) * e->x[i] *
			    e->x[j];
}

/* The squares of all inputs at one mass of the bar; against a mean if there
 * is one. */
static struct form
squares(const struct pl_uncertain *u, double bar_kg, const double *mean)
{
	struct form f = { { 0 } };
	int k;

	for (k = 0; k < PL_INPUTS; k++) {
		struct pl_effect e = loaded(u, k, bar_kg);
		double own = u->within[k] * u->within[k];

		add_square(&f, &e, mean ? own : 1);
		if (!mean)
			continue;
		e.x[4] -= mean[k];
		add_square(&f, &e, 1 - own);
	}
	return f;
}

/* Rows from..to-1, of one mass of the bar. */
static void
evaluate(const struct form *f, const struct pl_motion *m, size_t from,
    size_t to, double *sd_nm)
{
	const double *restrict up = m->up, *restrict fwd = m->fwd;
	const double *restrict omega = m->omega, *restrict alpha = m->alpha;
	double *restrict sd = sd_nm;
	const struct form k = *f;
	size_t t;

	LANES
	for (t = from; t < to; t++) {
		double a = up[t], b = fwd[t], c = alpha[t];
		double d = omega[t] * omega[t];
		double v = a * (k.q[0] * a + k.q[10]) +
		    b * (k.q[1] * a + k.q[2] * b + k.q[11]) +
		    c * (k.q[3] * a + k.q[4] * b + k.q[5] * c + k.q[12]) +
		    d * (k.q[6] * a + k.q[7] * b + k.q[8] * c + k.q[9] * d +
		    k.q[13]) + k.q[14];

		/* rounding may leave less than nothing */
		sd[t] = sqrt(v < 0 ? 0 : v);
	}
}

static void
run(const struct pl_uncertain *u, const struct pl_motion *m,
    const double *bar_kg, const double *mean, double *sd_nm)
{
	size_t from, to;

	for (from = 0; from < m->n; from = to) {
		struct form f = squares(u, bar_kg[from], mean);

		for (to = from + 1; to < m->n && bar_kg[to] == bar_kg[from];)
			to++;
		evaluate(&f, m, from, to, sd_nm);
	}
}

void
pl_uncertain_run(const struct pl_uncertain *u, const struct pl_motion *m,
    const double *bar_kg, double *sd_nm)
{
	run(u, m, bar_kg, NULL, sd_nm);
}

void
pl_uncertain_within(const struct pl_uncertain *u, const struct pl_motion *m,
    const double *bar_kg, const double mean[PL_INPUTS], double *sd_nm)
{
	run(u, m, bar_kg, mean, sd_nm);
}
