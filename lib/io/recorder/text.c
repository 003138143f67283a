#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../banner.h"
#include "columns.h"
#include "gravity.h"
#include "mend.h"

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
		    "needs another delimiter: export with decimal points (a "
		    "phone in English), or name them by position with -c" :
		    "name them by position with -c");
	if (m->n)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "no header in it: name its %zu columns by position",
		    d->cols);
	return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
	    "%zu columns without names: say what they are with -c "
	    "t_ms,acc_x_g,acc_y_g,acc_z_g,... (- skips one)", d->cols);
}

/* What a recording may be called that is no text of one byte a letter. */
static bool
is_wide(const char *bytes, size_t n)
{
	return n >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 ||
	    memcmp(bytes, "\xfe\xff", 2) == 0);
}

bool
pl_text_is(const char *bytes, size_t n)
{
	return !memchr(bytes, '\0', n) || is_wide(bytes, n);
}

/* The columns of -c, or those that the header tells. */
static enum pl_err
choose(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, const struct pl_source *s, struct pl_fault *f)
{
	enum pl_err err;

	if (!s->map->n)
		return pl_columns_choose(c, d, k, s, f);
	*c = (struct pl_columns){ .cols = d->cols };
	c->name = pl_mem_array(d->cols, sizeof *c->name);
	err = c->name ? pl_map_apply(s->map, d->name, d->cols, c->name, f) :
	    PL_ENOMEM;
	if (err)
		pl_columns_free(c);
	return err;
}

/* Say of each column of numbers whose it is, and whether its unit is open. */
static enum pl_err
tell_columns(struct pl_raw *r, const struct pl_columns *c)
{
	enum pl_err err = PL_OK;
	size_t j, to = 0;

	for (j = 0; !err && c->head && j < c->cols && to < r->cols; j++) {
		if (strcmp(c->name[j], r->col[to].name) != 0)
			continue;
		r->col[to].open = c->open[j];
		if (*c->head[j].sensor)
			err = pl_raw_sensor(r, to, c->head[j].sensor,
			    strlen(c->head[j].sensor));
		to++;
	}
	return err;
}

/* A line of the banner that is worth telling. */
static void
tell_banner(struct pl_raw *r, const struct pl_delim *d, const char *keys)
{
	char key[40];
	const char *p;
	size_t n, k;

	for (; keys && *keys; keys += k + (keys[k] == '|')) {
		k = strcspn(keys, "|");
		snprintf(key, sizeof key, "%.*s", (int)k, keys);
		p = pl_banner_find(d->head, d->data, key, &n);
		if (p && n < 60)
			pl_raw_say(r, false, "%s %.*s, by a clock without a "
			    "zone", key, (int)n, p);
	}
}

/* The time of a recording, as far as its rows do not say it. */
static void
tell_time(struct pl_raw *r, const struct pl_delim *d,
    const struct pl_columns *c, const struct pl_dialect *k)
{
	r->rate_hz = c->row_s > 0 ? 1 / c->row_s : c->rate_hz;
	snprintf(r->clock, sizeof r->clock, "%s", c->clock);
	r->one_clock = k && (k->ways & PL_DIALECT_SHARED) && r->t_s;
	if (!r->dated && c->dated && r->rows) {
		r->dated = true;
		r->start_ns = c->start_ns - (int64_t)(r->t_s[0] * 1e9);
	} else if (!r->dated && !r->one_clock && k)
		r->dated = pl_banner_start(d->head, d->data, &r->start_ns);
	if (*c->left)
		pl_raw_say(r, false, "'%s' and its sisters left out: --sensor "
		    "%s or -c takes them", c->left, k->other);
}

/* All that is said beside the rows. */
static enum pl_err
tell(struct pl_raw *r, const struct pl_delim *d, const struct pl_columns *c,
    const struct pl_dialect *k)
{
	enum pl_err err = tell_columns(r, c);

	if (err)
		return err;
	tell_time(r, d, c, k);
	tell_banner(r, d, k ? k->note : NULL);
	pl_mend_gravity(r);
	if (k && c->head && (k->ways & PL_DIALECT_DOWN))
		pl_mend_down(r);
	return PL_OK;
}

/* An accelerometer, by the name of its file, is none. */
static enum pl_err
check_name(const struct pl_columns *c, const struct pl_dialect *k,
    const char *path, struct pl_fault *f)
{
	size_t j;

	for (j = 0; k && (k->ways & PL_DIALECT_NAMED) && c->head &&
	    j < c->cols; j++)
		if (c->head[j].what == PL_HEADER_ACC && *c->name[j] &&
		    pl_gravity_made(path))
			return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "by "
			    "its name no accelerometer, but made of other "
			    "sensors: %s", k->lacks);
	return PL_OK;
}

static enum pl_err
open_text(struct pl_delim *d, const struct pl_dialect *k,
    const struct pl_source *s, struct pl_fault *f)
{
	enum pl_err err;

	if (is_wide(s->bytes, s->n))
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "text in UTF-16: save it as UTF-8");
	err = pl_delim_open(d, s->bytes, s->n, f);
	if (err)
		return err;
	if (k) {
		d->words = k->ways & PL_DIALECT_WORDS;
		d->talks = k->ways & PL_DIALECT_TALKS;
		d->padded = k->ways & PL_DIALECT_PADDED;
		if (k->heads)
			err = k->heads(d, f);
	}
	if (!err)
		err = check_names(d, s->map, f);
	if (err)
		pl_delim_free(d);
	return err;
}

enum pl_err
pl_text_read(const struct pl_source *s, struct pl_raw part[PL_FORMAT_PARTS],
    int *parts, struct pl_fault *f)
{
	const struct pl_dialect *k = pl_dialect_of(s->form);
	struct pl_columns c = { 0 };
	struct pl_delim d;
	enum pl_err err;

	*parts = 1;
	err = open_text(&d, k, s, f);
	if (err)
		return err;
	err = choose(&c, &d, k, s, f);
	d.row_s = c.row_s;
	if (!err)
		err = check_name(&c, k, s->path, f);
	if (!err)
		err = pl_delim_read(&d, c.name, part, f);
	if (!err) {
		err = tell(part, &d, &c, k);
		if (err)
			pl_raw_free(part);
	}
	pl_columns_free(&c);
	pl_delim_free(&d);
	return err;
}
