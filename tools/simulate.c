/* plumb-simulate - a session that never was; see plumb-simulate(1) */
#include <stdio.h>
#include <string.h>

#include "../lib/base/trig.h"
#include "../lib/squat/history/season.h"
#include "../lib/squat/simulate/record.h"
#include "../lib/squat/simulate/scenario.h"
#include "../lib/squat/simulate/simulate.h"
#include "../lib/squat/simulate/vary.h"
#include "cli.h"
#include "drill.h"
#include "mass.h"
#include "place.h"
#include "season.h"
#include "stream.h"
#include "words.h"

enum { REPS, RATE, SEED, TEMPO, LEAN, DEPTH, SHAPE, BAR, BODY, STATURE, SEX,
	RACK, PLACE, GRADE, SCENARIO, DRILL, SIDE, RANGE, WARM, SECOND, VARY,
	LIFTER, SENSOR, ID, TRUTH, TRACE, SESSIONS, SESSION, BEGIN, LOG };

#define SEED_HI 9007199254740992.0	/* 2^53: whole numbers end here */

static const struct opt opts[] = {
	[REPS] = { 'n', "reps", "REPS", OPT_NUMBER, 5, 0, PL_SESSION_REPS_HI,
	    "repetitions" },
	[RATE] = { 'r', "rate", "HZ", OPT_NUMBER, 100, PL_SESSION_RATE_LO_HZ,
	    PL_SESSION_RATE_HI_HZ, "samples a second, as the sensor states" },
	[SEED] = { 's', "seed", "SEED", OPT_NUMBER, 1, 0, SEED_HI,
	    "whole number that everything random is drawn from" },
	[TEMPO] = { 0, "tempo", "ECC-LOW-CON-TOP", OPT_WORD, 0, 0, 0,
	    "seconds of each phase, CON may be X: fast (default 3-1-2-1, of a "
	    "drill 2-1-2-1)" },
	[LEAN] = { 0, "lean", "DEG", OPT_NUMBER, 30, PL_SESSION_LEAN_LO_DEG,
	    PL_SESSION_LEAN_HI_DEG, "greatest lean of the first rep" },
	[DEPTH] = { 0, "depth", "M", OPT_NUMBER, .5, PL_SESSION_DEPTH_LO_M,
	    PL_SESSION_DEPTH_HI_M, "how far the hip sinks" },
	[SHAPE] = { 0, "shape", "cosine|minjerk", OPT_WORD, 0, 0, 0,
	    "how phases move (default cosine)" },
	[BAR] = { 'b', "bar", "BAR_KG", OPT_WORD, 0, 0, 0,
	    "mass of the bar: 100, 225lb (default 100)" },
	[BODY] = { 'M', "body", "BODY_KG", OPT_WORD, 0, 0, 0,
	    "mass of the lifter: 80, 176lb (default 80)" },
	[STATURE] = { 'H', "stature", "STATURE_M", OPT_NUMBER, PL_BODY_REF_M,
	    PL_BODY_STATURE_LO_M, PL_BODY_STATURE_HI_M, "of the lifter" },
	[SEX] = { 'x', "sex", "m|f", OPT_WORD, 0, 0, 0,
	    "of the lifter (default m)" },
	[RACK] = { 'B', "rack", "front|high-bar|low-bar|none", OPT_WORD,
	    0, 0, 0, "where the bar lies (default front)" },
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "where the sensor sits (default t4)" },
	[GRADE] = { 0, "grade", "none|lab|consumer|poor", OPT_WORD, 0, 0, 0,
	    "how good the sensor is (default none: perfect)" },
	[SCENARIO] = { 0, "scenario", "LIST", OPT_WORD, 0, 0, 0,
	    "what goes otherwise: partial,pause or random" },
	[DRILL] = { 0, "drill", "open-book|cat-cow|seated-turn|side-bend",
	    OPT_WORD, 0, 0, 0, "a drill for mobility in place of squats" },
	[SIDE] = { 0, "side", "left|right", OPT_WORD, 0, 0, 0,
	    "to which a drill goes, but for cat and cow (default left)" },
	[RANGE] = { 0, "range", "DEG", OPT_NUMBER, 0, PL_DRILL_RANGE_LO_DEG,
	    PL_DRILL_RANGE_HI_DEG, "of the first cycle (default 50, cat-cow "
	    "40, side-bend 30)" },
	[WARM] = { 0, "warm-up", "PCT", OPT_NUMBER, 0, PL_DRILL_WARM_LO_PCT,
	    PL_DRILL_WARM_HI_PCT, "by which the range grows each cycle, until "
	    "the fifth" },
	[SECOND] = { 0, "t12", NULL, OPT_FLAG, 0, 0, 0,
	    "a second sensor, at T12: columns t12_..." },
	[VARY] = { 0, "vary-body", NULL, OPT_FLAG, 0, 0, 0,
	    "lifter, bar and sensor differ from what is said" },
	[LIFTER] = { 0, "lifter", "SEED", OPT_NUMBER, 0, 0, SEED_HI,
	    "whose habits the lifter has (default those of -s)" },
	[SENSOR] = { 0, "sensor", "SEED", OPT_NUMBER, 0, 0, SEED_HI,
	    "whose stance and sensor these are (default those of -s)" },
	[ID] = { 'i', "id", "ID", OPT_WORD, 0, 0, 0,
	    "constant column recording" },
	[TRUTH] = { 'T', "truth", "FILE", OPT_WORD, 0, 0, 0,
	    "write the truth of every candidate there" },
	[TRACE] = { 0, "trace", "FILE", OPT_WORD, 0, 0, 0,
	    "write the truth of every sample there" },
	[SESSIONS] = { 0, "sessions", "N", OPT_NUMBER, 0, 1, PL_SEASON_HI,
	    "a season of so many, instead: the truth of all" },
	[SESSION] = { 0, "session", "K", OPT_NUMBER, 0, 1, PL_SEASON_HI,
	    "the recording of one of them" },
	[BEGIN] = { 0, "begin", "DAY", OPT_WORD, 0, 0, 0,
	    "of the season (default 2026-01-05)" },
	[LOG] = { 0, "log", "FILE", OPT_WORD, 0, 0, 0,
	    "write what was sore in the season there" },
	{ 0 }
};

