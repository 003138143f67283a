#include "check.h"

#include <stddef.h>

#include "../base/num.h"
#include "../base/trig.h"
#include "../base/unit.h"
#include "align.h"
#include "calibrate.h"
#include "orient.h"
#include "rest.h"

const char *
pl_verdict_word(enum pl_verdict v)
{
	static const char *const words[PL_VERDICTS] = { "ok", "warn", "unfit" };

	return words[v];
}

#define NONE PL_MISSING
#define UG (1e-6 * PL_GRAVITY)		/* m/s^2 */
#define PERCENT 0.01

#define IS(field) offsetof(struct pl_look, field)
#define ONE(value) IS(value), IS(nothing), 0
#define AT(value, at) IS(value), IS(at), 0
#define EACH(value, at, stride) IS(value), IS(at), stride

/* What is said by more than one check. */
#define STAND "record 5 s of standing still"
#define NO_STANCE "up is a guess: " STAND ", or give plumb-align --standing"
#define HIDDEN "axes that were turned hide it: check what plumb-read wrote"
#define TURN "record some bows or squats: nothing turned enough to tell"
#define EMPTY "nothing is known there, and stays empty: keep the receiver near"
#define DEAD "it never changes: it is broken, or was filled in"
#define LOST "plumb-orient finds no attitude: is there gravity, unclipped?"
#define ENDS STAND " before and after"

/*
 * A row: name, unit, one of it in SI, decimals, scope; where number and instant
 * are; side, limits of warn and of unfit, gate; when it counts; what it means;
 * what to record where it cannot be told, and the verdict then.
 *
 * Sources.  [B] facts of biomechanics that plumb-align(1) and plumb-load(1)
 * rest on; [name] the module whose limit it is; [est] our estimate.
 */
