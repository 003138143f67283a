/* pauses: a habit of the set, not of one repetition */
#include "../lib/squat/segment/pauses.h"
#include "tap.h"

enum { N = 6 };
static struct pl_cand cand[N];
static struct pl_cands all = { cand, N, N, 1 };
static const struct pl_vertical v = { .rate_hz = 100 };

/* Repetitions of 3 s every 5 s, in which so much was found of a pause, of which
 * 24 rows may be the turn; bottoms of less are one row. */
static void
make(const double pause[N])
{
	size_t i;

	for (i = 0; i < N; i++) {
		size_t at = 500 * i;

		cand[i] = (struct pl_cand){ .class = PL_WORK, .start = at,
		    .ecc = at, .low = at + 150, .rise = at + 150,
		    .top = at + 300, .end = at + 300, .pause = pause[i],
		    .turned = 24 };
		if (pause[i] > 24) {
			cand[i].low = at + 150 - (size_t)pause[i] / 2;
			cand[i].rise = at + 150 + (size_t)pause[i] / 2;
		}
	}
}

static size_t
rows(size_t i)
{
	return cand[i].rise - cand[i].low;
}

int
main(void)
{
	static const double pauses[N] = { 30, 20, 26, 28, 3, 40 };
	static const double none[N] = { 30, 20, 10, 5, 3, 22 };

	make(pauses);
	ok(!pl_pauses_keep(&v, &all) && rows(1) == 20 && rows(0) == 30,
	    "who pauses in most has paused in the one of 0.2 s");
	ok(cand[1].low == 640 && cand[1].rise == 660, "about the bottom");
	ok(rows(4) == 0, "3 rows are no pause, whatever the habit");
	make(none);
	ok(!pl_pauses_keep(&v, &all) && rows(1) == 0 && rows(0) == 30,
	    "who does not has not, and one pause stays one");
	make(pauses);
	cand[2].class = cand[3].class = cand[5].class = PL_WALK;
	ok(!pl_pauses_keep(&v, &all) && rows(1) == 0, "what is no repetition "
	    "tells no habit");
	make(pauses);
	cand[0].start = cand[0].end = 0;
	all.n = 2;
	ok(!pl_pauses_keep(&v, &all) && rows(1) == 0, "nor do two");
	return done();
}
