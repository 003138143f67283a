#include "random.h"

#include <math.h>

#include "trig.h"

static uint64_t
spread(uint64_t x)
{
	x ^= x >> 33;
	x *= UINT64_C(0xff51afd7ed558ccd);
	x ^= x >> 33;
	x *= UINT64_C(0xc4ceb9fe1a85ec53);
	return x ^ x >> 33;
}

void
pl_random_seed(struct pl_random *r, uint64_t seed, uint64_t stream)
{
	/* odd golden-ratio steps keep (seed, stream) pairs distinct */
	r->state = spread(seed + spread(stream + UINT64_C(0x9e3779b97f4a7c15)));
	if (!r->state)
		r->state = 1;
}

double
pl_random_uniform(struct pl_random *r)
{
	uint64_t x = r->state;

	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	r->state = x;
	x *= UINT64_C(0x2545f4914f6cdd1d);
	return ((double)(x >> 11) + 0.5) / 9007199254740992.0;
}

double
pl_random_normal(struct pl_random *r)
{
	double u = pl_random_uniform(r), v = pl_random_uniform(r);

	return sqrt(-2 * pl_log(u)) * pl_cos(2 * PL_PI * v);
}
