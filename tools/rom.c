/* plumb-rom - ranges of motion of mobility drills; see plumb-rom(1) */
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/squat/rom/rom_sum.h"
#include "cli.h"
#include "crop.h"
#include "rom_input.h"
#include "stream.h"

enum { AXIS, SIDE, SUMMARY, MDC, GRADE, REQUIRE };

static const struct opt opts[] = {
	[AXIS] = { 0, "axis", "flexion|rotation|side", OPT_WORD, 0, 0, 0,
	    "what is drilled: cat and cow, open book, bends to the side" },
	[SIDE] = { 0, "side", "left|right", OPT_WORD, 0, 0, 0,
	    "of the first recording, if there is no second" },
	[SUMMARY] = { 0, "summary", NULL, OPT_FLAG, 0, 0, 0,
	    "one row for each side in place of one for each cycle" },
	[MDC] = { 0, "mdc", "DEG", OPT_NUMBER, 0, 0, 90,
	    "what a difference must exceed (default 6 for rotation)" },
	[GRADE] = { 0, "grade", "lab|consumer|poor", OPT_WORD, 0, 0, 0,
	    "how good the sensor is (default consumer)" },
	[REQUIRE] = { 0, "require", "N", OPT_NUMBER, 0, 0, 1e6,
	    "exit 1 with fewer than N work and partial cycles on a side" },
	{ 0 }
};

enum { SIDES = 2 };

#define MDC_ROTATION_DEG 6.0	/* Johnson et al. 2012: 2.1 to 6.3 */
#define LYING_DEG 45.0		/* from level: a trunk that lies */
#define OTHER_DEG 45.0		/* an axis nearer to another than named */

static enum pl_rom_axis
set_axis(const struct value *v)
{
	enum pl_rom_axis axis;

	if (!v[AXIS].s)
		cli_die("--axis: must be said: flexion, rotation or side");
	axis = pl_rom_find(v[AXIS].s);
	if (axis == PL_ROM_AXES)
		cli_die("--axis %s: must be flexion, rotation or side",
		    v[AXIS].s);
	return axis;
}

/* Words of the sides; NULL where it is not known. */
static void
set_sides(const struct value *v, enum pl_rom_axis axis, bool two,
    struct pl_rom_side s[SIDES])
{
	const char *side = v[SIDE].s;

	if (axis == PL_ROM_FLEXION && (two || side))
		cli_die("%s: flexion has no sides", two ? "two recordings" :
		    "--side");
	if (two && side)
		cli_die("--side %s: with two recordings the first is left, "
		    "the second right", side);
	if (side && strcmp(side, "left") != 0 && strcmp(side, "right") != 0)
		cli_die("--side %s: must be left or right", side);
	s[0].side = two ? "left" : side;
	s[1].side = "right";
}

static double
set_mdc(const struct value *v, enum pl_rom_axis axis)
{
	if (v[MDC].given)
		return v[MDC].x * PL_DEG;
	return axis == PL_ROM_ROTATION ? MDC_ROTATION_DEG * PL_DEG :
	    PL_MISSING;
}

static const struct pl_grade *
set_grade(const struct value *v)
{
	const char *word = v[GRADE].s ? v[GRADE].s : "consumer";
	const struct pl_grade *g = pl_grade_find(word);

	if (!g || !(g->gyr_gain > 0))
		cli_die("--grade %s: must be lab, consumer or poor", word);
	return g;
}

/* Squats go up and down: they are cycles, too, but of no drill. */
static void
warn_squats(const struct pl_rom *r)
{
	if (r->squats > 1 || (r->squats && r->cycles.n < 3))
		cli_warn("%zu movement%s of it go%s down and up, by %.2f m or "
		    "less, as squats do: is this a drill?", r->squats,
		    r->squats == 1 ? "" : "s", r->squats == 1 ? "es" : "",
		    r->depth_m);
}

/* What the axis tells of the pose. */
static void
warn_axis(const struct pl_rom *r, enum pl_rom_axis axis)
{
	double tilt = r->tilt / PL_DEG, off = r->off / PL_DEG;

	if (pl_rom_steep(r))
		cli_warn("the axis stands %.0f deg from level: gravity does "
		    "not see a turn about it, and only the gyroscope carries "
		    "the angle: it may run away by %.1f deg a cycle%s", tilt,
		    r->drift / PL_DEG, axis == PL_ROM_ROTATION ? "; lie on "
		    "the side" : "");
	else if (axis == PL_ROM_ROTATION && tilt > LYING_DEG)
		cli_warn("the axis stands %.0f deg from level: is this lying "
		    "on the side?", tilt);
	if (axis == PL_ROM_FLEXION && r->trunk_tilt / PL_DEG > LYING_DEG)
		cli_warn("the trunk stands %.0f deg from level: is this on "
		    "hands and knees?", r->trunk_tilt / PL_DEG);
	if (off > OTHER_DEG)
		cli_warn("turns about an axis %.0f deg from that of %s: "
		    "is --axis right?", off, pl_rom_word(axis));
}

