/* plumb-join - a second sensor's stream beside the first; see plumb-join(1) */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../lib/dsp/regrid.h"
#include "../lib/imu/sync.h"
#include "../lib/imu/sync_at.h"
#include "../lib/io/utc.h"
#include "cli.h"
#include "place.h"
#include "sensor.h"
#include "stream.h"

enum { AS, OFFSET, DRIFT, WITHIN };

#define WITHIN_S 60.0		/* a clock that somebody has set is so right */
#define PPM 1e-6

static const struct opt opts[] = {
	[AS] = { 0, "as", "PLACE", OPT_WORD, 0, 0, 0,
	    "where the second sensor is: t12, sacrum, thigh, bar" },
	[OFFSET] = { 0, "offset", "S", OPT_NUMBER, 0, -1e9, 1e9,
	    "time of the second's zero by the first's clock" },
	[DRIFT] = { 0, "drift", "PPM", OPT_NUMBER, 0, -1e5, 1e5,
	    "by how much the second's clock is slower" },
	[WITHIN] = { 'w', "within", "S", OPT_NUMBER, 0, 0, 1e9,
	    "find the offset within this of --offset or start_utc" },
	{ 0 }
};

/* The prefix of --as, which the first stream must not have. */
static void
set_prefix(const struct pl_table *t, const char *word,
    char prefix[SENSOR_PREFIX])
{
	size_t n, c;

	if (!word)
		cli_die("--as: must say where the second sensor is: t12, "
		    "sacrum, thigh, bar ...");
	if (!place_known(word) || strpbrk(word, ",_"))
		cli_die("--as %s: no such place: %s", word, place_words());
	n = (size_t)snprintf(prefix, SENSOR_PREFIX, "%s_", word);
	for (c = 0; c < t->cols; c++)
		if (strncmp(t->col[c].name, prefix, n) == 0)
			cli_die_at("%s: is there already: say another place "
			    "with --as", t->col[c].name);
}

/* A sensor without a prefix, of which a kind may be absent. */
static struct pl_sync_side
side_of(const struct pl_table *t)
{
	struct pl_sync_side s = { .n = t->rows, .rate_hz = cli_rate(t),
	    .from_s = pl_table_get(t, "t_s")[0] };

	sensor_whole(t);
	if (!sensor_columns(t, "", "acc", sensor_own, s.acc))
		s.acc[0] = NULL;
	if (!sensor_columns(t, "", "gyr", sensor_own, s.gyr))
		s.gyr[0] = NULL;
	return s;
}

/* Does the second stream lose nothing with this column?  It goes along, or
 * the first has its own. */
static bool
expected(const char *name)
{
	static const char *const theirs[] = { "t_s", "recording",
	    "start_utc", "acc_x_m_s2", "acc_y_m_s2", "acc_z_m_s2",
	    "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s" };
	size_t i;

	for (i = 0; i < sizeof theirs / sizeof *theirs; i++)
		if (strcmp(name, theirs[i]) == 0)
			return true;
	return false;
}

static void
warn_left(const struct pl_table *b)
{
	const char *first = NULL;
	char more[48] = "";
	size_t c, n = 0;

	for (c = 0; c < b->cols; c++)
		if (!expected(b->col[c].name)) {
			first = first ? first : b->col[c].name;
			n++;
		}
	if (n > 1)
		snprintf(more, sizeof more, " and %zu more columns", n - 1);
	if (n)
		cli_warn("%s%s left out: only what its sensor measured is "
		    "joined", first, more);
}

/* When the recording began, if it says so. */
static bool
began(const struct pl_table *t, int64_t *ns)
{
	int col = pl_table_find(t, "start_utc");
	const char *word = col < 0 ? NULL : pl_table_label(t, col, 0);

	return word && pl_utc_parse(word, strlen(word), ns);
}

static struct pl_sync_known
known_of(const struct pl_table *a, const struct pl_table *b,
    const struct value *v)
{
	struct pl_sync_known k = { PL_MISSING, HUGE_VAL, PL_MISSING };
	int64_t from, to;

	if (v[DRIFT].given)
		k.drift = v[DRIFT].x * PPM;
	if (v[OFFSET].given)
		k.offset_s = v[OFFSET].x;
	else if (began(a, &from) && began(b, &to))
		k.offset_s = ((double)to - (double)from) * 1e-9;
	else if (v[WITHIN].given)
		cli_die("--within %s: of what? give --offset, or two streams "
		    "with start_utc (plumb-read -i)", v[WITHIN].s);
	if (!pl_missing(k.offset_s))
		k.within_s = v[WITHIN].given ? v[WITHIN].x : WITHIN_S;
	return k;
}

/* What is joined all the same, and should not be believed. */
static void
warn_ends(const struct pl_sync *s)
{
	int k;

	for (k = 0; k < 2; k++)
		if (s->end[k].windows)
			cli_warn("%s %.1f s the two do not move as one (%zu of "
			    "%zu windows): a clock that jumped, or a sensor "
			    "that was off: the offset is that of the rest",
			    k ? "after" : "before", s->end[k].at_s,
			    s->end[k].windows, s->moving);
}

