/* read_units.c - the units that no header says, by physics */
#include "read_units.h"

#include <stdio.h>
#include <string.h>

#include "../lib/imu/units.h"
#include "cli.h"

static const struct kind { const char *x; } acc = { "acc_x_m_s2" },
    gyr = { "gyr_x_rad_s" };

/* The name of an axis of a sensor whose prefix is the first n letters. */
static const char *
axis_name(char name[96], const char *prefix, int n, const struct kind *k, int a)
{
	snprintf(name, 96, "%.*s%s", n, prefix, k->x);
	name[n + 4] = (char)('x' + a);
	return name;
}

/* The three columns of it; false if there is none. */
static bool
axes(const struct pl_table *t, const char *prefix, int n, const struct kind *k,
    const double *x[3])
{
	char name[96];
	int a;

	for (a = 0; a < 3; a++)
		if (!(x[a] = pl_table_get(t, axis_name(name, prefix, n, k, a))))
			return false;
	return true;
}

static void
scale(struct pl_table *t, struct pl_raw *r, const char *prefix, int n,
    const struct kind *k, const struct pl_units *u)
{
	char name[96];
	double *x;
	size_t i;
	int a;

	for (a = 0; a < 3; a++) {
		x = pl_table_edit(t, axis_name(name, prefix, n, k, a));
		for (i = 0; u->factor != 1 && i < t->rows; i++)
			x[i] *= u->factor;
		if (pl_raw_tell(r, (size_t)pl_raw_find(r, name), u->suffix))
			cli_die("out of memory");
	}
	if (k == &acc)
		cli_note("%.*sacc: no unit in its header: %s by physics (%.3g "
		    "at rest)", n, prefix, u->suffix + 1, u->seen);
	else
		cli_note("%.*sgyr: no unit in its header: %s by physics "
		    "(gravity turns %.2g times as far)", n, prefix,
		    u->suffix + 1, u->seen);
}

/* A sensor of kind k whose x axis is column c of a part. */
static void
find(struct pl_table *t, struct pl_raw *r, size_t c, const struct kind *k)
{
	const char *name = r->col[c].name, *at = strstr(name, k->x);
	const double *a[3], *g[3];
	struct pl_fault fault = { 0 };
	struct pl_units u;
	enum pl_err err;
	char prefix[96];
	int n;

	if (!r->col[c].open || !at || at[strlen(k->x)])
		return;
	n = (int)(at - name);
	snprintf(prefix, sizeof prefix, "%.*s", n, name);
	if (!axes(t, prefix, n, &acc, a))
		cli_die_at("%sgyr: no unit, and no accelerometer to find it "
		    "by: say it with -c gyr_x_deg_s=HEADER,...", prefix);
	err = k == &acc ? pl_units_acc(a, t->rows, cli_rate(t), &u, &fault) :
	    axes(t, prefix, n, &gyr, g) ?
	    pl_units_gyr(a, g, t->rows, cli_rate(t), &u, &fault) : PL_ESTATE;
	if (err == PL_ENOMEM)
		cli_die_fault(err, NULL);
	if (err)
		cli_die_at("%s%s: %s: %s", prefix, fault.column, fault.value,
		    fault.why);
	scale(t, r, prefix, n, k, &u);
}

void
read_units(struct pl_table *t, struct read_found *r)
{
	size_t c;
	int k;

	/* a gyroscope is judged beside acceleration in m/s^2 */
	for (k = 0; k < r->parts; k++)
		for (c = 0; c < r->raw[k].cols; c++)
			find(t, &r->raw[k], c, &acc);
	for (k = 0; k < r->parts; k++)
		for (c = 0; c < r->raw[k].cols; c++)
			find(t, &r->raw[k], c, &gyr);
}
