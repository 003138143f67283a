/*
 * geneactiv.h - recordings of GENEActiv wrist devices, .bin: text, in fact
 *
 * A header of "key:value" lines, with NUL bytes where a field was left empty,
 * then pages of 300 samples: "Recorded Data", key lines, and one line of 3600
 * hexadecimal digits.  A sample is 12 of them: x, y, z of 12 bits with a sign,
 * 10 bits of light, a button.  g = (100 raw - offset) / gain, of the header.
 *
 * Time.    Each page has its time, to the half second that a page of any rate
 * takes a whole number of; blocks.h has the rest.  The header names the zone.
 *
 * Cut.     A page that ends early is read as far as it goes, and told; so are
 * the pages that the header promises and the file lacks.
 *
 * Source.  GENEActivReader.cpp of GGIRread at 45ef623.
 */
#ifndef PL_IO_RECORDER_GENEACTIV_H
#define PL_IO_RECORDER_GENEACTIV_H

#include "format.h"

bool pl_geneactiv_is(const char *bytes, size_t n);

enum pl_err pl_geneactiv_read(const struct pl_source *,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *)
    PL_MUST;

#endif
