/* sound: what is written is read back, with its rate, names and holes */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../lib/base/random.h"
#include "../lib/base/rate.h"
#include "../lib/io/bytes.h"
#include "../lib/io/chunk.h"
#include "../lib/io/recorder/channels.h"
#include "../lib/io/sound.h"
#include "tap.h"

static char path[] = "/tmp/plumb-sound-XXXXXX";
static struct pl_fault fault;

static const char *const name[6] = { "acc_x_m_s2", "acc_y_m_s2",
	"acc_z_m_s2", "gyr_x_rad_s", "gyr_y_rad_s", "gyr_z_rad_s" };

/* n rows at a rate: float32 values on the grid of the column. */
static void
make(struct pl_table *t, size_t n, double rate)
{
	struct pl_random r;
	double *x;
	size_t i;
	int c;

	pl_random_seed(&r, 5, 0);
	pl_table_init(t);
	if (pl_table_resize(t, n) || pl_table_add(t, "t_s", &x))
		exit(2);
	for (i = 0; i < n; i++)
		x[i] = (double)i / rate;
	for (c = 0; c < 6; c++) {
		if (pl_table_add(t, name[c], &x))
			exit(2);
		for (i = 0; i < n; i++)
			x[i] = floor(512 * pl_random_normal(&r)) / 64;
	}
	if (pl_table_settle(t, &fault))
		exit(2);
}

static bool
load(struct pl_bytes *b)
{
	FILE *f = fopen(path, "rb");
	bool good = f && !pl_bytes_read(b, f, pl_sound_is);

	if (f)
		fclose(f);
	return good;
}

/* Write t as is wished, read it into r. */
static bool
turn_as(const struct pl_table *t, const char *form,
    const struct pl_sound_wish *wish, struct pl_raw *r)
{
	struct pl_bytes b = { 0 };
	bool good;

	good = !pl_sound_write(t, path, form, wish, &fault) && load(&b) &&
	    !pl_sound_read(r, b.at, b.n, &fault);
	pl_bytes_free(&b);
	return good;
}

static bool
turn(const struct pl_table *t, const char *form, struct pl_raw *r)
{
	return turn_as(t, form, NULL, r);
}

static bool
same(const struct pl_table *t, const struct pl_raw *r)
{
	size_t c, i;

	if (r->cols != t->cols - 1 || r->rows != t->rows)
		return false;
	for (c = 0; c < r->cols; c++) {
		if (strcmp(r->col[c].name, t->col[c + 1].name) != 0)
			return false;
		for (i = 0; i < r->rows; i++)
			if (r->col[c].x[i] != t->col[c + 1].x[i] &&
			    !(pl_missing(r->col[c].x[i]) &&
			    pl_missing(t->col[c + 1].x[i])))
				return false;
	}
	return true;
}

static const char *const forms[] = { "wav", "w64", "caf", "flac" };

static void
test_turn(void)
{
	static const double rates[] = { 12.5, 31.25, 52, 100, 102.4, 104.17,
	    2000.0 / 7, 0.5, 1125 };
	struct pl_raw r;
	struct pl_table t;
	size_t f, k;

	for (f = 0; f < 4; f++)
		for (k = 0; k < 9; k++) {
			make(&t, 5001, rates[k]);
			ok(turn(&t, forms[f], &r) && same(&t, &r) &&
			    r.rate_hz == rates[k] && !r.notes,
			    "%s keeps %.8g Hz and all numbers to the bit",
			    forms[f], rates[k]);
			pl_raw_free(&r);
			pl_table_free(&t);
		}
}

static void
test_holes(void)
{
	struct pl_raw r = { 0 };
	struct pl_table t;
	size_t f, i;
	int c;

	make(&t, 301, 100);
	for (i = 100; i < 120; i++)
		for (c = 1; c < 7; c++)
			t.col[c].x[i] = PL_MISSING;
	for (f = 0; f < 3; f++) {
		ok(turn(&t, forms[f], &r) && same(&t, &r),
		    "%s keeps what is missing", forms[f]);
		pl_raw_free(&r);
	}
	ok(pl_sound_write(&t, path, "flac", NULL, &fault) == PL_ESTATE &&
	    fault.line == 102 && strcmp(fault.column, "acc_x_m_s2") == 0,
	    "FLAC refuses it, with row and column");
	pl_table_free(&t);
}

