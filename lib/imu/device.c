#include "device.h"

#include <stdio.h>
#include <string.h>

#include "../base/schema.h"

static const char *const axes[2][3] = { { "x", "y", "z" },
	{ "fwd", "up", "right" } };

static void
name_of(char to[PL_DEVICE_NAME], const char *prefix, int len, int k, bool trunk)
{
	snprintf(to, PL_DEVICE_NAME, "%.*s%s_%s_%s", len, prefix,
	    k < 3 ? "acc" : "gyr", axes[trunk][k % 3],
	    k < 3 ? "m_s2" : "rad_s");
}

/* The first column of the place of this prefix in axes of this kind, or -1. */
static int
first_of(const struct pl_table *t, const char *prefix, int len, bool trunk)
{
	char name[PL_DEVICE_NAME];
	int k, c, first = -1;

	for (k = 0; k < 6; k++) {
		name_of(name, prefix, len, k, trunk);
		c = pl_table_find(t, name);
		if (c >= 0 && (first < 0 || c < first))
			first = c;
	}
	return first;
}

/* The length of the prefix of a column of ours that may have one, or -1. */
static int
prefix_of(const struct pl_schema *s, const char *name)
{
	size_t n = strlen(name);

	if (!s || *s->pattern != '*' || n >= PL_DEVICE_NAME - 32)
		return -1;
	return (int)(n - strlen(s->pattern + 1));
}

/* The prefix and the kind of axes of a signal. */
static bool
is_signal(const char *name, int *len, bool *trunk)
{
	const struct pl_schema *s = pl_schema_find(name);
	char tail[PL_DEVICE_NAME];
	int k;

	*len = prefix_of(s, name);
	for (k = 0; k < 12 && *len >= 0; k++) {
		name_of(tail, "", 0, k % 6, k >= 6);
		if (strcmp(tail, s->pattern + 1) == 0) {
			*trunk = k >= 6;
			return true;
		}
	}
	return false;
}

bool
pl_device_signal(const char *name)
{
	bool trunk;
	int len;

	return is_signal(name, &len, &trunk);
}

enum pl_err
pl_device_at(const struct pl_table *t, int col, struct pl_device *d,
    bool *begins, struct pl_fault *f)
{
	const char *name = t->col[col].name;
	bool trunk = false;
	int len, k;

	*begins = is_signal(name, &len, &trunk) &&
	    first_of(t, name, len, trunk) == col &&
	    !(trunk && first_of(t, name, len, false) >= 0);
	d->prefix = len;
	d->trunk = trunk;
	for (k = 0; k < 6 && *begins; k++) {
		name_of(d->name[k], name, len, k, trunk);
		d->x[k] = pl_table_get(t, d->name[k]);
	}
	for (k = 0; k < 6 && *begins; k++)
		if (!d->x[k] && (d->x[k / 3 * 3 + (k + 1) % 3] ||
		    d->x[k / 3 * 3 + (k + 2) % 3]))
			return pl_fault_set(f, PL_ECOLUMN, 0, d->name[k], NULL,
			    "no such column, though others of this sensor: "
			    "its three axes belong together");
	return PL_OK;
}

bool
pl_device_lasts(const struct pl_table *t, const char *name)
{
	const struct pl_schema *s = pl_schema_find(name);
	int len = prefix_of(s, name);

	if (pl_schema_foreign(s) || strcmp(s->maker, "read") == 0)
		return true;
	/* an alignment is of the axes that it was made from */
	return strcmp(s->maker, "align") == 0 && len >= 0 &&
	    first_of(t, name, len, false) < 0;
}
