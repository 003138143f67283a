/*
 * tempo.h - a tempo as it is spoken, and how far a repetition is from it
 *
 * Descent, pause at the bottom, ascent, pause at the top, in seconds: 3-1-X-0.
 * X is as fast as possible.  The older form of four characters, 31X0, means the
 * same.
 *
 * Source.  Wilk et al., The influence of movement tempo during resistance
 * training (Sports Med. 2021).
 */
#ifndef PL_SQUAT_TEMPO_H
#define PL_SQUAT_TEMPO_H

#include "../../base/table.h"

#define PL_TEMPO_HI_S 60.0

struct pl_tempo {
	double s[4];		/* missing: X */
};

/* PL_EFORMAT, PL_ERANGE unless from 0 to 60 s; p may then hold anything. */
enum pl_err pl_tempo_parse(const char *text, struct pl_tempo *) PL_MUST;

/* Fill the column tempo of a rep table, to 0.1 s: missing where one of the
 * first three phases is, without a top where that is missing. */
enum pl_err pl_tempo_say(struct pl_table *reps) PL_MUST;

/* Add ecc_err_s, bottom_err_s, con_err_s and top_err_s after tempo: what was
 * done less what was asked, missing for X. */
enum pl_err pl_tempo_errors(struct pl_table *reps, const struct pl_tempo *)
    PL_MUST;

#endif
