/* history.c - what filters over many days take from rep tables */
#include "history.h"

#include <string.h>

#include "../lib/base/date.h"
#include "cli.h"
#include "stream.h"

static void
need_reps(const struct pl_table *t)
{
	cli_refuse_stream(t);
	if (pl_table_find(t, "class") < 0)
		cli_die_at("class: no such column: a rep table, as plumb-reps "
		    "makes it, is needed");
}

/* A column of words, or die. */
static int
words(const struct pl_table *t, const char *option, const char *name, size_t n)
{
	char text[64];
	int col;

	if (n >= sizeof text)
		cli_die("%s: no such column", option);
	memcpy(text, name, n);
	text[n] = '\0';
	col = pl_table_find(t, text);
	if (col < 0)
		cli_die_at("%s %s: no such column", option, text);
	if (!t->col[col].words)
		cli_die_at("%s %s: a column of numbers of ours, no tag",
		    option, text);
	return col;
}

static void
take_keys(struct history *h, const struct pl_table *t, const struct value *by)
{
	size_t i;

	for (i = 0; i < by->n; i++) {
		const char *p = by->list[i];

		for (;; p++) {
			size_t n = strcspn(p, ",");

			if (h->keys == HISTORY_KEYS)
				cli_die("--by: %d columns at most",
				    HISTORY_KEYS);
			h->key[h->keys++] = words(t, "--by", p, n);
			p += n;
			if (!*p)
				break;
		}
	}
}

/* Two lifters are not one history. */
static void
check_athletes(const struct history *h, const struct pl_table *t)
{
	int col = pl_table_find(t, "athlete");
	size_t k, i;

	for (k = 0; k < h->keys; k++)
		if (h->key[k] == col)
			return;
	for (i = 1; col >= 0 && t->col[col].words && i < t->rows; i++)
		if (!(t->col[col].x[i] == t->col[col].x[0]))
			cli_die_at("%zu: athlete: another than in the rows "
			    "before: --by athlete tells them apart", i + 2);
}

void
history_take(struct history *h, const struct pl_table *t,
    const struct value *by, const struct value *date)
{
	*h = (struct history){ .date = -1 };
	need_reps(t);
	take_keys(h, t, by);
	check_athletes(h, t);
	if (date->given)
		h->date = words(t, "--date", date->s, strlen(date->s));
	if (h->date < 0)
		h->date = pl_table_find(t, "date");
	if (h->date < 0)
		h->date = pl_table_find(t, "start_utc");
	if (h->date < 0)
		cli_die_at("no day in it: tag it (plumb-reps --tag "
		    "date=2026-11-22), or name its column with --date");
}

void
history_log(struct pl_soreness *log, const char *path)
{
	const char *place = cli_place(NULL);
	struct pl_fault fault = { 0 };
	struct pl_table t;
	enum pl_err err;

	stream_read(&t, path);
	err = pl_soreness_take(log, &t, &fault);
	if (err)
		cli_die_fault(err, &fault);
	pl_table_free(&t);
	cli_place(place);
}

void
history_say_flagged(const struct pl_soreness *log, const char *path)
{
	const char *place;
	char day[PL_DATE_ROOM];
	size_t i;

	for (i = 0; i < log->n; i++)
		if (pl_soreness_flag(&log->entry[i]))
			break;
	if (i == log->n)
		return;
	pl_date_print(day, log->entry[i].day);
	place = cli_place(path);
	cli_warn("%s: soreness on one side, in one spot, sharp or at the end "
	    "of a movement: a mild ache of both sides is usual after "
	    "training, this is another thing; pain that stays, radiates or "
	    "comes at night is for a clinician", day);
	cli_place(place);
}
