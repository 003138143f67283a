/* season.c - a season of simulated sessions: one of them, or the truth of all */
#include "season.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/base/append.h"
#include "../lib/base/date.h"
#include "cli.h"

#define BEGIN "2026-01-05"	/* a Monday */

struct pl_season
season_take(const struct value *sessions, const struct value *begin,
    const struct pl_session *p)
{
	const char *day = begin->given ? begin->s : BEGIN;
	struct pl_season s = { (int)sessions->x, 0, p->bar_kg, p->seed };

	if (floor(sessions->x) != sessions->x)
		cli_die("--sessions %s: must be a whole number", sessions->s);
	if (!pl_date_parse(day, strlen(day), &s.begin))
		cli_die("--begin %s: not a day like %s", day, BEGIN);
	if (pl_season_at(&s, s.sessions).bar_kg > PL_BODY_BAR_KG_HI)
		cli_die("--sessions %d: the bar would grow beyond %g kg",
		    s.sessions, PL_BODY_BAR_KG_HI);
	return s;
}

void
season_be(const struct pl_season *s, int k, struct pl_session *p)
{
	struct pl_season_day d = pl_season_at(s, k);

	p->bar_kg = d.bar_kg;
	p->seed = d.seed;
}

/* A column of one word in front of all others. */
static void
tag(struct pl_table *t, const char *name, const char *word)
{
	double *x = cli_add(t, name), index;
	int col = pl_table_find(t, name);
	size_t i;

	if (pl_table_word(t, col, word, strlen(word), &index))
		cli_die("out of memory");
	for (i = 0; i < t->rows; i++)
		x[i] = index;
	pl_table_move(t, col, 0);
}

void
season_truth(const struct pl_season *s, const struct pl_session *p,
    struct pl_table *t)
{
	struct pl_table stream, truth;
	char day[PL_DATE_ROOM];
	int k;

	for (k = 1; k <= s->sessions; k++) {
		struct pl_session one = *p;

		season_be(s, k, &one);
		pl_table_init(&stream);
		pl_table_init(&truth);
		if (pl_simulate_run(&one, &stream, &truth, NULL))
			cli_die("session %d of the season: out of memory", k);
		pl_date_print(day, pl_season_at(s, k).day);
		tag(&truth, "date", day);
		if (pl_append(t, &truth))
			cli_die("out of memory");
		pl_table_free(&truth);
		pl_table_free(&stream);
	}
}

static void
put(struct pl_table *t, const char *column, size_t row, const char *word)
{
	int col = pl_table_find(t, column);

	if (pl_table_word(t, col, word, strlen(word), &t->col[col].x[row]))
		cli_die("out of memory");
}

void
season_log(const struct pl_season *s, struct pl_table *t)
{
	static const char *const columns[] = { "date", "side", "region",
		"score", "type", "end_range" };
	struct pl_sore entry[PL_SEASON_SORE];
	int n = pl_season_sore(s, entry), i;
	char text[PL_DATE_ROOM];
	size_t k;

	pl_table_init(t);
	if (pl_table_resize(t, (size_t)n))
		cli_die("out of memory");
	for (k = 0; k < sizeof columns / sizeof *columns; k++)
		cli_add(t, columns[k]);
	for (i = 0; i < n; i++) {
		pl_date_print(text, entry[i].day);
		put(t, "date", (size_t)i, text);
		put(t, "side", (size_t)i, pl_soreness_side(entry[i].side));
		put(t, "region", (size_t)i,
		    pl_soreness_region(entry[i].region));
		snprintf(text, sizeof text, "%g", entry[i].score);
		put(t, "score", (size_t)i, text);
		put(t, "type", (size_t)i, pl_soreness_type(entry[i].type));
		put(t, "end_range", (size_t)i,
		    entry[i].end_range ? "yes" : "no");
	}
}

void
season_start(const struct pl_season *s, int k, char *text, size_t room)
{
	char day[PL_DATE_ROOM];

	pl_date_print(day, pl_season_at(s, k).day);
	snprintf(text, room, "%sT17:00:00.000Z", day);
}
