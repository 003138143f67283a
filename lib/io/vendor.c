#include "vendor.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/schema.h"
#include "../base/unit.h"
#include "delim.h"
#include "sound.h"

/* Where in the name of a column of ours its axis stands. */
static size_t
axis_at(const char *name)
{
	return strlen(name) - strlen(pl_unit_of(name)->suffix) - 1;
}

/* The column of another axis of the same sensor, or -1. */
static int
sister(const struct pl_raw *r, size_t col, char axis)
{
	char name[96];

	snprintf(name, sizeof name, "%s", r->col[col].name);
	name[axis_at(name)] = axis;
	return pl_raw_find(r, name);
}

/* Each column must have the other two axes of its sensor. */
static enum pl_err
check_axes(const struct pl_raw *r, struct pl_fault *f)
{
	size_t c;
	char axis;

	if (!r->cols)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "no column of a sensor is named: -c t_ms,acc_x_g,...");
	for (c = 0; c < r->cols; c++)
		for (axis = 'x'; axis <= 'z'; axis++)
			if (sister(r, c, axis) < 0)
				return pl_fault_set(f, PL_ECOLUMN, 0,
				    r->col[c].name, NULL, "no column for axis "
				    "%c of this sensor: it needs all three",
				    axis);
	return PL_OK;
}

static enum pl_err
check_finite(const struct pl_raw *r, struct pl_fault *f)
{
	size_t c, i, bad;

	for (c = 0; c < r->cols; c++) {
		const double *x = r->col[c].x, *y[3];
		int a;

		for (i = 0, bad = 0; i < r->rows; i++)
			bad += !(fabs(x[i]) <= DBL_MAX);
		for (a = 0; a < 3; a++)
			y[a] = r->col[sister(r, c, (char)('x' + a))].x;
		for (i = 0; bad && i < r->rows; i++)
			if (!(fabs(x[i]) <= DBL_MAX) && !(pl_missing(y[0][i]) &&
			    pl_missing(y[1][i]) && pl_missing(y[2][i])))
				return pl_fault_set(f, PL_ERANGE, i + 1,
				    r->col[c].name, pl_missing(x[i]) ? "nan" :
				    "inf", "no number (an instant is missing "
				    "when it is NaN on all three axes)");
	}
	return PL_OK;
}

static const char *const six[6] = {
	"acc_x_m_s2", "acc_y_m_s2", "acc_z_m_s2",
	"gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s"
};

/* A channel that a filter made is no part of a recording; who wrote it to a
 * sound file must hear that it does not come back. */
static void
say_made(struct pl_raw *r, char (*name)[64])
{
	size_t c, n = 0, first = 0;

	for (c = r->cols; c-- > 0;)
		if (!*name[c] && *r->col[c].name &&
		    pl_schema_find(r->col[c].name))
			n++, first = c;
	if (n)
		pl_raw_say(r, true, "%.40s%s left out: a recording is what "
		    "sensors measure; keep a stream as .csv or .au",
		    r->col[first].name, n > 1 ? " and others" : "");
}

/* Names for the channels of a sound file. */
static enum pl_err
name_channels(struct pl_raw *r, struct pl_map *m, char (*name)[64],
    struct pl_fault *f)
{
	char **header = pl_mem_array(r->cols, sizeof *header);
	bool none = !m->n, scaled = true;
	enum pl_err err;
	size_t c;

