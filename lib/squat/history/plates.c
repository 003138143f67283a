#include "plates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../load/body.h"

#define GRAMS 1000.0
#define HAIR 1e-6		/* kg: what rounding may take off a mass */

/* Which masses, in grams above the bar, the first pairs can make. */
static unsigned char *
reach(const size_t *pair, size_t n, size_t most)
{
	unsigned char *can = pl_mem_array(most + 1, 1);
	size_t k, g;

	if (!can)
		return NULL;
	can[0] = 1;
	for (k = 0; k < n; k++)
		for (g = most; g >= pair[k]; g--)
			can[g] |= can[g - pair[k]];
	return can;
}

static enum pl_err
list(struct pl_plates *p, const unsigned char *can, size_t most)
{
	size_t g, n = 0;

	for (g = 0; g <= most; g++)
		n += can[g];
	p->sum_kg = pl_mem_array(n, sizeof *p->sum_kg);
	if (!p->sum_kg)
		return PL_ENOMEM;
	for (g = 0; g <= most; g++)
		if (can[g])
			p->sum_kg[p->n++] = p->bar_kg + (double)g / GRAMS;
	return PL_OK;
}

enum pl_err
pl_plates_init(struct pl_plates *p, double bar_kg, const double *plate_kg,
    size_t n)
{
	size_t *pair = pl_mem_array(n, sizeof *pair), k, most = 0;
	double whole = bar_kg;
	unsigned char *can;
	enum pl_err err;

	*p = (struct pl_plates){ .bar_kg = bar_kg };
	if (!pair)
		return PL_ENOMEM;
	for (k = 0; k < n; k++) {
		pair[k] = (size_t)floor(2 * plate_kg[k] * GRAMS + .5);
		most += pair[k];
		whole += 2 * plate_kg[k];
		if (!(plate_kg[k] > 0 && pair[k] > 0 &&
		    whole <= PL_BODY_BAR_KG_HI)) {
			free(pair);
			return PL_ERANGE;
		}
	}
	if (!n) {
		free(pair);
		return PL_OK;
	}
	can = reach(pair, n, most);
	err = can ? list(p, can, most) : PL_ENOMEM;
	free(can);
	free(pair);
	return err;
}

void
pl_plates_free(struct pl_plates *p)
{
	free(p->sum_kg);
	*p = (struct pl_plates){ 0 };
}

double
pl_plates_below(const struct pl_plates *p, double kg)
{
	size_t lo = 0, hi = p->n;

	if (!(kg + HAIR >= p->bar_kg))
		return PL_MISSING;
	if (!p->n)
		return p->bar_kg + PL_PLATES_STEP_KG * floor((kg + HAIR -
		    p->bar_kg) / PL_PLATES_STEP_KG);
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (p->sum_kg[mid] <= kg + HAIR)
			lo = mid;
		else
			hi = mid;
	}
	return p->sum_kg[lo];
}

double
pl_plates_most(const struct pl_plates *p)
{
	return p->n ? p->sum_kg[p->n - 1] + HAIR : INFINITY;
}
