#include "season.h"

#include <math.h>

#include "../../base/random.h"
#include "plates.h"

#define RISE 0.025		/* of the first bar, a week */
#define LEAP 1.2

enum { FEWEST = 4, SORE_AFTER = 2, USE = 71 };

int
pl_season_leap(const struct pl_season *s)
{
	return s->sessions < FEWEST ? 0 : (3 * s->sessions + 3) / 4;
}

struct pl_season_day
pl_season_at(const struct pl_season *s, int k)
{
	struct pl_season_day d = { s->begin, s->bar_kg, s->seed };
	double kg = s->bar_kg * (1 + RISE * ((k - 1) / 2));
	struct pl_random r;

	d.day += 7 * ((k - 1) / 2) + ((k - 1) % 2 ? 3 : 0);
	if (k == pl_season_leap(s))
		kg *= LEAP;
	d.bar_kg = k == 1 ? kg : PL_PLATES_STEP_KG * floor(kg /
	    PL_PLATES_STEP_KG + .5);
	pl_random_seed(&r, s->seed + (uint64_t)k * 1000003, USE);
	d.seed = (uint64_t)floor(pl_random_uniform(&r) * 1e9);
	return d;
}

int
pl_season_sore(const struct pl_season *s,
    struct pl_sore entry[PL_SEASON_SORE])
{
	static const double score[PL_SEASON_SORE] = { 6, 4, 2 };
	int leap = pl_season_leap(s), i;

	for (i = 0; leap && i < PL_SEASON_SORE; i++)
		entry[i] = (struct pl_sore){ pl_season_at(s, leap).day +
		    SORE_AFTER + i, score[i], PL_SORE_BOTH, PL_SORE_UPPER,
		    PL_DIFFUSE, false };
	return leap ? PL_SEASON_SORE : 0;
}
