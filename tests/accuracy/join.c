/*
 * join - errors of the clocks that plumb-join finds, and whether its standard
 * deviations are honest; see scripts/accuracy
 *
 *	join SESSIONS FIRST-SEED
 *
 * Each session is seen by two sensors of one grade, 100 and 59.7 Hz, with
 * mountings, errors and clocks of their own: the second begins 1.234 s later,
 * and its clock is 40 ppm off, or both are off by as much as the grade has it.
 * The last lines are of two sessions that have nothing to do with each other,
 * and of a thigh, which turns with the height of the hip.
 *
 * Prints a line for each: mean length; how many were found, refused, and wrong
 * by more than 0.05 s; RMS and worst error of offset (ms) and drift (ppm), the
 * mean SD claimed, and the shares that lie within one and two of it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../pair.h"

enum kind { SAME, OTHER, THIGH };

struct line {
	const char *text, *grade, *scenes;
	int reps;
	enum kind kind;
	bool free_clocks;
};

static const struct line lines[] = {
	{ "lab, one set", "lab", NULL, 5, SAME, false },
	{ "lab, 2-4 sets", "lab", "sets,rest,walk-out", 5, SAME, false },
	{ "consumer, one set", "consumer", NULL, 5, SAME, false },
	{ "consumer, 2-4 sets", "consumer", "sets,rest,walk-out", 5, SAME,
	    false },
	{ "consumer, random, any clock", "consumer", "random", 0, SAME, true },
	{ "poor, one set", "poor", NULL, 5, SAME, false },
	{ "poor, 2-4 sets", "poor", "sets,rest,walk-out", 5, SAME, false },
	{ "another session, one set", "consumer", NULL, 5, OTHER, false },
	{ "another session, random", "consumer", "random", 0, OTHER, false },
	{ "thigh, one set", "consumer", NULL, 5, THIGH, false },
	{ "thigh, random", "consumer", "random", 0, THIGH, false },
};

struct error { double square, worst, sd; int in[2]; };

struct score {
	double length_s;
	int found, refused, wrong;
	struct error offset, drift;
};

static void
add(struct error *e, double x, double sd)
{
	e->square += x * x;
	e->worst = fmax(e->worst, fabs(x));
	e->sd += sd;
	e->in[0] += fabs(x) <= sd;
	e->in[1] += fabs(x) <= 2 * sd;
}

static void
judge(const struct line *l, uint64_t seed, struct score *to)
{
	struct recorder one = { 100, 1, 0, 0, false };
	struct recorder two = { 59.7, 1 - 40e-6, 1.234, 1, false };
	struct pl_sync_known known = KNOWN_NOTHING;
	struct pl_session p, q;
	struct pl_script s, z;
	struct recorded a, b;
	struct pl_random r;
	struct pl_sync found;
	enum pl_err err;

	if (!body(&p, &s, l->grade, l->reps, l->scenes, seed) ||
	    !body(&q, &z, l->grade, l->reps, l->scenes, l->kind == OTHER ?
	    seed + 1000000 : seed))
		exit(2);
	pl_random_seed(&r, seed, 77);
	if (l->free_clocks) {
		one.clock = 1 + p.grade->clock * pl_random_normal(&r);
		two.clock = 1 + p.grade->clock * pl_random_normal(&r);
	}
	two.thigh = l->kind == THIGH;
	record(&a, &p, &s, &one);
	record(&b, &q, &z, &two);
	err = pl_sync_find(&a.side, &b.side, &known, &found, NULL);
	to->length_s += (double)a.side.n / a.side.rate_hz;
	if (!err) {
		double off = found.offset_s - true_offset(&one, &two);

		to->found++;
		to->wrong += l->kind == OTHER || fabs(off) > .05;
		add(&to->offset, 1e3 * off, 1e3 * found.offset_sd_s);
		add(&to->drift, 1e6 * (found.drift - true_drift(&one, &two)),
		    1e6 * found.drift_sd);
	} else
		to->refused++;
	forget(&a);
	forget(&b);
	pl_script_free(&s);
	pl_script_free(&z);
}

static void
print(const struct error *e, int n)
{
	printf("  %6.2f %7.2f %6.2f %3d %3d", sqrt(e->square / n), e->worst,
	    e->sd / n, 100 * e->in[0] / n, 100 * e->in[1] / n);
}

int
main(int argc, char **argv)
{
	size_t k;
	int i, n = argc > 2 ? atoi(argv[1]) : 0;

	if (n < 1) {
		fprintf(stderr, "usage: join SESSIONS FIRST-SEED\n");
		return 2;
	}
	for (k = 0; k < sizeof lines / sizeof *lines; k++) {
		struct score s = { .found = 0 };

		for (i = 0; i < n; i++)
			judge(&lines[k], (uint64_t)(atol(argv[2]) + i), &s);
		printf("%-28s %4.0f %4d %4d %3d", lines[k].text,
		    s.length_s / n, s.found, s.refused, s.wrong);
		if (s.found) {
			print(&s.offset, s.found);
			print(&s.drift, s.found);
		}
		putchar('\n');
		fflush(stdout);
	}
	return 0;
}
