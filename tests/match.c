/* pairings are the best there are: against trying all of them */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../lib/base/random.h"
#include "../lib/dsp/match.h"
#include "tap.h"

enum { MOST = 6 };

struct total {
	size_t pairs;
	double apart;
};

/* All ways to pair a[i..n) with what is left of b. */
static void
try(const struct pl_span *a, size_t i, size_t n, const struct pl_span *b,
    size_t m, unsigned taken, double within, struct total so_far,
    struct total *best)
{
	size_t k;

	if (i == n) {
		if (so_far.pairs > best->pairs || (so_far.pairs == best->pairs
		    && so_far.apart < best->apart))
			*best = so_far;
		return;
	}
	try(a, i + 1, n, b, m, taken, within, so_far, best);
	for (k = 0; k < m; k++) {
		double d = fabs(a[i].at - b[k].at);
		struct total next = { so_far.pairs + 1, so_far.apart + d };

		if (!(taken & 1u << k) && d <= within)
			try(a, i + 1, n, b, m, taken | 1u << k, within, next,
			    best);
	}
}

static int
by_at(const void *x, const void *y)
{
	double a = ((const struct pl_span *)x)->at;
	double b = ((const struct pl_span *)y)->at;

	return a < b ? -1 : a > b;
}

static size_t
draw(struct pl_random *r, struct pl_span *s, double grid)
{
	size_t n = (size_t)(pl_random_uniform(r) * (MOST + 1)), i;

	for (i = 0; i < n; i++) {
		double at = 2 * pl_random_uniform(r);

		at = grid > 0 ? floor(at / grid) * grid : at;
		s[i] = (struct pl_span){ at, at, at };
	}
	qsort(s, n, sizeof *s, by_at);
	return n;
}

/* What a pairing comes to; false if it is none. */
static bool
sum_up(const struct pl_span *a, size_t n, const struct pl_span *b, size_t m,
    double within, const size_t *mate, struct total *t)
{
	unsigned taken = 0;
	size_t i;

	*t = (struct total){ 0, 0 };
	for (i = 0; i < n; i++) {
		if (mate[i] == PL_MATCH_ALONE)
			continue;
		if (mate[i] >= m || taken & 1u << mate[i] ||
		    fabs(a[i].at - b[mate[i]].at) > within)
			return false;
		taken |= 1u << mate[i];
		t->pairs++;
		t->apart += fabs(a[i].at - b[mate[i]].at);
	}
	return true;
}

static void
best_of_all(double grid, double within)
{
	struct pl_span a[MOST], b[MOST];
	size_t mate[MOST], n, m;
	struct pl_random r;
	bool good = true;
	int round;

	pl_random_seed(&r, 5, 0);
	for (round = 0; round < 400 && good; round++) {
		struct total want = { 0, 0 }, got, none = { 0, 0 };

		n = draw(&r, a, grid);
		m = draw(&r, b, grid);
		try(a, 0, n, b, m, 0, within, none, &want);
		good = !pl_match_instants(a, n, b, m, within, mate) &&
		    sum_up(a, n, b, m, within, mate, &got) &&
		    got.pairs == want.pairs &&
		    fabs(got.apart - want.apart) < 1e-9;
	}
	ok(good, "within %g, on a grid of %g: most pairs, least apart", within,
	    grid);
}

static void
greedy(void)
{
	const struct pl_span a[] = { { 0, 0, 0 }, { .3, .3, .3 } };
	const struct pl_span b[] = { { .2, .2, .2 }, { .5, .5, .5 } };
	size_t mate[2];

	ok(!pl_match_instants(a, 2, b, 2, .25, mate) && mate[0] == 0 &&
	    mate[1] == 1, "the nearest is not taken from who has no other");
	ok(!pl_match_instants(a, 1, b, 1, .2, mate) && mate[0] == 0 &&
	    !pl_match_instants(a, 1, b, 1, .19, mate) &&
	    mate[0] == PL_MATCH_ALONE, "the window includes its end");
	ok(!pl_match_instants(a, 2, b, 0, .2, mate) &&
	    mate[1] == PL_MATCH_ALONE && !pl_match_instants(a, 0, b, 2, .2,
	    mate), "nothing is matched by nothing");
}

static void
spans(void)
{
	const struct pl_span a[] = { { 1, 0, 2 }, { 3, 2.5, 3.5 },
	    { 10, 5, 15 } };
	const struct pl_span b[] = { { 2, 1.2, 2.8 }, { 3.4, 3, 3.8 },
	    { 7, 7, 7 }, { 12, 11, 13 } };
	size_t mate[3];

	ok(!pl_match_spans(a, 3, b, 4, mate) && mate[0] == 0 && mate[1] == 1 &&
	    mate[2] == 3, "spans by half of the shorter, nearest middles");
	ok(!pl_match_spans(a + 1, 1, b, 1, mate) && mate[0] == PL_MATCH_ALONE,
	    "a touch is not enough");
}

static void
many(void)
{
	enum { N = 20000 };
	struct pl_span *s = calloc(N, sizeof *s);
	size_t *mate = calloc(N, sizeof *mate), i;
	bool own = true;

	if (!s || !mate)
		exit(2);
	for (i = 0; i < N; i++)
		s[i].at = s[i].from = s[i].to = (double)i;
	own = !pl_match_instants(s, N, s, N, .25, mate);
	for (i = 0; i < N && own; i++)
		own = mate[i] == i;
	ok(own, "what is far apart costs nothing");
	for (i = 0; i < N; i++)
		s[i].at = 0;
	ok(pl_match_instants(s, N, s, N, .25, mate) == PL_ERANGE,
	    "what is too much at once is refused");
	free(s);
	free(mate);
}

int
main(void)
{
	best_of_all(0, .05);
	best_of_all(0, .25);
	best_of_all(0, 3);
	best_of_all(.125, .25);
	best_of_all(.125, 0);
	greedy();
	spans();
	many();
	return done();
}
