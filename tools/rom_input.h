/*
 * rom_input.h - what plumb-rom takes from the stream of a side
 */
#ifndef TOOLS_ROM_INPUT_H
#define TOOLS_ROM_INPUT_H

#include "../lib/squat/rom/rom.h"
#include "../lib/base/table.h"

/* The upper sensor is that without a prefix, or else the first that is not
 * t12_; the lower is t12_.  Or die.  The table has to live on. */
void rom_input(struct pl_rom_in *, const struct pl_table *, enum pl_rom_axis,
    const struct pl_grade *);

#endif
