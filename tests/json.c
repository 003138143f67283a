/* json: documents in and out, and the packets of a Movesense log */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/dsp/grid.h"
#include "../lib/io/bytes.h"
#include "../lib/io/json.h"
#include "../lib/io/recorder/format.h"
#include "tap.h"

static struct pl_fault fault;

static void
test_turn(void)
{
	static const double number[] = { 104.17, 102.4, 2000.0 / 7, 12.5, 100,
	    -3, 0, 1e-9, 1e300, 199.9058823529412 };
	enum { N = sizeof number / sizeof *number };
	struct pl_json_object o, by;
	struct pl_json *j = NULL;
	bool same = true;
	double x = 0;
	char key[8], *text;
	int i;

	pl_json_begin(&o);
	for (i = 0; i < N; i++) {
		snprintf(key, sizeof key, "n%d", i);
		pl_json_put_number(&o, key, number[i]);
	}
	pl_json_put_text(&o, "text", "\"a\"\n\\\xc2\xb5");
	pl_json_begin(&by);
	pl_json_put_text(&by, "Name", "x");
	pl_json_put_list(&o, "by", &by);
	ok(!pl_json_print(&o, &text) && !pl_json_parse(&j, text, strlen(text),
	    &fault), "what is made is read");
	for (i = 0; i < N; i++) {
		snprintf(key, sizeof key, "n%d", i);
		same = same && pl_json_number(pl_json_get(j, key), &x) &&
		    x == number[i];
	}
	ok(same, "numbers come back to the bit");
	ok(strcmp(pl_json_text(pl_json_get(j, "text")), "\"a\"\n\\\xc2\xb5")
	    == 0 && pl_json_length(pl_json_get(j, "by")) == 1 &&
	    strcmp(pl_json_text(pl_json_get(pl_json_at(pl_json_get(j, "by"),
	    0), "Name")), "x") == 0, "so do texts and lists");
	ok(!pl_json_text(pl_json_get(j, "n1")) && !pl_json_get(NULL, "x") &&
	    !pl_json_number(pl_json_get(j, "text"), &x) &&
	    !pl_json_at(j, 0) && !pl_json_at(pl_json_get(j, "by"), 1) &&
	    !pl_json_length(NULL), "what is not there is not there");
	free(text);
	pl_json_free(j);
	pl_json_begin(&o);
	pl_json_put_number(&o, "a", 104.17);
	pl_json_put_number(&o, "b", 100);
	ok(!pl_json_print(&o, &text) && strcmp(text, "{\n  \"a\": 104.17,\n  "
	    "\"b\": 100\n}\n") == 0, "no more digits than are needed");
	free(text);
}

static void
test_errors(void)
{
	static const struct { const char *text; enum pl_err err; size_t line; }
	bad[] = {
		{ "", PL_ECUT, 1 }, { "{\n\"a\": [1, 2", PL_ECUT, 2 },
		{ "{\"a\": nan}", PL_EFORMAT, 1 },
		{ "{\"a\": 1, \"a\": 2}", PL_EFORMAT, 1 },
		{ "{\"a\": 1e999}", PL_EFORMAT, 1 }, { "{} x", PL_EFORMAT, 1 },
	};
	static char deep[100000];
	struct pl_json *j;
	enum pl_err err;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		err = pl_json_parse(&j, bad[i].text, strlen(bad[i].text),
		    &fault);
		ok(err == bad[i].err && fault.line == bad[i].line &&
		    *fault.why, "case %zu is refused: %zu: %s", i, fault.line,
		    fault.why);
	}
	memset(deep, '[', sizeof deep);
	err = pl_json_parse(&j, deep, sizeof deep, &fault);
	ok(err == PL_EFORMAT, "a hundred thousand brackets: %s", fault.why);
}

/* ---- logs ---- */

enum { PER = 8 };
#define HZ 106.87

static void
add(struct pl_bytes *b, const char *text)
{
	if (pl_bytes_add(b, text, strlen(text)))
		exit(2);
}

static void
add_array(struct pl_bytes *b, const char *name, int first, double scale)
{
	char text[120];
	int i;

	snprintf(text, sizeof text, "\"%s\":[", name);
	add(b, text);
	for (i = first; i < first + PER; i++) {
		snprintf(text, sizeof text, "%s{\"x\":%.6f,\"y\":%.6f,\"z\":"
		    "9.81}", i > first ? "," : "", scale * i, -scale * i);
		add(b, text);
	}
	add(b, "],");
}

/* Packets from..to-1 under a name, stamps in whole milliseconds. */
static void
add_list(struct pl_bytes *b, const char *name, bool acc, bool gyr, int packets,
    int lost, double late_ms)
{
	char text[80];
	int k;

	snprintf(text, sizeof text, "\"%s\":[", name);
	add(b, text);
	for (k = 0; k < packets; k++) {
		if (k == lost)
			continue;
		add(b, k ? ",{" : "{");
		if (acc)
			add_array(b, "ArrayAcc", PER * k, 0.001);
		if (gyr)
			add_array(b, "ArrayGyro", PER * k, 0.01);
		snprintf(text, sizeof text, "\"Timestamp\":%.0f}",
		    floor(158319 + late_ms + 1000 * PER * k / HZ));
		add(b, text);
	}
	add(b, "]");
}

static struct pl_raw part[PL_FORMAT_PARTS];
static int parts;

