/*
 * cut.h - n steps cut into parts that differ by one at most, the same from
 * either end, so that a record backwards is cut at the same instants
 */
#ifndef PL_BASE_CUT_H
#define PL_BASE_CUT_H

#include <stddef.h>

/* As many parts (at least 1) as can be had so: an odd number of steps has no
 * middle, so no even number of parts. */
static inline size_t
pl_cut_parts(size_t n, size_t parts)
{
	return parts - (n % 2 && parts % 2 == 0);
}

/* Where part k of these begins; of k = parts, n. */
static inline size_t
pl_cut(size_t n, size_t parts, size_t k)
{
	size_t late = k > parts / 2, at = late ? parts - k : k;

	/* n / parts for each, and the rest spread without overflow */
	at = at * (n / parts) + at * (n % parts) / parts;
	return late ? n - at : at;
}

#endif
