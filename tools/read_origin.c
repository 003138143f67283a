/* read_origin.c - what a stream of ours says of where it comes from */
#include "read_origin.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/io/clock.h"
#include "../lib/io/map.h"
#include "cli.h"

/* The word that all rows say, or NULL. */
static const char *
word_of(const struct pl_table *t, const char *name)
{
	int c = pl_table_find(t, name);
	size_t i;

	if (c < 0 || !t->rows)
		return NULL;
	for (i = 1; i < t->rows; i++)
		if (t->col[c].x[i] != t->col[c].x[0]) {
			cli_warn("%s differs between its rows: left out", name);
			return NULL;
		}
	return pl_table_label(t, c, 0);
}

/* The columns that only rows as they were can have. */
static void
say_left(const struct pl_table *t)
{
	const char *first = NULL;
	size_t c, left = 0;

	for (c = 0; c < t->cols; c++) {
		const char *name = t->col[c].name;

		if (pl_map_name(name) || strcmp(name, "recording") == 0 ||
		    strcmp(name, "start_utc") == 0 ||
		    strcmp(name, "time_sd_s") == 0)
			continue;
		first = left++ ? first : name;
	}
	if (left)
		cli_warn("its rows are made anew on an even grid: %s%s left "
		    "out", first, left > 1 ? " and others" : "");
}

void
read_origin_take(struct read_origin *o, const struct pl_table *t)
{
	const char *word = word_of(t, "recording");
	char start[PL_UTC_ROOM];

	*o = (struct read_origin){ .time_sd_s = pl_clock_sd(t) };
	snprintf(o->recording, sizeof o->recording, "%s", word ? word : "");
	pl_clock_start(t, start);
	o->dated = word_of(t, "start_utc") && *start &&
	    pl_utc_parse(start, strlen(start), &o->start_ns);
	say_left(t);
}

void
read_origin_tell(const struct read_origin *o, struct pl_raw *r)
{
	r->time_sd_s = fmax(r->time_sd_s, o->time_sd_s);
	if (!o->dated || !r->rows || !r->t_s)
		return;
	r->dated = true;
	r->start_ns = o->start_ns - (int64_t)floor(r->t_s[0] * 1e9 + 0.5);
}
