/*
 * body.h - what a lifter and a bar weigh, and where it sits in the trunk
 *
 * Frame.   The sagittal plane of the trunk, origin at the L5/S1 joint centre:
 * u along L5/S1 - C7/T1 (up the trunk), v perpendicular, forward.  Metres.
 *
 * Scale.   Lengths of the tables hold for a stature of PL_BODY_REF_M and are
 * multiplied by stature / PL_BODY_REF_M; what the functions return is in the
 * lifter's own metres.  Masses are fractions of body mass.
 *
 * Slices.  The trunk is cut at its levels, and a slice keeps its centre
 * whatever it weighs.  PL_DE_LEVA weighs slices as the trunk model does (a
 * woman's are lighter), head and arms as de Leva (1996).  PL_DEMPSTER weighs
 * head and arms as Dempster, and scales the slices so that those above T12/L1
 * are his thorax and those from there to L4/L5 his abdomen; he had no women.
 * Neither is truer: the difference says what a choice of table is worth.
 *
 * Rounding of the upper back moves thoracic joints backwards behind the line
 * from L5/S1 to C7/T1 and leaves all masses where they are: by
 * PL_BODY_ROUND_M a degree at the apex, as a parabola that ends at T12/L1 and
 * C7/T1.
 *
 * Sources. Levels: the torso of cyclistFullBodyMuscle.osim (Wilkinson 2021,
 * MIT), which is the thoracolumbar model of Bruno et al. (2015); the stature
 * of that model is not in the file, its vertex gives 1.72-1.75 m.  Segment
 * masses: de Leva (1996) and Dempster (in Winter), as in the project BMC
 * (BSPmale_ZdeLeva.txt, BSPfemale_ZdeLeva.txt, BSP_DempsterWinter.txt).
 * Rounding: our estimate.  Each row of a table names its own.
 */
#ifndef PL_SQUAT_BODY_H
#define PL_SQUAT_BODY_H

#include <stdbool.h>

#define PL_BODY_REF_M 1.75	/* stature for which the tables hold */
#define PL_BODY_ROUND_M 1e-3	/* a joint at the apex moves, a degree */

/* What can be meant; the tools refuse the rest. */
#define PL_BODY_KG_LO 20.0
#define PL_BODY_KG_HI 350.0
#define PL_BODY_STATURE_LO_M 1.2
#define PL_BODY_STATURE_HI_M 2.3
#define PL_BODY_BAR_KG_HI 600.0
#define PL_BODY_OFFSET_HI_M 0.5

enum pl_sex { PL_MALE, PL_FEMALE, PL_SEXES };

enum pl_tables { PL_DE_LEVA, PL_DEMPSTER, PL_TABLES };

enum pl_rack { PL_RACK_FRONT, PL_RACK_HIGH_BAR, PL_RACK_LOW_BAR,
	PL_RACK_NONE, PL_RACKS };	/* none: no bar, arms hanging */

struct pl_point { double u, v; };	/* m */

struct pl_body {
	double body_kg;
	double stature_m;
	enum pl_sex sex;
	enum pl_tables tables;
	enum pl_rack rack;
	/* horizontally from the tip of C7 to the centre of the bar, standing
	 * racked and upright, forward positive; NaN: as usual for the rack */
	double bar_offset_m;
	double bar_rise_m;		/* up the trunk from its usual place */
	double round_deg;		/* of the upper back, beyond neutral */
	struct pl_point sensor;		/* at PL_BODY_REF_M, as the places */
};

/* A man of 80 kg and 1.75 m, front rack, sensor at T4. */
extern const struct pl_body pl_body_default;

struct pl_level {
	const char *name;		/* "t7t8" */
	double u, v;			/* the joint, m */
	double f;			/* trunk mass above, of body mass */
	double cu, cv;			/* its centre from the joint, m */
	double tilt_deg;		/* of the disc's normal, + forward */
	const char *source;
};

struct pl_place {
	const char *name;		/* "xiphoid" */
	struct pl_point at;
	const char *source;
};

/* How the bar lies and the arms are held. */
struct pl_hold {
	const char *name;		/* "front", "high-bar" ... */
	struct pl_point arms, bar;
	const char *arms_source, *bar_source;
};

/* Segments of one table of masses: none weighs what a fraction of 0 weighs. */
struct pl_segment {
	const char *name;		/* "forearm" */
	int count;			/* in a body */
	double f[PL_SEXES];		/* of body mass, each */
	const char *source;
};

/* Row i of a table, lowest level first, or NULL after the last. */
const struct pl_level *pl_body_level(int i);
const struct pl_place *pl_body_place(int i);
const struct pl_hold *pl_body_hold(enum pl_rack);
const struct pl_segment *pl_body_segment(enum pl_tables, int i);

/* The row of a name, in any case, or NULL. */
const struct pl_level *pl_body_find_level(const char *name);
const struct pl_place *pl_body_find_place(const char *name);

/* A rack by its name, and tables by "de-leva", "dempster"; false if it is no
 * such name. */
bool pl_body_find_rack(const char *name, enum pl_rack *);
bool pl_body_find_tables(const char *name, enum pl_tables *);

/* Mass of the trunk between level i and the next above, of body mass; source
 * may be NULL. */
double pl_body_slice(enum pl_tables, enum pl_sex, int i, const char **source);

/* In the lifter's own metres. */
struct pl_point pl_body_joint(const struct pl_body *, const struct pl_level *);
struct pl_point pl_body_sensor(const struct pl_body *);
struct pl_point pl_body_bar(const struct pl_body *);

/* bar_offset_m, or what a tape would read for the usual place, m. */
double pl_body_offset(const struct pl_body *);

enum pl_part_id { PL_PART_TRUNK, PL_PART_HEAD, PL_PART_ARMS, PL_PART_BAR,
	PL_PARTS };

struct pl_part {
	const char *name;		/* "trunk" */
	double kg;
	struct pl_point at;		/* own metres, from L5/S1 */
	double inertia;			/* about its centre, kg m^2 */
	const char *mass_source, *at_source;
};

/* Everything that a level carries.  Without a rack the bar weighs nothing. */
void pl_body_parts(const struct pl_body *, const struct pl_level *,
    double bar_kg, struct pl_part part[PL_PARTS]);

#endif