static enum pl_err
get(struct pl_bytes *b)
{
	struct pl_map map = { 0 };
	struct pl_source s = { .bytes = b->at, .n = b->n, .map = &map };
	const struct pl_format *form = pl_format_of(b->at, b->n);
	enum pl_err err;
	int k;

	for (k = 0; k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	fault = (struct pl_fault){ 0 };
	parts = 0;
	err = strcmp(form->name, "movesense") ? PL_ERRS :
	    pl_format_read(form, &s, part, &parts, &fault);
	pl_bytes_free(b);
	return err;
}

static void
test_packets(void)
{
	struct pl_bytes b = { 0 };
	struct pl_grid_part p[2];
	struct pl_table t;
	double worst = 0, hz = 0;
	int64_t ns;
	size_t i;

	add(&b, " {\"Meas\":{");
	add_list(&b, "IMU9", true, true, 200, -1, 0);
	add(&b, "}}\n");
	ok(!get(&b) && parts == 1 && part[0].cols == 6 &&
	    part[0].rows == 200 * PER, "IMU9 is read: %s", fault.why);
	for (i = 0; i < part[0].rows; i++)
		worst = fmax(worst, fabs(part[0].t_s[i] - (double)i / HZ));
	if (pl_grid_part(p, part, 0, &fault))
		exit(2);
	ok(worst < 0.001 && fabs(p[0].rate_hz - HZ) < 0.01, "at the rate of its "
	    "clock, %.3f Hz (true %.2f, nominal 104); no sample %.2f ms off",
	    p[0].rate_hz, HZ, 1e3 * worst);
	ok(part[0].col[0].x[77] == 0.077 &&
	    fabs(part[0].col[3].x[77] - 0.77 * 3.14159265358979 / 180) < 1e-12,
	    "m/s2 and deg/s");

	add(&b, "{\"Meas\":{");
	add_list(&b, "IMU6", true, true, 200, 90, 0);
	add(&b, "}}");
	ok(!get(&b) && part[0].rows == 199 * PER && fabs(part[0].t_s[90 * PER] -
	    91 * PER / HZ) < 0.001 && fabs(part[0].t_s[90 * PER - 1] -
	    (90 * PER - 1) / HZ) < 0.001, "a packet that was lost stays away");
	pl_table_init(&t);
	ok(!pl_grid_part(p, part, 0, &fault) && !pl_grid_join(&t, p, 1, 0, &ns,
	    &fault) && p[0].holes.count == 1, "and leaves a hole");
	pl_table_free(&t);

	add(&b, "{\"Meas\":{");
	add_list(&b, "Gyro", false, true, 150, -1, 500);
	add(&b, ",");
	add_list(&b, "Acc", true, false, 150, -1, 0);
	add(&b, "}}");
	pl_table_init(&t);
	ok(!get(&b) && parts == 2, "sensors apart: %s", fault.why);
	if (parts == 2 && !pl_grid_part(&p[0], &part[0], 0, &fault) &&
	    !pl_grid_part(&p[1], &part[1], 0, &fault) &&
	    !pl_grid_join(&t, p, 2, 0, &ns, &fault))
		hz = (double)(t.rows - 1) / t.col[0].x[t.rows - 1];
	ok(t.cols == 7 && fabs(hz - HZ) < 0.05 && fabs((double)t.rows -
	    (150 * PER - 0.5 * HZ)) < 2, "are joined on the sensor's clock");
	pl_table_free(&t);
}

static void
test_bad(void)
{
	static const char *const bad[] = {
		"{\"Meas\":{}}", "{\"Meas\":[]}", "{\"Meas\":{\"IMU6\":[]}}",
		"{\"Meas\":{\"Acc\":[{\"ArrayAcc\":[],\"Timestamp\":1}]}}",
		"{\"Meas\":{\"Acc\":[{\"ArrayAcc\":[{\"x\":1,\"y\":1,\"z\":1}],"
		    "\"Timestamp\":5}]}}",
		"{\"Meas\":{\"Acc\":[{\"ArrayAcc\":[{\"x\":1,\"y\":1,\"z\":1}],"
		    "\"Timestamp\":5},{\"ArrayAcc\":[{\"x\":1,\"y\":1,\"z\":1}]"
		    ",\"Timestamp\":5}]}}",
		"{\"Meas\":{\"Acc\":[{\"ArrayAcc\":[{\"x\":1,\"z\":1}],"
		    "\"Timestamp\":5},{\"ArrayAcc\":[{\"x\":1,\"y\":1,\"z\":1}]"
		    ",\"Timestamp\":6}]}}",
		"{\"Meas\":{\"Acc\":[{\"ArrayAcc\":[{\"x\":1,\"y\":1,\"z\":1}],"
		    "\"Timestamp\":1e300},{\"Timestamp\":2e300}]}}",
		"{\"Meas\":{\"Acc\":[{\"ArrayAcc\":[{\"x\":1,",
	};
	struct pl_bytes b = { 0 };
	enum pl_err err;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		add(&b, bad[i]);
		err = get(&b);
		ok(err > PL_EIO && *fault.why && parts <= 1,
		    "refused: %zu: %s: %s", fault.line, fault.column,
		    fault.why);
	}
}

int
main(int argc, char **argv)
{
	struct pl_bytes b = { 0 };
	int k;

	if (argc == 2) {	/* no test, but a log for the fuzzers */
		FILE *f = fopen(argv[1], "wb");

		add(&b, "{\"Meas\":{");
		add_list(&b, "IMU6", true, true, 30, 20, 0);
		add(&b, "}}\n");
		k = !f || fwrite(b.at, 1, b.n, f) != b.n || fclose(f);
		pl_bytes_free(&b);
		return k;
	}
	test_turn();
	test_errors();
	test_packets();
	test_bad();
	for (k = 0; k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	return done();
}
