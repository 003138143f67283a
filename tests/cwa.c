/* cwa: what a recorder wrote comes back, and what it did not write is a hole */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/io/recorder/cwa.h"
#include "recorders.h"
#include "tap.h"

static struct pl_raw raw;
static struct pl_fault fault;

static enum pl_err
read_bytes(const char *bytes, size_t n)
{
	struct pl_raw part[PL_FORMAT_PARTS] = { { 0 } };
	struct pl_map map = { 0 };
	struct pl_source s = { .bytes = bytes, .n = n, .map = &map };
	const struct pl_format *form = pl_format_of(bytes, n);
	enum pl_err err;
	int parts = 0;

	pl_raw_free(&raw);
	fault = (struct pl_fault){ 0 };
	if (!form || strcmp(form->name, "cwa") != 0)
		return PL_ERRS;
	err = form->read(&s, part, &parts, &fault);
	raw = part[0];
	return err;
}

static enum pl_err
get(const struct cwa *w)
{
	return read_bytes(w->file.at, w->file.n);
}

/* The block k of it. */
static char *
block(struct cwa *w, size_t k)
{
	return w->file.at + 1024 + 512 * k;
}

static bool
says(bool warn, const char *text)
{
	int i;

	for (i = 0; i < raw.notes; i++)
		if (raw.note[i].warn == warn && strstr(raw.note[i].text, text))
			return true;
	return false;
}

static int
warnings(void)
{
	int i, n = 0;

	for (i = 0; i < raw.notes; i++)
		n += raw.note[i].warn;
	return n;
}

static double
value(const char *name, size_t row)
{
	int c = pl_raw_find(&raw, name);

	return c < 0 || row >= raw.rows ? -999 : raw.col[c].x[row];
}

static const char *const acc[3] = { "acc_x_g", "acc_y_g", "acc_z_g" };
static const char *const gyr[3] = { "gyr_x_deg_s", "gyr_y_deg_s",
	"gyr_z_deg_s" };

/* Rows from..to-1 are samples from + skip.. of counts, at these scales. */
static bool
right(size_t from, size_t to, size_t skip, int axes, double per_g,
    double range)
{
	bool all = to <= raw.rows;
	size_t i;
	int a, first = axes == 3 ? 0 : 3;

	for (i = from; all && i < to; i++)
		for (a = 0; a < 3; a++) {
			all = all && value(acc[a], i) == cwa_counts(i + skip,
			    first + a) / per_g;
			if (axes > 3)
				all = all && value(gyr[a], i) == cwa_counts(i +
				    skip, a) * range / 32768;
		}
	return all;
}

static void
test_layouts(void)
{
	static const struct {
		unsigned layout, a, g;
		int axes;
		double per_g, range;
		size_t most;
	} form[] = {
		{ 0x32, 0, 0, 3, 256, 0, 80 }, { 0x32, 4, 0, 3, 4096, 0, 80 },
		{ 0x62, 3, 2, 6, 2048, 2000, 40 },
		{ 0x62, 4, 3, 6, 4096, 1000, 40 },
		{ 0x62, 5, 4, 6, 8192, 500, 40 },
		{ 0x62, 6, 5, 6, 16384, 250, 40 },
		{ 0x62, 3, 6, 6, 2048, 125, 40 },
		{ 0x92, 3, 2, 9, 2048, 2000, 26 },
	};
	size_t i;

	for (i = 0; i < sizeof form / sizeof *form; i++) {
		struct cwa w = cwa_begin(form[i].axes > 3);

		w.layout = form[i].layout;
		w.a = form[i].a;
		w.g = form[i].g;
		cwa_blocks(&w, 9);
		ok(!get(&w) && raw.cols == (form[i].axes > 3 ? 6 : 3) &&
		    raw.rows == 9 * form[i].most && right(0, raw.rows, 0,
		    form[i].axes, form[i].per_g, form[i].range) &&
		    !raw.gaps && !raw.dated && !warnings(),
		    "%02x: %zu a block, %g/g, %g deg/s", form[i].layout,
		    form[i].most, form[i].per_g, form[i].range);
		free(w.file.at);
	}
}

