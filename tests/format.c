/* format: text of any hand becomes the same numbers, or an error with place */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/unit.h"
#include "../lib/io/utc.h"
#include "../lib/io/recorder/format.h"
#include "tap.h"

static struct pl_raw raw;
static struct pl_fault fault;

/* Read text under a list of columns; the error. */
static enum pl_err
get(const char *text, const char *list)
{
	struct pl_map map;
	enum pl_err err;

	pl_raw_free(&raw);
	fault = (struct pl_fault){ 0 };
	err = pl_map_parse(&map, list, &fault);
	if (!err) {
		struct pl_source s = { .bytes = text, .n = strlen(text),
		    .map = &map };
		struct pl_raw part[PL_FORMAT_PARTS];
		int parts;

		err = pl_format_read(pl_format_of(text, s.n), &s, part, &parts,
		    &fault);
		raw = part[0];
		pl_map_free(&map);
	}
	return err;
}

static double
value(const char *name, size_t row)
{
	int c = pl_raw_find(&raw, name);

	return c < 0 || row >= raw.rows ? -999 : raw.col[c].x[row];
}

static bool
near(double a, double b)
{
	return fabs(a - b) < 1e-12 * fmax(1, fabs(b));
}

/* Rows 0.5 s apart with acc 1.5 -2 9.75 and 1.25 0 9.5, whatever the form. */
static bool
right(void)
{
	return raw.rows == 2 && raw.cols == 3 && raw.t_s &&
	    near(raw.t_s[1] - raw.t_s[0], 0.5) &&
	    value("acc_x_m_s2", 0) == 1.5 && value("acc_y_m_s2", 0) == -2 &&
	    value("acc_z_m_s2", 0) == 9.75 && value("acc_x_m_s2", 1) == 1.25 &&
	    value("acc_y_m_s2", 1) == 0 && value("acc_z_m_s2", 1) == 9.5;
}

#define BY_PLACE "t_ms,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2"
#define BY_NAME "t_ms=ms,acc_x_m_s2=ax,acc_y_m_s2=ay,acc_z_m_s2=az"

static void
test_forms(void)
{
	static const struct { const char *what, *list, *text; } form[] = {
	    { "commas, no header", BY_PLACE,
		"100,1.5,-2,9.75\n600,1.25,0,9.5\n" },
	    { "commas and blanks", BY_PLACE,
		"100, 1.5, -2, 9.75\n600, 1.25, 0, 9.5\n" },
	    { "carriage returns", BY_PLACE,
		"100,1.5,-2,9.75\r\n600,1.25,0,9.5\r\n" },
	    { "tabs", BY_PLACE, "100\t1.5\t-2\t9.75\n600\t1.25\t0\t9.5\n" },
	    { "semicolons", BY_PLACE, "100;1.5;-2;9.75\n600;1.25;0;9.5\n" },
	    { "bars", BY_PLACE, "100|1.5|-2|9.75\n600|1.25|0|9.5\n" },
	    { "blanks", BY_PLACE, "100 1.5  -2 9.75\n 600 1.25 0 9.5 \n" },
	    { "decimal comma, semicolons", BY_PLACE,
		"100;1,5;-2;9,75\n600;1,25;0;9,5\n" },
	    { "decimal comma, tabs", BY_PLACE,
		"100\t1,5\t-2\t9,75\n600\t1,25\t0\t9,5\n" },
	    { "exponents", BY_PLACE,
		"1E2,15e-1,-2.0E0,.975e+1\n6e2,1.25,0,9.5\n" },
	    { "a delimiter at the end", BY_PLACE,
		"100,1.5,-2,9.75,\n600,1.25,0,9.5,\n" },
	    { "byte order mark, header", BY_NAME,
		"\xef\xbb\xbfms,ax,ay,az\n100,1.5,-2,9.75\n600,1.25,0,9.5\n" },
	    { "sep=, quotes", BY_NAME, "sep=;\n\"ms\";\"ax\";\"ay\";\"az\"\n"
		"100;\"1,5\";-2;9,75\n600;1,25;0;9,5\n" },
	    { "a banner with numbers, other columns, another order", BY_NAME,
		"Device: 12\nRate,100\n# made, 1, 2019\n\naz,note,ay,ms,ax\n"
		"9.75,a,-2,100,1.5\n9.5,b,0,600,1.25\n" },
	    { "by position, over a header", BY_PLACE,
		"a,b,c,d\n100,1.5,-2,9.75\n600,1.25,0,9.5\n" },
	    { "by position, over a header that does not fit", BY_PLACE,
		"a,b,c\n100,1.5,-2,9.75\n600,1.25,0,9.5\n" },
	    { "skipped columns", "-,t_s,acc_x_m_s2,-,acc_y_m_s2,acc_z_m_s2",
		"7,0.1,1.5,x,-2,9.75,8\n7,0.6,1.25,x,0,9.5,8\n" },
	    { "names of ours", NULL, "acc_z_m_s2,t_us,acc_x_m_s2,acc_y_m_s2\n"
		"9.75,100000,1.5,-2\n9.5,600000,1.25,0\n" },
	    { "units in brackets", NULL, "epoch (ms),x-axis (m/s^2),"
		"y-axis [m/s^2],z-axis (m/s2)\n100,1.5,-2,9.75\n"
		"600,1.25,0,9.5\n" },
	    { "a row of units", BY_NAME, "ms;ax;ay;az;\nms;m/(s^2);m/(s^2);"
		"m/(s^2);\n100;1.5;-2;9.75;\n600;1.25;0;9.5;\n" },
	    { "comments", BY_PLACE, "# 1,2,3,4\n100,1.5,-2,9.75\n"
		"# a,2,3,4\n // 1,2,3,4\n600,1.25,0,9.5\n" },
	    { "empty lines", BY_PLACE,
		"\n100,1.5,-2,9.75\n\n600,1.25,0,9.5\n\n\n" },
	};
	size_t i;

	for (i = 0; i < sizeof form / sizeof *form; i++)
		ok(get(form[i].text, form[i].list) == PL_OK && right() &&
		    !raw.notes, "%s%s%s", form[i].what, *fault.why ? ": " : "",
		    fault.why);
}

