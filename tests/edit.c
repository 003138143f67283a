/* edit: who says what candidates are is taken at his word, once and again */
#include <stdlib.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "../lib/base/trig.h"
#include "../lib/base/unit.h"
#include "../lib/squat/load/force.h"
#include "../lib/squat/segment/rework.h"
#include "../lib/squat/segment/segment.h"
#include "tap.h"

enum { ROOM = 4000, MOST = 32 };
#define RATE 50.0
#define START_S 2.0		/* time of the first row */

static double f[3][ROOM], q[4][ROOM], t_s[ROOM];
static unsigned char rest[ROOM];
static const double *const acc[3] = { f[0], f[1], f[2] };
static const double *const quat[4] = { q[0], q[1], q[2], q[3] };
static size_t n;

/* So many seconds of rest, or of a way down (-) or up like a cosine. */
static void
go(double s, double way)
{
	size_t rows = (size_t)(s * RATE + 0.5), i;
	double w = PL_PI / s;

	for (i = 0; i < rows; i++, n++) {
		f[2][n] = PL_GRAVITY + way / 2 * w * w *
		    pl_cos(w * (double)i / RATE);
		q[0][n] = 1;
		t_s[n] = START_S + (double)n / RATE;
		rest[n] = way == 0;
	}
}

/* Five squats, the fourth shallow, the second with a pause. */
static void
record(void)
{
	struct pl_random r;
	size_t i;
	int k;

	pl_random_seed(&r, 1, 1);
	go(4, 0);
	for (k = 0; k < 5; k++) {
		double depth = k == 3 ? 0.25 : 0.5;

		go(1.5, -depth);
		if (k == 1)
			go(1, 0);
		go(1.2, depth);
		go(1.5, 0);
	}
	go(3, 0);
	for (i = 0; i < n; i++)
		f[2][i] += 0.05 * pl_random_normal(&r);
}

/* What is found, or what it has become. */
struct result {
	struct pl_vertical v;
	struct pl_cands s;
};

static bool
find(struct result *r)
{
	struct pl_posture m = { .n = n, .rate_hz = RATE };

	return !pl_vertical_init(&r->v, acc, quat, (pl_vec){ 0, 0, 1 }, rest,
	    n, RATE, 0) && !pl_segment_find(&r->v, &m, &r->s);
}

static void
drop(struct result *r)
{
	pl_vertical_free(&r->v);
	pl_cand_free(&r->s);
}

/* What a rep table says of candidates. */
static size_t
table(const struct pl_cands *s, struct pl_edit *e)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct pl_cand *c = &s->cand[i];

		e[i] = (struct pl_edit){ .line = i + 2, .number = c->number,
		    .class = (int)c->class, .set = c->set,
		    .start_s = t_s[c->start], .end_s = t_s[c->end],
		    .bottom_s = c->rep ? t_s[c->bottom] : PL_MISSING };
	}
	return s->n;
}

static enum pl_err
apply(struct result *r, const struct pl_edit *e, size_t edits,
    struct pl_fault *fault)
{
	struct pl_posture m = { .n = n, .rate_hz = RATE };
	struct pl_decisions d;
	struct pl_cands out;
	enum pl_err err;

	if (!find(r))
		return PL_ESTATE;
	*fault = (struct pl_fault){ 0 };
	err = pl_edit_decide(&r->s, e, edits, t_s, n, &d, fault);
	if (!err) {
		err = pl_rework_heights(&r->v, &m, &d, &out, fault);
		pl_edit_free(&d);
	}
	if (err) {
		drop(r);
		return err;
	}
	pl_cand_free(&r->s);
	r->s = out;
	return PL_OK;
}

static bool
equal(double a, double b)
{
	return a == b || (pl_missing(a) && pl_missing(b));
}

static bool
alike(const struct pl_cand *a, const struct pl_cand *b)
{
	return a->class == b->class && strcmp(a->reason, b->reason) == 0 &&
	    a->confidence == b->confidence && a->number == b->number &&
	    a->set == b->set && a->rep == b->rep && a->start == b->start &&
	    a->end == b->end && a->truncated == b->truncated && (!a->rep ||
	    (a->ecc == b->ecc && a->low == b->low && a->rise == b->rise &&
	    a->top == b->top && a->bottom == b->bottom &&
	    a->bounces == b->bounces && equal(a->depth, b->depth) &&
	    equal(a->drift, b->drift) && equal(a->closure, b->closure)));
}