static void
test_packed(void)
{
	struct cwa w = cwa_begin(false);
	bool all, seen[2][4] = { { false } };
	size_t i;
	int a;

	cwa_blocks(&w, 30);
	all = !get(&w) && raw.rows == 3600 && raw.cols == 3;
	for (i = 0; all && i < raw.rows; i++)
		for (a = 0; a < 3; a++) {
			int x = cwa_ten(i, a), e = cwa_exponent(i);

			seen[0][e] = seen[0][e] || x == -512;
			seen[1][e] = seen[1][e] || x == 511;
			all = all && value(acc[a], i) == x * (1 << e) / 256.0;
		}
	ok(all, "10 bits and an exponent, three to a word");
	ok(seen[0][2] && seen[1][2], "to both ends");
	/* +-8 g: -8 and 7.984 are its ends; -16 of exponent 3 beyond */
	ok(says(true, "acc at the end of its range, 8 g, in "),
	    "and the ends are told");
	free(w.file.at);
}

static void
test_range(void)
{
	struct cwa w = cwa_begin(true);
	char *b;

	cwa_blocks(&w, 5);
	ok(!get(&w) && !warnings(), "within the range nothing is said");
	b = block(&w, 2);
	put((unsigned char *)b + 30 + 12 * 7, 0x7fff, 2);
	put((unsigned char *)b + 30 + 12 * 8 + 2, 0x8000, 2);
	put((unsigned char *)b + 30 + 12 * 9 + 10, 0x8000, 2);
	cwa_sum(b);
	ok(!get(&w) && value("gyr_x_deg_s", 87) == 32767 / 16.384 &&
	    value("acc_z_g", 89) == -16 &&
	    says(true, "gyr at the end of its range, 2000 deg/s, in 2 rows, "
	    "first 88") && says(true, "acc at the end of its range, 16 g, in "
	    "1 row, first 90"), "ends of 16 bits are told, and no value bent");
	free(w.file.at);
}

/* How far rows are from where they were taken, s. */
static double
late(const struct cwa *w, size_t from, size_t to, size_t skip)
{
	double worst = 0, zero = raw.t_s[from] - (double)(from + skip) /
	    w->true_hz;
	size_t i;

	for (i = from; i < to; i++)
		worst = fmax(worst, fabs(raw.t_s[i] - zero - (double)(i +
		    skip) / w->true_hz));
	return worst;
}

static void
test_clock(void)
{
	static const struct {
		const char *what;
		unsigned code;
		double hz, start, at;
	} clock[] = {
		{ "100 Hz", 0x4a, 98.3945, 763171195.25, 17 },
		{ "200 Hz", 0x4b, 197.252, 763171195.9999, 119 },
		{ "12.5 Hz", 0x47, 12.41, 763171195.5, 60 },
		{ "a row before the block", 0x4a, 98.86, 763171195.1, -30 },
		{ "midnight of a leap year", 0x4a, 98.86, 762566390, 17 },
		{ "New Year", 0x4a, 101.2, 757382390.75, 130 },
	};
	size_t i, k;

	for (i = 0; i < sizeof clock / sizeof *clock; i++) {
		struct cwa w = cwa_begin(false);
		double rate;

		w.code = clock[i].code;
		w.true_hz = clock[i].hz;
		w.start_s = clock[i].start;
		w.stamp_at = clock[i].at;
		cwa_blocks(&w, 60);
		k = get(&w) == PL_OK ? raw.rows : 0;
		rate = k ? (double)(k - 1) / raw.t_s[k - 1] : 0;
		ok(k == 7200 && fabs(rate - clock[i].hz) < 0.001 &&
		    late(&w, 0, k, 0) < 1e-4 && raw.t_s[0] == 0 &&
		    strstr(raw.clock, "on a straight line"),
		    "%s: %.6g Hz for %g", clock[i].what, rate, clock[i].hz);
		free(w.file.at);
	}
}

static void
test_old(void)
{
	struct cwa w = cwa_begin(false);
	double rate;
	size_t i;

	w.fraction = false;
	w.true_hz = 98.5245;
	cwa_blocks(&w, 595);
	rate = !get(&w) && raw.rows == 71400 ? 71399 / raw.t_s[71399] : 0;
	ok(fabs(rate - 98.5245) < 0.005 && late(&w, 0, 71400, 0) < 0.05,
	    "whole seconds: %.5g Hz", rate);
	free(w.file.at);
	/* the oldest: the rate where later ones have the row of the stamp */
	w = cwa_begin(false);
	w.code = 0;
	w.fraction = false;
	w.stamp_at = 0;
	w.true_hz = 50;
	for (i = 0; i < 40; i++) {
		char *b = cwa_block(&w);

		put((unsigned char *)b + 26, 50, 2);
		cwa_sum(b);
	}
	ok(!get(&w) && fabs(4799 / raw.t_s[4799] - 50) < 0.5,
	    "a block without a code of its rate");
	free(w.file.at);
}

