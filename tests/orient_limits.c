/* attitude where data are missing, clipped, constant, few or no sensor's */
#include <string.h>

#include "motion.h"

static void
fill(size_t n, double x, double y, double z, double turn)
{
	size_t i;

	memset(g, 0, sizeof g);
	for (i = 0; i < n; i++) {
		a[0][i] = x, a[1][i] = y, a[2][i] = z;
		g[1][i] = turn;
	}
}

static void
holes(void)
{
	struct motion m = { 0.5, 0.03, 99, 99 };
	size_t n = record(&m, 100, 30), i, bad = 0;
	double far;

	for (i = 1200; i < 1420; i++)
		a[i % 3][i] = g[i % 2][i] = PL_MISSING;
	g[2][0] = a[1][7] = a[0][n - 1] = PL_MISSING;
	ok(!find(n, 100), "a record with holes");
	for (i = 0; i < n; i++)
		bad += pl_missing(q[0][i]) != (i >= 1200 && i < 1420) ||
		    pl_missing(q[0][i]) != pl_missing(sd[i]);
	ok(bad == 0, "has no attitude where both sensors miss and everywhere "
	    "else");
	far = fmax(fmax(rms(8, 1200), rms(1150, 1200)),
	    fmax(rms(1420, 1470), rms(1420, n - 1)));
	ok(far < 0.3, "and is right beside them (%.3f deg)", far);
	ok(sd[1199] > 1.02 * sd[600] && sd[1420] > 1.02 * sd[600] &&
	    fmax(sd[1199], sd[1420]) < 1.2 * sd[600],
	    "but a little less sure (%.3f and %.3f against %.3f deg)",
	    sd[1199] / PL_DEG, sd[1420] / PL_DEG, sd[600] / PL_DEG);
}

/* One sensor misses for a while, the other goes on. */
static void
halves_of_rows(void)
{
	struct motion m = { 0.6, 0.03, 99, 99 };
	size_t n = record(&m, 100, 30), i;
	double sure, off;
	bool bad;

	ok(!find(n, 100), "a record without holes");
	sure = sd[1520];
	for (i = 1500; i < 1540; i++)
		g[1][i] = PL_MISSING;
	bad = find(n, 100) || !sane(n);
	off = rms(1500, 1540);
	ok(!bad && off < 1, "0.4 s of the gyroscope is bridged as the turn "
	    "goes on (%.3f deg)", off);
	ok(sd[1520] > 1.5 * sure, "with an SD that says so (%.2f, else %.2f deg)",
	    sd[1520] / PL_DEG, sure / PL_DEG);
	record(&m, 100, 30);
	for (i = 1500; i < 1800; i++)
		a[i % 3][i] = PL_MISSING;
	bad = find(n, 100) || !sane(n);
	off = rms(1450, 1850);
	ok(!bad && off < 0.2, "3 s of the accelerometer are of no matter "
	    "(%.3f deg)", off);
	g[0][0] = a[1][0] = g[2][n - 1] = a[1][n - 1] = PL_MISSING;
	ok(!find(n, 100) && pl_missing(q[0][0]) && pl_missing(sd[n - 1]) &&
	    rms(1, n - 1) < 0.3, "first and last row may miss");
}

static void
blind(void)
{
	struct motion m = { 0.15, 0, 99, 99 };
	size_t n = record(&m, 50, 40);
	enum pl_err err;
	double sure;

	ok(!find(n, 50), "with a gyroscope");
	sure = sd[n / 2];
	err = pl_orient_smooth(&pl_orient_usual, acc, NULL, n, 50, out, sd,
	    NULL);
	ok(!err && sane(n) && rms(0, n) < 2, "without, slow turns are "
	    "followed within 2 deg (%.2f)", rms(0, n));
	ok(sd[n / 2] > 4 * sure, "and the SD says that it is worse (%.1f, "
	    "%.1f deg)", sd[n / 2] / PL_DEG, sure / PL_DEG);
}

static void
extremes(void)
{
	static const double rates[] = { 0.1, 12.5, 100, 1000 };
	struct motion m = { 1.2, 0.2, 99, 99 };
	size_t i, n;
	pl_vec u;

	for (i = 0; i < 4; i++) {
		fill(300, -5, 8, 2, 0);
		ok(!find(300, rates[i]) && sane(300), "nothing moves at %g Hz",
		    rates[i]);
		u = up((const double *const *)out, 200);
		ok(apart(u, (pl_vec){ -5, 8, 2 }) < 1e-7,
		    "and up is where it pushes");
		ok(!find(2, rates[i]) && sane(2), "two rows at %g Hz",
		    rates[i]);
	}
	fill(3000, 0, 0, 0, 0);
	ok(find(3000, 100) == PL_ESTATE, "zeros show no gravity");
	fill(3000, 0, 0.02, 1, 0);
	ok(find(3000, 100) == PL_ESTATE, "nor does a record in g");
	fill(3000, PL_MISSING, 0, 9.8, 0);
	ok(find(3000, 100) == PL_ESHORT, "nor one without a column");
	ok(find(1, 100) == PL_ESHORT && find(10, 0) == PL_ERANGE &&
	    find(10, NAN) == PL_ERANGE, "one row, no rate: refused");
	n = record(&m, 100, 30);
	for (i = 0; i < n; i++) {
		a[0][i] = fmin(fmax(a[0][i], -8), 8);
		g[2][i] = fmin(g[2][i], 0.5);
	}
	ok(!find(n, 100) && sane(n), "clipped axes give numbers all the same");
	fill(3000, 0, 0, 9.81, 0.2);
	ok(!find(3000, 100) && sane(3000), "so does a gyroscope that says to "
	    "turn over while nothing does");
}

int
main(void)
{
	holes();
	halves_of_rows();
	blind();
	extremes();
	return done();
}