/* Peaks at and beside powers of two, where 24 bits would wrap around. */
static void
test_full_scale(void)
{
	static const double peak[] = { 1, -1, 0.99999994, 16, -16, 15.999999,
	    36.25, 1e-4, 0, 3000 };
	struct pl_raw r;
	struct pl_table t;
	size_t k;

	for (k = 0; k < sizeof peak / sizeof *peak; k++) {
		make(&t, 10, 100);
		memset(t.col[1].x, 0, 10 * sizeof(double));
		t.col[1].x[5] = peak[k];
		ok(turn(&t, "flac", &r) && fabs(r.col[0].x[5] - peak[k]) <=
		    2 * fabs(peak[k]) / (1 << 23),
		    "FLAC of a peak of %.8g does not wrap around", peak[k]);
		pl_raw_free(&r);
		pl_table_free(&t);
	}
}

/* Parts of a full scale: numbers of 32 bits, which are those of the table on
 * the grid of its columns, whatever floating point would have made of them. */
static void
test_parts(void)
{
	static const struct pl_sound_wish wish = { .full_scale = true };
	static const double rates[] = { 12.5, 104.17, 2000.0 / 7 };
	struct pl_raw r = { 0 };
	struct pl_table t;
	size_t f, k, i;
	int c;

	for (f = 0; f < 3; f++)
		for (k = 0; k < 3; k++) {
			make(&t, 2001, rates[k]);
			for (i = 0; i < t.rows; i++)
				t.col[1].x[i] = pl_num_round(
				    t.col[1].x[i] * 1.2345678, 6);
			ok(turn_as(&t, forms[f], &wish, &r) &&
			    r.rate_hz == rates[k] && r.rows == t.rows,
			    "%s at full scale keeps %.8g Hz", forms[f],
			    rates[k]);
			for (c = 0; c < 6; c++)
				pl_num_round_all(r.col[c].x, r.rows,
				    t.col[c + 1].decimals);
			ok(same(&t, &r), "and all numbers to the last digit");
			pl_raw_free(&r);
			pl_table_free(&t);
		}
	make(&t, 100, 100);
	t.col[3].x[40] = PL_MISSING;
	for (f = 0; f < 4; f++)
		ok(pl_sound_write(&t, path, forms[f], &wish, &fault) ==
		    PL_ESTATE && fault.line == 42, "a missing value is "
		    "refused as %s at full scale: %s", forms[f], fault.why);
	pl_table_free(&t);
}

static void
test_origin(void)
{
	struct pl_origin o;
	struct pl_sound_wish wish = { .origin = &o };
	struct pl_bytes b = { 0 };
	struct pl_raw r = { 0 };
	struct pl_table t;
	size_t f;

	make(&t, 50, 100);
	if (pl_table_add(&t, "acc_up_m_s2", NULL))
		exit(2);
	pl_origin_of(&o, &t);
	ok(strcmp(o.filters, "read align") == 0 &&
	    strncmp(o.software, "Plumbline ", 10) == 0,
	    "%s, %s: filters in the order of the pipe", o.software, o.filters);
	pl_table_drop(&t, "acc_up_m_s2");
	for (f = 0; f < 4; f++) {
		ok(turn_as(&t, forms[f], &wish, &r) && same(&t, &r) &&
		    load(&b) && memmem(b.at, b.n, "Filters: read align\n", 20),
		    "%s says so, and is read as without it", forms[f]);
		pl_bytes_free(&b);
		pl_raw_free(&r);
	}
	pl_table_free(&t);
}

static void
test_start(void)
{
	const char *utc = "2026-11-22T15:57:06.250Z";
	struct pl_raw r = { 0 };
	struct pl_table t;
	size_t f, i;
	double *x, word;

	make(&t, 50, 100);
	if (pl_table_add(&t, "start_utc", &x) ||
	    pl_table_word(&t, 7, utc, strlen(utc), &word))
		exit(2);
	for (i = 0; i < 50; i++)
		x[i] = word;
	for (f = 0; f < 4; f++) {
		ok(turn(&t, forms[f], &r) && r.dated && r.cols == 6 &&
		    r.start_ns == INT64_C(1795363026250000000),
		    "%s keeps the start", forms[f]);
		pl_raw_free(&r);
	}
	pl_table_free(&t);
}