static void
test_local(void)
{
	struct cwa w = cwa_begin(false);

	w.start_s = 762566399.5;	/* 2024-02-29 23:59:59.5 */
	w.true_hz = 100;
	put((unsigned char *)w.file.at + 37, cwa_packed_time(w.start_s -
	    60), 4);
	cwa_blocks(&w, 10);
	ok(!get(&w) && says(false, "device clock 2024-02-29 23:59:59.500 to "
	    "2024-03-01 00:00:11.490, no zone") && !raw.dated,
	    "the device's clock is told, and is no instant");
	ok(!says(false, "Some") && !says(false, "_sc") && !says(true, "Some"),
	    "and nothing of who wore it");
	ok(says(false, "AX3 6011802, firmware 53: 100 Hz, +-8 g, 26.5 to "
	    "26.5 C") && !says(false, "header was changed"),
	    "but what recorded it");
	put((unsigned char *)w.file.at + 37, cwa_packed_time(w.start_s +
	    3600), 4);
	ok(!get(&w) && says(false, "changed after these data began, 2024-03-01 "
	    "00:59:59"), "a header younger than its data");
	free(w.file.at);
}

/* Rows before a hole, its length in rows, and all is in its place. */
static bool
hole(const struct cwa *w, size_t row, double rows)
{
	double step = raw.t_s[row] - raw.t_s[row - 1];

	return fabs(step * w->true_hz - rows - 1) < 0.05 &&
	    late(w, 0, row, 0) < 1e-3 &&
	    late(w, row, raw.rows, (size_t)rows) < 1e-3;
}

static void
test_bad(void)
{
	struct cwa w = cwa_begin(true);
	static const size_t bad[] = { 0, 13, 14, 39 };
	size_t i;

	cwa_blocks(&w, 40);
	for (i = 0; i < 4; i++)
		block(&w, bad[i])[100] ^= 4;
	ok(!get(&w) && raw.rows == 36 * 40 && right(0, 480, 40, 6, 2048, 2000)
	    && right(480, 1440, 120, 6, 2048, 2000) && hole(&w, 480, 80) &&
	    says(true, "4 of 40 blocks fail their checksum and are left out: "
	    "0 13 14 39") && says(false, "2 pieces without a break"),
	    "bad blocks are a hole in their place, and told");
	for (i = 20; i < 38; i++)
		block(&w, i)[0] = 'M';
	ok(!get(&w) && says(true, "18 of 40 blocks do not begin with AX and "
	    "are left out: 20 21 22 23 24 25 26 27 ..."),
	    "so are blocks of another kind, the first of them by number");
	for (i = 0; i < 40; i++)
		block(&w, i)[0] = 'M';
	ok(get(&w) == PL_EFORMAT && strstr(fault.why, "none of its 40 blocks"),
	    "and when there are no others");
	free(w.file.at);
}

