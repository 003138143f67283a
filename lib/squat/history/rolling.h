/*
 * rolling.h - sums over the last days, session by session
 *
 * A window of d days ends with the day of a session and holds every session of
 * its history on those days, the later ones of the same day among them: the
 * sum of a day is that of all of it.  The one before it holds the d days before.
 * Days without a session have nothing in them.
 */
#ifndef PL_SQUAT_HISTORY_ROLLING_H
#define PL_SQUAT_HISTORY_ROLLING_H

#include "visit.h"

/* Add days, sessions_7d and sessions_28d to a table with a row a visit. */
enum pl_err pl_rolling_days(struct pl_table *, const struct pl_visits *)
    PL_MUST;

/*
 * Of the column from, add STEM_7d and STEM_28d with that unit at the end; and if
 * change STEM_7d_change_pct and STEM_28d_change_pct: against the window before,
 * missing where the history does not reach back to its beginning, or the sum
 * there is not positive.  A sum with a missing value in it is missing.
 */
enum pl_err pl_rolling_add(struct pl_table *, const struct pl_visits *,
    const char *from, const char *stem, const char *unit, bool change)
    PL_MUST;

#endif
