#include "findings.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "align.h"

/* Is a number past a limit?  Never past one that is missing. */
static bool
past(enum pl_side side, double x, double limit)
{
	switch (side) {
	case PL_LEAST:
		return x < limit;
	case PL_MOST:
		return x > limit;
	case PL_SIZE:
		return fabs(x) > limit;
	case PL_RATIO:
		return x > limit || x < 1 / limit;
	case PL_NO_LIMIT:
		break;
	}
	return false;
}

/* The double at a place in a look. */
static double
get(const struct pl_look *l, size_t at)
{
	double x;

	memcpy(&x, (const char *)l + at, sizeof x);
	return x;
}

/* Why a number cannot be told. */
static const char *
untold(const struct pl_check *c, const struct pl_look *l)
{
	if (l->device && pl_missing(l->clock.rate_hz))
		return "not without a rate: see there";
	if (l->holes.share >= 1)
		return "there is no row in it";
	return c->record;
}

/* Has plumb-align what the check asks for, from elsewhere? */
static bool
given(const struct pl_check *c, const struct pl_look *l)
{
	return (c->when == PL_UNLESS_STOOD &&
	    l->align_sd_deg <= PL_ALIGN_SD_STOOD_DEG) ||
	    (c->when == PL_UNLESS_UP && l->align_sd_deg <= PL_ALIGN_SD_HI_DEG);
}

static const char *
judge(struct pl_finding *f, const struct pl_look *l)
{
	const struct pl_check *c = f->check;
	double warn = c->warn, unfit = c->unfit;
	bool refused = c->gate && l->quality.bad == c->gate;

	/* a second sensor, or one elsewhere, does without */
	if (c->when >= PL_BY_FIRST && f->value == 0 && (l->device->prefix ||
	    (c->when == PL_BY_TRUNK && !l->trunk))) {
		warn = unfit;
		unfit = PL_MISSING;
	}
	f->limit = pl_missing(warn) ? unfit : warn;
	if (given(c, l))
		return "";
	if (pl_missing(f->value) && !refused) {
		f->verdict = c->untold;
		return untold(c, l);
	}
	if (refused || (!c->gate && past(c->side, f->value, unfit))) {
		f->verdict = PL_UNFIT;
		f->limit = unfit;
		return refused ? l->fault.why : c->why;
	}
	/* what the gate cannot refuse for certain is beyond its limit still */
	if (!past(c->side, f->value, f->limit))
		return "";
	f->verdict = PL_WARN;
	return c->why;
}

/* "acc_x_clipped": the name of the column but for place and unit, which are
 * "_m_s2" and "_rad_s", and what the check calls it. */
static void
name(struct pl_finding *f, const struct pl_device *d, int axis)
{
	const char *own = axis < 0 ? "" : d->name[axis] + d->prefix;
	int n = (int)strlen(own) - (int)strlen(axis < 0 ? "" : axis < 3 ?
	    "m_s2" : "rad_s");

	snprintf(f->name, sizeof f->name, "%.*s%s", n, own, f->check->name);
}

enum pl_err
pl_findings_push(struct pl_findings *to, const struct pl_finding *f)
{
	struct pl_finding *grown = pl_mem_grow(to->of, &to->room, to->n + 1,
	    sizeof *grown);

	if (!grown)
		return PL_ENOMEM;
	to->of = grown;
	to->of[to->n++] = *f;
	return PL_OK;
}

static enum pl_err
add(struct pl_findings *to, const struct pl_check *c, const struct pl_look *l,
    int axis)
{
	size_t far = axis < 0 ? 0 : (size_t)(axis % 3) * c->stride;
	bool placed = c->at != offsetof(struct pl_look, nothing);
	struct pl_finding f = { .check = c };

	f.value = get(l, c->value + far) / c->si;
	f.at_s = get(l, placed ? c->at + far : c->at);
	if (!(fabs(f.value) < pl_num_limit(c->decimals)))
		f.value = PL_MISSING;
	if (pl_missing(f.value) && c->when == PL_IF_THERE)
		return PL_OK;
	f.value = pl_num_round(f.value, c->decimals);
	snprintf(f.advice, sizeof f.advice, "%s", judge(&f, l));
	name(&f, l->device, axis);
	return pl_findings_push(to, &f);
}

/* Has the sensor what the check is about? */
static bool
applies(const struct pl_check *c, const struct pl_look *l)
{
	if (!l->device || c->scope == PL_OF_STREAM)
		return !l->device && c->scope == PL_OF_STREAM;
	if (c->when >= PL_ON_TRUNK && c->when <= PL_UNLESS_UP && !l->trunk)
		return false;
	switch (c->scope) {
	case PL_OF_WHOLE_ACC:
	case PL_OF_ACC:
		return l->acc;
	case PL_OF_GYR:
		return l->gyr;
	case PL_OF_BOTH:
		return l->acc && l->gyr;
	default:
		return true;
	}
}

enum pl_err
pl_findings_add(struct pl_findings *to, const struct pl_look *l)
{
	enum pl_err err = PL_OK;
	int i, axis;

	for (i = 0; i < PL_CHECKS && !err; i++) {
		const struct pl_check *c = pl_check_row(i);
		int from = c->scope == PL_OF_GYR ? 3 : 0;

		if (!applies(c, l))
			continue;
		if (c->scope < PL_OF_ACC) {
			err = add(to, c, l, -1);
			continue;
		}
		for (axis = from; axis < from + 3 && !err; axis++)
			err = add(to, c, l, axis);
	}
	return err;
}

void
pl_findings_free(struct pl_findings *f)
{
	free(f->of);
	*f = (struct pl_findings){ 0 };
}
