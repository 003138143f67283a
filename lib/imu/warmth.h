/*
 * warmth.h - how warm a sensor was, where a column says so
 *
 * A column of temperature is the sensor's prefix, then the word temp or
 * temperature, in big letters or small, and whatever follows it: temp_degC,
 * t12_Temperature.  Plumbline makes none, so it is text; cells that are no
 * number are left out.  Units.  Degrees Celsius, as converters have them.
 */
#ifndef PL_IMU_WARMTH_H
#define PL_IMU_WARMTH_H

#include "../base/table.h"

struct pl_warmth {
	double median_c;	/* missing: no such column */
	double change_c;	/* median of the last tenth less the first's */
};

/* prefix is len bytes.  PL_ENOMEM. */
enum pl_err pl_warmth_find(const struct pl_table *, const char *prefix,
    int len, struct pl_warmth *) PL_MUST;

#endif
