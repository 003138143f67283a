/*
 * season.h - a season of simulated sessions: one of them, or the truth of all
 */
#ifndef TOOLS_SEASON_H
#define TOOLS_SEASON_H

#include "../lib/squat/history/season.h"
#include "../lib/squat/simulate.h"
#include "filter.h"

/* From --sessions, --begin and the session's own options, or die. */
struct pl_season season_take(const struct value *sessions,
    const struct value *begin, const struct pl_session *);

/* Make a session the k-th of its season. */
void season_be(const struct pl_season *, int k, struct pl_session *);

/* Fill an empty table with the truth of all, each with its date. */
void season_truth(const struct pl_season *, const struct pl_session *,
    struct pl_table *);

/* Fill an empty table with what was sore. */
void season_log(const struct pl_season *, struct pl_table *);

/* The instant at which session k begins, as start_utc has it. */
void season_start(const struct pl_season *, int k, char *text, size_t room);

#endif