static void
test_breaks(void)
{
	struct cwa w = cwa_begin(true);
	size_t i;

	w.sequence = UINT32_MAX - 10;
	cwa_blocks(&w, 20);
	memcpy(made_grow(&w.file, 512), "XX", 2);
	cwa_blocks(&w, 20);
	ok(!get(&w) && raw.rows == 1600 && late(&w, 0, 1600, 0) < 1e-3 &&
	    !says(false, "pieces"), "a sequence goes on past 32 bits, and past "
	    "a block that is none of it");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 20);
	w.sequence += 3;
	w.sample += 120;
	cwa_blocks(&w, 20);
	ok(!get(&w) && hole(&w, 800, 120) && right(800, 1600, 120, 6, 2048,
	    2000) && !warnings(), "a sequence that jumps is a break");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	w.count = 13;
	cwa_block(&w);
	w.count = 0;
	w.sample += 1000;
	cwa_blocks(&w, 10);
	ok(!get(&w) && raw.rows == 813 && hole(&w, 413, 1000),
	    "so is the end of a block that is not full");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	w.g = 5;
	cwa_blocks(&w, 10);
	ok(!get(&w) && right(0, 400, 0, 6, 2048, 2000) && right(400, 800, 0, 6,
	    2048, 250) && says(false, "2 pieces"),
	    "another scale holds from its block on");
	w.layout = 0x32;
	cwa_blocks(&w, 5);
	ok(!get(&w) && raw.rows == 1200 && right(0, 400, 0, 6, 2048, 2000) &&
	    right(800, 1200, 0, 3, 2048, 0) &&
	    pl_missing(value("gyr_x_deg_s", 900)),
	    "without a gyroscope from there on, it is missing");
	free(w.file.at);

	w = cwa_begin(true);
	for (i = 0; i < 20; i++) {
		cwa_block(&w);
		if (i != 9)
			continue;
		made_grow(&w.file, 512);
		memcpy(block(&w, 10), block(&w, 9), 512);
	}
	ok(!get(&w) && raw.rows == 800 && late(&w, 0, 800, 0) < 1e-3 &&
	    says(true, "1 block left out that stands twice"),
	    "a block that stands twice is read once");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	w.start_s -= 3600;
	cwa_blocks(&w, 10);
	ok(get(&w) == PL_EUNEVEN && strstr(fault.why,
	    "block 10: begins 3599.99 s"),
	    "a clock that was set back is an error");
	free(w.file.at);
}

/* What is lost and not by number: the clock tells, or the recorder. */
static void
test_lost(void)
{
	struct cwa w = cwa_begin(true);
	double last;
	char *b;

	cwa_blocks(&w, 20);
	w.sample += 40;
	cwa_blocks(&w, 20);
	ok(!get(&w) && hole(&w, 800, 40) && says(false, "2 pieces"),
	    "one block lost, and the numbers go on");
	free(w.file.at);

	w = cwa_begin(false);
	w.fraction = false;
	w.code = 0;
	w.true_hz = 100;
	w.stamp_at = 0;
	for (w.sequence = 0; w.sequence < 40;) {
		w.sample += w.sequence == 20 ? 240 : 0;
		b = cwa_block(&w);
		put((unsigned char *)b + 26, 100, 2);
		cwa_sum(b);
	}
	last = get(&w) ? 0 : raw.t_s[4799];
	ok(says(false, "2 pieces") && fabs(last - 50.39) < 1,
	    "two under whole seconds: %.6g s", last);
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 20);
	w.sample += 25;
	b = cwa_block(&w);
	b[22] = 0x10;
	cwa_sum(b);
	cwa_blocks(&w, 20);
	ok(!get(&w) && hole(&w, 800, 25) && says(true, "samples were lost, "
	    "says the recorder, before 1 block, first 20"),
	    "a buffer that ran over");
	free(w.file.at);
}

/* Blocks i and j stand in each other's place. */
static void
exchange(struct cwa *w, size_t i, size_t j)
{
	char kept[512];

	memcpy(kept, block(w, i), 512);
	memcpy(block(w, i), block(w, j), 512);
	memcpy(block(w, j), kept, 512);
}

static void
test_order(void)
{
	struct cwa w = cwa_begin(true);

	cwa_blocks(&w, 20);
	exchange(&w, 7, 8);
	exchange(&w, 12, 15);
	ok(!get(&w) && raw.rows == 800 && right(0, 800, 0, 6, 2048, 2000) &&
	    late(&w, 0, 800, 0) < 1e-3 && says(true, "4 blocks stand out of "
	    "order"), "blocks out of order are put back");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	w.sequence = 0;
	cwa_blocks(&w, 10);
	ok(!get(&w) && raw.rows == 800 && late(&w, 0, 800, 0) < 1e-3 &&
	    !says(true, "order"), "numbers that begin anew are in order, if "
	    "the clock goes on");
	free(w.file.at);
}

