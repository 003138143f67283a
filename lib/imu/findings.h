/*
 * findings.h - what the checks of check.h come to, for a stream or a sensor
 *
 * One finding for each check, or for each axis that it is about.  What a sensor
 * does not have (the axes of a gyroscope, a column of temperature) has none.
 */
#ifndef PL_IMU_FINDINGS_H
#define PL_IMU_FINDINGS_H

#include "check.h"

struct pl_finding {
	const struct pl_check *check;
	char name[64];		/* "rate", "acc_x_clipped" */
	double value, at_s;	/* or missing */
	double limit;		/* the one passed, or the nearest; or missing */
	enum pl_verdict verdict;
	char advice[200];	/* "" where there is none to give */
};

struct pl_findings {
	struct pl_finding *of;
	size_t n, room;
};

/* Add one.  PL_ENOMEM. */
enum pl_err pl_findings_push(struct pl_findings *, const struct pl_finding *)
    PL_MUST;

/* Add what a look comes to.  PL_ENOMEM; those added so far stay. */
enum pl_err pl_findings_add(struct pl_findings *, const struct pl_look *)
    PL_MUST;

void pl_findings_free(struct pl_findings *);

#endif