enum { VARIED = 31 };		/* a use of the seed; see lib/squat/simulate/act.c */

#define FAST_S 0.7		/* what X means for an ascent */

static void
set_tempo(const char *text, double tempo_s[4])
{
	const char *p = text;
	int i;

	for (i = 0; i < 4; i++) {
		size_t n = strcspn(p, "-");
		double lo = i % 2 ? 0 : PL_SESSION_PHASE_LO_S;

		if (i == PL_CON && n == 1 && (*p == 'X' || *p == 'x'))
			tempo_s[i] = FAST_S;
		else if (pl_num_parse(p, p + n, '.', &tempo_s[i]))
			cli_die("--tempo %s: must be four numbers of seconds, "
			    "like 3-1-2-1", text);
		if (!(tempo_s[i] >= lo && tempo_s[i] <= PL_SESSION_PHASE_HI_S))
			cli_die("--tempo %s: %.*s: must lie from %g to %g (s)",
			    text, (int)n, p, lo, PL_SESSION_PHASE_HI_S);
		p += n;
		if (*p != (i < 3 ? '-' : '\0'))
			cli_die("--tempo %s: must be four numbers of seconds, "
			    "like 3-1-2-1", text);
		p++;
	}
}

static void
set_body(const struct value *v, struct pl_body *b)
{
	if (v[BODY].s)
		b->body_kg = mass_one("--body", v[BODY].s, PL_BODY_KG_LO,
		    PL_BODY_KG_HI);
	if (v[STATURE].given)
		b->stature_m = v[STATURE].x;
	if (v[SEX].s && strcmp(v[SEX].s, "f") == 0)
		b->sex = PL_FEMALE;
	else if (v[SEX].s && strcmp(v[SEX].s, "m") == 0)
		b->sex = PL_MALE;
	else if (v[SEX].s)
		cli_die("-x %s: must be m or f", v[SEX].s);
	if (v[RACK].s && !pl_body_find_rack(v[RACK].s, &b->rack))
		cli_die("-B %s: must be front, high-bar, low-bar or none",
		    v[RACK].s);
	if (v[PLACE].s && !place_point(v[PLACE].s, &b->sensor))
		cli_die("-p %s: no such place on the trunk: t4 sternum xiphoid "
		    "c7 t12 sacrum, or U,V in metres", v[PLACE].s);
}