static void
test_units(void)
{
	ok(!get("0,1,2,3,10,20,30\n1000,1,2,3,10,20,30\n",
	    "t_us,acc_x_g,acc_y_g,acc_z_g,"
	    "gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s") &&
	    near(raw.t_s[1], 1e-3) &&
	    near(value("acc_y_m_s2", 0), 2 * PL_GRAVITY) &&
	    near(value("gyr_z_rad_s", 1), 30 * 3.14159265358979323846 / 180),
	    "us, g, deg/s");
	ok(!get("0,1000,2,3\n1000,1,2,3\n", "t_ns,acc_x_mg,acc_y_mg,acc_z_mg")
	    && near(raw.t_s[1], 1e-6) &&
	    near(value("acc_x_m_s2", 0), PL_GRAVITY), "ns, mg");
	ok(!get("1,2,3\n1,2,3\n", "t12_acc_x_g,t12_acc_y_g,t12_acc_z_g") &&
	    !raw.t_s && near(value("t12_acc_x_m_s2", 0), PL_GRAVITY),
	    "a place before the name, no time");
}

/* Times of 19 digits differ by less than a double can tell. */
static void
test_time(void)
{
	char start[PL_UTC_ROOM];

	ok(!get("1784719747080809216,1,2,3\n1784719747080809217,1,2,3\n",
	    "t_ns,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2") && raw.t_s[0] == 0 &&
	    raw.t_s[1] == 1e-9 && raw.dated &&
	    raw.start_ns == INT64_C(1784719747080809216),
	    "one nanosecond in 2026 is not lost");
	ok(!get("9.99e+01,1,2,3\n1.000e+02,1,2,3\n1.001E+02,1,2,3\n",
	    "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2") &&
	    near(raw.t_s[1] - raw.t_s[0], 0.1) &&
	    near(raw.t_s[2] - raw.t_s[0], 0.2),
	    "an exponent counts for the digits before the point too");
	ok(!get("1739381134.172472,1,2,3\n1739381134.172473,1,2,3\n",
	    "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2") && raw.dated &&
	    fabs(raw.t_s[1] - raw.t_s[0] - 1e-6) < 1e-12,
	    "a microsecond of seconds since 1970 neither");
	pl_utc_print(start, INT64_C(1547579049161000000));
	ok(strcmp(start, "2019-01-15T19:04:09.161Z") == 0, "an instant");
	ok(!get("4294967290,1,2,3\n4,1,2,3\n14,1,2,3\n", BY_PLACE) &&
	    near(raw.t_s[1], 0.010) && near(raw.t_s[2], 0.020),
	    "a counter of 32 bits goes on");
	ok(!get("4294967290,1,2,3\n4,1,2,3\n", "t_us,acc_x_g,acc_y_g,acc_z_g")
	    && near(raw.t_s[1], 1e-5), "in microseconds too");
	ok(!get("2019-01-15 20:04:09:161+01:00,1,2,3\n"
	    "2019-01-15T19:04:09.2Z,1,2,3\n",
	    "t_iso,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2") && raw.dated &&
	    near(raw.t_s[1], 0.039) &&
	    raw.start_ns == INT64_C(1547579049161000000),
	    "dates are stamps");
	ok(!get("2019/01/15 23:59:59.9,1,2,3\n2019-01-16T00:00:00,1,2,3\n",
	    "t_iso,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2") && !raw.dated &&
	    near(raw.t_s[1], 0.1), "over midnight; without a zone no instant");
	ok(get("5000,1,2,3\n6000,1,2,3\n4000,1,2,3\n5000,1,2,3\n", BY_PLACE) ==
	    PL_EUNEVEN && fault.line == 3 && strcmp(fault.value, "4000") == 0,
	    "any other step back is an error with its line");
	ok(get("5000,1,2,3\n,1,2,3\n7000,1,2,3\n", BY_PLACE) == PL_EFORMAT &&
	    fault.line == 2, "a row without time");
}