static void
test_cut(void)
{
	struct pl_bytes b = { 0 };
	struct pl_raw r;
	struct pl_table t;
	size_t f, n;
	enum pl_err err;

	make(&t, 20000, 100);
	for (f = 0; f < 4; f++) {
		if (pl_sound_write(&t, path, forms[f], NULL, &fault) ||
		    !load(&b))
			exit(2);
		err = pl_sound_read(&r, b.at, b.n * 2 / 3, &fault);
		ok(err ? strstr(fault.why, "cut short") != NULL :
		    r.rows > 0 && r.rows < 20000 && r.notes == 1 &&
		    r.note[0].warn, "a %s cut short is told: %s", forms[f],
		    err ? fault.why : r.note[0].text);
		pl_raw_free(&r);
		/* whatever comes, it is a recording or an error */
		for (n = 0; n < 400; n++)
			if (pl_sound_read(&r, b.at, n, &fault) == PL_OK)
				pl_raw_free(&r);
		ok(true, "a %s cut within its header does no harm", forms[f]);
		pl_bytes_free(&b);
	}
	pl_table_free(&t);
}

/* The same table gives the same bytes. */
static void
test_bytes(void)
{
	struct pl_bytes a = { 0 }, b = { 0 };
	struct pl_table t;
	size_t f;

	make(&t, 500, 100);
	for (f = 0; f < 4; f++) {
		if (pl_sound_write(&t, path, forms[f], NULL, &fault) ||
		    !load(&a) ||
		    pl_sound_write(&t, path, forms[f], NULL, &fault) ||
		    !load(&b))
			exit(2);
		ok(a.n == b.n && memcmp(a.at, b.at, a.n) == 0,
		    "%s twice is the same bytes", forms[f]);
		pl_bytes_free(&a);
		pl_bytes_free(&b);
	}
	ok(pl_sound_write(&t, "/dev/full", "w64", NULL, &fault) == PL_EIO &&
	    pl_sound_write(&t, "/dev/full", "wav", NULL, &fault) == PL_EIO &&
	    pl_sound_write(&t, "/dev/full", "flac", NULL, &fault) == PL_EIO,
	    "a full disk is an error");
	ok(pl_sound_write(&t, "/nowhere/x", "wav", NULL, &fault) == PL_EIO &&
	    !pl_sound_form("mp3") && pl_sound_form("caf"), "so is no place");
	pl_table_free(&t);
}

static void
test_rates(void)
{
	static const char *const good[] = { "100", "102.4", "2000/7", "1e2" };
	static const double is[] = { 100, 102.4, 2000.0 / 7, 100 };
	static const char *const bad[] = { "", "x", "100/", "/7", "0", "-5",
	    "1/0", "100Hz", "1e9", "1e-9", "nan", "inf", "1/2/3" };
	char text[PL_RATE_ROOM];
	double x, y;
	size_t i;

	for (i = 0; i < 4; i++) {
		ok(!pl_rate_parse(good[i], &x) && x == is[i], "rate %s",
		    good[i]);
		pl_rate_print(text, x);
		ok(!pl_rate_parse(text, &y) && y == x, "printed as %s", text);
	}
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(pl_rate_parse(bad[i], &x) != PL_OK, "'%s' is no rate",
		    bad[i]);
	ok(pl_rate_simple(3.14, 3.15) == 22.0 / 7 &&
	    pl_rate_simple(99.9, 100.1) == 100 &&
	    pl_rate_simple(0.33, 0.34) == 1.0 / 3 &&
	    pl_rate_simple(12.5, 12.5) == 12.5, "the simplest fraction");
}

static void
word(struct pl_bytes *b, unsigned long x, size_t n)
{
	char c[4];
	size_t i;

	for (i = 0; i < n; i++)
		c[i] = (char)(x >> 8 * i);
	if (pl_bytes_add(b, c, n))
		exit(2);
}

static void
put(struct pl_bytes *b, const char *text, size_t n)
{
	if (pl_bytes_add(b, text, n))
		exit(2);
}

/* What omconvert makes of 100 rows of an AX3: x counts up, and rows 0, 1 and
 * 99 are marked in the last channel. */
