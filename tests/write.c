/* write: .sto and BIDS hold what the stream holds, and come back as it was */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/random.h"
#include "../lib/io/bids.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "../lib/io/json.h"
#include "../lib/io/sto.h"
#include "../lib/io/recorder/format.h"
#include "tap.h"

static struct pl_fault fault;
static struct pl_raw raw;

static const double rates[] = { 12.5, 31.25, 52, 102.4, 104.17, 2000.0 / 7,
    100, 0.5, 1125 };
enum { RATES = sizeof rates / sizeof *rates };

static double *
add(struct pl_table *t, const char *name)
{
	double *x;

	if (pl_table_add(t, name, &x))
		exit(2);
	return x;
}

/* n rows at a rate, from begin: an acceleration and unit quaternions under a
 * prefix each. */
static void
make(struct pl_table *t, size_t n, double rate, double begin,
    const char *const *prefix)
{
	struct pl_random r;
	size_t i, k;

	pl_random_seed(&r, 7, 0);
	pl_table_init(t);
	if (pl_table_resize(t, n))
		exit(2);
	add(t, "t_s");
	for (i = 0; i < n; i++)
		t->col[0].x[i] = begin + (double)i / rate;
	for (; *prefix; prefix++) {
		double *x[7], sum;
		char name[40];

		for (k = 0; k < 7; k++) {
			snprintf(name, sizeof name, k < 3 ? "%sacc_%c_m_s2" :
			    "%sq_%c", *prefix, "xyzwxyz"[k]);
			x[k] = add(t, name);
		}
		for (i = 0; i < n; i++) {
			for (k = 0, sum = 0; k < 7; k++) {
				x[k][i] = pl_random_normal(&r);
				sum += k < 3 ? 0 : x[k][i] * x[k][i];
			}
			for (k = 3; k < 7; k++)
				x[k][i] /= sqrt(sum);
		}
	}
	if (pl_table_settle(t, &fault))
		exit(2);
}

/* A stream's file, in memory. */
static struct pl_bytes
contents(FILE *f)
{
	struct pl_bytes b;

	rewind(f);
	if (pl_bytes_read(&b, f, NULL))
		exit(2);
	fclose(f);
	return b;
}

static enum pl_err
write_sto(const struct pl_table *t, const char *bodies, struct pl_bytes *b,
    size_t *left_out)
{
	struct pl_sto_wish w = { bodies, NULL };
	FILE *f = tmpfile();
	enum pl_err err;

	fault = (struct pl_fault){ 0 };
	err = pl_sto_write(t, &w, f, left_out, &fault);
	*b = contents(f);
	return err;
}

static enum pl_err
read_as(const char *form, const struct pl_bytes *b, const char *const *side,
    const char *sensors)
{
	struct pl_map map = { 0 };
	struct pl_source s = { .bytes = b->at, .n = b->n, .map = &map,
		.sensors = sensors, .side = side };
	struct pl_raw part[PL_FORMAT_PARTS];
	enum pl_err err;
	int parts;

	pl_raw_free(&raw);
	fault = (struct pl_fault){ 0 };
	err = pl_format_read(form ? pl_format_find(form) : pl_format_of(b->at,
	    b->n), &s, part, &parts, &fault);
	raw = *part;
	return err;
}

/* Has the recording this column of the table, to the bit? */
static bool
has(const struct pl_table *t, const char *name)
{
	const double *x = pl_table_get(t, name);
	int c = pl_raw_find(&raw, name);
	size_t i;

	if (c < 0 || !x || raw.rows != t->rows)
		return false;
	for (i = 0; i < t->rows; i++)
		if (raw.col[c].x[i] != x[i] && !(pl_missing(x[i]) &&
		    pl_missing(raw.col[c].x[i])))
			return false;
	return true;
}

