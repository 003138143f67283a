#include "cwa.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../blocks.h"
#include "../utc.h"
#include "cwa_block.h"
#include "cwa_order.h"
#include "cwa_slip.h"

/* What a stamp may be off from the one before: a pace that nobody has seen so
 * far off (1.6 % are usual), in the length of a block; an interrupt that comes
 * late, where less is no hole; and a whole second where it has no fraction.  A
 * block that is lost is a whole one. */
#define PACE 0.05
#define LATE_S 0.06
#define BACK_S 2.0		/* a clock that was set anew by a little */

enum { LISTED = 8 };		/* bad blocks that are named */
enum { SLIPS = 3 };

static const char *const names[6] = { "acc_x_g", "acc_y_g", "acc_z_g",
	"gyr_x_deg_s", "gyr_y_deg_s", "gyr_z_deg_s" };

/* What the blocks are, before there is room for their samples. */
struct scan {
	const char *first;	/* block */
	size_t blocks;
	struct pl_cwa_head head;
	struct pl_block *time;	/* of the good ones */
	size_t good, rows, twice, moved;
	size_t lost, first_lost;	/* blocks before which samples were */
	bool coarse;		/* a stamp has no fraction */
	double longest_s;	/* block */
	bool six;
	int64_t base_ns;	/* of the first stamp */
	struct pl_cwa_block as;	/* how the first with a gyroscope is written */
	double cold, warm;
	size_t bad[PL_CWA_STATES], list[PL_CWA_STATES][LISTED];
};

bool
pl_cwa_is(const char *bytes, size_t n)
{
	return pl_cwa_head_is(bytes, n) || (n >= 2 &&
	    memcmp(bytes, "HA", 2) == 0 && memchr(bytes, '\0', n));
}

static void
take_bad(struct scan *s, enum pl_cwa_state state, size_t k)
{
	if (s->bad[state] < LISTED)
		s->list[state][s->bad[state]] = k;
	s->bad[state]++;
}

static void
take_good(struct scan *s, const struct pl_cwa_block *b,
    const struct pl_cwa_block *last, size_t k)
{
	struct pl_block *t = &s->time[s->good];

	*t = (struct pl_block){ .rows = b->rows, .stamp_s = PL_MISSING,
	    .at = (double)b->at_row, .rate_hz = b->rate_hz, .number = k };
	t->apart = !s->good || b->sequence != (uint32_t)(last->sequence + 1) ||
	    !pl_cwa_alike(b, last) || last->rows < last->most || b->resumed ||
	    b->lost;
	if (b->lost && !s->lost++)
		s->first_lost = k;
	s->longest_s = fmax(s->longest_s, (double)b->most / b->rate_hz);
	s->coarse = s->coarse || (b->stamped && !b->fine);
	if (b->stamped) {
		if (!s->base_ns)
			s->base_ns = b->ns;
		t->stamp_s = (double)(b->ns - s->base_ns) * 1e-9;
	}
	if (!s->good || (b->axes > 3 && !s->six))
		s->as = *b;
	s->six = s->six || b->axes > 3;
	s->cold = s->good ? fmin(s->cold, b->warmth) : b->warmth;
	s->warm = s->good ? fmax(s->warm, b->warmth) : b->warmth;
	s->rows += b->rows;
	s->good++;
}

/* Where the good blocks are, in the order in which they were written. */
static size_t
find_places(struct scan *s, struct pl_cwa_place *place)
{
	struct pl_cwa_block b;
	size_t k, n = 0;

	for (k = 0; k < s->blocks; k++) {
		enum pl_cwa_state state = pl_cwa_block_take(&b, &s->head,
		    s->first + k * PL_CWA_BLOCK);

		if (state)
			take_bad(s, state, k);
		else
			place[n++] = (struct pl_cwa_place){ k, b.session,
			    b.sequence, b.stamped, b.ns };
	}
	s->moved = pl_cwa_order(place, n);
	return n;
}

static void
take_places(struct scan *s, const struct pl_cwa_place *place, size_t n)
{
	struct pl_cwa_block b, last = { .at = NULL };
	size_t i;

	for (i = 0; i < n; i++) {
		const char *at = s->first + place[i].number * PL_CWA_BLOCK;

		if (last.at && memcmp(last.at, at, PL_CWA_BLOCK) == 0)
			s->twice++;
		else if (!pl_cwa_block_take(&b, &s->head, at)) {
			take_good(s, &b, &last, place[i].number);
			last = b;
		}
	}
}