/* One of the options' words, or what the session has without it. */
static void
set_kind(const struct value *v, struct pl_session *p)
{
	const char *grade = v[GRADE].s ? v[GRADE].s : "none";

	if (v[SHAPE].s && strcmp(v[SHAPE].s, "minjerk") == 0)
		p->ramp = PL_PIECE_MINJERK;
	else if (v[SHAPE].s && strcmp(v[SHAPE].s, "cosine") == 0)
		p->ramp = PL_PIECE_COSINE;
	else if (v[SHAPE].s)
		cli_die("--shape %s: must be cosine or minjerk", v[SHAPE].s);
	p->grade = pl_grade_find(grade);
	if (!p->grade)
		cli_die("--grade %s: must be none, lab, consumer or poor",
		    grade);
}

static void
set_scenes(const char *list, struct pl_session *p)
{
	const char *bad;
	size_t len;

	p->scenes = pl_scenario_parse(list, &bad, &len);
	if (!p->scenes)
		cli_die("--scenario %s: '%.*s': no such scenario; "
		    "plumb-simulate(1) lists them", list, (int)len, bad);
	if (p->scenes & PL_SCENE_RANDOM)
		pl_scenario_draw(p);
}

/* The session that was drawn, in the words of the options. */
static void
note_session(const struct pl_session *p)
{
	char scenes[256] = "none";
	size_t n = 0;
	int i;

	for (i = 0; pl_scenario_word(i); i++)
		if (p->scenes >> i & 1)
			n += (size_t)snprintf(scenes + n, sizeof scenes - n,
			    "%s%s", n ? "," : "", pl_scenario_word(i));
	cli_note("scenario %s; sets %d; tempo %.1f-%.1f-%.1f-%.1f; lean %.0f; "
	    "depth %.2f; %s; rack %s; sensor at %g,%g; bar %.0f; body %.0f; "
	    "stature %.2f", scenes, p->sets, p->tempo_s[PL_ECC],
	    p->tempo_s[PL_LOW], p->tempo_s[PL_CON], p->tempo_s[PL_TOP],
	    p->lean_deg, p->depth_m, p->ramp == PL_PIECE_MINJERK ? "minjerk" :
	    "cosine", pl_body_hold(p->body.rack)->name, p->body.sensor.u,
	    p->body.sensor.v, p->bar_kg, p->body.body_kg, p->body.stature_m);
}

static uint64_t
seed(const char *option, const struct value *v)
{
	uint64_t seed = (uint64_t)v->x;

	if ((double)seed != v->x)
		cli_die("%s %s: must be a whole number", option, v->s);
	return seed;
}

/* What is drawn gives way to what is said. */
static void
set_session(const struct value *v, struct pl_session *p)
{
	*p = pl_session_default;
	p->rate_hz = v[RATE].x;
	p->seed = seed("-s", &v[SEED]);
	p->lifter = (struct pl_own_seed){ v[LIFTER].given,
	    seed("--lifter", &v[LIFTER]) };
	p->sensor = (struct pl_own_seed){ v[SENSOR].given,
	    seed("--sensor", &v[SENSOR]) };
	if (v[SCENARIO].s)
		set_scenes(v[SCENARIO].s, p);
	if (v[REPS].given) {
		p->reps = (int)v[REPS].x;
		p->reps_hi = 0;
		if (p->reps != v[REPS].x)
			cli_die("-n %s: must be a whole number", v[REPS].s);
	}
	if (v[TEMPO].s)
		set_tempo(v[TEMPO].s, p->tempo_s);
	if (v[LEAN].given)
		p->lean_deg = v[LEAN].x;
	if (v[DEPTH].given)
		p->depth_m = v[DEPTH].x;
	if (v[BAR].s)
		p->bar_kg = mass_one("--bar", v[BAR].s, 0, PL_BODY_BAR_KG_HI);
	set_kind(v, p);
	set_body(v, &p->body);
	p->second = v[SECOND].given;
}