static const struct pl_check checks[PL_CHECKS] = {
	/* [est] 100, by a clock that is as slow as PL_SYNC_DRIFT has them;
	 * [moment] no low-pass of 6 Hz below 2.5 times that */
	[PL_CHECK_RATE] = { "rate", "Hz", 1, 3, PL_OF_STREAM,
	    ONE(clock.rate_hz), PL_LEAST, 97, 15, 0, PL_ALWAYS,
	    "record at 100 Hz: from 50 on tempo and lean hold, but no peak "
	    "velocity; below 15 plumb-load cannot smooth",
	    "no two rows with a time apart: plumb-read makes t_s", PL_UNFIT },
	/* [pl_table_rate] */
	[PL_CHECK_GRID] = { "grid_off", "steps", 1, 0, PL_OF_STREAM,
	    AT(clock.off, clock.off_at_s), PL_MOST, NONE, 0, 0, PL_ALWAYS,
	    "not on an even grid of time: plumb-read makes one of it",
	    "no two rows with a time: plumb-read makes t_s", PL_UNFIT },
	/* [clock] */
	[PL_CHECK_TIME_SD] = { "time_sd", "s", 1, 6, PL_OF_STREAM,
	    ONE(clock.time_sd_s), PL_MOST, PL_CLOCK_LATE_S, NONE, 0, PL_ALWAYS,
	    "velocity is less certain: samples are stamped late, in bursts "
	    "(let the sensor stamp them, not the receiver), or the "
	    "accelerometer is slower than the stream (set a higher rate)",
	    "no two rows with a time: plumb-read makes t_s", PL_FIT },
	/* [est] 3 s of standing, an unrack, a squat; a squat */
	[PL_CHECK_LENGTH] = { "length", "s", 1, 3, PL_OF_STREAM,
	    ONE(clock.length_s), PL_LEAST, 10, 2, 0, PL_ALWAYS,
	    "short: record from standing before the unrack to standing after",
	    "no time in it: plumb-read makes t_s", PL_UNFIT },
	/* [align], [orient] */
	[PL_CHECK_ACC_AXES] = { "acc_axes", "axes", 1, 0, PL_OF_SENSOR,
	    ONE(axes[0]), PL_LEAST, NONE, 3, 0, PL_BY_FIRST,
	    "no accelerometer of three axes: name its columns in plumb-read "
	    "-c", "", PL_FIT },
	[PL_CHECK_GYR_AXES] = { "gyr_axes", "axes", 1, 0, PL_OF_SENSOR,
	    ONE(axes[1]), PL_LEAST, NONE, 3, 0, PL_BY_TRUNK,
	    "no gyroscope of three axes: no axes of the trunk, lean, velocity "
	    "or load; plumb-orient then plumb-segment, without plumb-align, "
	    "still count and time repetitions", "", PL_FIT },
	/* [read] warns of any */
	[PL_CHECK_HOLES] = { "holes", "holes", 1, 0, PL_OF_SENSOR,
	    AT(holes.count, holes.at_s), PL_MOST, 0, NONE, 0, PL_ALWAYS,
	    EMPTY, "", PL_FIT },
	/* [rep], [doubt] */
	[PL_CHECK_HOLE_LONGEST] = { "hole_longest", "s", 1, 3, PL_OF_SENSOR,
	    AT(holes.longest_s, holes.at_s), PL_MOST, PL_GAPS_BRIDGE_S, NONE,
	    0, PL_ALWAYS, "a repetition with such a hole has no load", "",
	    PL_FIT },
	/* [doubt] of a repetition; [est] */
	[PL_CHECK_HOLE_SHARE] = { "hole_share", "%", PERCENT, 3, PL_OF_SENSOR,
	    ONE(holes.share), PL_MOST, 100 * PL_GAPS_SHARE, 50, 0, PL_ALWAYS,
	    "a repetition that misses so much has no load", "", PL_FIT },
	/* [gaps] */
	[PL_CHECK_FROZEN_LONGEST] = { "frozen_longest", "s", 1, 3,
	    PL_OF_SENSOR, AT(frozen.longest_s, frozen.at_s), PL_MOST, 0, NONE,
	    0, PL_ALWAYS, "the same numbers for longer than a sensor can give: "
	    "it hung, or packets were filled in", "its steps are so coarse "
	    "that lying still looks the same", PL_FIT },
	[PL_CHECK_FROZEN_SHARE] = { "frozen_share", "%", PERCENT, 3,
	    PL_OF_SENSOR, ONE(frozen.share), PL_MOST, 1, 100 * PL_GAPS_SHARE,
	    0, PL_ALWAYS, "much of it are no samples: it hung, or packets were "
	    "filled in", "its steps are so coarse that lying still looks the "
	    "same", PL_FIT },
	/* [orient], [load] take any row as missing; [est] a peak of 0.1 s in
	 * 5 s of squats */
	[PL_CHECK_ACC_CLIPPED] = { "clipped", "%", PERCENT, 3, PL_OF_ACC,
	    EACH(clip[0].share, clip[0].at_s, sizeof(struct pl_clipped)),
	    PL_MOST, 0, 2, 0, PL_ALWAYS,
	    "taken as missing there; a wider range would measure it", HIDDEN,
	    PL_FIT },
	[PL_CHECK_GYR_CLIPPED] = { "clipped", "%", PERCENT, 3, PL_OF_GYR,
	    EACH(clip[3].share, clip[3].at_s, sizeof(struct pl_clipped)),
	    PL_MOST, 0, 2, 0, PL_ALWAYS,
	    "taken as missing there; a wider range would measure it", HIDDEN,
	    PL_FIT },
	/* [B] re-racking */
	[PL_CHECK_ACC_RANGE] = { "acc_range", "g", PL_GRAVITY, 2,
	    PL_OF_WHOLE_ACC, ONE(range[0]), PL_LEAST, 8, NONE, 0, PL_ALWAYS,
	    "re-racking goes beyond it: set 8 g or more",
	    "no axis reached the end of it", PL_FIT },
	[PL_CHECK_GYR_RANGE] = { "gyr_range", "deg/s", PL_DEG, 1, PL_OF_BOTH,
	    ONE(range[1]), PL_LEAST, 500, NONE, 0, PL_ALWAYS,
	    "set 500 deg/s or more", "no axis reached the end of it", PL_FIT },
	/* what measures has noise, or moves */
	[PL_CHECK_ACC_LEVELS] = { "levels", "values", 1, 0, PL_OF_ACC,
	    EACH(levels[0], nothing, sizeof(double)), PL_LEAST, NONE, 2, 0,
	    PL_ALWAYS, DEAD, "", PL_FIT },
	[PL_CHECK_GYR_LEVELS] = { "levels", "values", 1, 0, PL_OF_GYR,
	    EACH(levels[3], nothing, sizeof(double)), PL_LEAST, NONE, 2, 0,
	    PL_ALWAYS, DEAD, "", PL_FIT },
	/* [est] 0.6 deg of lean; [rest] twice what rest allows */
	[PL_CHECK_ACC_STEP] = { "step", "m/s2", 1, 6, PL_OF_ACC,
	    EACH(step[0], nothing, sizeof(double)), PL_MOST, 0.1, 0.5, 0,
	    PL_ALWAYS, "coarse: set a smaller range, or export more digits",
	    "finer than is seen, or lost to another clock, scale or axes",
	    PL_FIT },
	/* [rest] a third of what rest allows; twice that */
	[PL_CHECK_GYR_STEP] = { "step", "deg/s", PL_DEG, 6, PL_OF_GYR,
	    EACH(step[3], nothing, sizeof(double)), PL_MOST, 0.5, 3, 0,
	    PL_ALWAYS, "coarse: set a smaller range, or export more digits",
	    "finer than is seen, or lost to another clock, scale or axes",
	    PL_FIT },
	[PL_CHECK_ACC_REST] = { "acc_rest", "m/s2", 1, 4, PL_OF_WHOLE_ACC,
	    ONE(quality.rest_m_s2), PL_NO_LIMIT, NONE, NONE, 0, PL_ALWAYS, "",
	    "shorter than 0.5 s: " STAND, PL_WARN },
	/* [quality] */
	[PL_CHECK_ACC_OFF] = { "acc_off", "m/s2", 1, 4, PL_OF_WHOLE_ACC,
	    ONE(off), PL_SIZE, PL_QUALITY_POOR, PL_QUALITY_UNFIT,
	    PL_QUALITY_ACC, PL_ALWAYS, "lean may be off by 6 deg for each m/s2 "
	    "of this: calibrate it with plumb-align --poses",
	    "shorter than 0.5 s: " STAND, PL_WARN },
	[PL_CHECK_GYR_FAST] = { "gyr_fast", "deg/s", PL_DEG, 2, PL_OF_BOTH,
	    ONE(quality.gyr_fast), PL_MOST, NONE, PL_QUALITY_FAST / PL_DEG,
	    PL_QUALITY_SPEED, PL_ALWAYS, "no body turns so fast",
	    "the accelerometer must be right first", PL_FIT },
	[PL_CHECK_GYR_TURN] = { "gyr_turn", "times", 1, 3, PL_OF_BOTH,
	    ONE(ratio), PL_RATIO, NONE, PL_QUALITY_ODD, PL_QUALITY_UNIT,
	    PL_ALWAYS, "gravity turns by another angle than it: is it in "
	    "rad/s and named gyr_x_deg_s in plumb-read -c, or the reverse?",
	    TURN, PL_FIT },
	[PL_CHECK_GYR_ALIKE] = { "gyr_alike", "", 1, 3, PL_OF_BOTH,
	    ONE(alike), PL_LEAST, NONE, PL_QUALITY_MIRRORED, PL_QUALITY_AXES,
	    PL_ALWAYS, "gravity and gyroscope turn different ways: look for "
	    "an axis mirrored or exchanged", TURN, PL_FIT },
	/* [orient] */
	[PL_CHECK_GYR_MISFIT] = { "gyr_misfit", "", 1, 3, PL_OF_BOTH,
	    ONE(misfit), PL_MOST, PL_ORIENT_MISFIT, NONE, 0, PL_ALWAYS,
	    "is it in rad/s, its axes those of acc, not clipped? up may be "
	    "wrong by more than incl_sd_deg", LOST, PL_WARN },
	[PL_CHECK_GYR_OFF] = { "gyr_off", "deg/s", PL_DEG, 3, PL_OF_BOTH,
	    ONE(bias), PL_MOST, PL_ORIENT_BIAS / PL_DEG, NONE, 0, PL_ALWAYS,
	    "one of 10 or more passes for a turn, and up may be wrong by more "
	    "than incl_sd_deg: take off what it reads when it lies still",
	    LOST, PL_WARN },
	/* [calibrate] */
	[PL_CHECK_STILL] = { "still", "s", 1, 3, PL_OF_WHOLE_ACC,
	    AT(still.rest_s, still.longest_at_s), PL_LEAST, 1, NONE, 0,
	    PL_ALWAYS, "plumb-align leaves the bias of the gyroscope in: "
	    STAND, "", PL_FIT },
	/* [est] */
	[PL_CHECK_STANDING] = { "standing", "s", 1, 3, PL_OF_WHOLE_ACC,
	    AT(still.start_s, still.start_at_s), PL_LEAST, 3, NONE, 0,
	    PL_UNLESS_STOOD, "begin with 5 s of standing still, or give "
	    "plumb-align --standing", "", PL_FIT },
	/* [align] */
	[PL_CHECK_STANCE] = { "stance", "s", 1, 3, PL_OF_WHOLE_ACC,
	    ONE(quiet_s), PL_LEAST, PL_UPRIGHT_QUIET_S, NONE, 0, PL_UNLESS_UP,
	    NO_STANCE, "nowhere 0.5 s without a hole: " STAND, PL_UNFIT },
	[PL_CHECK_FLEXION_SHARE] = { "flexion_share", "%", PERCENT, 1,
	    PL_OF_BOTH, ONE(flexion), PL_LEAST, 100 * PL_ALIGN_AXIS_CLEAR,
	    NONE, 0, PL_IF_THERE, "that of flexion is a guess: cut it to the "
	    "squats, or give plumb-align --forward", "", PL_FIT },
	[PL_CHECK_FORWARD_SHARE] = { "forward_share", "%", PERCENT, 1,
	    PL_OF_BOTH, ONE(forward), PL_LEAST, 100 * PL_ALIGN_SIGN_CLEAR,
	    NONE, 0, PL_IF_THERE, "forward is a guess: cut it to the squats, "
	    "or give plumb-align --forward", "", PL_FIT },
	/* [est] twice what is sold; see squat/simulate/grade.h */
	[PL_CHECK_ACC_NOISE] = { "noise", "ug/sqrt(Hz)", UG, 2, PL_OF_ACC,
	    EACH(noise[0], nothing, sizeof(double)), PL_MOST, 800, NONE, 0,
	    PL_ALWAYS, "twice what is sold: it shakes, or its scale is wrong: "
	    "strap it down", STAND, PL_FIT },
	[PL_CHECK_GYR_NOISE] = { "noise", "deg/s/sqrt(Hz)", PL_DEG, 5,
	    PL_OF_GYR, EACH(noise[3], nothing, sizeof(double)), PL_MOST, 0.06,
	    NONE, 0, PL_ALWAYS, "twice what is sold: it shakes, or its scale "
	    "is wrong: strap it down", STAND, PL_FIT },
	/* [orient]; [rest] from there nothing is at rest */
	[PL_CHECK_GYR_BIAS] = { "bias", "deg/s", PL_DEG, 3, PL_OF_GYR,
	    EACH(still.bias[0], nothing, sizeof(double)), PL_SIZE,
	    PL_ORIENT_BIAS / PL_DEG, PL_REST_BIAS / PL_DEG, 0, PL_ALWAYS,
	    "large: without rest it passes for a turn: take off what it reads "
	    "when it lies still", STAND, PL_FIT },
	/* [est] as much as a bias is trusted to keep within, orient.c */
	[PL_CHECK_GYR_DRIFT] = { "gyr_drift", "deg/s", PL_DEG, 3, PL_OF_BOTH,
	    ONE(still.drift), PL_MOST, 0.5, NONE, 0, PL_ALWAYS,
	    "its zero moved while it recorded: let it warm up before",
	    ENDS, PL_FIT },
	/* [doubt] */
	[PL_CHECK_SLIP] = { "slip", "deg", PL_DEG, 2, PL_OF_WHOLE_ACC,
	    ONE(still.slip), PL_MOST, PL_ATREST_SLIP_DEG, NONE, 0, PL_ON_TRUNK,
	    "the strap slipped, or the wearer stood otherwise, or it was not "
	    "worn at one end: cut it there with -f or -t", ENDS, PL_FIT },
	/* [est] what converters are sold for; 0.05 deg/s of zero for each */
	[PL_CHECK_TEMPERATURE] = { "temperature", "degC", 1, 2, PL_OF_SENSOR,
	    ONE(warmth.median_c), PL_SIZE, 85, NONE, 0, PL_IF_THERE,
	    "no sensor works there: another unit?", "", PL_FIT },
	[PL_CHECK_TEMPERATURE_CHANGE] = { "temperature_change", "K", 1, 2,
	    PL_OF_SENSOR, ONE(warmth.change_c), PL_SIZE, 10, NONE, 0,
	    PL_IF_THERE, "zeros move with it: let it warm up before", "",
	    PL_FIT },
	/* [doubt], and what plumb-align says where nobody stands still */
	[PL_CHECK_ALIGN_SD] = { "align_sd", "deg", 1, 2, PL_OF_SENSOR,
	    ONE(align_sd_deg), PL_MOST, PL_ALIGN_SD_HI_DEG, NONE, 0,
	    PL_IF_THERE, "up is a guess: nobody is seen to stand, or not as in "
	    "--standing: " STAND ", the sensor worn as for the squats", "",
	    PL_FIT },
	/* [est] as much as axes found without a standing recording */
	[PL_CHECK_INCL_SD] = { "incl_sd", "deg", 1, 3, PL_OF_SENSOR,
	    ONE(incl_sd_deg), PL_MOST, 5, NONE, 0, PL_IF_THERE,
	    "the vertical is less certain than the axes of the trunk: see "
	    "what else is warned of", "", PL_FIT },
};

const struct pl_check *
pl_check_row(enum pl_check_id id)
{
	return &checks[id];
}