static enum pl_err
scan(struct scan *s, const char *bytes, size_t n, struct pl_fault *f)
{
	struct pl_cwa_place *place;

	*s = (struct scan){ .first = NULL };
	pl_cwa_head_take(&s->head, bytes, n);
	if (n < s->head.size + PL_CWA_BLOCK)
		return pl_fault_set(f, PL_ECUT, 0, NULL, NULL, "cut short: "
		    "it ends before its first block of samples");
	s->first = bytes + s->head.size;
	s->blocks = (n - s->head.size) / PL_CWA_BLOCK;
	s->time = pl_mem_array(s->blocks, sizeof *s->time);
	place = pl_mem_array(s->blocks, sizeof *place);
	if (!s->time || !place) {
		free(place);
		return PL_ENOMEM;
	}
	take_places(s, place, find_places(s, place));
	free(place);
	return s->rows ? PL_OK : pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
	    "none of its %zu blocks holds samples that can be read",
	    s->blocks);
}

/* Fill columns, and count rows at an end of the range: acc, gyr. */
static void
fill(const struct scan *s, struct pl_raw *r, size_t full[2], size_t first[2])
{
	struct pl_cwa_block b;
	size_t k, i, c, row = 0;

	for (k = 0; k < s->good; k++) {
		if (pl_cwa_block_take(&b, &s->head, s->first +
		    s->time[k].number * PL_CWA_BLOCK))
			continue;
		for (i = 0; i < b.rows; i++, row++) {
			double v[6];
			int at = pl_cwa_sample(&b, i, v);

			for (c = 0; c < r->cols; c++)
				r->col[c].x[row] = v[c];
			for (c = 0; c < 2; c++)
				if (at >> c & 1) {
					if (!full[c]++)
						first[c] = row;
				}
		}
	}
}

static void
say_bad(const struct scan *s, struct pl_raw *r)
{
	static const char *const why[PL_CWA_STATES] = { "",
		"do not begin with AX", "fail their checksum",
		"are of no layout that is known" };
	char list[8 * LISTED * 3];
	size_t k, n, i;

	for (i = 1; i < PL_CWA_STATES; i++) {
		for (k = n = 0; k < s->bad[i] && k < LISTED; k++)
			n += (size_t)snprintf(list + n, sizeof list - n,
			    "%s%zu", k ? " " : "", s->list[i][k]);
		if (s->bad[i])
			pl_raw_say(r, true, "%zu of %zu blocks %s and are "
			    "left out: %s%s", s->bad[i], s->blocks, why[i],
			    list, k < s->bad[i] ? " ..." : "");
	}
	if (s->twice)
		pl_raw_say(r, true, "%zu block%s left out that stand%s twice",
		    s->twice, s->twice == 1 ? "" : "s",
		    s->twice == 1 ? "s" : "");
	if (s->moved)
		pl_raw_say(r, true, "%zu block%s out of order, by number and "
		    "clock alike: put back", s->moved, s->moved == 1 ?
		    " stands" : "s stand");
	if (s->lost)
		pl_raw_say(r, true, "samples were lost, says the recorder, "
		    "before %zu block%s, first %zu: a hole is there, as far "
		    "as its clock tells", s->lost, s->lost == 1 ? "" : "s",
		    s->first_lost);
}

static void
say_full(const struct scan *s, struct pl_raw *r, const size_t full[2],
    const size_t first[2])
{
	if (full[0])
		pl_raw_say(r, true, "acc at the end of its range, %g g, in "
		    "%zu row%s, first %zu", s->as.range_g, full[0],
		    full[0] == 1 ? "" : "s", first[0] + 1);
	if (full[1])
		pl_raw_say(r, true, "gyr at the end of its range, %g deg/s, "
		    "in %zu row%s, first %zu", s->as.range_deg_s, full[1],
		    full[1] == 1 ? "" : "s", first[1] + 1);
}

