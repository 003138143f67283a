/*
 * facts.h - what truth.c and trace.c share: a table of facts, row by row
 *
 * Values go by the name of their column into row .row, if there is one; the
 * first error stays in .err, and from then on nothing more is done.
 */
#ifndef PL_SQUAT_FACTS_H
#define PL_SQUAT_FACTS_H

#include "../../base/table.h"
#include "../load/moment.h"
#include "pose.h"

enum { PL_FACTS_LEVELS = 2 };

extern const char *const pl_facts_level[PL_FACTS_LEVELS];

struct pl_facts {
	const struct pl_script *script;
	const struct pl_session *p;
	double clock;		/* seconds of the recording in a true one */
	double bar_kg;
	struct pl_moment model[PL_FACTS_LEVELS];
	struct pl_table *t;
	size_t row;
	enum pl_err err;
};

/* For a table of that many rows. */
void pl_facts_init(struct pl_facts *, const struct pl_script *,
    const struct pl_session *, double clock, struct pl_table *, size_t rows);

void pl_facts_add(struct pl_facts *, const char *column);
/* format has a %s for the level's name. */
void pl_facts_add_level(struct pl_facts *, const char *format, int level);

void pl_facts_put(struct pl_facts *, const char *column, double);
void pl_facts_put_level(struct pl_facts *, const char *format, int level,
    double);
void pl_facts_word(struct pl_facts *, const char *column, const char *word);

/* Which act this is, from 0: set, cand, rep, class, confidence, reason,
 * bounces, truncated. */
void pl_facts_act(struct pl_facts *, size_t act);

/* From the stance; N m. */
double pl_facts_lean_deg(const struct pl_facts *, const struct pl_pose *);
double pl_facts_moment(const struct pl_facts *, int level,
    const struct pl_pose *);

#endif
