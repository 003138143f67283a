/*
 * rom_out.h - writing a table of drills by names of columns (inside of
 * rom_table.c and rom_sum.c)
 *
 * Values go into row .row; the first error stays in .err, and from then on
 * nothing more is done.
 */
#ifndef PL_SQUAT_ROM_OUT_H
#define PL_SQUAT_ROM_OUT_H

#include "rom_table.h"

struct pl_rom_out { struct pl_table *t; size_t row; enum pl_err err; };

/* rows of the columns that every table of drills begins with. */
void pl_rom_out_begin(struct pl_rom_out *, const struct pl_rom_side *,
    size_t rows, struct pl_table *);

/* A list that ends with NULL; a %s is for the part. */
void pl_rom_out_columns(struct pl_rom_out *, const char *const *names,
    const char *part);

/* "WHAT" or "PART_WHAT", if there is such a column. */
void pl_rom_out_put(struct pl_rom_out *, const char *part, const char *what,
    double);
void pl_rom_out_say(struct pl_rom_out *, const char *part, const char *what,
    const char *word);

/* What all rows of a side have. */
void pl_rom_out_side(struct pl_rom_out *, const struct pl_rom_side *,
    enum pl_rom_axis);

bool pl_rom_out_second(const struct pl_rom_side *, int sides);

#endif