static void
say_slips(const struct scan *s, struct pl_raw *r)
{
	const double *x[6];
	struct pl_cwa_slip slip[SLIPS];
	size_t n, k, c;

	for (c = 0; c < 6 && r->cols == 6; c++)
		x[c] = r->col[c].x;
	n = r->cols == 6 ? pl_cwa_slip_find(x, x + 3, r->rows, &s->as, slip,
	    SLIPS) : 0;
	for (k = 0; k < n; k++)
		pl_raw_say(r, true, "rows %zu to %zu, %.2f to %.2f s, have "
		    "accelerometer and gyroscope exchanged by the recorder: "
		    "leave them out with -f or -t", slip[k].from + 1,
		    slip[k].to, r->t_s[slip[k].from], slip[k].to < r->rows ?
		    r->t_s[slip[k].to] + 0.005 : r->t_s[r->rows - 1]);
}

static void
say_device(const struct scan *s, struct pl_raw *r)
{
	char range[40] = "";

	if (s->six)
		snprintf(range, sizeof range, ", +-%g deg/s",
		    s->as.range_deg_s);
	pl_raw_say(r, false, "%s %lu, firmware %u: %g Hz, +-%g g%s, %.1f to "
	    "%.1f C", s->head.six ? "AX6" : "AX3", (unsigned long)s->head.id,
	    s->head.firmware, s->as.rate_hz, s->as.range_g, range, s->cold,
	    s->warm);
}

/* What the clock of the recorder read at the first and the last row. */
static void
say_clock(const struct scan *s, struct pl_raw *r, double first_s)
{
	char from[PL_UTC_ROOM], to[PL_UTC_ROOM];
	int64_t ns = s->base_ns + (int64_t)floor(first_s * 1e9 + 0.5);

	if (!s->base_ns)
		return;
	pl_utc_print_local(from, ns);
	pl_utc_print_local(to, ns + (int64_t)floor(r->t_s[r->rows - 1] * 1e9 +
	    0.5));
	pl_raw_say(r, false, "device clock %.23s to %.23s, no zone", from, to);
	if (!s->head.changed || s->head.changed_ns <= ns)
		return;
	pl_utc_print_local(from, s->head.changed_ns);
	pl_raw_say(r, false, "its header was changed after these data began, "
	    "%.19s", from);
}

static enum pl_err
take(const struct scan *s, struct pl_raw *r, size_t left, struct pl_fault *f)
{
	size_t full[2] = { 0, 0 }, first[2] = { 0, 0 }, c;
	struct pl_blocks found;
	enum pl_err err = PL_OK;

	for (c = 0; !err && c < r->cols; c++)
		err = pl_raw_name(r, c, names[c]);
	r->t_s = pl_mem_array(r->rows, sizeof *r->t_s);
	if (err || !r->t_s)
		return PL_ENOMEM;
	err = pl_blocks_time(s->time, s->good, s->coarse + LATE_S + PACE *
	    s->longest_s, BACK_S, r->t_s, &found, f);
	if (err)
		return err;
	fill(s, r, full, first);
	say_bad(s, r);
	if (left)
		pl_raw_say(r, true, "cut short: it ends %zu bytes into a "
		    "block", left);
	pl_blocks_say(r, &found);
	say_slips(s, r);
	say_full(s, r, full, first);
	say_clock(s, r, found.first_s);
	say_device(s, r);
	return PL_OK;
}

enum pl_err
pl_cwa_read(const struct pl_source *source, struct pl_raw part[PL_FORMAT_PARTS],
    int *parts, struct pl_fault *f)
{
	size_t left;
	struct scan s;
	enum pl_err err;

	*parts = 1;
	if (!pl_cwa_head_is(source->bytes, source->n))
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "%s",
		    pl_cwa_is(source->bytes, source->n) ? "OMX of Open "
		    "Movement, which is not read: export it as CWA" :
		    "not CWA: it does not begin with MD");
	err = pl_format_named(source, f);
	if (err)
		return err;
	err = scan(&s, source->bytes, source->n, f);
	if (!err)
		err = pl_raw_make(part, s.six ? 6 : 3, s.rows);
	if (!err) {
		left = (source->n - s.head.size) % PL_CWA_BLOCK;
		err = take(&s, part, left, f);
		if (err)
			pl_raw_free(part);
	}
	free(s.time);
	return err;
}