	if (!header)
		return PL_ENOMEM;
	for (c = 0; c < r->cols; c++) {
		header[c] = r->col[c].name;
		none = none && !*header[c];
		scaled = scaled && !r->col[c].unscaled;
	}
	err = pl_map_apply(m, header, r->cols, name, f);
	free(header);
	if (!err && !m->n)
		say_made(r, name);
	for (c = 0; !err && c < r->cols; c++)
		if (pl_map_time(name[c]))
			err = pl_fault_set(f, PL_EFORMAT, 0, name[c], NULL,
			    "a sound file's time is its rate: skip it with -");
	if (!err && none && r->cols == 6 && scaled) {
		pl_raw_say(r, false, "6 channels without names: taken as "
		    "acc x y z in m/s2, gyr x y z in rad/s (else say -c)");
		for (c = 0; c < 6; c++)
			snprintf(name[c], sizeof name[c], "%s", six[c]);
	} else if (!err && none)
		err = pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "%zu channel%s without names: say what they are with -c "
		    "acc_x_g,acc_y_g,acc_z_g,...", r->cols,
		    r->cols == 1 ? "" : "s");
	return err;
}

static enum pl_err
read_sound(struct pl_raw *r, const char *bytes, size_t n, struct pl_map *m,
    struct pl_fault *f)
{
	char (*name)[64];
	enum pl_err err = pl_sound_read(r, bytes, n, f);
	size_t c;

	if (err)
		return err;
	name = pl_mem_array(r->cols, sizeof *name);
	err = name ? name_channels(r, m, name, f) : PL_ENOMEM;
	for (c = 0; !err && c < r->cols; c++)
		err = pl_raw_name(r, c, name[c]);
	free(name);
	return err;
}

/* Without a list and without a name that says anything. */
static enum pl_err
unknown(const struct pl_delim *d, struct pl_fault *f)
{
	if (d->name)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "its header ('%.24s', '%.24s', ...) is not one that is "
		    "known: say which is which with -c t_ms=HEADER,"
		    "acc_x_m_s2=HEADER,...", d->name[0], d->name[1]);
	return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
	    "%zu columns without names: say what they are with -c "
	    "t_ms,acc_x_g,acc_y_g,acc_z_g,... (- skips one)", d->cols);
}

/* A list by position needs no header; all else does. */
static enum pl_err
check_names(const struct pl_delim *d, const struct pl_map *m,
    struct pl_fault *f)
{
	if (d->name || (m->n && !m->by_header))
		return PL_OK;
	if (d->named)
		return pl_fault_set(f, PL_EFORMAT, d->line, NULL, NULL,
		    "%zu cells under %zu names: %s", d->cols, d->named,
		    d->stop == ',' && d->cols > d->named ? "a decimal comma "
		    "needs another delimiter, else name them by position with "
		    "-c" : "name them by position with -c");
	if (m->n)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "no header in it: name its %zu columns by position",
		    d->cols);
	return PL_OK;
}

static enum pl_err
read_text(struct pl_raw *r, const char *text, size_t n, struct pl_map *m,
    struct pl_fault *f)
{
	struct pl_delim d;
	char (*name)[64] = NULL;
	enum pl_err err;
	size_t j, known = 0;

	err = pl_delim_open(&d, text, n, f);
	if (err)
		return err;
	name = pl_mem_array(d.cols, sizeof *name);
	err = name ? check_names(&d, m, f) : PL_ENOMEM;
	if (!err)
		err = pl_map_apply(m, d.name, d.cols, name, f);
	for (j = 0; !err && j < d.cols; j++)
		known += *name[j] && !pl_map_time(name[j]);
	if (!err && !known && !m->n)
		err = unknown(&d, f);
	if (!err)
		err = pl_delim_read(&d, name, r, f);
	free(name);
	pl_delim_free(&d);
	return err;
}

enum pl_err
pl_vendor_read(struct pl_raw *r, const char *bytes, size_t n,
    struct pl_map *m, struct pl_fault *f)
{
	enum pl_err err;

	*r = (struct pl_raw){ 0 };
	err = pl_sound_is(bytes, n) ? read_sound(r, bytes, n, m, f) :
	    read_text(r, bytes, n, m, f);
	if (!err)
		err = pl_raw_settle(r, f);
	if (!err)
		err = check_axes(r, f);
	if (!err && pl_sound_is(bytes, n))
		err = check_finite(r, f);
	if (err)
		pl_raw_free(r);
	return err;
}
