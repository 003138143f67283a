#include "mend.h"

#include <stdio.h>
#include <string.h>

void
pl_mend_gravity(struct pl_raw *r)
{
	char name[64];
	size_t c = 0, i;
	int to;

	while (c < r->cols) {
		if (strncmp(r->col[c].name, "gravity_", 8) != 0) {
			c++;
			continue;
		}
		snprintf(name, sizeof name, "acc_%s", r->col[c].name + 8);
		to = pl_raw_find(r, name);
		for (i = 0; to >= 0 && i < r->rows; i++)
			r->col[to].x[i] += r->col[c].x[i];
		pl_raw_drop(r, c);
	}
}

void
pl_mend_down(struct pl_raw *r)
{
	size_t c, i;

	for (c = 0; c < r->cols; c++)
		if (strncmp(r->col[c].name, "acc_", 4) == 0)
			for (i = 0; i < r->rows; i++)
				r->col[c].x[i] = -r->col[c].x[i];
}

/* The columns of a sensor: tail is the name of its x axis behind the first n
 * letters of prefix. */
static bool
find_axes(const struct pl_raw *r, const char *prefix, int n, const char *tail,
    double *x[3])
{
	char name[96];
	int a, c;

	snprintf(name, sizeof name, "%.*s%s", n, prefix, tail);
	for (a = 0; a < 3; a++) {
		name[n + 4] = (char)('x' + a);
		c = pl_raw_find(r, name);
		if (c < 0)
			return false;
		x[a] = r->col[c].x;
	}
	return true;
}

static size_t
zeros(double *const x[3], size_t n)
{
	size_t i = 0;

	while (i < n && x[0][i] == 0 && x[1][i] == 0 && x[2][i] == 0)
		i++;
	return i;
}

static void
blank(double *const x[3], size_t n)
{
	size_t i;
	int a;

	for (a = 0; a < 3; a++)
		for (i = 0; i < n; i++)
			x[a][i] = PL_MISSING;
}

void
pl_mend_start(struct pl_raw *r)
{
	static const char acc_x[] = "acc_x_m_s2";
	double *acc[3], *gyr[3];
	size_t c, n, most = 0;

	for (c = 0; c < r->cols; c++) {
		const char *name = r->col[c].name, *at = strstr(name, acc_x);

		if (!at || at - name > 64 ||
		    !find_axes(r, name, (int)(at - name), acc_x, acc))
			continue;
		n = zeros(acc, r->rows);
		if (!n || n == r->rows)
			continue;
		blank(acc, n);
		most = n > most ? n : most;
		if (find_axes(r, name, (int)(at - name), "gyr_x_rad_s", gyr) &&
		    zeros(gyr, r->rows) >= n)
			blank(gyr, n);
	}
	if (most)
		pl_raw_say(r, true, "the first %zu row%s all 0, a free fall "
		    "that was none: left empty", most, most == 1 ? " is" :
		    "s are");
}
