/*
 * orient - what a sample costs; see scripts/bench
 *
 *	orient			a simulated session, and memory
 *	orient NAME.wav ...	recordings of BROAD: 6 channels at 2000/7 Hz
 *
 * Beside the time of pl_orient_smooth, in memory and on one core, stands what
 * the machine can do in the same run: one product of quaternions that waits
 * for the one before it, and copying as many bytes as go in and come out (six
 * columns and five).  Rounds of the three alternate; the best of each counts.
 *
 * Scratch memory is what pl_orient_smooth adds to the peak of a process that
 * has touched all columns (Linux: ru_maxrss is in KiB).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../lib/base/mem.h"
#include "../../lib/base/quat.h"
#include "../../lib/imu/orient.h"
#include "../../lib/io/bytes.h"
#include "../../lib/io/sound.h"
#include "../../lib/squat/simulate/simulate.h"

#define BROAD_HZ (2000 / 7.0)

enum { IN = 6, OUT = 5, ROUNDS = 9, REPS = 40, LONG_ROWS = 1000000 };

struct columns {
	double *x[IN + OUT];		/* x[0] begins all memory */
	size_t n;
	double rate_hz;
};

static _Noreturn void
die(const char *name, const char *what)
{
	fprintf(stderr, "orient: %s: %s\n", name, what);
	exit(2);
}

/* The columns of what was read, over and over until there are n rows. */
static struct columns
take(const double *const from[IN], size_t rows, size_t n, double rate_hz)
{
	struct columns to = { .n = n, .rate_hz = rate_hz };
	size_t i;
	int c;

	to.x[0] = pl_mem_array(n, (IN + OUT) * sizeof **to.x);
	if (!to.x[0] || rows == 0)
		die("columns", "no rows, or no memory for them");
	for (c = 0; c < IN + OUT; c++) {
		to.x[c] = to.x[0] + (size_t)c * n;
		for (i = 0; i < n; i++)
			to.x[c][i] = c < IN ? from[c][i % rows] : 1;
	}
	return to;
}

/* n rows of a session, or all of it if n is 0. */
static struct columns
simulated(double rate_hz, size_t n)
{
	static const char *const name[IN] = { "acc_x_m_s2", "acc_y_m_s2",
	    "acc_z_m_s2", "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s" };
	struct pl_session is = pl_session_default;
	struct columns made;
	const double *x[IN];
	struct pl_table t;
	int c;

	is.grade = pl_grade_find("consumer");
	is.rate_hz = rate_hz;
	is.reps = REPS;
	pl_table_init(&t);
	if (pl_simulate_run(&is, &t, NULL, NULL))
		die("session", "cannot be simulated");
	for (c = 0; c < IN; c++)
		x[c] = pl_table_get(&t, name[c]);
	made = take(x, t.rows, n ? n : t.rows, rate_hz);
	pl_table_free(&t);
	return made;
}

static struct columns
recorded(const char *name)
{
	struct pl_bytes b;
	struct pl_fault f = { 0 };
	struct columns made;
	const double *x[IN];
	struct pl_raw r;
	FILE *in = fopen(name, "rb");
	int c;

	if (!in || pl_bytes_read(&b, in, pl_sound_is))
		die(name, "cannot be read");
	fclose(in);
	if (pl_sound_read(&r, b.at, b.n, &f))
		die(name, f.why);
	if (r.cols != IN)
		die(name, "must have 6 channels");
	for (c = 0; c < IN; c++)
		x[c] = r.col[c].x;
	made = take(x, r.rows, r.rows, BROAD_HZ);
	pl_raw_free(&r);
	pl_bytes_free(&b);
	return made;
}

static void
orient(const struct columns *of)
{
	double *const *x = of->x;

	if (pl_orient_smooth(&pl_orient_usual, (const double *const *)x,
	    (const double *const *)x + 3, of->n, of->rate_hz, x + IN,
	    x[IN + 4], NULL))
		die("columns", "cannot be oriented");
}

/* As many products as rows; the result is used. */
static void
multiply(const struct columns *of)
{
	static volatile double angle = 1e-9, sink;
	pl_quat p = PL_QUAT_ONE, d = { 1, angle, angle, angle };
	size_t i;

	for (i = 0; i < of->n; i++)
		p = pl_quat_mul(p, d);
	sink = p.x + sink;
}

/* Half of the bytes are read, half are written. */
static void
copy(const struct columns *of)
{
	int c;

	for (c = 0; c < OUT; c++)
		memcpy(of->x[IN + c], of->x[c], of->n * sizeof **of->x);
	memcpy(of->x[IN], of->x[OUT], of->n / 2 * sizeof **of->x);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Prints a row of the table; how many products a sample costs. */
static double
measure(const char *name, const struct columns *of)
{
	static void (*const what[3])(const struct columns *) = {
	    multiply, copy, orient };
	double ns[3] = { 0 }, took;
	int i, k;

	for (i = 0; i < ROUNDS; i++)
		for (k = 0; k < 3; k++) {
			took = seconds();
			what[k](of);
			took = (seconds() - took) * 1e9 / (double)of->n;
			if (i == 0 || took < ns[k])
				ns[k] = took;
		}
	printf("%-32.32s %8zu %9.2f %6.2f %8.1f %9.1f\n", name, of->n, ns[0],
	    ns[1], ns[2], ns[2] / ns[0]);
	fflush(stdout);
	return ns[2] / ns[0];
}

/* What orienting adds to the peak of a process of its own, bytes. */
static double
scratch(const struct columns *of)
{
	struct rusage before, after;
	long kib = -1;
	int end[2];
	pid_t child;

	if (pipe(end) || (child = fork()) < 0)
		die("memory", "no process to measure it in");
	if (child == 0) {
		if (getrusage(RUSAGE_SELF, &before) == 0) {
			orient(of);
			if (getrusage(RUSAGE_SELF, &after) == 0)
				kib = after.ru_maxrss - before.ru_maxrss;
		}
		_exit(write(end[1], &kib, sizeof kib) != sizeof kib);
	}
	close(end[1]);
	if (read(end[0], &kib, sizeof kib) != sizeof kib || kib < 0)
		die("memory", "cannot be measured");
	close(end[0]);
	waitpid(child, NULL, 0);
	return (double)kib * 1024;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	double *ratio = pl_mem_array((size_t)argc, sizeof *ratio);
	struct columns of;
	int i, n = argc - 1;

	if (!ratio)
		die("columns", "out of memory");
	if (n == 0) {
		of = simulated(100, LONG_ROWS);
		printf("scratch memory of orient, %zu rows: %.1f bytes a "
		    "sample\n", of.n, scratch(&of) / (double)of.n);
		free(of.x[0]);
	}
	printf("%-32s %8s %9s %6s %8s %9s\n", "ns a sample", "rows",
	    "product", "copy", "orient", "products");
	if (n == 0) {
		of = simulated(BROAD_HZ, 0);
		measure("simulated session, 285.7 Hz", &of);
		free(of.x[0]);
	}
	for (i = 0; i < n; i++) {
		const char *slash = strrchr(argv[i + 1], '/');

		of = recorded(argv[i + 1]);
		ratio[i] = measure(slash ? slash + 1 : argv[i + 1], &of);
		free(of.x[0]);
	}
	qsort(ratio, (size_t)n, sizeof *ratio, by_size);
	if (n > 1)
		printf("products a sample, %d recordings: least %.1f, median "
		    "%.1f, most %.1f\n", n, ratio[0], (ratio[(n - 1) / 2] +
		    ratio[n / 2]) / 2, ratio[n - 1]);
	free(ratio);
	return 0;
}
