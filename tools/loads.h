/*
 * loads.h - the columns that plumb-load adds for a level of the spine
 */
#ifndef TOOLS_LOADS_H
#define TOOLS_LOADS_H

#include <stdbool.h>

#include "../lib/base/table.h"
#include "../lib/squat/load/links.h"
#include "../lib/squat/load/share.h"
#include "../lib/squat/load/uncertain_links.h"
#include "../lib/squat/segment/doubt.h"

/* What is asked for. */
struct asked {
	bool parts, forces, compression, above;
	double above_nm;
	struct pl_rule rule;
	enum pl_taxonomy taxonomy;
};

/* What is known, row by row. */
struct known {
	struct pl_body body;
	struct pl_sds sds;
	struct pl_motion motion;
	const double *bar_kg;
	/* of a lower sensor, or flexion_deg is NULL */
	struct pl_motion lower;
	struct pl_point lower_at;
	char lower_prefix[16];
	unsigned char *lower_clipped;
	const double *flexion_deg;
	double *sine, *cosine;		/* of the flexion */
	/* repetitions, or reps.set is NULL; why NULL: no candidates */
	struct pl_uncertain_reps reps;
	unsigned char *why;
};

/* Add them.  baseline_nm: what the ratio is to, or missing. */
void loads_add(struct pl_table *, const struct known *, const struct asked *,
    const struct pl_level *, double baseline_nm);

#endif