static void
find(const struct pl_sync_side *a, const struct pl_sync_side *b,
    const struct pl_sync_known *k, const char *first, struct pl_sync *s)
{
	struct pl_fault fault = { 0 };
	const char *second;
	enum pl_err err;

	if (!b->gyr[0])
		cli_die_at("gyr_x_rad_s: no such column: clocks are told by "
		    "it: give --offset");
	second = cli_place(first);
	if (!a->gyr[0])
		cli_die_at("gyr_x_rad_s: no such column: clocks are told by "
		    "it: give --offset");
	cli_place(second);
	err = pl_sync_find(a, b, k, s, &fault);
	if (err)
		cli_die_fault(err, &fault);
	cli_note("offset %.4f s (SD %.1f ms), drift %.1f ppm (SD %.1f), by "
	    "the %s of turning, correlation %.4f, %zu windows of %zu from "
	    "%.1f to %.1f s", cli_plain(s->offset_s, 4), 1e3 * s->offset_sd_s,
	    cli_plain(s->drift / PPM, 1), s->drift_sd / PPM,
	    s->vectors ? "vectors" : "size", s->alike, s->windows, s->moving,
	    s->from_s, s->to_s);
	warn_ends(s);
	if (!s->vectors)
		cli_warn("the two turn unlike (correlation %.2f): their clocks "
		    "are known to %.0f ms (SD)", s->alike,
		    1e3 * s->worst_sd_s);
}

/* An offset that was given is taken, but not in silence where nothing speaks
 * for it. */
static void
support(const struct pl_sync_side *a, const struct pl_sync_side *b,
    const struct pl_sync *s)
{
	struct pl_sync_support u;

	if (!a->gyr[0] || !b->gyr[0])
		return;
	if (pl_sync_at(a, b, s->offset_s, s->drift, &u))
		cli_die("out of memory");
	if (u.alone)
		cli_warn("at --offset %.6g the two turn no more alike than by "
		    "chance (correlation %.2f over %.0f s): of two sessions, "
		    "or another offset? plumb-join finds it without --offset",
		    s->offset_s, u.alike, u.both_s);
	else if (u.told)
		cli_note("at --offset %.6g the sizes of their turning "
		    "correlate by %.2f over %.0f s", s->offset_s, u.alike,
		    u.both_s);
}

/* The columns of one kind of sensor, on the first's rows.  Returns how many of
 * these have a value. */
static size_t
bring(struct pl_table *t, const char *prefix, int kind,
    const double *const from[3], const struct pl_sync_side *b, double first,
    double step)
{
	static const char *const word[] = { "acc", "gyr" };
	char name[SENSOR_NAME];
	double *to[3];
	size_t i, n = 0;
	enum pl_err err;
	int c;

	for (c = 0; c < 3; c++) {
		snprintf(name, sizeof name, "%s%s_%s_%s", prefix, word[kind],
		    sensor_own[c], kind ? "rad_s" : "m_s2");
		to[c] = cli_add(t, name);
	}
	err = pl_regrid(from, 3, b->n, first, step, to, t->rows);
	if (err == PL_ERANGE)
		cli_die_at("%g rows/s: too many for the first's %g", b->rate_hz,
		    b->rate_hz / step);
	if (err)
		cli_die_fault(err, NULL);
	for (i = 0; i < t->rows; i++)
		n += !pl_missing(to[0][i]);
	return n;
}

/* Join the second, of which the line of time is known. */
static void
join(struct pl_table *t, const char *prefix, const struct pl_sync_side *a,
    const struct pl_sync_side *b, const struct pl_sync *s)
{
	/* where the first's rows lie in the second */
	double rate = 1 + s->drift, step = b->rate_hz / (a->rate_hz * rate);
	double row = ((a->from_s - s->offset_s) / rate - b->from_s) *
	    b->rate_hz;
	size_t n = 0;

	if (b->acc[0])
		n += bring(t, prefix, 0, b->acc, b, row, step);
	if (b->gyr[0])
		n += bring(t, prefix, 1, b->gyr, b, row, step);
	if (!n)
		cli_die_at("has nothing at the first's times: --offset is the "
		    "time of its zero by the first's clock");
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	const char *first = cli_place(NULL);
	struct pl_sync s = { .offset_s = v[OFFSET].x,
	    .drift = v[DRIFT].x * PPM };
	struct pl_sync_side a, b;
	struct pl_sync_known known;
	char prefix[SENSOR_PREFIX];
	struct pl_table second;

	cli_place(first);
	set_prefix(t, v[AS].s, prefix);
	a = side_of(t);
	stream_read(&second, args[0]);
	b = side_of(&second);
	if (!b.acc[0] && !b.gyr[0])
		cli_need(&second, "acc_x_m_s2");
	warn_left(&second);
	known = known_of(t, &second, v);
	if (!v[OFFSET].given || v[WITHIN].given)
		find(&a, &b, &known, first, &s);
	else
		support(&a, &b, &s);
	join(t, prefix, &a, &b, &s);
	pl_table_free(&second);
	cli_place(first);
	return CLI_OK;
}

const struct filter filter_join = {
	"join", "[FIRST] SECOND",
	"a second sensor's stream beside the first", opts, AFTER, run
};
