#include "columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "stamps.h"

void
pl_columns_free(struct pl_columns *c)
{
	free(c->name);
	free(c->head);
	free(c->open);
	*c = (struct pl_columns){ 0 };
}

static bool
measured(const struct pl_header *h)
{
	return h->what == PL_HEADER_ACC || h->what == PL_HEADER_GYR;
}

/* Is it a column to take, if it has gravity? */
static bool
wanted(const struct pl_header *h)
{
	return measured(h) && !h->free && !h->gravity;
}

/* Read all headers.  A name of ours says itself what it is. */
static void
look(struct pl_columns *c, const struct pl_delim *d)
{
	size_t j;

	for (j = 0; j < c->cols; j++) {
		pl_header_read(&c->head[j], d->name[j], d->unit ? d->unit[j] :
		    NULL);
		if (!pl_map_name(d->name[j]))
			continue;
		snprintf(c->name[j], sizeof *c->name, "%s", d->name[j]);
		c->head[j] = (struct pl_header){ .unit = "" };
	}
}

/* x, y, z of nobody knows what, where nothing else is an accelerometer. */
static void
take_axes(struct pl_columns *c)
{
	size_t j;

	for (j = 0; j < c->cols; j++)
		if (c->head[j].what == PL_HEADER_ACC || (*c->name[j] &&
		    !pl_map_time(c->name[j])))
			return;
	for (j = 0; j < c->cols; j++)
		if (c->head[j].what == PL_HEADER_AXIS)
			c->head[j].what = PL_HEADER_ACC;
}

/* What is free of gravity, for want of better, where gravity is beside it. */
static enum pl_err
take_free(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, struct pl_fault *f)
{
	size_t j, free_at = c->cols;
	bool gravity = false;

	for (j = 0; j < c->cols; j++) {
		const struct pl_header *h = &c->head[j];

		if ((h->what == PL_HEADER_ACC && wanted(h)) ||
		    (*c->name[j] && !pl_map_time(c->name[j])))
			return PL_OK;
		if (h->what == PL_HEADER_ACC && h->free && free_at == c->cols)
			free_at = j;
		gravity = gravity || h->gravity;
	}
	if (free_at == c->cols)
		return PL_OK;
	if (!gravity)
		return pl_fault_set(f, PL_ESTATE, 0, d->name[free_at], NULL,
		    "gravity was taken out of it: %s", k && k->lacks ?
		    k->lacks : "export the acceleration with gravity");
	for (j = 0; j < c->cols; j++) {
		struct pl_header *h = &c->head[j];

		if (h->gravity)
			snprintf(c->name[j], sizeof *c->name, "gravity_%c%s",
			    h->axis, *h->unit ? h->unit : "_m_s2");
		h->free = h->free && h->what != PL_HEADER_ACC;
	}
	return PL_OK;
}

/* Where several are called by words of their own that never bring both
 * quantities ("Beschleunigung x", "Drehrate x"), they are one sensor. */
static void
merge_sensors(struct pl_columns *c)
{
	const char *acc = NULL, *gyr = NULL;
	size_t j;

	for (j = 0; j < c->cols; j++) {
		const struct pl_header *h = &c->head[j];
		const char **key = h->what == PL_HEADER_ACC ? &acc : &gyr;

		if (!wanted(h))
			continue;
		if (*key && strcmp(*key, h->key) != 0)
			return;
		*key = h->key;
	}
	if (!acc || !gyr || strcmp(acc, gyr) == 0)
		return;
	for (j = 0; j < c->cols; j++)
		*c->head[j].sensor = *c->head[j].key = '\0';
}

/* One body has one word: that of its first column. */
static void
name_sensors(struct pl_columns *c)
{
	size_t i, j;

	merge_sensors(c);
	for (j = 0; j < c->cols; j++)
		for (i = 0; wanted(&c->head[j]) && i < j; i++)
			if (wanted(&c->head[i]) && strcmp(c->head[i].key,
			    c->head[j].key) == 0) {
				memcpy(c->head[j].sensor, c->head[i].sensor,
				    PL_HEADER_ROOM);
				break;
			}
}

/* A unit that the header says and nobody knows is not for physics to find:
 * 981 at rest is cm/s^2, and 1000 mg, and 1024 counts are as near. */
static enum pl_err
check_units(const struct pl_columns *c, const struct pl_delim *d,
    struct pl_fault *f)
{
	size_t j;

	for (j = 0; j < c->cols; j++) {
		const struct pl_header *h = &c->head[j];

		if (wanted(h) && *h->odd && !*c->name[j])
			return pl_header_odd(h, d->name[j], f);
	}
	return PL_OK;
}

