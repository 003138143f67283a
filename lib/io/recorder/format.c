#include "format.h"

#include <float.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../../base/unit.h"
#include "channels.h"
#include "cwa.h"
#include "dialect.h"
#include "geneactiv.h"
#include "mend.h"
#include "motion.h"
#include "movesense.h"
#include "opensense.h"
#include "phyphox.h"
#include "sensorlogger.h"
#include "sensors.h"
#include "text.h"

/* What no content tells. */
static bool
never(const char *bytes, size_t n)
{
	(void)bytes, (void)n;
	return false;
}

/* Those that nothing else can be taken for. */
static const struct pl_format certain[] = {
	{ "cwa", "Axivity AX3 and AX6, .cwa", "", true, pl_cwa_is,
	    pl_cwa_read },
	{ "geneactiv", "GENEActiv, .bin", "", true, pl_geneactiv_is,
	    pl_geneactiv_read },
	{ "phyphox", "phyphox, .zip", "", false, pl_phyphox_is,
	    pl_phyphox_read },
	{ "sensor-logger", "Sensor Logger, .zip or a table of it",
	    "Metadata.csv in it, else one of the next two", false,
	    pl_sensorlogger_is, pl_sensorlogger_read },
	{ "sensor-logger-android", "Sensor Logger of Android, or standardised",
	    "-F", false, never, pl_sensorlogger_android },
	{ "sensor-logger-ios", "Sensor Logger of iOS", "-F", false, never,
	    pl_sensorlogger_ios },
	{ "movesense", "Movesense log, .json", "", false, pl_movesense_is,
	    pl_movesense_read },
	{ "sto", "OpenSense orientations, .sto", "", true, pl_opensense_is,
	    pl_opensense_read },
	{ "bids", "BIDS-motion, NAME_motion.tsv with _channels.tsv and "
	    "_motion.json beside it", "the file by name, not on a pipe", false,
	    never, pl_motion_read },
};

/* What takes whatever nothing before it knows. */
static const struct pl_format any[] = {
	{ "sound", "sound files with a channel per axis: WAV, W64, RF64, CAF, "
	    "AIFF, AU, FLAC", "", true, pl_channels_is, pl_channels_read },
	{ "text", "text with a row per instant, whose header says what it is",
	    "-c where it does not", true, pl_text_is, pl_text_read },
};

#define COUNT(a) ((int)(sizeof (a) / sizeof *(a)))

/* The certain, the dialects of text, the rest. */
const struct pl_format *
pl_format_row(int i)
{
	const struct pl_dialect *d;
	int dialects = 0;

	if (i < COUNT(certain))
		return i < 0 ? NULL : &certain[i];
	i -= COUNT(certain);
	d = pl_dialect_row(i);
	if (d)
		return &d->form;
	while (pl_dialect_row(dialects))
		dialects++;
	i -= dialects;
	return i < COUNT(any) ? &any[i] : NULL;
}

static bool
is(const struct pl_format *f, const char *bytes, size_t n)
{
	return f->is ? f->is(bytes, n) :
	    pl_dialect_is(pl_dialect_of(f), bytes, n);
}

const struct pl_format *
pl_format_find(const char *name)
{
	const struct pl_format *f;
	int i;

	for (i = 0; (f = pl_format_row(i)); i++)
		if (strcasecmp(f->name, name) == 0)
			return f;
	return NULL;
}

const struct pl_format *
pl_format_of(const char *bytes, size_t n)
{
	const struct pl_format *f;
	int i;

	for (i = 0; (f = pl_format_row(i)); i++)
		if (is(f, bytes, n))
			return f;
	return NULL;
}

int
pl_format_binary(const char *bytes, size_t n)
{
	return pl_format_of(bytes, n) != NULL;
}

/* Where in the name of a column of ours its axis stands. */
static size_t
axis_at(const char *name)
{
	return pl_raw_turn(name) ? strlen(name) - 1 :
	    strlen(name) - strlen(pl_unit_of(name)->suffix) - 1;
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

/* Its axes, and those of its sisters. */
static const char *
axes(const char *name)
{
	return pl_raw_turn(name) ? "wxyz" : "xyz";
}

/* Each column must have the other axes of its sensor. */
static enum pl_err
check_axes(const struct pl_raw *r, struct pl_fault *f)
{
	const char *a;
	size_t c;

	if (!r->cols)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "no column of a sensor is named: -c t_ms,acc_x_g,...");
	for (c = 0; c < r->cols; c++)
		for (a = axes(r->col[c].name); *a; a++)
			if (sister(r, c, *a) < 0)
				return pl_fault_set(f, PL_ECOLUMN, 0,
				    r->col[c].name, NULL, "no column for axis "
				    "%c of this sensor: it needs all %s", *a,
				    axes(r->col[c].name)[3] ? "four" :
				    "three");
	return PL_OK;
}

static bool
has_value(const struct pl_raw *r, size_t c)
{
	size_t i = 0;

	while (i < r->rows && pl_missing(r->col[c].x[i]))
		i++;
	return i < r->rows;
}

/* A sensor of which nothing came is none, and that is said; an axis of which
 * nothing came is an error, for the others are no use. */
static enum pl_err
check_values(struct pl_raw *r, struct pl_fault *f)
{
	size_t c, has, n = r->cols, left = 0;
	const char *a;

	for (c = 0; c < r->cols && r->rows; c++) {
		if (has_value(r, c))
			continue;
		for (a = axes(r->col[c].name), has = 0; *a; a++)
			has += has_value(r, (size_t)sister(r, c, *a));
		if (has)
			return pl_fault_set(f, PL_ECOLUMN, 0, r->col[c].was,
			    NULL, "no value in it, but in the other axes of "
			    "its sensor");
	}
	for (c = r->cols; r->rows && c--;)
		if (!has_value(r, c)) {
			if (!left++)
				pl_raw_say(r, true, "%.60s has no value: left "
				    "out with its sensor", r->col[c].was);
			pl_raw_drop(r, c);
		}
	return left < n ? PL_OK : pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
	    "no value in any column of a sensor: nothing was recorded");
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

static enum pl_err
settle(struct pl_raw *r, const struct pl_source *s, struct pl_fault *f)
{
	enum pl_err err = pl_sensors_choose(r, s->sensors, f);

	if (!err)
		err = pl_raw_settle(r, f);
	if (!err)
		err = check_axes(r, f);
	if (!err)
		err = check_values(r, f);
	if (!err && !r->gaps)
		err = check_finite(r, f);
	if (!err)
		pl_mend_start(r);
	return err;
}

enum pl_err
pl_format_named(const struct pl_source *s, struct pl_fault *f)
{
	return !s->map->n || s->map->by_header ? PL_OK :
	    pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL, "its form says which "
	    "column is what: it takes no -c");
}

enum pl_err
pl_format_read(const struct pl_format *form, const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	struct pl_source source = *s;
	enum pl_err err;
	int k;

	source.form = form;
	for (k = 0; k < PL_FORMAT_PARTS; k++)
		part[k] = (struct pl_raw){ 0 };
	err = form->read(&source, part, parts, f);
	for (k = 0; !err && k < *parts; k++)
		err = settle(&part[k], s, f);
	for (k = 0; err && k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	return err;
}
