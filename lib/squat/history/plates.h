/*
 * plates.h - what can be loaded on a bar with the plates at hand
 *
 * A bar and pairs of plates, one on each side.  Every pair that is listed is
 * there once; a list that names none has as many pairs of 1.25 kg as are needed,
 * and so steps of 2.5 kg.
 *
 * Units.   kg; masses are counted in grams.
 */
#ifndef PL_SQUAT_HISTORY_PLATES_H
#define PL_SQUAT_HISTORY_PLATES_H

#include <stddef.h>

#include "../../base/err.h"

#define PL_PLATES_BAR_KG 20.0	/* IWF: the men's bar */
#define PL_PLATES_STEP_KG 2.5

struct pl_plates {
	double bar_kg;			/* empty */
	double *sum_kg;			/* what can be loaded, rising; from bar_kg */
	size_t n;			/* 0: steps of PL_PLATES_STEP_KG */
};

/* plate_kg[0..n-1] is the mass of one plate of each pair.  PL_ERANGE unless each
 * is above 0, and bar and all of them at most 600 kg; PL_ENOMEM. */
enum pl_err pl_plates_init(struct pl_plates *, double bar_kg,
    const double *plate_kg, size_t n) PL_MUST;
void pl_plates_free(struct pl_plates *);

/* The greatest mass that can be loaded and is at most kg; missing if the empty
 * bar is more. */
double pl_plates_below(const struct pl_plates *, double kg);

/* What can be loaded at most, and a hair: infinity where plates are endless. */
double pl_plates_most(const struct pl_plates *);

#endif
