/*
 * moment - what a sample of a moment costs; see scripts/bench
 *
 * Per sample and level, in memory and on one core: pl_moment_run, its standard
 * deviation, and the moment of a trunk in two pieces.  Beside them in the same
 * run what the machine can do: one product of quaternions that waits for the
 * one before it, and copying as many bytes as go into a moment and come out
 * (five columns and one).  Rounds alternate; the best of each counts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../lib/base/mem.h"
#include "../../lib/base/num.h"
#include "../../lib/base/quat.h"
#include "../../lib/squat/load/links.h"
#include "../../lib/squat/load/uncertain.h"

enum { ROUNDS = 15, IN = 5, OUT = 1, CONSTANT = 1 };

static double *x[IN + OUT + CONSTANT];	/* the last is a bar's mass */
static size_t n;

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void
multiply(void)
{
	static volatile double angle = 1e-9, sink;
	pl_quat p = PL_QUAT_ONE, d = { 1, angle, angle, angle };
	size_t i;

	for (i = 0; i < n; i++)
		p = pl_quat_mul(p, d);
	sink = p.x + sink;
}

/* Half of the bytes are read, half are written. */
static void
copy(void)
{
	int c;

	for (c = 0; c < (IN + OUT) / 2; c++)
		memcpy(x[c], x[c + (IN + OUT) / 2], n * sizeof **x);
}

static void
moment(void)
{
	struct pl_motion motion = { x[0], x[1], x[2], x[3], n };
	struct pl_moment m;

	pl_moment_init(&m, &pl_body_default, pl_body_find_level("t7t8"));
	pl_moment_run(&m, &motion, x[4], x[5]);
}

static void
spread(void)
{
	struct pl_motion motion = { x[0], x[1], x[2], x[3], n };
	static const struct pl_stated stated;
	struct pl_uncertain u;
	struct pl_sds s;

	pl_uncertain_usual(&s, &stated, PL_MISSING);
	pl_uncertain_init(&u, &pl_body_default, pl_body_find_level("t7t8"),
	    &s);
	pl_uncertain_run(&u, &motion, x[6], x[5]);
}

static void
pieces(void)
{
	struct pl_motion motion = { x[0], x[1], x[2], x[3], n };
	struct pl_links k;

	pl_links_init(&k, &pl_body_default, pl_body_find_level("l5s1"),
	    pl_body_find_place("t12")->at);
	pl_links_run(&k, &motion, &motion, x[4], x[4], x[6], x[5]);
}

static void
measure(size_t rows)
{
	static void (*const what[])(void) = { multiply, copy, moment, spread,
	    pieces };
	enum { KINDS = sizeof what / sizeof *what };
	double ns[KINDS] = { 0 }, took;
	int i, k, again;

	n = rows;
	again = (int)(1000000 / rows);
	for (i = 0; i < ROUNDS; i++)
		for (k = 0; k < KINDS; k++) {
			int j;

			took = seconds();
			for (j = 0; j < again; j++)
				what[k]();
			took = (seconds() - took) * 1e9 / (double)n / again;
			if (i == 0 || took < ns[k])
				ns[k] = took;
		}
	printf("%-22s %8zu %8.2f %6.2f %7.2f %9.2f %7.2f %7.2f\n",
	    rows > 100000 ? "in memory" : "in cache", n, ns[0], ns[1], ns[2],
	    ns[2] / ns[0], ns[3], ns[4]);
}

int
main(void)
{
	size_t most = 1000000, i;
	int c;

	x[0] = pl_mem_array(most, (IN + OUT + CONSTANT) * sizeof **x);
	if (!x[0]) {
		fprintf(stderr, "moment: out of memory\n");
		return 2;
	}
	for (c = 0; c < IN + OUT + CONSTANT; c++) {
		x[c] = x[0] + (size_t)c * most;
		for (i = 0; i < most; i++)
			x[c][i] = c < IN + OUT ? 1 + (double)(i % 7) : 100;
	}
	printf("%-22s %8s %8s %6s %7s %9s %7s %7s\n", "ns a sample and level",
	    "rows", "product", "copy", "moment", "products", "SD", "pieces");
	measure(1000);
	measure(most);
	free(x[0]);
	return 0;
}