static bool
same(const struct result *a, const struct result *b)
{
	size_t i;

	if (a->s.n != b->s.n || a->s.sets != b->s.sets ||
	    memcmp(a->v.height, b->v.height, n * sizeof(double)) != 0 ||
	    memcmp(a->v.vel, b->v.vel, n * sizeof(double)) != 0)
		return false;
	for (i = 0; i < a->s.n; i++)
		if (!alike(&a->s.cand[i], &b->s.cand[i])) {
			printf("# candidate %d\n", a->s.cand[i].number);
			return false;
		}
	return true;
}

/* A session, and one edit of the table of what was found in it. */
static struct result found;
static struct pl_edit edit[MOST];
static size_t edits;

static void
begin(void)
{
	edits = table(&found.s, edit);
}

static void
unedited(void)
{
	struct pl_fault fault;
	struct result r;
	size_t i;

	begin();
	ok(!apply(&r, edit, edits, &fault) && same(&found, &r),
	    "what was found, said again, changes no bit");
	drop(&r);
	for (i = 0; i < edits; i++) {
		edit[i].start_s += 0.004;
		edit[i].bottom_s -= 0.004;
		edit[i].class = -1;
		edit[i].set = 0;
	}
	ok(!apply(&r, edit, edits, &fault) && same(&found, &r),
	    "nor with times that were rounded, and nothing else said");
	drop(&r);
	for (i = 0; i < edits; i++)
		edit[i].start_s = edit[i].bottom_s = edit[i].end_s =
		    PL_MISSING;
	for (i = 0; i < edits / 2; i++) {
		struct pl_edit e = edit[i];

		edit[i] = edit[edits - 1 - i];
		edit[edits - 1 - i] = e;
	}
	ok(!apply(&r, edit, edits, &fault) && same(&found, &r),
	    "nor by numbers alone, in any order");
	drop(&r);
}

static void
consequences(void)
{
	struct pl_fault fault;
	struct result r;
	struct pl_cand *c, *was;

	begin();
	ok(edits == 5 && found.s.cand[3].class == PL_PARTIAL, "five are found");
	edit[1] = edit[0];
	ok(!apply(&r, edit + 1, 4, &fault) && r.s.n == 4, "one is deleted");
	c = r.s.cand;
	was = found.s.cand;
	ok(c[1].number == 3 && c[1].rep == 2 && c[1].start == was[2].start &&
	    c[1].low == was[2].low && c[1].end == was[2].end &&
	    c[1].confidence == was[2].confidence,
	    "the next keeps its number and rows, and is the second now");
	ok(memcmp(r.v.height, found.v.height, n * sizeof(double)) != 0,
	    "its tops anchor no height any more");
	drop(&r);

	begin();
	edit[3].class = PL_WORK;
	edit[4].class = PL_WALK;
	ok(!apply(&r, edit, edits, &fault) &&
	    strcmp(r.s.cand[3].reason, "labelled") == 0 &&
	    r.s.cand[3].confidence == 1 && r.s.cand[3].depth < 0.3 &&
	    r.s.cand[4].rep == 0 && r.s.cand[4].class == PL_WALK &&
	    strcmp(r.s.cand[2].reason, "full") == 0,
	    "classes are those that are said, and labelled");
	drop(&r);

	begin();
	edit[1].start_s -= 0.2;
	edit[1].end_s += 0.1;
	edit[1].bottom_s += 0.3;
	ok(!apply(&r, edit, edits, &fault), "times are moved");
	c = &r.s.cand[1];
	was = &found.s.cand[1];
	ok(c->start == was->start - 10 && c->end == was->end + 5 &&
	    c->bottom == was->bottom + 15, "to where they are said");
	ok(fabs((double)c->ecc - (double)was->ecc) <= 2 &&
	    fabs((double)c->top - (double)was->top) <= 2,
	    "the descent and the ascent are found again between them");
	ok(c->low < c->bottom && c->rise > c->bottom &&
	    c->rise - c->low > 40 && c->rise - c->low < 60,
	    "the pause of 1 s is found about the bottom");
	drop(&r);
}