/* n rows step apart under a header of time; cell, if any, is the time of the
 * third. */
static enum pl_err
clock_of(const char *head, int n, double step, const char *cell)
{
	static char text[1 << 14];
	size_t k = (size_t)snprintf(text, sizeof text, "// Update Rate: "
	    "100.0Hz\n%s,ax (g),ay (g),az (g)\n", head);
	int i;

	for (i = 0; i < n; i++)
		if (cell && i == 2)
			k += (size_t)snprintf(text + k, sizeof text - k,
			    "%s,0,0,1\n", cell);
		else
			k += (size_t)snprintf(text + k, sizeof text - k,
			    "%.9g,0,0,1\n", step * i);
	return get(text, NULL);
}

static bool
stamped(const char *head, double step, double step_s)
{
	return !clock_of(head, 20, step, NULL) && raw.t_s &&
	    fabs(raw.t_s[19] - 19 * step_s) < 1e-9;
}

/* A time that cannot be read is not replaced by the rate of the banner. */
static void
test_clock(void)
{
	static char coarse[1 << 14];
	size_t k;
	int i;

	ok(stamped("time", 0.01, 0.01) && stamped("time", 10, 0.01) &&
	    stamped("time", 10000, 0.01) && stamped("time", 1e7, 0.01) &&
	    stamped("time", 1, 0.001), "a unit by its steps");
	ok(clock_of("time", 20, 1e-4, NULL) == PL_EFORMAT &&
	    strcmp(fault.column, "time") == 0 &&
	    clock_of("time", 20, 3e8, NULL) == PL_EFORMAT,
	    "steps that fit none: %s: %s", fault.value, fault.why);
	ok(stamped("time (ms)", 0.1, 1e-4), "but a unit that is said is one");
	ok(clock_of("time (min)", 20, 0.001, NULL) == PL_EFORMAT &&
	    strcmp(fault.value, "min") == 0 &&
	    clock_of("time [days]", 20, 0.001, NULL) == PL_EFORMAT &&
	    clock_of("time_h", 20, 0.001, NULL) == PL_EFORMAT,
	    "%s is none of them: %s", fault.value, fault.why);
	ok(clock_of("time", 20, 10, "12:xx") == PL_EFORMAT &&
	    fault.line == 5 && strcmp(fault.value, "12:xx") == 0,
	    "a cell that is no time: %s", fault.why);
	ok(clock_of("time (ms)", 20, 10, "lost") == PL_EFORMAT &&
	    fault.line == 5 && strcmp(fault.value, "lost") == 0,
	    "under a unit too");
	ok(clock_of("time", 20, 0, NULL) == PL_EFORMAT,
	    "a time that stands still: %s", fault.why);
	k = (size_t)snprintf(coarse, sizeof coarse, "time,ax (g),ay (g),az "
	    "(g)\n");
	for (i = 0; i < 600; i++)
		k += (size_t)snprintf(coarse + k, sizeof coarse - k,
		    "%d,0,0,1\n", i / 250 + 1000 * (i > 20));
	ok(!get(coarse, NULL) && raw.t_s && raw.t_s[599] == 1002,
	    "whole seconds and a hole are seconds");
}

