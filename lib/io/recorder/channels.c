#include "channels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/schema.h"
#include "../header.h"
#include "../sound.h"

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

/* A sensor whose unit nobody knows is not left out like what no sensor made. */
static enum pl_err
check_units(const struct pl_raw *r, char (*name)[64], struct pl_fault *f)
{
	struct pl_header h;
	size_t c;

	for (c = 0; c < r->cols; c++) {
		pl_header_read(&h, r->col[c].name, NULL);
		if (!*name[c] && *h.odd && (h.what == PL_HEADER_ACC ||
		    h.what == PL_HEADER_GYR))
			return pl_header_odd(&h, r->col[c].name, f);
	}
	return PL_OK;
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
	if (!err && !m->n)
		err = check_units(r, name, f);
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

bool
pl_channels_is(const char *bytes, size_t n)
{
	return pl_sound_is(bytes, n);
}

enum pl_err
pl_channels_read(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	enum pl_err err = pl_sound_read(part, s->bytes, s->n, f);
	struct pl_raw *r = part;
	char (*name)[64];
	size_t c;

	*parts = 1;
	if (err)
		return err;
	name = pl_mem_array(r->cols, sizeof *name);
	err = name ? name_channels(r, s->map, name, f) : PL_ENOMEM;
	for (c = 0; !err && c < r->cols; c++)
		err = pl_raw_name(r, c, name[c]);
	free(name);
	if (err)
		pl_raw_free(r);
	return err;
}
