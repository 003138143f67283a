/*
 * match.h - two lists of events, paired one to one in their order
 *
 * The pairing has the most pairs that can be, and of those the least total
 * distance.  Greedy pairing has neither: of 0, 0.3 and 0.2, 0.5 with a window
 * of 0.25 it may take 0.3 with 0.2 and leave two alone.
 *
 * Why.     For instants on a line, uncrossing two pairs keeps both within the
 * window and makes the total no larger, so a best pairing in order is a best
 * one of all, and dynamic programming finds it.  Spans are paired in the order
 * of their middles; crossed pairs are not tried.
 *
 * Time and memory go with the product of what lies within reach of each other,
 * not of the lists.  PL_ERANGE: that product is beyond PL_MATCH_MOST.
 */
#ifndef PL_DSP_MATCH_H
#define PL_DSP_MATCH_H

#include <stddef.h>

#include "../base/err.h"

#define PL_MATCH_ALONE ((size_t)-1)
#define PL_MATCH_MOST 1e8

struct pl_span {
	double at, from, to;		/* from <= to */
};

/* Both lists in order of at.  mate[i] becomes the index in b of a's i, or
 * PL_MATCH_ALONE.  Pairs lie at most within apart. */
enum pl_err pl_match_instants(const struct pl_span *a, size_t n,
    const struct pl_span *b, size_t m, double within, size_t *mate) PL_MUST;

/* The same, of spans of which one lies in the other by half of the shorter
 * at least. */
enum pl_err pl_match_spans(const struct pl_span *a, size_t n,
    const struct pl_span *b, size_t m, size_t *mate) PL_MUST;

#endif