static void
test_sto(void)
{
	static const char *const one[] = { "", NULL };
	static const char *const many[] = { "", "sacrum_", "thigh_", "femur_l_",
	    NULL };
	struct pl_table t;
	struct pl_bytes b;
	size_t k, left;

	for (k = 0; k < RATES; k++) {
		make(&t, 5001, rates[k], 0, one);
		ok(!write_sto(&t, NULL, &b, &left) && !left &&
		    !read_as(NULL, &b, NULL, NULL) && !raw.t_s &&
		    raw.rate_hz == rates[k] && has(&t, "q_w") &&
		    has(&t, "q_z"), ".sto keeps %.8g Hz and quaternions to the "
		    "last digit", rates[k]);
		pl_bytes_free(&b);
		pl_table_free(&t);
	}
	make(&t, 300, 104.17, 12.5, many);
	ok(!write_sto(&t, NULL, &b, &left) && strstr(b.at, "\ntime\ttorso_imu\t"
	    "pelvis_imu\tfemur_r_imu\tfemur_l_imu\n12.5\t"),
	    "sensors by their places");
	ok(!read_as(NULL, &b, NULL, NULL) && raw.cols == 16 &&
	    has(&t, "q_x") && has(&t, "sacrum_q_y") && has(&t, "thigh_q_w") &&
	    has(&t, "femur_l_q_z") && raw.rate_hz == 104.17,
	    "which come back");
	ok(!read_as(NULL, &b, NULL, "femur_r_imu") && raw.cols == 4 &&
	    raw.col[0].x[9] == pl_table_get(&t, "thigh_q_w")[9],
	    "one is chosen, without a prefix");
	pl_bytes_free(&b);
	ok(!write_sto(&t, "thorax,thigh=femur_r_imu,sacrum=Pelvis", &b, &left)
	    && strstr(b.at, "\ttime\tthorax_imu\tPelvis_imu\tfemur_r_imu") ==
	    NULL && strstr(b.at, "time\tthorax_imu\tPelvis_imu\tfemur_r_imu\t"
	    "femur_l_imu\n"), "--body names others");
	pl_bytes_free(&b);
	pl_table_free(&t);
}

static void
test_sto_holes(void)
{
	static const char *const two[] = { "", "thigh_", NULL };
	struct pl_table t;
	struct pl_bytes b;
	size_t i, left;

	make(&t, 300, 100, 0, two);
	for (i = 100; i < 150; i++)
		pl_table_edit(&t, "thigh_q_y")[i] = PL_MISSING;
	ok(!write_sto(&t, NULL, &b, &left) && left == 50 &&
	    !read_as(NULL, &b, NULL, NULL) && raw.rows == 250 && raw.t_s &&
	    fabs(raw.t_s[100] - 1.5) < 1e-9, "rows without an attitude are "
	    "left out, and time tells it");
	pl_bytes_free(&b);
	for (i = 0; i < 300; i++)
		pl_table_edit(&t, "q_y")[i] = PL_MISSING;
	ok(write_sto(&t, NULL, &b, &left) == PL_ESTATE, "all of them: %s",
	    fault.why);
	pl_bytes_free(&b);
	pl_table_free(&t);
}

static void
test_sto_bad(void)
{
	static const char *const twice[] = { "", "t12_", NULL };
	static const struct { const char *list; enum pl_err err; } bad[] = {
		{ NULL, PL_EFORMAT }, { "pelvis,x=y", PL_ECOLUMN },
		{ "a b", PL_EFORMAT }, { "", PL_EFORMAT },
		{ "t12=", PL_EFORMAT }, { "pelvis,t12=pelvis_imu", PL_EFORMAT },
		{ "lumbar1,t12=torso", PL_OK },
	};
	static const char *const text[] = {
		"version=3\nendheader\ntime\ta\n0\t1,0,0,0\n",
		"DataType=double\nendheader\ntime\ta\n0\t1\n",
		"DataType=Quaternion\nendheader\n",
		"DataType=Quaternion\nendheaders\ntime\ta\n0\t1,0,0,0\n",
		"DataType=Quaternion\nendheader\na\tb\n0\t1,0,0,0\n",
		"DataType=Quaternion\nendheader\ntime\ta\n0\t1,0,0\n",
		"DataType=Quaternion\nendheader\ntime\ta\n0\t1,0,0,0,0\n",
		"DataType=Quaternion\nendheader\ntime\ta\n0\t1,1,0,0\n",
		"DataType=Quaternion\nendheader\ntime\ta\n0\t1,nan,0,0\n",
		"DataType=Quaternion\nendheader\ntime\ta\n0\n",
		"DataType=Quaternion\nendheader\ntime\ta\n0\t1,0,0,0\tx\n",
		("DataType=Quaternion\nendheader\ntime\ta\n1\t1,0,0,0\n"
		    "1\t1,0,0,0\n"),
	};
	struct pl_table t;
	struct pl_bytes b;
	enum pl_err err;
	size_t i, left;

	make(&t, 20, 100, 0, twice);
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		err = write_sto(&t, bad[i].list, &b, &left);
		ok(err == bad[i].err, "--body %s: %s", bad[i].list ?
		    bad[i].list : "(none)", fault.why);
		pl_bytes_free(&b);
	}
	for (i = 0; i < sizeof text / sizeof *text; i++) {
		struct pl_bytes s = { (char *)text[i], strlen(text[i]), 0 };

		err = read_as(NULL, &s, NULL, NULL);
		ok(err && err != PL_ENOMEM && *fault.why, "no .sto: %zu: %s",
		    fault.line, fault.why);
	}
	pl_table_drop(&t, "q_x");
	pl_table_drop(&t, "t12_q_x");
	ok(write_sto(&t, NULL, &b, &left) == PL_ECOLUMN, "no quaternion: %s",
	    fault.why);
	pl_bytes_free(&b);
	pl_table_free(&t);
}