static void
name_columns(struct pl_columns *c, const struct pl_dialect *k)
{
	size_t j;

	for (j = 0; j < c->cols; j++) {
		const struct pl_header *h = &c->head[j];
		bool acc = h->what == PL_HEADER_ACC;
		const char *unit = *h->unit ? h->unit : k ? acc ? k->acc :
		    k->gyr : NULL;

		if (!wanted(h) || *c->name[j])
			continue;
		c->open[j] = !unit;
		snprintf(c->name[j], sizeof *c->name, "%s_%c%s", acc ? "acc" :
		    "gyr", h->axis, unit ? unit : acc ? "_m_s2" : "_rad_s");
	}
}

/* Are they the same axis of the same quantity of the same sensor? */
static bool
alike(const struct pl_columns *c, size_t i, size_t j)
{
	const struct pl_header *a = &c->head[i], *b = &c->head[j];

	return *c->name[i] && *c->name[j] && wanted(a) && wanted(b) &&
	    a->what == b->what && a->axis == b->axis &&
	    strcmp(a->sensor, b->sensor) == 0;
}

static bool
one_sensor(const struct pl_columns *c)
{
	const char *key = NULL;
	size_t j;

	for (j = 0; j < c->cols; j++) {
		if (!wanted(&c->head[j]))
			continue;
		if (key && strcmp(key, c->head[j].key) != 0)
			return false;
		key = c->head[j].key;
	}
	return true;
}

/* Let --sensor choose between columns alike, by the words that part them. */
static void
name_alike(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k)
{
	size_t j;

	for (j = 0; j < c->cols; j++)
		snprintf(c->head[j].sensor, PL_HEADER_ROOM, "%s",
		    pl_header_has(d->name[j], k->prefer) ? k->prefer :
		    pl_header_has(d->name[j], k->other) ? k->other : "");
}

/* Of columns alike, leave out those that the dialect does not prefer. */
static enum pl_err
part_alike(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, struct pl_fault *f)
{
	size_t i, j, loser;

	for (i = 0; i < c->cols; i++)
		for (j = i + 1; j < c->cols; j++) {
			if (!alike(c, i, j))
				continue;
			loser = k && k->prefer && pl_header_has(d->name[j],
			    k->prefer) ? i : j;
			if (!k || !k->prefer || !pl_header_has(d->name[loser],
			    k->other))
				return pl_fault_set(f, PL_EFORMAT, 0,
				    d->name[j], NULL, "two columns say the "
				    "same: choose with -c");
			if (!*c->left)
				snprintf(c->left, sizeof c->left, "%s",
				    d->name[loser]);
			*c->name[loser] = '\0';
		}
	return PL_OK;
}

/* Without a name that says anything. */
static enum pl_err
check_any(const struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, struct pl_fault *f)
{
	size_t j;

	for (j = 0; j < c->cols; j++)
		if (*c->name[j] && !pl_map_time(c->name[j]))
			return PL_OK;
	if (k && k->lacks)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL, "no "
		    "acceleration and no turning in it: %s", k->lacks);
	return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL, "its header "
	    "('%.24s', '%.24s', ...) is not one that is known: say which is "
	    "which with -c t_ms=HEADER,acc_x_m_s2=HEADER,...", d->name[0],
	    d->name[1]);
}

enum pl_err
pl_columns_choose(struct pl_columns *c, const struct pl_delim *d,
    const struct pl_dialect *k, const struct pl_source *s, struct pl_fault *f)
{
	enum pl_err err;

	*c = (struct pl_columns){ .cols = d->cols };
	c->name = pl_mem_array(c->cols, sizeof *c->name);
	c->head = pl_mem_array(c->cols, sizeof *c->head);
	c->open = pl_mem_array(c->cols, sizeof *c->open);
	err = c->name && c->head && c->open ? PL_OK : PL_ENOMEM;
	if (!err) {
		look(c, d);
		take_axes(c);
		err = take_free(c, d, k, f);
	}
	if (!err)
		err = check_units(c, d, f);
	if (!err) {
		name_sensors(c);
		if (s->sensors && k && k->prefer && !strchr(k->prefer, '*') &&
		    one_sensor(c))
			name_alike(c, d, k);
		name_columns(c, k);
		err = part_alike(c, d, k, f);
	}
	if (!err)
		err = check_any(c, d, k, f);
	if (!err)
		err = pl_stamps_choose(c, d, k, s->rate_hz, f);
	if (err)
		pl_columns_free(c);
	return err;
}
