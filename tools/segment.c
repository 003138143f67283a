/* plumb-segment - sets, repetitions and the rest; see plumb-segment(1) */
#include "../lib/squat/load/force.h"
#include "../lib/squat/segment/rework.h"
#include "../lib/squat/segment/segment.h"
#include "../lib/squat/segment/trust.h"
#include "cli.h"
#include "renew.h"
#include "segment_input.h"
#include "segment_labels.h"
#include "words.h"

enum { PLACE, LABELS };

static const struct opt opts[] = {
	[PLACE] = { 'p', "place", "PLACE", OPT_WORD, 0, 0, 0,
	    "where the sensor is (default: a guess)" },
	[LABELS] = { 0, "labels", "REPS.csv", OPT_WORD, 0, 0, 0,
	    "a rep table that decides; what it leaves open is found" },
	{ 0 }
};

static void
need_library(enum pl_err err)
{
	if (err == PL_ESHORT)
		cli_die_at("too short: at least 3 rows are needed");
	if (err == PL_ESTATE)
		cli_die_at("no row has acceleration and attitude: nothing to "
		    "add up");
	if (err)
		cli_die_at("%s", pl_err_phrase(err));
}

static void
label(struct pl_table *t, const char *name, size_t from, size_t to,
    const char *word)
{
	double index = words_index(t, name, word), *x = pl_table_edit(t, name);

	for (; from <= to && from < t->rows; from++)
		x[from] = index;
}

static void
number(struct pl_table *t, const char *name, size_t from, size_t to, double v)
{
	double *x = pl_table_edit(t, name);

	for (; from <= to && from < t->rows; from++)
		x[from] = v;
}

static void
write_phases(struct pl_table *t, const struct pl_cand *c)
{
	label(t, "phase", c->ecc, c->low - 1, "ecc");
	label(t, "phase", c->low, c->rise, "bottom");
	label(t, "phase", c->rise + 1, c->top, "con");
}

/* One candidate's rows. */
static void
write_cand(struct pl_table *t, const struct pl_cand *c)
{
	const double *t_s = pl_table_get(t, "t_s");

	number(t, "cand", c->start, c->end, c->number);
	label(t, "class", c->start, c->end, pl_cand_word(c->class));
	label(t, "reason", c->start, c->end, c->reason);
	number(t, "confidence", c->start, c->end, c->confidence);
	number(t, "truncated", c->start, c->end, c->truncated);
	if (!c->rep)
		return;
	number(t, "rep", c->start, c->end, c->rep);
	number(t, "bottom_s", c->start, c->end, t_s[c->bottom]);
	if (c->bounces >= 0)
		number(t, "bounces", c->start, c->end, c->bounces);
	number(t, "drift_m_s2", c->start, c->end, c->drift);
	number(t, "closure_m", c->start, c->end, c->closure);
	write_phases(t, c);
}

/* A set runs from its first candidate to its last; between its repetitions is
 * the top. */
static void
write_sets(struct pl_table *t, const struct pl_cands *s)
{
	size_t i, end = 0;
	int set;

	for (set = 1; set <= s->sets; set++) {
		size_t from = t->rows, to = 0;

		for (i = 0; i < s->n; i++)
			if (s->cand[i].set == set) {
				from = s->cand[i].start < from ?
				    s->cand[i].start : from;
				to = s->cand[i].end > to ? s->cand[i].end : to;
			}
		number(t, "set", from, to, set);
	}
	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];

		if (!c->rep)
			continue;
		if (c->rep > 1 && c->start > end + 1)
			label(t, "phase", end + 1, c->start - 1, "top");
		end = c->end;
	}
}

static void
write_motion(struct pl_table *t, const struct pl_vertical *v)
{
	double *vel = pl_table_edit(t, "vel_m_s");
	double *height = pl_table_edit(t, "height_m");
	size_t i;

	for (i = 0; i < t->rows; i++)
		if (!(v->hole[i] > 0)) {
			vel[i] = v->vel[i];
			height[i] = v->height[i] - v->floor;
		}
}

static void
add_columns(struct pl_table *t)
{
	static const char *const name[] = { "set", "cand", "rep", "class",
	    "phase", "confidence", "reason", "bounces", "truncated",
	    "bottom_s", "drift_m_s2", "closure_m", "vel_m_s", "height_m" };
	size_t i;

	for (i = 0; i < sizeof name / sizeof *name; i++)
		cli_add(t, name[i]);
}

