/*
 * score.h - how well one rep table agrees with another
 *
 * Repetitions are rows of class work or partial; in a table without classes
 * all rows are.  Those of both tables are paired one to one by bottom_s, at
 * most within apart, the most pairs that can be (dsp/match.h), within each
 * recording where both tables name them.  Then what is left is paired by its
 * span from start_s to end_s, whatever its class: so a failed repetition finds
 * the one that was taken for work, and a walk a walk.
 *
 * Figures, of matched m of n in the reference and k in the test: precision
 * m / k, recall m / n, F1 2 m / (n + k); each missing where it would be 0 / 0.
 * The count error is k - n.  A set is exact when as many repetitions fall to it
 * as it has (tally.h).
 * Labels are right in those rows of the reference whose mate has their class.
 *
 * Calibration error: the mean gap, over ten bins of confidence, between it and
 * how often it is right, weighted by rows.  Once over all candidates of the
 * test, which are right when their mate has their class; once over its
 * repetitions alone, which are right when they are matched.
 *
 * Agreement of a column: agree.h; limits are bias -+ 1.96 SD.  Columns that
 * only number rows (set, cand, rep) have none.
 *
 * Sources. Limits of agreement: Bland & Altman, Lancet 1 (1986) 307. Expected
 * calibration error: Naeini, Cooper & Hauskrecht, AAAI (2015).
 */
#ifndef PL_SQUAT_SCORE_H
#define PL_SQUAT_SCORE_H

#include "../../base/table.h"

struct pl_score {
	size_t reference, test, matched;	/* repetitions */
	double precision, recall, f1;
	size_t sets, exact, within_one;
	size_t rows, right;		/* of the reference */
	double calibration, reps_calibration; /* missing without confidence */
	size_t untimed;			/* repetitions without bottom_s */
};

/*
 * Fills score, and out, a row for each figure, pair of labels and column;
 * plumb-columns(5) defines its columns.  What out held goes; it may be one of
 * the two.  PL_ECOLUMN: a table that has rows and no bottom_s.  PL_ERANGE: too
 * many lie within reach of each other.
 */
enum pl_err pl_score_tables(const struct pl_table *reference,
    const struct pl_table *test, double within_s, struct pl_score *,
    struct pl_table *out, struct pl_fault *) PL_MUST;

#endif
