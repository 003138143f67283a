/* formats_cwa: real recordings against an independent decoder's numbers */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/io/bytes.h"
#include "../lib/io/recorder/format.h"
#include "tap.h"

enum { FILE_NAME, ROWS, COLUMNS, NOMINAL, TRUE_HZ, FIRST_TIME, LAST_TIME,
	FIRST, LAST, MEAN, BAD, NOTE, CELLS };

static struct pl_raw raw;

/* Times agree to 5 ms, rates to 0.001 Hz, values to 1e-6. */
static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-6 * fabs(b) + 1e-9;
}

static bool
read_file(const char *folder, const char *name)
{
	struct pl_raw part[PL_FORMAT_PARTS] = { { 0 } };
	struct pl_map map = { 0 };
	struct pl_bytes b = { 0 };
	struct pl_fault fault;
	char path[4096];
	int parts = 0;
	bool done;
	FILE *f;

	snprintf(path, sizeof path, "%s/formats/%s", folder, name);
	f = fopen(path, "rb");
	done = f && !pl_bytes_read(&b, f, pl_format_binary);
	if (f)
		fclose(f);
	if (done) {
		struct pl_source s = { .bytes = b.at, .n = b.n, .map = &map };

		done = !pl_format_of(b.at, b.n)->read(&s, part, &parts,
		    &fault) && parts == 1;
	}
	pl_bytes_free(&b);
	raw = part[0];
	return done;
}

/* "1,2,3", perhaps after "frame 31: ", which is taken for the row. */
static bool
same_row(const char *cell, size_t row)
{
	size_t c;

	if (strncmp(cell, "frame ", 6) == 0) {
		row = strtoul(cell + 6, NULL, 10);
		cell = strchr(cell, ':') + 1;
	}
	for (c = 0; c < raw.cols && row < raw.rows; c++) {
		char *end;

		if (!near(raw.col[c].x[row], strtod(cell, &end)) ||
		    end == cell)
			return false;
		cell = end + (*end == ',');
	}
	return c && c == raw.cols && !*cell;
}

static bool
same_mean(const char *cell)
{
	size_t c, i, n;

	for (c = 0; c < raw.cols; c++) {
		double sum = 0, want;
		char *end;

		for (i = n = 0; i < raw.rows; i++)
			if (!pl_missing(raw.col[c].x[i]))
				sum += raw.col[c].x[i], n++;
		want = strtod(cell, &end);
		if (!near(sum / (double)n, want) || end == cell)
			return false;
		cell = end + (*end == ',');
	}
	return !*cell;
}

/* One rate for each piece between steps that are no steps. */
static bool
same_rates(const char *cell)
{
	size_t i, from = 0;

	if (*cell == '-')
		return true;
	if (!raw.t_s)
		return raw.rate_hz == strtod(cell, NULL);
	for (i = 1; i <= raw.rows; i++) {
		double step = raw.t_s[from + 1] - raw.t_s[from], rate;
		char *end;

		if (i < raw.rows && raw.t_s[i] - raw.t_s[i - 1] < 1.5 * step)
			continue;
		rate = (double)(i - 1 - from) / (raw.t_s[i - 1] -
		    raw.t_s[from]);
		if (fabs(rate - strtod(cell, &end)) > 0.001)
			return false;
		cell = end + (*end == ',');
		from = i;
	}
	return !*cell;
}

static const char *
note(const char *text)
{
	const char *at;
	int i;

	for (i = 0; i < raw.notes; i++)
		if ((at = strstr(raw.note[i].text, text)))
			return at + strlen(text);
	return NULL;
}

/* Of a day, "2019-10-29T09:03:06.291" or the like, in seconds. */
static double
seconds(const char *p)
{
	return 3600 * strtod(p + 11, NULL) + 60 * strtod(p + 14, NULL) +
	    strtod(p + 17, NULL) + (p[19] == ':' ? strtod(p + 20, NULL) / 1000 :
	    0);
}

static bool
same_time(const char *cell, const char *clock, double plus)
{
	return clock && strncmp(cell, clock, 10) == 0 &&
	    fabs(seconds(cell) - seconds(clock) - plus) < 0.005;
}