/* The fifth is not there; it is added again, with more or less said. */
static void
added(void)
{
	const struct pl_cand *was = &found.s.cand[4], *c;
	struct pl_fault fault;
	struct result r;

	begin();
	edit[4].number = edit[4].set = 0;
	edit[4].bottom_s = PL_MISSING;
	edit[4].start_s = t_s[was->ecc];
	edit[4].end_s = t_s[was->top];
	ok(!apply(&r, edit, edits, &fault) && r.s.n == 5, "one is added");
	c = &r.s.cand[4];
	ok(c->number == 6 && c->rep == 5 && c->set == 1 &&
	    fabs((double)c->bottom - (double)was->bottom) < 2 &&
	    fabs(c->depth - was->depth) < 0.01 &&
	    fabs(c->closure - was->closure) < 0.01,
	    "it has the next number, the bottom and the depth");
	drop(&r);
	edit[4].number = 77;
	edit[4].class = PL_UNKNOWN;
	ok(!apply(&r, edit, edits, &fault) && r.s.cand[4].number == 77 &&
	    r.s.cand[4].rep == 0, "or the number that is said");
	drop(&r);
}

/* A span that was no repetition becomes one: start to end hold it somewhere. */
static void
relabelled(void)
{
	const struct pl_cand *was = &found.s.cand[2], *c;
	struct pl_posture m = { .n = n, .rate_hz = RATE };
	struct pl_fault fault;
	struct pl_decisions d;
	struct pl_cands out;
	struct result r;

	if (!find(&r))
		return;
	r.s.cand[2].class = PL_WALK;
	r.s.cand[2].start -= 40;
	r.s.cand[2].end += 40;
	r.s.cand[2].bottom = r.s.cand[2].start;
	begin();
	edit[2].start_s = edit[2].bottom_s = edit[2].end_s = PL_MISSING;
	ok(!pl_edit_decide(&r.s, edit, edits, t_s, n, &d, &fault) &&
	    !pl_rework_heights(&r.v, &m, &d, &out, &fault),
	    "a walk becomes a repetition");
	c = &out.cand[2];
	ok(fabs((double)c->ecc - (double)was->ecc) <= 3 &&
	    fabs((double)c->bottom - (double)was->bottom) <= 1 &&
	    fabs((double)c->top - (double)was->top) <= 3 &&
	    fabs(c->depth - was->depth) < 0.01,
	    "whose descent and ascent are found within it");
	pl_edit_free(&d);
	pl_cand_free(&out);
	drop(&r);
}

static void
sets(void)
{
	struct pl_fault fault;
	struct result r;
	size_t i;

	begin();
	edit[3].set = edit[4].set = 7;
	ok(!apply(&r, edit, edits, &fault) && r.s.sets == 2 &&
	    r.s.cand[2].rep == 3 && r.s.cand[3].set == 2 &&
	    r.s.cand[3].rep == 1 && r.s.cand[4].rep == 2,
	    "two sets where two are said");
	drop(&r);
	for (i = 3; i < 5; i++)
		edit[i].set = 0;
	ok(!apply(&r, edit, edits, &fault) && r.s.sets == 1,
	    "one where nothing is");
	drop(&r);
}

/* Change a table at random, so that it mostly can be. */
static void
scramble(struct pl_random *r)
{
	size_t i, kept = 0;

	begin();
	for (i = 0; i < edits; i++) {
		struct pl_edit e = edit[i];

		if (pl_random_uniform(r) < 0.3)
			e.class = (int)(pl_random_uniform(r) * PL_CLASSES);
		if (pl_random_uniform(r) < 0.3)
			e.start_s += 0.8 * pl_random_uniform(r) - 0.3;
		if (pl_random_uniform(r) < 0.3)
			e.end_s += 0.8 * pl_random_uniform(r) - 0.5;
		if (pl_random_uniform(r) < 0.3)
			e.bottom_s += pl_random_normal(r) / 4;
		if (pl_random_uniform(r) < 0.2)
			e.bottom_s = PL_MISSING;
		if (pl_random_uniform(r) < 0.2)
			e.number = 0;
		if (pl_random_uniform(r) < 0.2)
			e.set = 0;
		if (pl_random_uniform(r) < 0.9)
			edit[kept++] = e;
	}
	edits = kept;
}