static void
test_names(void)
{
	static const struct { const char *path; bool good; } name[] = {
		{ "sub-1_task-squat_tracksys-imu_motion.tsv", true },
		{ "d/sub-A1_ses-2_task-x_tracksys-y_acq-z_run-03_motion.tsv",
		    true },
		{ "sub-1_tracksys-imu_task-squat_motion.tsv", false },
		{ "sub-1_task-squat_motion.tsv", false },
		{ "sub-_task-squat_tracksys-imu_motion.tsv", false },
		{ "sub-1_task-front-squat_tracksys-imu_motion.tsv", false },
		{ "sub-1_task-squat_tracksys-imu_run-b_motion.tsv", false },
		{ "sub-1_task-squat_tracksys-imu_motion.json", false },
		{ "_motion.tsv", false },
	};
	char *file[PL_BIDS_FILES];
	size_t i;
	int k;

	for (i = 0; i < sizeof name / sizeof *name; i++) {
		enum pl_err err = pl_bids_names(name[i].path, file, &fault);

		ok(!err == name[i].good, "%s: %s", name[i].path, err ?
		    fault.why : "a name");
		for (k = 0; !err && k < PL_BIDS_FILES; k++)
			free(file[k]);
	}
}

#define PATH "sub-1_task-squat_tracksys-imu_motion.tsv"

static enum pl_err
write_bids(const struct pl_table *t, struct pl_bytes b[PL_BIDS_FILES])
{
	struct pl_bids_wish w = { "sternum", NULL };
	FILE *f[PL_BIDS_FILES];
	enum pl_err err;
	int k;

	for (k = 0; k < PL_BIDS_FILES; k++)
		f[k] = tmpfile();
	err = pl_bids_write(t, PATH, &w, f, &fault);
	for (k = 0; k < PL_BIDS_FILES; k++)
		b[k] = contents(f[k]);
	return err;
}

static enum pl_err
turn_bids(const struct pl_table *t, const char *sensors)
{
	struct pl_bytes b[PL_BIDS_FILES];
	enum pl_err err = write_bids(t, b);
	const char *side[] = { b[0].at, b[1].at };
	int k;

	if (!err)
		err = read_as("bids", &b[PL_BIDS_MOTION], side, sensors);
	for (k = 0; k < PL_BIDS_FILES; k++)
		pl_bytes_free(&b[k]);
	return err;
}

static void
test_bids(void)
{
	static const char *const one[] = { "", NULL };
	static const char *const two[] = { "", "thigh_", NULL };
	struct pl_table t;
	size_t k, i;

	for (k = 0; k < RATES; k++) {
		make(&t, 5001, rates[k], 0, one);
		ok(!turn_bids(&t, NULL) && !raw.t_s && raw.cols == 7 &&
		    raw.rate_hz == rates[k] && has(&t, "acc_y_m_s2") &&
		    has(&t, "q_w"), "BIDS keeps %.8g Hz and all numbers to the "
		    "last digit", rates[k]);
		pl_table_free(&t);
	}
	make(&t, 300, 52, 0, two);
	for (i = 100; i < 130; i++)
		pl_table_edit(&t, "acc_y_m_s2")[i] = PL_MISSING;
	ok(!turn_bids(&t, NULL) && has(&t, "acc_y_m_s2") &&
	    has(&t, "thigh_acc_x_m_s2") && has(&t, "thigh_q_z"),
	    "and places, and what is missing");
	ok(!turn_bids(&t, "thigh,sternum=t12") && raw.cols == 14 &&
	    raw.col[pl_raw_find(&raw, "acc_x_m_s2")].x[5] ==
	    pl_table_get(&t, "thigh_acc_x_m_s2")[5] &&
	    pl_raw_find(&raw, "t12_q_w") >= 0, "of which some are chosen");
	for (k = 0; k < 3; k++) {
		static const char *const name[] = { "acc_fwd_m_s2",
		    "acc_up_m_s2", "acc_right_m_s2" };
		double *x = add(&t, name[k]);

		for (i = 0; i < t.rows; i++)
			x[i] = 1;
	}
	ok(!turn_bids(&t, NULL) && raw.cols == 10 &&
	    pl_raw_find(&raw, "q_w") < 0 && has(&t, "thigh_q_w") &&
	    raw.notes == 1 && raw.note[0].warn, "a quaternion from axes that "
	    "are left out stays out: %s", raw.notes ? raw.note[0].text : "");
	pl_table_free(&t);
}

