/* season.c - a season of simulated sessions: one of them, or the truth of all */
#include "season.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/base/append.h"
#include "../lib/base/date.h"
#include "../lib/squat/history/season.h"
#include "cli.h"
#include "stream.h"
#include "words.h"

#define BEGIN "2026-01-05"	/* a Monday */

static struct pl_season
take(const struct season_words *w, const struct pl_session *p)
{
	const char *day = w->begin->given ? w->begin->s : BEGIN;
	struct pl_season s = { (int)w->sessions->x, 0, p->bar_kg, p->seed };

	if (floor(w->sessions->x) != w->sessions->x)
		cli_die("--sessions %s: must be a whole number",
		    w->sessions->s);
	if (!pl_date_parse(day, strlen(day), &s.begin))
		cli_die("--begin %s: not a day like %s", day, BEGIN);
	if (pl_season_at(&s, s.sessions).bar_kg > PL_BODY_BAR_KG_HI)
		cli_die("--sessions %d: the bar would grow beyond %g kg",
		    s.sessions, PL_BODY_BAR_KG_HI);
	return s;
}

/* Make a session the k-th of its season. */
static void
be(const struct pl_season *s, int k, struct pl_session *p)
{
	struct pl_season_day d = pl_season_at(s, k);

	p->bar_kg = d.bar_kg;
	p->seed = d.seed;
}

/* Fill an empty table with the truth of all. */
static void
truth_of(const struct pl_season *s, const struct pl_session *p,
    struct pl_table *t)
{
	struct pl_table stream, truth;
	char day[PL_DATE_ROOM];
	int k;

	for (k = 1; k <= s->sessions; k++) {
		struct pl_session one = *p;

		be(s, k, &one);
		pl_table_init(&stream);
		pl_table_init(&truth);
		if (pl_simulate_run(&one, &stream, &truth, NULL))
			cli_die("session %d of the season: out of memory", k);
		pl_date_print(day, pl_season_at(s, k).day);
		words_add(&truth, "date", day, 0);
		if (pl_append(t, &truth))
			cli_die("out of memory");
		pl_table_free(&truth);
		pl_table_free(&stream);
	}
}

/* Fill an empty table with what was sore. */
static void
log_of(const struct pl_season *s, struct pl_table *t)
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
		words_put(t, "date", (size_t)i, text);
		words_put(t, "side", (size_t)i, pl_soreness_side(entry[i].side));
		words_put(t, "region", (size_t)i,
		    pl_soreness_region(entry[i].region));
		snprintf(text, sizeof text, "%g", entry[i].score);
		words_put(t, "score", (size_t)i, text);
		words_put(t, "type", (size_t)i, pl_soreness_type(entry[i].type));
		words_put(t, "end_range", (size_t)i,
		    entry[i].end_range ? "yes" : "no");
	}
}

bool
season_run(struct pl_table *t, const struct season_words *w,
    struct pl_session *p, char start[SEASON_START_ROOM])
{
	struct pl_season s;
	struct pl_table log;
	char day[PL_DATE_ROOM];
	int k = (int)w->session->x;

	*start = '\0';
	if (!w->sessions->given) {
		if (w->session->given || w->begin->given || w->log->given)
			cli_die("--session, --begin and --log are of a season: "
			    "--sessions N");
		return false;
	}
	s = take(w, p);
	if (w->log->given) {
		stream_check("--log", w->log->s, NULL);
		if (!pl_season_leap(&s))
			cli_warn("--log %s: in fewer than 4 sessions nothing "
			    "leaps, and nothing is sore", w->log->s);
		log_of(&s, &log);
		stream_aside(&log, w->log->s);
	}
	if (!w->session->given) {
		truth_of(&s, p, t);
		return true;
	}
	if (w->session->x != k || k > s.sessions)
		cli_die("--session %s: must be a whole number from 1 to %d",
		    w->session->s, s.sessions);
	be(&s, k, p);
	pl_date_print(day, pl_season_at(&s, k).day);
	snprintf(start, SEASON_START_ROOM, "%sT17:00:00.000Z", day);
	cli_note("session %d of %d: %s, bar %g kg", k, s.sessions, day,
	    p->bar_kg);
	return false;
}