static void
test_odd(void)
{
	struct cwa w = cwa_begin(true);
	size_t n, i, good = 0;
	char *b;

	cwa_blocks(&w, 10);
	for (i = 0; i < 10; i++) {
		b = block(&w, i);
		put((unsigned char *)b + 18, 3 << 13, 2);
		cwa_sum(b);
	}
	ok(!get(&w) && right(0, 400, 0, 6, 2048, 2000),
	    "the header has the range that a block lacks");
	w.file.at[35] = 0;
	ok(get(&w) == PL_EFORMAT, "and where neither has one, it is unread");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	put((unsigned char *)block(&w, 4) + 28, 41, 2);
	block(&w, 5)[25] = 0x60;
	block(&w, 6)[25] = 0x32;	/* 40 of 80: not full */
	block(&w, 7)[25] = 0x12;
	put((unsigned char *)block(&w, 8) + 14, 0, 4);
	for (i = 4; i < 9; i++)
		cwa_sum(block(&w, i));
	ok(!get(&w) && raw.rows == 7 * 40 && says(true, "3 of 10 blocks are of "
	    "no layout that is known and are left out: 4 5 7"),
	    "a count beyond the block, axes that none has");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	for (i = 0; i < 10; i++) {
		b = block(&w, i);
		put((unsigned char *)b + 14, i % 2 ? 0xffffffff : 0, 4);
		cwa_sum(b);
	}
	ok(!get(&w) && strstr(raw.clock, "nominal") && fabs(raw.t_s[399] -
	    3.99) < 1e-9 && !says(false, "device clock"),
	    "no time at all: the nominal rate, and it says so");
	free(w.file.at);

	w = cwa_begin(true);
	cwa_blocks(&w, 10);
	n = w.file.n;
	ok(!read_bytes(w.file.at, n - 100) && raw.rows == 360 &&
	    says(true, "cut short: it ends 412 bytes into a block"),
	    "whole blocks only, of a file that ends within one");
	for (i = 0; i < n; i += 37)
		good += read_bytes(w.file.at, i) == PL_OK;
	ok(good == (n - 1536 + 36) / 37 && read_bytes(w.file.at, 1024) ==
	    PL_ECUT && read_bytes(w.file.at, 5) == PL_ECUT,
	    "cut anywhere, it is a recording or an error");
	free(w.file.at);
	ok(read_bytes("HA\374\003\0\0\0\0", 8) == PL_EFORMAT &&
	    strstr(fault.why, "OMX of Open Movement"), "OMX is named");
	ok(!pl_cwa_is("MD", 2) && !pl_cwa_is("MDabcdef", 8) &&
	    !pl_cwa_is("HAND,acc_x_g", 12) && !pl_cwa_is("", 0),
	    "text is not taken for it");
}

/* A sensor that lies still but for its gyroscope, and a row of words that has
 * lost its place until half a sample is written twice. */
static void
test_slip(void)
{
	struct cwa w = cwa_begin(true);
	size_t i;

	cwa_blocks(&w, 20);
	for (i = 0; i < 800; i++) {
		unsigned char *p = (unsigned char *)block(&w, i / 40) + 30 +
		    12 * (i % 40);
		int half, a;

		/* the halves in the order of the file: A G ... A G G A G A */
		for (half = 0; half < 2; half++) {
			bool is_acc = i < 300 ? !half : half;

			for (a = 0; a < 3; a++)
				put(p + 6 * half + 2 * a, (uint32_t)(is_acc ?
				    (a == 2 ? 2040 : 30) : i == 300 ?
				    cwa_counts(299, a) : cwa_counts(i, a)) &
				    0xffff, 2);
		}
	}
	for (i = 0; i < 20; i++)
		cwa_sum(block(&w, i));
	ok(!get(&w) && says(true, "rows 1 to 300, 0.00 to 3.0") &&
	    says(true, "have accelerometer and gyroscope exchanged"),
	    "sensors exchanged until the recorder slips are told");
	ok(value("acc_z_g", 10) == cwa_counts(10, 2) / 2048.0,
	    "and their numbers left as they stand");
	for (i = 0; i < 800; i++) {
		unsigned char *p = (unsigned char *)block(&w, i / 40) + 30 +
		    12 * (i % 40), half[6];

		if (i >= 300)
			continue;
		memcpy(half, p, 6);
		memcpy(p, p + 6, 6);
		memcpy(p + 6, half, 6);
	}
	for (i = 0; i < 20; i++)
		cwa_sum(block(&w, i));
	ok(!get(&w) && !warnings(), "of a recording that is right nothing is");
	free(w.file.at);
}

int
main(void)
{
	test_layouts();
	test_packed();
	test_range();
	test_clock();
	test_old();
	test_local();
	test_bad();
	test_breaks();
	test_lost();
	test_order();
	test_odd();
	test_slip();
	pl_raw_free(&raw);
	return done();
}