/* What the specification requires of the files. */
static void
test_bids_form(void)
{
	static const char *const two[] = { "", "thigh_", NULL };
	struct pl_bytes b[PL_BIDS_FILES];
	struct pl_json *j = NULL;
	struct pl_table t;
	double x, sum = 0;
	size_t k, lines = 0, tabs = 0;
	const char *p;

	static const char *const count[] = { "ACCEL", "ANGACCEL", "GYRO",
	    "JNTANG", "LATENCY", "MAGN", "Misc", "ORNT", "POS", "VEL" };
	make(&t, 30, 52, 0, two);
	if (write_bids(&t, b) || pl_json_parse(&j, b[1].at, b[1].n, &fault))
		exit(2);
	ok(strncmp(b[0].at, "name\tcomponent\ttype\ttracked_point\tunits\t",
	    38) == 0 && strstr(b[0].at, "\nthigh_q_w\tquat_w\tORNT\tthigh\tn/a"
	    "\tthigh\tearth\n") && strstr(b[0].at, "\nacc_x_m_s2\tx\tACCEL\t"
	    "sternum\tm/s^2\tsternum\tsensor\n"), "channels in their columns");
	for (p = b[0].at; (p = strchr(p, '\n')); p++)
		lines++;
	for (p = b[2].at; *p != '\n'; p++)
		tabs += *p == '\t';
	ok(lines == tabs + 2, "as many rows as the motion file has columns");
	ok(strcmp(pl_json_text(pl_json_get(j, "TaskName")), "squat") == 0 &&
	    pl_json_number(pl_json_get(j, "SamplingFrequency"), &x) && x == 52,
	    "the fields that are required");
	for (k = 0; k < 10; k++) {
		char key[40];

		snprintf(key, sizeof key, "%sChannelCount", count[k]);
		sum += pl_json_number(pl_json_get(j, key), &x) ? x : NAN;
	}
	ok(pl_json_number(pl_json_get(j, "MotionChannelCount"), &x) &&
	    x == sum && x == (double)tabs + 1, "counts of channels add up");
	ok(pl_json_number(pl_json_get(j, "TrackedPointsCount"), &x) && x == 2 &&
	    pl_json_number(pl_json_get(j, "RecordingDuration"), &x) &&
	    fabs(x - 30 / 52.) < 1e-6, "points and seconds");
	pl_json_free(j);
	for (k = 0; k < PL_BIDS_FILES; k++)
		pl_bytes_free(&b[k]);
	pl_table_free(&t);
}

