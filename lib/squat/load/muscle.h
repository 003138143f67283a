/*
 * muscle.h - the extensors of the lumbar spine, and what presses on its discs
 *
 * Levels.  L5/S1, L4/L5 and L3/L4 have groups; no other level has.  At
 * thoracic levels the net moment of a front squat with 100 kg exceeds all that
 * the dorsal muscles of the model can make (87 N m at T7/8, against 156 to
 * 224): rib cage, pressure, scapular muscles and passive tissue carry an
 * unknown share, and newtons of muscle would be invented.
 *
 * Units.   Areas are physiological cross-sections of both sides together, in
 * cm^2, as muscle is measured, and not scaled: only their ratios matter to
 * forces, unless bounds are asked for.  Arms are metres, scaled by stature.
 * Forces are of both sides together, in N.
 *
 * Trust.   Lever arms of published models span 3.3 to 6 cm, and their
 * capacities differ eightfold; a force of a group is indicative, by a factor
 * of two.  A back that rounds lets passive tissue pull, and then these are
 * upper limits.
 *
 * Sources. Areas and arms: the muscles of Bruno et al. (2015) in the model of
 * body.h, straight lines in the neutral posture, fascicles of a group summed
 * and their arms averaged by strength.  Taxonomies: Bergmark (1989); the text
 * that this project started from, which names some groups only.  Tension:
 * Burkhart (2018), 40-130 N/cm^2, mean 75.5, in older adults.  Obliquity: mean
 * cosine of the fibres at L5/S1, our estimate (Cholewicki 1991: cos 5 deg).
 * Co-contraction: Granata & Marras, up to 45 % more than without.
 */
#ifndef PL_SQUAT_MUSCLE_H
#define PL_SQUAT_MUSCLE_H

#include <stdbool.h>
#include <stddef.h>

#include "body.h"

#define PL_MUSCLE_TENSION_N_CM2 75.5
#define PL_MUSCLE_COSINE 0.99
#define PL_MUSCLE_COCONTRACTION 1.5	/* at most, on the pull */
#define PL_MUSCLE_BAND 0.35		/* of a compression: lever arms */

enum { PL_MUSCLES = 8 };	/* at most in a level */

enum pl_taxonomy { PL_BERGMARK, PL_SEED, PL_TAXONOMIES };

struct pl_group {
	const char *code;		/* "ltpl": in names of columns */
	const char *name;
	bool local[PL_TAXONOMIES];	/* segmental; else global */
	const char *tag_source;
};

struct pl_muscle {
	const struct pl_group *group;
	double area_cm2;
	double arm_m;			/* + extends */
	const char *source;
};

/* Row i of the groups, or NULL after the last. */
const struct pl_group *pl_muscle_group(int i);

/* "bergmark", "seed"; false if it is neither. */
bool pl_muscle_find_taxonomy(const char *name, enum pl_taxonomy *);

/* The groups that cross a level, in the lifter's metres; how many: 0 where
 * newtons cannot be told. */
int pl_muscle_at(const struct pl_body *, const struct pl_level *,
    struct pl_muscle m[PL_MUSCLES]);

/*
 * Compression of the disc, N, from what the extensors pull along the spine and
 * the axial weight (moment.h).  value counts no co-contraction; low is it less
 * PL_MUSCLE_BAND, high the greater of it plus PL_MUSCLE_BAND and of full
 * co-contraction.  No tolerance limit belongs beside it: those are of other
 * people, and lifters exceed them in ordinary training.
 */
struct pl_compression { double low, value, high; };
struct pl_compression pl_muscle_compression(double pull_n, double axial_n);

#endif
