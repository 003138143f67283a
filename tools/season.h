/*
 * season.h - a season of simulated sessions: one of them, or the truth of all
 */
#ifndef TOOLS_SEASON_H
#define TOOLS_SEASON_H

#include <stdbool.h>

#include "../lib/squat/simulate/simulate.h"
#include "filter.h"

enum { SEASON_START_ROOM = 64 };

/* The values of --sessions, --session, --begin and --log. */
struct season_words {
	const struct value *sessions, *session, *begin, *log;
};

/* With --sessions, write the log if it is asked for, and either fill the empty
 * table with the truth of all, each with its date, and return true; or make the
 * session the one that is asked for, with the instant at which it begins as
 * start_utc has it (else ""), and return false.  Dies of accidents. */
bool season_run(struct pl_table *, const struct season_words *,
    struct pl_session *, char start[SEASON_START_ROOM]);

#endif