/* The drill that is asked for.  Its tempo is another, if none is said. */
static void
set_drill(const struct value *v, struct pl_session *p)
{
	static const int squats[] = { LEAN, DEPTH, BAR, RACK, VARY };
	const struct drill_words w = { &v[DRILL], &v[SIDE], &v[RANGE],
	    &v[WARM] };
	const char *given[sizeof squats / sizeof *squats + 1] = { NULL };
	size_t i, n = 0;

	for (i = 0; i < sizeof squats / sizeof *squats; i++)
		if (v[squats[i]].given)
			given[n++] = opts[squats[i]].name;
	drill_set(&w, given, p);
	if (v[DRILL].given && v[TEMPO].s)
		set_tempo(v[TEMPO].s, p->tempo_s);
}

/* The session as it may truly be if this is what is said of it; the sensor is
 * aligned by a stance that leans. */
static void
vary(struct pl_session *p)
{
	struct pl_stated stated = { .stature = true, .sex = true,
	    .place = true };
	struct pl_varied as;
	struct pl_random r;
	struct pl_sds sds;

	pl_uncertain_usual(&sds, &stated, PL_MISSING);
	pl_random_seed(&r, p->seed, VARIED);
	pl_vary_draw(&as, &p->body, p->bar_kg, &sds, &r);
	p->body = as.body;
	p->bar_kg = as.bar_kg;
	p->stance_deg = -as.align_rad / PL_DEG;
	cli_note("truly: bar %.2f kg, body %.1f kg, stature %.3f m; bar %.3f m "
	    "before C7, %+.3f m up; rounded by %+.1f deg; sensor at "
	    "%.3f,%.3f; stance leans %.1f deg", p->bar_kg, p->body.body_kg,
	    p->body.stature_m, pl_body_offset(&p->body), p->body.bar_rise_m,
	    p->body.round_deg, p->body.sensor.u, p->body.sensor.v,
	    p->stance_deg);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct pl_table truth, trace;
	struct pl_session p;
	const struct season_words season = { &v[SESSIONS], &v[SESSION],
	    &v[BEGIN], &v[LOG] };
	char start[SEASON_START_ROOM];
	enum pl_err err;

	if (*args)
		cli_die("%s: reads nothing, so takes no operand", *args);
	set_session(v, &p);
	set_drill(v, &p);
	if (season_run(t, &season, &p, start))
		return CLI_OK;
	if (v[SCENARIO].s && !v[DRILL].given)
		note_session(&p);
	if (v[VARY].given)
		vary(&p);
	if (v[TRUTH].s)
		stream_check("--truth", v[TRUTH].s, NULL);
	if (v[TRACE].s)
		stream_check("--trace", v[TRACE].s, NULL);
	pl_table_init(&truth);
	pl_table_init(&trace);
	err = pl_simulate_run(&p, t, v[TRUTH].s ? &truth : NULL,
	    v[TRACE].s ? &trace : NULL);
	if (err == PL_ERANGE)
		cli_die("more than %g samples: fewer reps, a lower rate or a "
		    "quicker tempo", PL_RECORD_ROWS_HI);
	if (err)
		cli_die("%s", pl_err_phrase(err));
	if (v[ID].s) {
		words_add(t, "recording", v[ID].s, 0);
		if (v[TRUTH].s)
			words_add(&truth, "recording", v[ID].s, 0);
		if (v[TRACE].s)
			words_add(&trace, "recording", v[ID].s, 0);
	}
	if (*start)
		words_add(t, "start_utc", start, v[ID].s != NULL);
	if (v[TRUTH].s)
		stream_aside(&truth, v[TRUTH].s);
	if (v[TRACE].s)
		stream_aside(&trace, v[TRACE].s);
	return CLI_OK;
}

const struct filter filter_simulate = {
	"simulate", "", "record a session that never was, with its truth",
	opts, true, run
};