/* The last row, or the first of the last page. */
static bool
same_end(const char *cell, const char *clock)
{
	size_t row = raw.rows - 1;

	if (*cell == '-')
		return true;
	if (strncmp(cell, "page ", 5) == 0)
		return same_time(cell + 5, clock, raw.t_s[row - row % 300]);
	return same_time(cell, clock, raw.t_s[row]) && strstr(clock, " to ") &&
	    same_time(cell, strstr(clock, " to ") + 4, 0);
}

/* Blocks by number, or "31 frames marked 0x8000". */
static bool
same_bad(const char *cell)
{
	char text[64];

	if (*cell == '-')
		return !note("checksum");
	snprintf(text, sizeof text, "%lu row", strtoul(cell, NULL, 10));
	if (!strstr(cell, "frames"))
		return note(cell) != NULL;
	return *cell == '0' ? !note("marked") : note(text) && note("marked");
}

static void
compare(char **cell)
{
	const char *name = cell[FILE_NAME], *clock = note("device clock ");

	ok(raw.rows == strtoul(cell[ROWS], NULL, 10), "%s: %zu rows", name,
	    raw.rows);
	ok(same_row(cell[FIRST], 0), "%s: the first row", name);
	ok(same_row(cell[LAST], raw.rows - 1), "%s: the last row", name);
	ok(same_mean(cell[MEAN]), "%s: the mean of each column", name);
	ok(same_rates(cell[TRUE_HZ]), "%s: %s Hz", name, cell[TRUE_HZ]);
	ok(same_time(cell[FIRST_TIME], clock, 0) &&
	    same_end(cell[LAST_TIME], clock), "%s: %s to %s", name,
	    cell[FIRST_TIME], cell[LAST_TIME]);
	ok(same_bad(cell[BAD]), "%s: what is bad: %s", name, cell[BAD]);
}

/* Two files that differ in six blocks have all other rows in common. */
static void
test_twins(const char *folder)
{
	static const struct { size_t row, twin, n; } part[] = {
		{ 0, 120, 1440 }, { 1440, 1800, 15240 } };
	struct pl_raw twin;
	bool all;
	size_t k, i, c;

	all = read_file(folder, "cwa/ax3_testfile.cwa");
	twin = raw;
	all = all && read_file(folder, "cwa/ax3_testfile_corrupt_blocks_0_13_"
	    "14_142_143_144.cwa") && raw.rows == 16680;
	for (k = 0; all && k < 2; k++)
		for (i = 0; i < part[k].n; i++)
			for (c = 0; c < 3; c++)
				all = all && raw.col[c].x[part[k].row + i] ==
				    twin.col[c].x[part[k].twin + i];
	ok(all && fabs(raw.t_s[1440] - raw.t_s[1439] - 241 / 98.862) < 0.002,
	    "but for bad blocks, twins are equal; these are a hole");
	pl_raw_free(&raw);
	pl_raw_free(&twin);
}

/* A line of the table, if it is of one of our kinds. */
static int
take_line(const char *folder, char *line)
{
	char *cell[CELLS];
	int n = 0;

	if (strncmp(line, "cwa/", 4) != 0 &&
	    strncmp(line, "geneactiv/", 10) != 0)
		return 0;
	line[strcspn(line, "\n")] = '\0';
	while (n < CELLS && line)
		cell[n++] = strsep(&line, "\t");
	if (n < CELLS || !read_file(folder, cell[FILE_NAME]))
		ok(false, "%s is read", cell[FILE_NAME]);
	else
		compare(cell);
	pl_raw_free(&raw);
	return 1;
}

int
main(void)
{
	const char *folder = getenv("PLUMB_DATA");
	char path[4096], line[4096];
	int found = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/formats/expected.tsv", folder ?
	    folder : "");
	f = folder ? fopen(path, "r") : NULL;
	if (!f) {
		ok(true, "# SKIP PLUMB_DATA is not set, or has no formats");
		return done();
	}
	while (fgets(line, sizeof line, f))
		found += take_line(folder, line);
	fclose(f);
	test_twins(folder);
	ok(found > 0, "%d real recordings", found);
	return done();
}
