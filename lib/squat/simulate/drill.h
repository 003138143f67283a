/*
 * drill.h - what is drilled for mobility, as a script in place of a session
 *
 *	open book	lying on one side, the hips stacked, the thorax turns
 *			about its long axis to the other side and back
 *	cat and cow	on hands and knees the back rounds (flexion), then
 *			hollows (extension); after the last it is neutral again
 *	seated turn	as an open book, but upright
 *	side bend	upright, to one side and back
 *
 * A cycle goes out to one end, stays, comes back and stays: the four times of
 * a tempo.  The way back ends where it began, to 2 % of the range (SD); that of
 * cat and cow at the other end, and only the first way out begins from neutral.
 * A quiet pose of 4-6 s comes before, one of 3-5 s after.
 *
 * What varies from cycle to cycle: range (SD 4 %), each way (5 %), each stay
 * (10 %).  The thorax breathes: a wave of flexion of 0.2-0.8 deg at 0.2-0.33
 * Hz.  The long axis lies level to 6 deg (SD), and the wearer is rolled about
 * it by 5; who sits does so upright to these.  The grade adds sway, motion
 * about the other axes and soft tissue; the strap gives by the grade's angle
 * over the greatest range.
 *
 * A second sensor is below the first, at T12.  There the thorax goes along by
 * a share that is drawn: 0.3-0.6 of a turn or bend; and against it, by 0.1-0.4,
 * in cat and cow, whose upper back tips forward while the lower one tips back.
 *
 * Source.  Our estimates throughout: of sensors in these drills nothing was
 * found.
 */
#ifndef PL_SQUAT_DRILL_H
#define PL_SQUAT_DRILL_H

#include <stdbool.h>

#include "../../base/err.h"

struct pl_lifter;
struct pl_script;

enum pl_drill_kind { PL_DRILL_NONE, PL_DRILL_OPEN_BOOK, PL_DRILL_CAT_COW,
	PL_DRILL_SEATED_TURN, PL_DRILL_SIDE_BEND };

/* What can be meant; the tools refuse the rest. */
#define PL_DRILL_RANGE_LO_DEG 3.0
#define PL_DRILL_RANGE_HI_DEG 150.0
#define PL_DRILL_WARM_LO_PCT -20.0
#define PL_DRILL_WARM_HI_PCT 50.0

enum { PL_DRILL_WARMS = 5 };	/* cycles until the range has grown */

struct pl_drill {
	enum pl_drill_kind kind;
	bool right;		/* goes to the right: who does so in an open
				 * book lies on the left side */
	double range_deg;	/* of the first cycle; of the first sensor */
	double warm_pct;	/* of that, more each cycle, until the fifth */
};

/* "open-book", "cat-cow", "seated-turn", "side-bend"; NONE if it is no such
 * word. */
enum pl_drill_kind pl_drill_find(const char *word);

/* Has it a left and a right? */
bool pl_drill_sided(enum pl_drill_kind);

/* The sign of the way out in the angle that is drilled. */
double pl_drill_way(const struct pl_drill *);

/* The scenes (scenario.h) that a drill can have. */
unsigned pl_drill_scenes(void);

/* From quiet pose to quiet pose, each cycle an act whose low_s and rise_s are
 * arrival at and departure from the end of the way out. */
void pl_drill_lay(struct pl_lifter *);

/* How the lower thorax moves: the same script, but for its share of the drill;
 * in a session, where the trunk is rigid, the same.  PL_ENOMEM. */
enum pl_err pl_drill_lower(const struct pl_script *, struct pl_script *lower)
    PL_MUST;

#endif