static void
test_odd_units(void)
{
	ok(get("t_s,ax (1024 counts/g),ay (1024 counts/g),az (1024 counts/g)\n"
	    "0,1,2,3\n1,1,2,3\n", NULL) == PL_EFORMAT &&
	    strcmp(fault.value, "1024 counts/g") == 0, "%s: %s", fault.column,
	    fault.why);
	ok(get("t_s,ax (g),ay (g),az (g),gx (rps),gy (rps),gz (rps)\n"
	    "0,1,2,3,1,1,1\n1,1,2,3,1,1,1\n", NULL) == PL_EFORMAT &&
	    strcmp(fault.column, "gx (rps)") == 0, "%s: %s", fault.column,
	    fault.why);
	ok(!get("t_s,ax (cm/s^2),ay (cm/s^2),az (cm/s^2)\n0,1,2,981\n"
	    "1,1,2,981\n", NULL) && near(value("acc_z_m_s2", 0), 9.81),
	    "cm/s^2 is a hundredth");
	ok(!get("t_s,ax (mm/s^2),ay (mm/s^2),az (mm/s^2)\n0,1,2,9810\n"
	    "1,1,2,9810\n", NULL) && near(value("acc_z_m_s2", 0), 9.81),
	    "mm/s^2 a thousandth");
}

static void
test_empty(void)
{
#define SIX "t_ms,acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s"
	ok(!get("0,1,2,3,,,,7\n10,1,2,3,,,,7\n20,1,2,3,,,,7\n", SIX ",-") &&
	    raw.cols == 3 && raw.notes == 1 && raw.note[0].warn,
	    "a sensor of which nothing came is told: %s", raw.note[0].text);
	ok(get("0,1,2,3,1,,1\n10,1,2,3,1,,1\n", SIX) == PL_ECOLUMN &&
	    strcmp(fault.column, "gyr_y_deg_s") == 0, "an axis: %s",
	    fault.why);
	ok(get("0,,,,1\n10,,,,1\n", "t_ms,acc_x_g,acc_y_g,acc_z_g,-") ==
	    PL_ECOLUMN, "all of it: %s", fault.why);
	ok(!get("0,1,2,3,,,\n10,1,2,3,4,5,6\n", SIX) && raw.cols == 6,
	    "one row is something");
}

static void
test_instants(void)
{
	static const char *const same[] = {
		"2019-01-15T19:04:09.161Z", "2019-01-15 20:04:09.161+01:00",
		"2019-01-15T14:34:09.161 -0430",
	};
	static const char *const none[] = {
		"2019-01-15T19:04:09.161", "2019-13-15T19:04:09Z", "", "2019",
		"2019-01-15T19:04:09.161Zx", "x2019-01-15T19:04:09.161Z",
	};
	char text[PL_UTC_ROOM];
	int64_t ns, back;
	size_t i;
	bool all = true;

	for (i = 0; i < 3; i++)
		ok(pl_utc_parse(same[i], strlen(same[i]), &ns) &&
		    ns == INT64_C(1547579049161000000), "%s", same[i]);
	for (i = 0; i < 6; i++)
		ok(!pl_utc_parse(none[i], strlen(none[i]), &ns),
		    "'%s' is no instant", none[i]);
	for (ns = 0; ns < INT64_C(4000000000000000000); ns +=
	    INT64_C(11111111111000000)) {
		pl_utc_print(text, ns);
		all = all && pl_utc_parse(text, strlen(text), &back) &&
		    back == ns;
	}
	ok(all, "instants print and parse to themselves, 1970 to 2096");
}

static void
test_cut(void)
{
	ok(!get(".5,-2,9.75\n100,1.5,-2,9.75\n600,1.25,0,9.5\n700,1.2\n",
	    BY_PLACE) && right() && raw.notes == 2 && raw.note[0].warn &&
	    strstr(raw.note[0].text, "line 1:") &&
	    strstr(raw.note[1].text, "line 4:"),
	    "first and last lines cut short are dropped and told");
	ok(!get("100,1.5,-2,9.75\n600,1.25,0,9.5\n700,1.2,0,9.", BY_PLACE) &&
	    right() && raw.notes == 1, "a last number without line end too");
	ok(!get("ms,ax,ay,az\n1.5,-2,9.75\n100,1.5,-2,9.75\n600,1.25,0,9.5\n",
	    BY_NAME) && right() && raw.notes == 1,
	    "a first line cut short under a header");
}

