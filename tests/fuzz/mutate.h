/*
 * mutate.h - inputs that nobody would write, and memory that runs out
 *
 * mutate() changes a copy of a good input in a few places: bits, spans, and
 * words that parsers stumble over.  Everything is drawn from a seed, so that a
 * case is told by its number.
 *
 * The fuzzers are linked with --wrap for malloc, calloc and realloc: the
 * allocation number fail_at (and, if fail_on, all after it) fails.
 */
#ifndef FUZZ_MUTATE_H
#define FUZZ_MUTATE_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../lib/base/random.h"

static long fail_at, fail_count;	/* 0: never */
static bool fail_on;

static bool
fails(void)
{
	fail_count++;
	return fail_at && (fail_count == fail_at ||
	    (fail_on && fail_count > fail_at));
}

void *__real_malloc(size_t);
void *__real_calloc(size_t, size_t);
void *__real_realloc(void *, size_t);
void *__wrap_malloc(size_t);
void *__wrap_calloc(size_t, size_t);
void *__wrap_realloc(void *, size_t);

void *
__wrap_malloc(size_t n)
{
	return fails() ? NULL : __real_malloc(n);
}

void *
__wrap_calloc(size_t n, size_t size)
{
	return fails() ? NULL : __real_calloc(n, size);
}

void *
__wrap_realloc(void *p, size_t n)
{
	return fails() ? NULL : __real_realloc(p, n);
}

/* A block of exactly n bytes and a NUL, so that reading past it shows. */
struct input { char *at; size_t n; };

static size_t
below(struct pl_random *r, size_t n)
{
	return n ? (size_t)(pl_random_uniform(r) * (double)n) % n : 0;
}

static struct input
input_read(const char *path)
{
	struct input in = { NULL, 0 };
	FILE *f = fopen(path, "rb");
	long n;

	if (!f || fseek(f, 0, SEEK_END) || (n = ftell(f)) < 0) {
		perror(path);
		exit(2);
	}
	rewind(f);
	in.n = (size_t)n;
	in.at = __real_malloc(in.n + 1);
	if (!in.at || fread(in.at, 1, in.n, f) != in.n)
		exit(2);
	in.at[in.n] = '\0';
	fclose(f);
	return in;
}

/* Put m bytes in the place of the del bytes at p. */
static void
splice(struct input *in, size_t p, size_t del, const char *bytes, size_t m)
{
	struct input out = { __real_malloc(in->n - del + m + 1),
	    in->n - del + m };

	if (!out.at)
		exit(2);
	memcpy(out.at, in->at, p);
	memcpy(out.at + p, bytes, m);
	memcpy(out.at + p + m, in->at + p + del, in->n - p - del);
	out.at[out.n] = '\0';
	free(in->at);
	*in = out;
}

static void
mutate_once(struct input *in, struct pl_random *r)
{
	static const struct { const char *at; size_t n; } word[] = {
#define W(s) { s, sizeof s - 1 }
		W("nan"), W("inf"), W("1e400"), W("-0"), W("\""), W(","),
		W("\n"), W("\0"), W("\r\n"), W("1e-320"), W(",,"), W(";"),
		W("9999999999999999999"), W("-1e15"), W("\t"), W("-"),
		W("\377\377\377\377"), W("\0\0\0\0"), W("\200\0\0\0"),
		W("\177\360\0\0\0\0\0\0"), W("\177\370\0\0\0\0\0\0"), W(""),
		W("t_s"), W("acc_x_m_s2"), W("set"), W("\357\273\277"), W("1,5"),
#undef W
	};
	size_t p = below(r, in->n + 1), left = in->n - p, k;

	switch (below(r, 7)) {
	case 0:			/* a bit */
		if (left)
			in->at[p] ^= (char)(1 << below(r, 8));
		break;
	case 1:			/* a byte */
		if (left)
			in->at[p] = (char)below(r, 256);
		break;
	case 2:			/* cut the end */
		splice(in, p, left, "", 0);
		break;
	case 3:			/* take a span out */
		k = below(r, left < 64 ? left : 64);
		splice(in, p, k, "", 0);
		break;
	case 4:			/* say a span twice */
		k = below(r, left < 200 ? left : 200);
		if (k) {
			char *copy = __real_malloc(k);

			memcpy(copy, in->at + p, k);
			splice(in, p, 0, copy, k);
			free(copy);
		}
		break;
	default:		/* a word, in or in the place of something */
		k = below(r, sizeof word / sizeof *word);
		splice(in, p, below(r, left < 9 ? left : 9), word[k].at,
		    word[k].n);
	}
}

/* Half of the changes fall on the first 300 bytes, where headers are. */
static struct input
mutate(const struct input *good, struct pl_random *r)
{
	size_t n = 1 + below(r, 4), head = good->n < 300 ? good->n : 300;
	struct input in = { __real_malloc(good->n + 1), good->n };

	if (!in.at)
		exit(2);
	memcpy(in.at, good->at, good->n + 1);
	while (n--)
		if (below(r, 2)) {
			struct input part = { __real_malloc(head + 1), head };

			if (head > in.n)
				head = part.n = in.n;
			memcpy(part.at, in.at, head);
			part.at[head] = '\0';
			mutate_once(&part, r);
			splice(&in, 0, head, part.at, part.n);
			head = part.n < in.n ? part.n : in.n;
			free(part.at);
		} else
			mutate_once(&in, r);
	return in;
}

#endif