static void
again(void)
{
	struct result a, b;
	struct pl_fault fault;
	struct pl_random r;
	int k, good = 0, stable = 0, said = 0;
	size_t i;

	pl_random_seed(&r, 3, 1);
	for (k = 0; k < 60; k++) {
		scramble(&r);
		if (apply(&a, edit, edits, &fault))
			continue;
		good++;
		for (i = 0; i < a.s.n; i++)
			said += strcmp(a.s.cand[i].reason, "labelled") == 0;
		edits = table(&a.s, edit);
		if (!apply(&b, edit, edits, &fault)) {
			stable += same(&a, &b);
			drop(&b);
		}
		drop(&a);
	}
	ok(good > 30 && said > good && stable == good,
	    "the table of %d edits, said again, changes no bit (%d do not)",
	    good, good - stable);
}

/* Is the edit refused, at that line and column? */
static void
refused(const char *why, size_t line, const char *column)
{
	struct pl_fault fault;
	struct result r;
	enum pl_err err = apply(&r, edit, edits, &fault);

	ok(err == PL_ERANGE && fault.line == line &&
	    strcmp(fault.column, column) == 0 && *fault.why, "refused: %s "
	    "(%zu: %s)", why, fault.line, fault.column);
	if (!err)
		drop(&r);
	begin();
}

static void
refusals(void)
{
	begin();
	edit[2] = edit[1];
	edit[2].line = 4;
	refused("a number twice", 4, "cand");
	edit[2].number = 4;
	refused("times of another candidate", 4, "cand");
	edit[2].number = 0;
	edit[2].class = -1;
	refused("one added without a class", 4, "class");
	edit[2].number = 12;
	edit[2].end_s = PL_MISSING;
	refused("one added without an end", 4, "end_s");
	edit[2].start_s = edit[2].end_s;
	refused("a start at the end", 4, "start_s");
	edit[2].end_s = 1e300;
	refused("an end outside of the recording", 4, "end_s");
	edit[0].start_s = START_S - 0.011;
	refused("a start before it", 2, "start_s");
	edit[2].bottom_s = edit[2].end_s;
	refused("a bottom at the end", 4, "bottom_s");
	edit[2].start_s = edit[1].end_s;
	refused("two on one row", 4, "start_s");
	edit[1].start_s = edit[1].end_s - 1 / RATE;
	refused("a repetition of two rows", 3, "end_s");
	edit[1].set = 2;
	refused("a set that comes again", 4, "set");
}

/* By force: the same words, other bottoms. */
static void
force(void)
{
	struct pl_cands s, out;
	struct pl_decisions d;
	struct pl_fault fault;
	size_t i, was;

	for (i = 0; i < n; i++) {
		double bow = found.v.height[i] - found.v.floor;

		f[0][i] = f[2][i] * pl_sin(bow);
		f[2][i] = f[2][i] * pl_cos(bow);
	}
	if (pl_force_find(acc, n, RATE, &s) || s.n < 4) {
		ok(false, "squats by force: %zu", s.n);
		return;
	}
	edits = table(&s, edit);
	was = s.cand[2].bottom;
	edit[2].number = 0;
	edit[2].bottom_s = PL_MISSING;
	ok(!pl_edit_decide(&s, edit, edits, t_s, n, &d, &fault) &&
	    !pl_rework_force(acc, n, RATE, &d, &out) && out.n == s.n &&
	    fabs((double)out.cand[2].bottom - (double)was) <
	    0.15 * RATE && out.cand[2].low == out.cand[2].bottom &&
	    alike(&out.cand[1], &s.cand[1]),
	    "by force the bottom of one that is added is its deepest lean");
	pl_edit_free(&d);
	pl_cand_free(&out);
	pl_cand_free(&s);
}

int
main(void)
{
	record();
	ok(find(&found), "a session");
	unedited();
	consequences();
	added();
	relabelled();
	sets();
	again();
	refusals();
	force();
	drop(&found);
	return done();
}