static void
test_errors(void)
{
	static const struct {
		const char *what, *list, *text;
		enum pl_err err;
		size_t line;
		const char *value;
	} bad[] = {
	    { "too few cells in the middle", BY_PLACE,
		"1,1,1,1\n2,1,1,1\n3,1,1\n4,1,1,1\n", PL_EFORMAT, 3, "" },
	    { "too many cells", BY_PLACE,
		"1,1,1,1\n2,1,1,1\n3,1,1,1,1\n4,1,1,1\n", PL_EFORMAT, 3, "" },
	    { "a word", BY_PLACE, "1,1,1,1\n2,1,1,1\n3,1,oops,1\n4,1,1,1\n",
		PL_EFORMAT, 3, "oops" },
	    { "nan", BY_PLACE, "1,1,1,1\n2,nan,1,1\n4,1,1,1\n", PL_EFORMAT, 2,
		"nan" },
	    { "inf", BY_PLACE, "1,1,1,1\n2,1,1,1\n4,1,1,-inf\n", PL_EFORMAT, 3,
		"-inf" },
	    { "an endless number", BY_PLACE, "1,1,1,1\n2,1,1,1\n4,1,1,1e999\n",
		PL_ERANGE, 3, "1e999" },
	    { "a comma in a point's place", BY_PLACE,
		"1;1.5;1;1\n2;1.5;1;1\n3;1,5;1;1\n", PL_EFORMAT, 3, "1,5" },
	    { "decimal commas between commas", NULL,
		"t_ms,acc_x_g,acc_y_g,acc_z_g\n1,0,5,0,5,0,5\n2,0,5,0,5,0,5\n",
		PL_EFORMAT, 2, "" },
	    { "more names than columns", BY_PLACE, "1,1,1\n2,1,1\n",
		PL_EFORMAT, 0, "" },
	    { "a name twice", "acc_x_g,acc_x_g", "1,1,1\n2,1,1\n", PL_EFORMAT,
		0, "" },
	    { "an axis missing", "t_ms,acc_x_g,acc_y_g", "1,1,1\n2,1,1\n",
		PL_ECOLUMN, 0, "" },
	    { "no header to find names in", BY_NAME, "1,1,1,1\n2,1,1,1\n",
		PL_EFORMAT, 0, "" },
	    { "an unknown header", NULL, "foo,bar,baz\n1,1,1\n2,1,1\n",
		PL_ECOLUMN, 0, "" },
	    { "no header and no list", NULL, "1,1,1\n2,1,1\n", PL_ECOLUMN, 0,
		"" },
	    { "prose", NULL, "It was the best of times,\nit was, the worst\n",
		PL_EFORMAT, 0, "" },
	    { "one unit in two names", "acc_x_g,acc_x_m_s2,acc_y_g,acc_z_g",
		"1,1,1,1\n2,1,1,1\n", PL_EFORMAT, 0, "" },
	    { "a time twice", "t_ms,t_s,acc_x_g,acc_y_g,acc_z_g",
		"1,1,1,1,1\n2,1,1,1,1\n", PL_EFORMAT, 0, "" },
	};
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(get(bad[i].text, bad[i].list) == bad[i].err &&
		    fault.line == bad[i].line && *fault.why &&
		    strcmp(fault.value, bad[i].value) == 0,
		    "%s is refused: %zu: %s", bad[i].what, fault.line,
		    fault.why);
}

static void
test_lists(void)
{
	static const char *const bad[] = { "", "t_ms,foo", "acc_x", "t_min",
	    "acc_x_deg_s", "lean_deg", "recording", "t_ms,acc_x_g=ax", "=ax",
	    "acc_w_g", "-=ax" };
	struct pl_map map;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(pl_map_parse(&map, bad[i], &fault) == PL_EFORMAT,
		    "the list '%s' is refused", bad[i]);
	ok(!get("100,1.5,,9.75\n600,,2,\n", BY_PLACE) && raw.rows == 2 &&
	    pl_missing(value("acc_y_m_s2", 0)) &&
	    pl_missing(value("acc_x_m_s2", 1)) &&
	    value("acc_z_m_s2", 0) == 9.75, "an empty cell is missing");
}

int
main(void)
{
	test_forms();
	test_units();
	test_time();
	test_clock();
	test_odd_units();
	test_empty();
	test_instants();
	test_cut();
	test_errors();
	test_lists();
	pl_raw_free(&raw);
	return done();
}
