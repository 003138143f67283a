/*
 * mem.h - memory whose size cannot overflow
 *
 * All return NULL when memory runs out or n * size does not fit size_t.
 * n or size of 0 gives a block that can be freed and holds nothing.
 */
#ifndef PL_BASE_MEM_H
#define PL_BASE_MEM_H

#include <stddef.h>

/* n zeroed elements. */
void *pl_mem_array(size_t n, size_t size);

/* n elements where *room were; grows by half again so that appending is O(1).
 * On failure old is as it was.  What is added is not zeroed. */
void *pl_mem_grow(void *old, size_t *room, size_t n, size_t size);

/* A copy of n bytes of s, with a NUL after them. */
char *pl_mem_text(const char *s, size_t n);

#endif