static void
say(const struct pl_rom_in *in, const struct pl_rom_side *s)
{
	const struct pl_rom *r = &s->rom;
	const struct pl_span *zero = &r->cycles.zero;

	if (!r->cycles.n) {
		cli_warn("no cycle in it");
		return;
	}
	warn_squats(r);
	warn_axis(r, in->axis);
	if (zero->to <= zero->from)
		cli_warn("no still pose before the first cycle or after the "
		    "last: nothing to count the ends from");
	else
		cli_note("counted from the still pose %s the cycles, %.1f to "
		    "%.1f s", r->cycles.late ? "after" : "before", s->from_s +
		    (double)zero->from / s->rate_hz, s->from_s +
		    (double)(zero->to - 1) / s->rate_hz);
	cli_note("%zu cycles, %zu of them work or partial; the axis is %.0f "
	    "deg from level, the angle drifts by up to %.2f deg a cycle",
	    r->cycles.n, pl_rom_count(r), r->tilt / PL_DEG,
	    r->drift / PL_DEG);
	if (in->second)
		cli_note("t12_: %.0f %% of its turning is about %s", 100 *
		    r->lower_share, r->lower_own ? "its axis" :
		    "the first sensor's axis, which was taken");
}

static const char *
recording(const struct pl_table *t)
{
	int col = pl_table_find(t, "recording");

	return col >= 0 && t->rows ? pl_table_label(t, col, 0) : NULL;
}

static void
measure(const struct pl_table *t, enum pl_rom_axis axis,
    const struct pl_grade *grade, struct pl_rom_side *s)
{
	struct pl_rom_in in;
	enum pl_err err;

	rom_input(&in, t, axis, grade);
	s->from_s = pl_table_get(t, "t_s")[0];
	s->rate_hz = in.rate_hz;
	s->second = in.second;
	s->recording = recording(t);
	err = pl_rom_measure(&in, &s->rom);
	if (err == PL_ESTATE)
		cli_die_at("no row has an attitude: nothing to measure");
	if (err)
		cli_die_at("%s", pl_err_phrase(err));
	say(&in, s);
}

/* Are two recordings one and the same? */
static bool
alike(const struct pl_table *a, const struct pl_table *b)
{
	size_t c, i;

	if (a->rows != b->rows || a->cols != b->cols || !a->rows)
		return false;
	for (c = 0; c < a->cols; c++) {
		const double *x = a->col[c].x, *y = pl_table_get(b,
		    a->col[c].name);

		for (i = 0; y && i < a->rows; i++)
			if (!(x[i] == y[i] || (pl_missing(x[i]) &&
			    pl_missing(y[i]))))
				return false;
		if (!y)
			return false;
	}
	return true;
}

/* A side without a name while the other has one is of no recording. */
static void
name_both(struct pl_rom_side s[SIDES])
{
	if (!s[0].recording)
		s[0].recording = s[1].recording ? "" : NULL;
	else if (!s[1].recording)
		s[1].recording = "";
}

/* Does a side have fewer cycles than are required? */
static bool
lacks(const struct value *require, const struct pl_rom_side *s, int sides)
{
	bool lacking = false;
	int k;

	for (k = 0; k < sides && require->given; k++) {
		size_t n = pl_rom_count(&s[k].rom);

		if ((double)n >= require->x)
			continue;
		cli_warn("%s%s%zu cycles, --require %s", s[k].side ?
		    s[k].side : "", s[k].side ? ": " : "", n, require->s);
		lacking = true;
	}
	return lacking;
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const bool two = args[0] && args[1];
	struct pl_rom_side s[SIDES] = { { .side = NULL } };
	enum pl_rom_axis axis = set_axis(v);
	const struct pl_grade *grade = set_grade(v);
	struct pl_table other, made;
	const char *place;
	enum pl_err err;
	int k, status;

	set_sides(v, axis, two, s);
	pl_table_init(&other);
	pl_table_init(&made);
	measure(t, axis, grade, &s[0]);
	if (two) {
		place = cli_place(args[1]);
		stream_read(&other, args[1]);
		crop(&other);
		if (alike(t, &other))
			cli_die_at("the same recording for both sides: name "
			    "that of the left, then that of the right");
		measure(&other, axis, grade, &s[1]);
		cli_place(place);
		name_both(s);
	}
	err = v[SUMMARY].given ? pl_rom_sum(s, 1 + two, axis, set_mdc(v, axis),
	    &made) : pl_rom_rows(s, 1 + two, axis, &made);
	if (err)
		cli_die("%s", pl_err_phrase(err));
	status = lacks(&v[REQUIRE], s, 1 + two) ? CLI_NO : CLI_OK;
	for (k = 0; k < 1 + two; k++)
		pl_rom_free(&s[k].rom);
	pl_table_free(&other);
	pl_table_free(t);
	*t = made;
	return status;
}

const struct filter filter_rom = {
	"rom", "[FILE [RIGHT]]",
	"ranges of motion of mobility drills, one row per cycle", opts, PAIR,
	run
};
