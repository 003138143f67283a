/* the names of stresses and of their levels, which stress.h declares */
#include <stddef.h>
#include <string.h>

#include "stress.h"

struct place {
	struct pl_stress_key key;
	size_t at;		/* in struct pl_stress */
	double factor;		/* from the unit to what is kept */
};

#define GRADE(field) (offsetof(struct pl_stress, grade) + \
    offsetof(struct pl_grade, field))
#define OWN(field) offsetof(struct pl_stress, field)

static const struct place places[] = {
	{ { "acc-noise", "ug/sqrt(Hz)", "density of white noise", 1e6 },
	    GRADE(acc_noise_ug), 1 },
	{ { "acc-bias", "mg", "SD of each axis", 1e4 },
	    GRADE(acc_bias_mg), 1 },
	{ { "acc-gain", "%", "SD of each axis", 50 }, GRADE(acc_gain), .01 },
	{ { "acc-range", "g", "clips beyond", 1e4 }, GRADE(acc_range_g), 1 },
	{ { "gyr-noise", "deg/s/sqrt(Hz)", "density of white noise", 1e3 },
	    GRADE(gyr_noise_deg_s), 1 },
	{ { "gyr-bias", "deg/s", "SD of each axis at turn-on", 1e3 },
	    GRADE(gyr_bias_deg_s), 1 },
	{ { "gyr-walk", "deg/s/sqrt(s)", "how the bias walks", 1e3 },
	    GRADE(gyr_walk_deg_s), 1 },
	{ { "gyr-gain", "%", "SD of each axis", 50 }, GRADE(gyr_gain), .01 },
	{ { "gyr-range", "deg/s", "clips beyond", 1e5 },
	    GRADE(gyr_range_deg_s), 1 },
	{ { "bits", "", "steps of a range: 2 to the bits", 32 },
	    GRADE(bits), 1 },
	{ { "rate", "%", "SD of the clock", 10 }, GRADE(clock), .01 },
	{ { "jitter", "ms", "SD of a sample's instant", 1e4 },
	    GRADE(jitter_s), 1e-3 },
	{ { "packet", "ms", "mean length of what jitters as one", 1e5 },
	    GRADE(packet_s), 1e-3 },
	{ { "lost", "%", "of the time", 90 }, OWN(lost), .01 },
	{ { "hole", "s", "mean length of a loss", 1e3 }, OWN(hole_s), 1 },
	{ { "slip", "deg", "the strap turns and stays", 180 },
	    OWN(slip_deg), 1 },
	{ { "slip-at", "s", "when it does", 1e9 }, OWN(slip_at_s), 1 },
};

enum { PLACES = sizeof places / sizeof *places };

/*
 * A level has the errors of a grade's sensor, times worse.  What is lost, and
 * the slip, are estimates of ours: a good radio loses a packet in a thousand,
 * one behind a body some in a hundred.
 */
static const struct level {
	const char *name, *grade;
	double worse, lost, hole_s, slip_deg;
} levels[] = {
	{ "none", "none", 1, 0, 0, 0 },
	{ "lab", "lab", 1, 0, 0, 0 },
	{ "consumer", "consumer", 1, .001, .1, 0 },
	{ "poor", "poor", 1, .01, .2, 0 },
	{ "broken", "poor", 2, .05, .5, 15 },
};

enum { LEVELS = sizeof levels / sizeof *levels };

const struct pl_stress_key *
pl_stress_key(int i)
{
	return i >= 0 && i < PLACES ? &places[i].key : NULL;
}

enum pl_err
pl_stress_set(struct pl_stress *s, const char *name, size_t len, double value)
{
	const struct place *p;
	int i;

	for (i = 0; i < PLACES; i++)
		if (strlen(places[i].key.name) == len &&
		    memcmp(places[i].key.name, name, len) == 0)
			break;
	if (i == PLACES)
		return PL_ECOLUMN;
	p = &places[i];
	if (!(value >= 0 && value <= p->key.hi))
		return PL_ERANGE;
	if (p->at == GRADE(bits)) {
		if (value != (int)value)
			return PL_ERANGE;
		s->grade.bits = (int)value;
	} else {
		value *= p->factor;
		memcpy((char *)s + p->at, &value, sizeof value);
	}
	return PL_OK;
}

const char *
pl_stress_level(int i)
{
	return i >= 0 && i < LEVELS ? levels[i].name : NULL;
}

static void
worsen(struct pl_grade *g, double times)
{
	double *const error[] = { &g->acc_noise_ug, &g->acc_bias_mg,
	    &g->acc_gain, &g->gyr_noise_deg_s, &g->gyr_bias_deg_s,
	    &g->gyr_walk_deg_s, &g->gyr_gain, &g->clock, &g->jitter_s };
	size_t i;

	for (i = 0; i < sizeof error / sizeof *error; i++)
		*error[i] *= times;
}

bool
pl_stress_find(struct pl_stress *s, const char *level)
{
	const struct level *l;
	int i;

	for (i = 0; i < LEVELS; i++)
		if (strcmp(levels[i].name, level) == 0)
			break;
	if (i == LEVELS)
		return false;
	l = &levels[i];
	*s = (struct pl_stress){ .grade = *pl_grade_find(l->grade),
	    .lost = l->lost, .hole_s = l->hole_s, .slip_deg = l->slip_deg };
	worsen(&s->grade, l->worse);
	return true;
}

bool
pl_stress_none(const struct pl_stress *s)
{
	const struct pl_grade *g = &s->grade;

	return !(g->acc_noise_ug > 0 || g->acc_bias_mg > 0 || g->acc_gain > 0 ||
	    g->acc_range_g > 0 || g->gyr_noise_deg_s > 0 ||
	    g->gyr_bias_deg_s > 0 || g->gyr_walk_deg_s > 0 ||
	    g->gyr_gain > 0 || g->gyr_range_deg_s > 0 || g->clock > 0 ||
	    g->jitter_s > 0 || s->lost > 0 || s->slip_deg > 0);
}
