#include "mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *
pl_mem_array(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		return NULL;
	return calloc(n && size ? n : 1, size ? size : 1);
}

void *
pl_mem_grow(void *old, size_t *room, size_t n, size_t size)
{
	size_t want = *room + *room / 2;
	void *p;

	if (n <= *room && old)
		return old;
	if (want < n)
		want = n;
	if (want < 16)
		want = 16;
	if (want > SIZE_MAX / size)
		return NULL;
	p = realloc(old, want * size);
	if (p)
		*room = want;
	return p;
}

char *
pl_mem_text(const char *s, size_t n)
{
	char *p = n < SIZE_MAX ? malloc(n + 1) : NULL;

	if (p) {
		if (n)
			memcpy(p, s, n);
		p[n] = '\0';
	}
	return p;
}
