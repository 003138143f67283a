/*
 * upright.h - which way is up in a sensor, and what is known of it
 */
#ifndef TOOLS_UPRIGHT_H
#define TOOLS_UPRIGHT_H

#include <stdbool.h>
#include <stddef.h>

#include "../lib/base/table.h"
#include "../lib/base/vec.h"
#include "poses.h"

/* What plumb-align is told, and of which sensor it asks. */
struct upright_wish {
	const char *standing;		/* --standing, or NULL */
	const char *up;			/* --up, or NULL */
	const char *prefix;		/* of the sensor */
	const struct pl_poses *poses;	/* or NULL */
	double rate_hz;
};

/* What is found, with an SD in degrees (plumb-align(1), CAVEATS). */
struct upright {
	pl_vec up;
	double sd_deg;
	bool doubted;			/* and a warning was printed */
};

/* "x", "-y": a sensor's axis, or die. */
pl_vec upright_axis(const char *option, const char *text);

/* acc and gyr, with the sensor's prefix; false if any column is absent. */
bool upright_sensor(const struct pl_table *, const char *prefix,
    const double *acc[3], const double *gyr[3]);

/* From what was told, or from n rows of acc and gyr; or die. */
struct upright upright_find(const struct upright_wish *,
    const double *const acc[3], const double *const gyr[3], size_t n);

#endif