static void
omconvert(struct pl_bytes *b, const char *about, unsigned rate)
{
	static const char names[] = "Time: 2020-02-12 09:03:37.481\n"
	    "Channel-1: Accel-X\nScale-1: 8\nChannel-2: Accel-Y\nScale-2: 8\n"
	    "Channel-3: Accel-Z\nScale-3: 8\n";
	size_t n = (strlen(about) + 2) & ~(size_t)1, i;
	size_t k = (sizeof names + 1) & ~(size_t)1;

	*b = (struct pl_bytes){ 0 };
	put(b, "RIFF", 4);
	word(b, 4 + 48 + 12 + 8 + n + 8 + k + 8 + 800, 4);
	put(b, "WAVEfmt ", 8);
	word(b, 40, 4);
	word(b, 0xfffe, 2);
	word(b, 4, 2);
	word(b, rate, 4);
	word(b, rate * 8, 4);
	word(b, 8, 2);
	word(b, 16, 2);
	word(b, 22, 2);
	word(b, 16, 2);
	word(b, 0, 4);
	put(b, "\1\0\0\0\0\0\20\0\200\0\0\252\0\70\233\161", 16);
	put(b, "LIST", 4);
	word(b, 4 + 8 + n + 8 + k, 4);
	put(b, "INFOINAM", 8);
	word(b, n, 4);
	put(b, about, strlen(about));
	word(b, 0, n - strlen(about));
	put(b, "ICMT", 4);
	word(b, k, 4);
	put(b, names, sizeof names);
	word(b, 0, k - sizeof names);
	put(b, "data", 4);
	word(b, 800, 4);
	for (i = 0; i < 100; i++) {
		word(b, i, 2);
		word(b, -i, 2);
		word(b, 4096, 2);
		word(b, i < 2 || i == 99 ? 0x8000 : i % 3 ? 0 : 0x0541, 2);
	}
}

static void
test_omconvert(void)
{
	static const struct { const char *about; unsigned header; double hz;
	    int warn; } set[] = {
		{ "Session: 1\nConfig-A: 200,8\nMetadata: \n", 200, 200, 0 },
		{ "Config-A: 12,8\n", 13, 12.5, 1 },
		{ "Config-A: 6,8\n", 6, 6.25, 1 },
		{ "Config-A: 100,8\n", 50, 50, 0 },	/* made slower */
		{ "Config-A: 12,8\nRate: 12.6\n", 13, 12.6, 1 },
		{ "Config-A: x\n", 13, 13, 0 },
	};
	struct pl_bytes b;
	struct pl_raw r;
	size_t k, i;
	int n, warned;

	for (k = 0; k < sizeof set / sizeof *set; k++) {
		omconvert(&b, set[k].about, set[k].header);
		if (pl_sound_read(&r, b.at, b.n, &fault)) {
			ok(false, "a WAV of omconvert: %s", fault.why);
			continue;
		}
		for (n = warned = 0; n < r.notes; n++)
			warned += r.note[n].warn;
		ok(r.rate_hz == set[k].hz && warned == set[k].warn &&
		    r.rows == 100 && r.cols == 3,
		    "omconvert's %u Hz are %g", set[k].header, set[k].hz);
		if (!k) {
			bool all = pl_missing(r.col[0].x[1]) &&
			    pl_missing(r.col[2].x[99]);

			for (i = 2; i < 99; i++)
				all = all && r.col[0].x[i] == (double)i * 8 /
				    32768 && r.col[1].x[i] == (double)i * -8 /
				    32768 && r.col[2].x[i] == 1;
			ok(all && strcmp(r.col[1].name, "acc_y_g") == 0,
			    "values by their scale, and marked rows missing");
			ok(r.notes == 2 && !r.dated && strcmp(r.note[0].text,
			    "device clock 2020-02-12 09:03:37.481, no zone") ==
			    0 && strcmp(r.note[1].text,
			    "3 rows are marked as not available") == 0,
			    "the device's clock, and how many are marked");
		}
		pl_raw_free(&r);
		pl_bytes_free(&b);
	}
}

/* A channel of a sensor in a unit that nobody knows is no channel to skip. */
static void
test_odd(void)
{
	struct pl_raw part[PL_FORMAT_PARTS];
	struct pl_map map = { 0 };
	struct pl_source s = { .map = &map };
	enum pl_err err;
	struct pl_bytes b;
	int parts;

	omconvert(&b, "x", 100);
	memcpy(memmem(b.at, b.n, "Accel-X", 7), "ax (gn)", 7);
	s.bytes = b.at;
	s.n = b.n;
	err = pl_channels_read(&s, part, &parts, &fault);
	ok(err == PL_EFORMAT && strcmp(fault.value, "gn") == 0, "%s: %s",
	    fault.column, fault.why);
	pl_bytes_free(&b);
}

int
main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return 2;
	close(fd);
	test_turn();
	test_holes();
	test_full_scale();
	test_parts();
	test_origin();
	test_start();
	test_cut();
	test_bytes();
	test_rates();
	test_omconvert();
	test_odd();
	unlink(path);
	return done();
}
