/*
 * random.h - random numbers that are the same everywhere, by seed
 *
 * Source.  xorshift64*: Vigna, An experimental exploration of Marsaglia's
 * xorshift generators, scrambled (ACM TOMS 2016); seeds are spread by the
 * finaliser of MurmurHash3 so that near seeds give unlike streams.  Normal
 * deviates by Box & Muller (1958) over the library's own log and sine.
 */
#ifndef PL_BASE_RANDOM_H
#define PL_BASE_RANDOM_H

#include <stdint.h>

struct pl_random { uint64_t state; };

/* stream tells apart independent uses of one seed. */
void pl_random_seed(struct pl_random *, uint64_t seed, uint64_t stream);

double pl_random_uniform(struct pl_random *);	/* 0 < u < 1 */
double pl_random_normal(struct pl_random *);	/* mean 0, SD 1 */

#endif
