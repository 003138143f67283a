/*
 * read_units.h - the units that no header says, by physics
 */
#ifndef TOOLS_READ_UNITS_H
#define TOOLS_READ_UNITS_H

#include "read_input.h"

/* Bring the columns of a stream whose unit is open to SI, or die of it. */
void read_units(struct pl_table *, struct read_found *);

#endif
