#include "clip.h"

#include <math.h>
#include <stdbool.h>

#include "../base/mem.h"
#include "../base/num.h"

enum { ROWS = 4, RUN = 3 };	/* at a limit, and without a break */
enum { STEPS = 4 };		/* of the converter, below a limit */
#define BELOW 0.05		/* of the limit */
#define FAR 0.25		/* of it: no step is so coarse */
#define MORE 1.5		/* rows at it than below it */

/* An axis with the sign of the side that is looked at. */
struct side {
	const double *const *x;
	const double *on;
	double sign;
	size_t n;
};

static double
at(const struct side *s, size_t i)
{
	return s->sign * s->on[i];
}

/* The greatest value, below a bound; -infinity: there is none. */
static double
greatest(const struct side *s, double bound)
{
	double most = -INFINITY;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (at(s, i) < bound && at(s, i) > most)
			most = at(s, i);
	return most;
}

/* A sample held repeats all axes. */
static bool
held(const struct side *s, size_t i)
{
	return i && s->x[0][i] == s->x[0][i - 1] &&
	    s->x[1][i] == s->x[1][i - 1] && s->x[2][i] == s->x[2][i - 1];
}

static bool
flat(const struct side *s, double limit)
{
	double step = limit - greatest(s, limit), low;
	size_t rows = 0, below = 0, run = 0, longest = 0, i;

	low = limit - fmax(BELOW * limit, fmin(STEPS * step, FAR * limit));
	for (i = 0; i < s->n; i++) {
		if (at(s, i) != limit) {
			below += at(s, i) >= low;
			run = 0;
		} else if (!held(s, i)) {
			rows++;
			run++;
			longest = run > longest ? run : longest;
		}
	}
	return rows >= ROWS && longest >= RUN &&
	    (double)rows > MORE * (double)below;
}

struct pl_clip
pl_clip_find(const double *const x[3], int axis, size_t n, double least,
    unsigned char *mark)
{
	struct pl_clip clip = { .first = n, .limit = PL_MISSING };
	struct side s = { .x = x, .on = x[axis], .n = n };
	double limit;
	size_t i;

	for (s.sign = -1; s.sign <= 1; s.sign += 2) {
		limit = greatest(&s, INFINITY);
		if (!(limit > least) || !flat(&s, limit))
			continue;
		for (i = 0; i < n; i++) {
			if (at(&s, i) != limit)
				continue;
			clip.rows++;
			if (i < clip.first) {
				clip.first = i;
				clip.limit = s.sign * limit;
			}
			if (mark)
				mark[i] = 1;
		}
	}
	return clip;
}

double *
pl_clip_without(const double *v[3], const unsigned char *mark, size_t n)
{
	double *own = pl_mem_array(n, 3 * sizeof *own);
	size_t i;
	int c;

	for (c = 0; own && c < 3; c++) {
		double *to = own + (size_t)c * n;

		for (i = 0; i < n; i++)
			to[i] = mark[i] ? PL_MISSING : v[c][i];
		v[c] = to;
	}
	return own;
}