/* A set of another hand: names of its own, units, n/a, a latency. */
static void
test_bids_foreign(void)
{
	static const char channels[] = "name\ttype\tcomponent\tunits\t"
	    "tracked_point\tstatus\nh_a_z\tACCEL\tz\tg\thead\tgood\nh_a_y\t"
	    "ACCEL\ty\tg\thead\tgood\nh_a_x\tACCEL\tx\tg\thead\tgood\nh_m\t"
	    "MAGN\tx\tuT\thead\tgood\nlat\tLATENCY\tn/a\ts\tn/a\tgood\n";
	static const char json[] = "{\"TaskName\":\"x\",\"SamplingFrequency\":"
	    "199.9058823529412}";
	static const char *const side[] = { channels, json };
	static const char *const none[] = { channels, "{}" };
	static const char *const odd[] = { "a\tb\n", json };
	struct pl_bytes b = { "1\t0\t0.5\t7\t0\nn/a\tn/a\tn/a\t7\t0.01\n"
	    "1\t0\t0\tx\t0.03\n", 0, 0 };
	struct pl_bytes bad = { "1\t0\t0.5\t7\n", 10, 0 };
	struct pl_bytes word = { "h_a_z\th_a_y\th_a_x\th_m\tlat\n", 26, 0 };

	b.n = strlen(b.at);
	ok(!read_as("bids", &b, side, NULL) && raw.cols == 3 &&
	    raw.rows == 3 && raw.col[0].x[0] == 9.80665 &&
	    pl_missing(raw.col[1].x[1]) && raw.t_s && raw.t_s[2] == 0.03,
	    "another hand's: by type and units, time by LATENCY: %s",
	    fault.why);
	ok(read_as("bids", &bad, side, NULL) == PL_EFORMAT, "cells: %s",
	    fault.why);
	ok(read_as("bids", &word, side, NULL) == PL_EFORMAT, "header: %s",
	    fault.why);
	ok(read_as("bids", &b, odd, NULL) == PL_EFORMAT, "channels: %s",
	    fault.why);
	ok(!read_as("bids", &b, none, NULL), "LATENCY needs no rate");
	ok(read_as("bids", &b, NULL, NULL) == PL_EFORMAT, "alone: %s",
	    fault.why);
}

/* Three axes of one type, and a clock called t_iso, in these units. */
static enum pl_err
read_units(const char *type, const char *units, const char *clock)
{
	static const char json[] = "{\"SamplingFrequency\":100}";
	char text[400];
	const char *side[] = { text, json };
	struct pl_bytes b = { "1\t0\t0.5\t0\n1\t0\t0.5\t10\n", 0, 0 };

	snprintf(text, sizeof text, "name\tcomponent\ttype\ttracked_point\t"
	    "units\nx\tx\t%s\ts\t%s\ny\ty\t%s\ts\t%s\nz\tz\t%s\ts\t%s\n"
	    "t_iso\tn/a\tLATENCY\tn/a\t%s\n", type, units, type, units, type,
	    units, clock);
	b.n = strlen(b.at);
	return read_as("bids", &b, side, NULL);
}

static void
test_bids_units(void)
{
	ok(!read_units("ACCEL", "g", "ms") && raw.t_s && raw.t_s[1] == 0.01,
	    "a clock is read by its units, whatever it is called");
	ok(read_units("ACCEL", "g", "min") == PL_EFORMAT &&
	    strcmp(fault.column, "t_iso") == 0 &&
	    strcmp(fault.value, "min") == 0, "unless they are not known: %s",
	    fault.why);
	ok(!read_units("ACCEL", "cm/s^2", "s") && raw.cols == 3 &&
	    fabs(raw.col[2].x[0] - 0.005) < 1e-15, "cm/s^2 is a hundredth");
	ok(read_units("GYRO", "rev/s", "s") == PL_ECOLUMN,
	    "a sensor of other units is none: %s", fault.why);
}

/* One sensor is read, the other left out aloud. */
static void
test_bids_left(void)
{
	static const char channels[] = "name\tcomponent\ttype\ttracked_point\t"
	    "units\na\tx\tACCEL\ts\tg\nb\ty\tACCEL\ts\tg\nc\tz\tACCEL\ts\tg\n"
	    "p\tx\tGYRO\ts\trps\nq\ty\tGYRO\ts\trps\nr\tz\tGYRO\ts\trps\n";
	static const char *const side[] = { channels,
	    "{\"SamplingFrequency\":100}" };
	struct pl_bytes b = { "1\t0\t0\t1\t1\t1\n1\t0\t0\t1\t1\t1\n", 0, 0 };

	b.n = strlen(b.at);
	ok(!read_as("bids", &b, side, NULL) && raw.cols == 3 &&
	    raw.notes == 1 && raw.note[0].warn &&
	    strncmp(raw.note[0].text, "p: its unit 'rps' is not one of rad/s",
	    37) == 0, "what is left out is told: %s",
	    raw.notes ? raw.note[0].text : "");
}

int
main(void)
{
	test_sto();
	test_sto_holes();
	test_sto_bad();
	test_names();
	test_bids();
	test_bids_form();
	test_bids_foreign();
	test_bids_units();
	test_bids_left();
	pl_raw_free(&raw);
	return done();
}