/* Repetitions that were not seen whole, in one line. */
static void
say_cut(const struct pl_cands *s)
{
	const struct pl_cand *first = NULL;
	size_t i, n = 0, all = 0;

	for (i = 0; i < s->n; i++)
		if (s->cand[i].rep) {
			all++;
			if (s->cand[i].truncated && !n++)
				first = &s->cand[i];
		}
	if (n == 1)
		cli_warn("set %d, rep %d: an end of the recording or a hole "
		    "cuts it: its times, depth and velocity are those of a "
		    "part", first->set, first->rep);
	else if (n)
		cli_warn("%zu of %zu repetitions, the first set %d, rep %d: an "
		    "end of the recording or a hole cuts them (truncated is "
		    "1): their times, depth and velocity are those of a part",
		    n, all, first->set, first->rep);
}

/* Depths that no body has. */
static void
say_deep(const struct pl_cands *s)
{
	double deepest = 0;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->cand[i].class <= PL_PARTIAL &&
		    s->cand[i].depth > deepest)
			deepest = s->cand[i].depth;
	if (deepest > PL_TRUST_DEEPEST_M)
		cli_warn("a depth of %.1f m cannot be: acceleration or attitude "
		    "are wrong, and with them heights and velocities; see what "
		    "plumb-read and plumb-orient say of the recording",
		    deepest);
}

static void
report(const struct pl_cands *s)
{
	int count[PL_CLASSES] = { 0 };
	size_t i;

	for (i = 0; i < s->n; i++)
		count[s->cand[i].class]++;
	cli_note("%d sets: %d work, %d partial, %d failed, %d unrack, "
	    "%d rerack, %d walk, %d unknown", s->sets, count[PL_WORK],
	    count[PL_PARTIAL], count[PL_FAILED], count[PL_UNRACK],
	    count[PL_RERACK], count[PL_WALK], count[PL_UNKNOWN]);
}

static void
need_rework(enum pl_err err, const struct pl_fault *fault,
    const struct segment_labels *l)
{
	if (!err)
		return;
	cli_place(l->place);
	cli_die_fault(err, fault);
}

/* All that moves up and down; height and velocity go into the table if they
 * can be known. */
static void
find_by_height(struct pl_table *t, const struct segment_input *in,
    const struct segment_labels *l, struct pl_cands *s)
{
	struct pl_fault fault = { 0 };
	struct pl_decisions d;
	struct pl_cands found;
	struct pl_vertical vert;

	need_library(pl_vertical_init(&vert, in->acc, in->q, in->stance,
	    in->rest, t->rows, in->rate_hz, in->time_sd_s));
	need_library(pl_segment_find(&vert, &in->posture, s));
	if (l) {
		found = *s;
		segment_labels_decide(l, &found, t, &d);
		need_rework(pl_rework_heights(&vert, &in->posture, &d, s,
		    &fault), &fault, l);
		pl_edit_free(&d);
		pl_cand_free(&found);
	}
	if (in->turns)
		write_motion(t, &vert);
	pl_vertical_free(&vert);
}

static void
find_by_force(struct pl_table *t, const struct segment_input *in,
    const struct segment_labels *l, struct pl_cands *s)
{
	struct pl_decisions d;
	struct pl_cands found;

	need_library(pl_force_find(in->acc, t->rows, in->rate_hz, s));
	if (!l)
		return;
	found = *s;
	segment_labels_decide(l, &found, t, &d);
	need_library(pl_rework_force(in->acc, t->rows, in->rate_hz, &d, s));
	pl_edit_free(&d);
	pl_cand_free(&found);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	struct segment_labels labels, *l = v[LABELS].given ? &labels : NULL;
	struct segment_input in;
	struct pl_cands s;
	size_t i;

	(void)args;
	if (l)
		segment_labels(l, v[LABELS].s, t);
	if (pl_table_get(t, "cand"))
		renew_drop_later(t, "segment", "repetitions");
	segment_input(&in, t, v[PLACE].s);
	add_columns(t);
	if (in.trunk && !in.turns)
		find_by_force(t, &in, l, &s);
	else
		find_by_height(t, &in, l, &s);
	for (i = 0; i < s.n; i++)
		write_cand(t, &s.cand[i]);
	write_sets(t, &s);
	say_cut(&s);
	say_deep(&s);
	report(&s);
	pl_cand_free(&s);
	segment_input_free(&in);
	if (l)
		segment_labels_free(l);
	return CLI_OK;
}

const struct filter filter_segment = {
	"segment", "[FILE]", "find sets, repetitions and what else there is",
	opts, false, run
};
