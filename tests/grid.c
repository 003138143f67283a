/* grid: rows of recordings with clocks of their own on one even grid */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/dsp/grid.h"
#include "tap.h"

static struct pl_fault fault;

/* A sensor of n rows, even at hz from start_s on, that reads its time. */
static void
sensor(struct pl_raw *r, const char *what, size_t n, double hz, double start_s)
{
	char name[32];
	size_t i;
	int a;

	if (pl_raw_make(r, 3, n))
		exit(2);
	for (a = 0; a < 3; a++) {
		snprintf(name, sizeof name, what, 'x' + a);
		if (pl_raw_name(r, (size_t)a, name))
			exit(2);
		for (i = 0; i < n; i++)
			r->col[a].x[i] = start_s + (double)i / hz;
	}
	r->rate_hz = hz;
	r->dated = true;
	r->start_ns = (int64_t)(start_s * 1e9);
}

/* How far the gyroscope is from the time of its rows at most, joined with an
 * accelerometer from 0 s on at 100 Hz. */
static double
off(size_t n, double hz, double start_s)
{
	struct pl_grid_part part[2];
	struct pl_raw raw[2];
	struct pl_table t = { 0 };
	const double *acc, *gyr;
	double most = 0;
	int64_t ns;
	size_t i;

	sensor(&raw[0], "acc_%c_m_s2", 1000, 100, 0);
	sensor(&raw[1], "gyr_%c_rad_s", n, hz, start_s);
	if (pl_grid_part(&part[0], &raw[0], 0, &fault) ||
	    pl_grid_part(&part[1], &raw[1], 0, &fault) ||
	    pl_grid_join(&t, part, 2, 0, &ns, &fault))
		return INFINITY;
	acc = pl_table_get(&t, "acc_x_m_s2");
	gyr = pl_table_get(&t, "gyr_x_rad_s");
	for (i = 0; i < t.rows; i++)
		most = fmax(most, fabs(acc[i] - gyr[i]));
	pl_table_free(&t);
	pl_raw_free(&raw[0]);
	pl_raw_free(&raw[1]);
	return most;
}

static void
test_pair(void)
{
	double d = off(1000, 100, 0);

	ok(d == 0, "one grid: every bit is kept");
	d = off(1000, 50, 0);
	ok(d < 1e-9, "as many rows at half the rate: %.2g s off", d);
	d = off(1000, 101, 0);
	ok(d < 1e-9, "as many rows a little faster: %.2g s off", d);
	d = off(1001, 100, 0.004);
	ok(d < 1e-9, "a little later: %.2g s off", d);
}

int
main(void)
{
	test_pair();
	return done();
}
