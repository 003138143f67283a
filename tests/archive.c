/* archive: zips unpack within bounds; those of phones become recordings */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "../lib/base/unit.h"
#include "../lib/dsp/grid.h"
#include "../lib/io/archive.h"
#include "../lib/io/utc.h"
#include "../lib/io/recorder/format.h"
#include "tap.h"
#include "zip.h"

static struct pl_fault fault;
static struct pl_raw part[PL_FORMAT_PARTS];
static int parts;

static bool
text_files(const char *name)
{
	return strstr(name, ".csv") != NULL;
}

static enum pl_err
unpack(const struct pack *z, size_t most, struct pl_archive *a)
{
	fault = (struct pl_fault){ 0 };
	return pl_archive_read(a, z->all.at, z->all.n, text_files, most,
	    &fault);
}

static void
test_bounds(void)
{
	struct pack z = { 0 };
	struct pl_archive a;
	size_t i, n;
	bool whole = true;

	pack_add(&z, "a.csv", "1,2\n", 4);
	pack_add(&z, "b/c.csv", "3\n", 2);
	pack_add(&z, "photo.jpg", "xxxxxxxxxxxxxxxx", 16);
	pack_end(&z);
	ok(pl_archive_is(z.all.at, z.all.n) && !unpack(&z, 6, &a) &&
	    a.n == 2 && a.file[0].n == 4 &&
	    strcmp(a.file[1].at, "3\n") == 0 &&
	    pl_archive_find(&a, "c.csv") == &a.file[1] &&
	    !pl_archive_find(&a, "photo.jpg"),
	    "what is wanted is unpacked, and nothing else");
	pl_archive_free(&a);
	ok(unpack(&z, 5, &a) == PL_ERANGE && a.n == 0, "more than is allowed "
	    "is refused: %s", fault.why);
	z.all.at[30 + 5] ^= 1;
	ok(unpack(&z, 100, &a) == PL_EFORMAT, "a byte that changed: %s",
	    fault.why);
	z.all.at[30 + 5] ^= 1;
	for (n = 0; n < z.all.n; n++) {
		struct pl_bytes kept = z.all;

		z.all.n = n;
		whole = whole && unpack(&z, 100, &a) != PL_OK && *fault.why;
		z.all = kept;
	}
	ok(whole, "cut anywhere, it is an error with its reason");
	pack_free(&z);
	for (i = 0; i <= PL_ARCHIVE_FILES; i++)
		pack_add(&z, "x.csv", "", 0);
	pack_end(&z);
	ok(unpack(&z, 100, &a) == PL_ERANGE, "a thousand files: %s",
	    fault.why);
	pack_free(&z);
}

/* A megabyte of zeros in a kilobyte. */
static void
test_bomb(void)
{
	static char path[] = "/tmp/plumb-zip-XXXXXX", zeros[1 << 20];
	struct pack z = { 0 };
	struct pl_archive a;
	int fd = mkstemp(path), e;
	zip_t *zip = zip_open(path, ZIP_TRUNCATE, &e);
	char *entry;
	FILE *f;

	if (fd < 0 || !zip || zip_file_add(zip, "bomb.csv",
	    zip_source_buffer(zip, zeros, sizeof zeros, 0), 0) < 0 ||
	    zip_close(zip) || !(f = fopen(path, "rb")))
		exit(2);
	z.all.at = malloc(1 << 16);
	z.all.n = fread(z.all.at, 1, 1 << 16, f);
	fclose(f);
	close(fd);
	unlink(path);
	ok(z.all.n < 4000 && !unpack(&z, 1 << 20, &a) &&
	    a.file[0].n == 1 << 20, "%zu bytes hold a megabyte", z.all.n);
	pl_archive_free(&a);
	ok(unpack(&z, 100000, &a) == PL_ERANGE, "which may be too much");
	entry = memmem(z.all.at, z.all.n, "PK\1\2", 4);
	memcpy(entry + 24, "\12\0\0\0", 4);
	ok(unpack(&z, 100000, &a) != PL_OK && a.n == 0,
	    "and is so where its directory promises ten bytes: %s",
	    fault.why);
	pack_free(&z);
}

/* ---- recordings ---- */

enum { ROWS = 600 };
#define HZ 100.0
#define W 3.14159265358979

/* A sensor that nods: specific force m/s^2, rate rad/s about z. */
static void
nod(double t, double acc[3], double gyr[3])
{
	double lean = 0.175 * (1 - cos(W * t));

	acc[0] = PL_GRAVITY * sin(lean);
	acc[1] = PL_GRAVITY * cos(lean);
	acc[2] = 0.25;
	gyr[0] = 0.01;
	gyr[1] = 0;
	gyr[2] = 0.175 * W * sin(W * t);
}

static void
add(struct pl_bytes *b, const char *text)
{
	if (pl_bytes_add(b, text, strlen(text)))
		exit(2);
}

/* How a table is written. */
struct hand {
	char stop, point;
	const char *form;		/* of a number */
};

static void
add_number(struct pl_bytes *b, const struct hand *h, double x, char stop)
{
	char text[48], *p;
	int n = snprintf(text, sizeof text, h->form, x);

	if ((p = strchr(text, '.')))
		*p = h->point;
	text[n] = stop;
	text[n + 1] = '\0';
	add(b, text);
}

/* A header whose commas become the delimiter. */
static void
add_header(struct pl_bytes *b, const struct hand *h, const char *header)
{
	size_t n = b->n;

	add(b, header);
	add(b, "\n");
	for (; n < b->n; n++)
		if (b->at[n] == ',')
			b->at[n] = h->stop;
}

enum what { ACC, GYR, LINEAR };

static struct pl_bytes
phyphox_table(const struct hand *h, const char *header, enum what what,
    double late)
{
	struct pl_bytes b = { 0 };
	double acc[3], gyr[3];
	int i, a;

	add_header(&b, h, header);
	for (i = 0; i < ROWS; i++) {
		double t = late + i / HZ;

		nod(t, acc, gyr);
		add_number(&b, h, t, h->stop);
		for (a = 0; a < 3; a++)
			add_number(&b, h, what == GYR ? gyr[a] : acc[a] -
			    (what == LINEAR ? (a == 1) * PL_GRAVITY : 0),
			    a < 2 ? h->stop : '\n');
	}
	return b;
}

/* Time of the experiment and of the phone; paused at 3 s for 10 s. */
static struct pl_bytes
phyphox_times(const struct hand *h, bool paused)
{
	static const struct { const char *what; double own, phone; } row[] = {
		{ "START", 0, 1739381134.25 }, { "PAUSE", 3, 1739381137.25 },
		{ "START", 3, 1739381147.25 }, { "PAUSE", 6, 1739381150.25 },
	};
	struct hand digits = *h;
	struct pl_bytes b = { 0 };
	char stop[2] = { h->stop, '\0' };
	int i;

	digits.form = "%.15E";
	add_header(&b, h, "\"event\",\"experiment time\",\"system time\","
	    "\"system time text\"");
	for (i = 0; i < (paused ? 4 : 1); i++) {
		add(&b, "\"");
		add(&b, row[i].what);
		add(&b, "\"");
		add(&b, stop);
		add_number(&b, &digits, row[i].own, h->stop);
		add_number(&b, &digits, row[i].phone, h->stop);
		add(&b, "\"2025-02-12 19:25:34.250 UTC+02:00\"\n");
	}
	return b;
}

static enum pl_err
get(const struct pl_bytes *b, const char *as, const char *sensors)
{
	struct pl_map map = { 0 };
	struct pl_source s = { .bytes = b->at, .n = b->n, .map = &map,
	    .sensors = sensors };
	const struct pl_format *form = as ? pl_format_find(as) :
	    pl_format_of(b->at, b->n);
	int k;

	for (k = 0; k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	fault = (struct pl_fault){ 0 };
	parts = 0;
	return form ? pl_format_read(form, &s, part, &parts, &fault) :
	    PL_EFORMAT;
}

static void
pack_table(struct pack *z, const char *name, struct pl_bytes b)
{
	pack_add(z, name, b.at, b.n);
	pl_bytes_free(&b);
}

/* Do the parts hold the nod, sign times the acceleration?  Times of the rows
 * begin at begin_s of it. */
static bool
nods(int k, enum what what, double sign, double begin_s, double near)
{
	static const char *const name[] = { "acc_x_m_s2", "gyr_x_rad_s" };
	double acc[3], gyr[3];
	struct pl_raw *r = &part[k];
	char axis[16];
	size_t i;
	int a, c;

	if (k >= parts || r->rows != ROWS || !r->t_s)
		return false;
	for (i = 0; i < ROWS; i++) {
		nod(begin_s + (double)i / HZ, acc, gyr);
		for (a = 0; a < 3; a++) {
			strcpy(axis, name[what]);
			axis[4] = (char)('x' + a);
			c = pl_raw_find(r, axis);
			if (c < 0 || fabs(r->col[c].x[i] - (what == GYR ?
			    gyr[a] : sign * acc[a])) > near)
				return false;
		}
	}
	return true;
}

static const struct hand hands[] = {
	{ ',', '.', "%.9E" }, { '\t', '.', "%.9E" }, { ';', '.', "%.9E" },
	{ '\t', ',', "%.9E" }, { ';', ',', "%.9E" },
};

/* The two parts on one grid. */
static enum pl_err
join(struct pl_table *t, int64_t *start_ns)
{
	struct pl_grid_part p[PL_FORMAT_PARTS];
	enum pl_err err = PL_OK;
	int k;

	for (k = 0; !err && k < parts; k++)
		err = pl_grid_part(&p[k], &part[k], 0, &fault);
	pl_table_init(t);
	return err ? err : pl_grid_join(t, p, parts, 0, start_ns, &fault);
}

static void
test_phyphox(void)
{
	char start[PL_UTC_ROOM];
	struct pack z = { 0 };
	struct pl_table t;
	int64_t ns;
	size_t i;

	for (i = 0; i < 5; i++) {
		pack_table(&z, "Linear Accelerometer.csv", phyphox_table(
		    &hands[i], "\"Time (s)\",\"Linear Acceleration x (m/s^2)\""
		    ",\"Linear Acceleration y (m/s^2)\",\"Linear Acceleration "
		    "z (m/s^2)\"", LINEAR, 0.008));
		pack_table(&z, "Accelerometer.csv", phyphox_table(&hands[i],
		    i % 2 ? "\"Time (s)\",\"X (m/s^2)\",\"Y (m/s^2)\","
		    "\"Z (m/s^2)\"" : "\"Zeit (s)\",\"Beschleunigung x (m/s^2)"
		    "\",\"Beschleunigung y (m/s^2)\",\"Beschleunigung z "
		    "(m/s^2)\"", ACC, 0.008));
		pack_table(&z, "Gyroscope.csv", phyphox_table(&hands[i],
		    "\"Time (s)\",\"Gyroscope x (rad/s)\",\"Gyroscope y "
		    "(rad/s)\",\"Gyroscope z (rad/s)\"", GYR, 1.203));
		pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
		pack_table(&z, "meta/time.csv", phyphox_times(&hands[i],
		    false));
		pack_end(&z);
		ok(!get(&z.all, NULL, NULL) && parts == 2 &&
		    nods(0, ACC, 1, 0.008, 1e-8) && nods(1, GYR, 1, 1.203,
		    1e-8), "phyphox, numbers between '%c' with '%c': %s",
		    hands[i].stop == '\t' ? 't' : hands[i].stop,
		    hands[i].point, fault.why);
		pl_utc_print(start, part[0].start_ns);
		ok(part[0].dated && part[1].dated &&
		    strcmp(start, "2025-02-12T17:25:34.250Z") == 0 &&
		    fabs(part[0].t_s[0] - 0.008) < 1e-9 &&
		    fabs(part[1].t_s[0] - 1.203) < 1e-9,
		    "its rows are dated: %s", start);
		ok(!join(&t, &ns) && t.rows == 480 && ns - part[0].start_ns ==
		    1203000000, "and joined where both are");
		pl_table_free(&t);
		pack_free(&z);
	}
}

static void
test_phyphox_odd(void)
{
	static const char *const head = "\"Time (s)\",\"X (m/s^2)\","
	    "\"Y (m/s^2)\",\"Z (m/s^2)\"";
	struct pack z = { 0 };
	struct pl_table t;
	struct pl_bytes b;
	int64_t ns;

	pack_table(&z, "Accelerometer.csv", phyphox_table(hands, head, ACC, 0));
	pack_table(&z, "meta/time.csv", phyphox_times(hands, true));
	pack_end(&z);
	ok(!get(&z.all, NULL, NULL) && parts == 1 &&
	    fabs(part[0].t_s[299] - 2.99) < 1e-6 &&
	    fabs(part[0].t_s[300] - 13) < 1e-6 &&
	    fabs(part[0].t_s[599] - 15.99) < 1e-6,
	    "a pause of ten seconds lies between its rows");
	ok(!join(&t, &ns) && t.rows == 1600 && pl_missing(t.col[1].x[700]),
	    "and is a hole of the stream");
	pl_table_free(&t);
	pack_free(&z);

	pack_table(&z, "Gyroscope.csv", phyphox_table(hands, "\"Time (s)\","
	    "\"x (rad/s)\",\"y (rad/s)\",\"z (rad/s)\"", GYR, 0.5));
	pack_table(&z, "Raw.csv", phyphox_table(hands, head, ACC, 0));
	pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
	pack_end(&z);
	ok(!get(&z.all, NULL, NULL) && parts == 2 && !part[0].dated &&
	    !join(&t, &ns) && t.rows == 550,
	    "without meta/time.csv they share the clock of the experiment");
	pl_table_free(&t);
	pack_free(&z);

	pack_table(&z, "A.csv", phyphox_table(hands, head, LINEAR, 0));
	pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
	pack_end(&z);
	ok(get(&z.all, NULL, NULL) == PL_ESTATE, "without gravity: %s",
	    fault.why);
	pack_free(&z);

	pack_table(&z, "Gravity.csv", phyphox_table(hands, head, ACC, 0));
	pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
	pack_end(&z);
	ok(get(&z.all, NULL, NULL) == PL_ESTATE && strstr(fault.why,
	    "Accelerometer"), "gravity alone: %s", fault.why);
	pack_free(&z);

	pack_table(&z, "Gravity.csv", phyphox_table(hands, head, ACC, 1));
	pack_table(&z, "Raw.csv", phyphox_table(hands, "\"Time (s)\","
	    "\"Gravity x (m/s^2)\",\"Gravity y (m/s^2)\","
	    "\"Gravity z (m/s^2)\"", ACC, 1));
	pack_table(&z, "Accelerometer.csv", phyphox_table(hands, head, ACC, 0));
	pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
	pack_end(&z);
	ok(!get(&z.all, NULL, NULL) && parts == 1 && part[0].t_s[0] == 0,
	    "gravity that comes before the accelerometer is none");
	pack_free(&z);

	b = phyphox_table(hands, head, ACC, 0);
	add(&b, "6.00E0,NaN,NaN,NaN\n6.01E0,1,9.75,NaN\n");
	pack_table(&z, "A.csv", b);
	pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
	pack_end(&z);
	ok(!get(&z.all, NULL, NULL) && part[0].rows == ROWS + 2 &&
	    pl_missing(part[0].col[1].x[ROWS]) &&
	    part[0].col[1].x[ROWS + 1] == 9.75 &&
	    pl_missing(part[0].col[2].x[ROWS + 1]), "NaN is missing");
	pack_free(&z);

	pack_add(&z, "A.csv", "no table\n", 9);
	pack_add(&z, "meta/device.csv", "\"property\",\"value\"\n", 19);
	pack_end(&z);
	ok(get(&z.all, NULL, NULL) == PL_ECOLUMN, "no sensor: %s", fault.why);
	pack_free(&z);
}

/* ---- Sensor Logger: time in ns, z y x ---- */

#define BEGIN INT64_C(1784719747080809216)

/* share: of gravity and of what moves, in the sum; in units of scale. */
static struct pl_bytes
logger_table(enum what what, double gravity, double moves, double sign,
    int64_t late_ns)
{
	struct pl_bytes b = { 0 };
	double acc[3], gyr[3];
	char line[160];
	int i;

	add(&b, "time,seconds_elapsed,z,y,x\n");
	for (i = 0; i < ROWS; i++) {
		double t = i / HZ, *x = what == GYR ? gyr : acc;

		nod(t, acc, gyr);
		if (what != GYR) {	/* gravity: 9.8 along y, for the test */
			acc[0] *= sign * moves;
			acc[1] = sign * (moves * (acc[1] - PL_GRAVITY) +
			    gravity * PL_GRAVITY);
			acc[2] *= sign * moves;
		}
		snprintf(line, sizeof line, "%lld,%.4f,%.12f,%.12f,%.12f\n",
		    (long long)(BEGIN + late_ns + i * INT64_C(10000000)), t,
		    x[2], x[1], x[0]);
		add(&b, line);
	}
	return b;
}

/* unit: what 1 m/s^2 is in the file, pointing up or down. */
static void
logger_zip(struct pack *z, const char *meta, bool total, double unit)
{
	if (meta)
		pack_add(z, "Metadata.csv", meta, strlen(meta));
	pack_table(z, "Accelerometer.csv", logger_table(ACC, 0, 1, unit, 0));
	if (total)
		pack_table(z, "TotalAcceleration.csv", logger_table(ACC, 1, 1,
		    unit, 0));
	else
		pack_table(z, "Gravity.csv", logger_table(ACC, 1, 0, unit,
		    -4000000));
	pack_table(z, "Gyroscope.csv", logger_table(GYR, 0, 0, 1, 2000000));
	pack_end(z);
}

#define ANDROID "device name,platform,appVersion\nPixel,android,1.4\n"
#define IOS "device name,platform,appVersion\n\"a, b\",ios,1.4\n"
#define ALIKE "platform,standardisation\nios,true\n"

static void
test_logger(void)
{
	static const struct { const char *what, *meta, *as; double sign; }
	kind[] = {
		{ "Android", ANDROID, NULL, 1 }, { "iOS", IOS, NULL, -1 },
		{ "iOS, standardised", ALIKE, NULL, 1 },
		{ "-F android", NULL, "sensor-logger-android", 1 },
		{ "-F ios", NULL, "sensor-logger-ios", -1 },
		{ "iOS, in g", IOS, NULL, -1 / PL_GRAVITY },
	};
	struct pack z = { 0 };
	size_t i;
	int total;

	for (i = 0; i < 6; i++)
		for (total = 0; total < 2; total++) {
			logger_zip(&z, kind[i].meta, total, kind[i].sign);
			ok(!get(&z.all, kind[i].as, NULL) && parts == 2 &&
			    part[0].dated && part[0].start_ns == BEGIN &&
			    part[1].start_ns == BEGIN + 2000000 &&
			    nods(1, GYR, 1, 0, 1e-9), "Sensor Logger, %s: %s",
			    kind[i].what, fault.why);
			part[0].rows -= !total;
			ok(total ? nods(0, ACC, 1, 0, 1e-9) :
			    part[0].rows == ROWS - 1 &&
			    fabs(part[0].col[pl_raw_find(&part[0],
			    "acc_y_m_s2")].x[300] - PL_GRAVITY * cos(0.175 * 2))
			    < 1e-9, "%s", total ? "TotalAcceleration" :
			    "acceleration and gravity of other stamps, added");
			pack_free(&z);
		}
	logger_zip(&z, NULL, true, 1);
	ok(get(&z.all, NULL, NULL) == PL_ESTATE && strstr(fault.why, "-F "),
	    "no Metadata.csv: %s", fault.why);
	ok(get(&z.all, "sensor-logger-ios", "wrist") == PL_ECOLUMN,
	    "no wrist: %s", fault.why);
	pack_free(&z);
	pack_add(&z, "Metadata.csv", ANDROID, strlen(ANDROID));
	pack_table(&z, "Accelerometer.csv", logger_table(ACC, 0, 1, 1, 0));
	pack_end(&z);
	ok(get(&z.all, NULL, NULL) == PL_ESTATE, "no gravity: %s", fault.why);
	pack_free(&z);
	pack_add(&z, "x.txt", "hello", 5);
	pack_end(&z);
	ok(get(&z.all, NULL, NULL) == PL_EFORMAT, "a zip of another hand: %s",
	    fault.why);
	pack_free(&z);
}

/* An Apple watch: g, pointing down at rest. */
static struct pl_bytes
wrist_table(void)
{
	struct pl_bytes b = { 0 };
	double acc[3], gyr[3];
	char line[400];
	int i;

	add(&b, "time,seconds_elapsed,rotationRateX,rotationRateY,"
	    "rotationRateZ,gravityX,gravityY,gravityZ,accelerationX,"
	    "accelerationY,accelerationZ,quaternionW\n");
	for (i = 0; i < ROWS; i++) {
		nod(i / HZ, acc, gyr);
		snprintf(line, sizeof line, "%lld,%.4f,%.12f,%.12f,%.12f,0,-1,"
		    "0,%.12f,%.12f,%.12f,1\n", (long long)(BEGIN + i *
		    INT64_C(10000000)), i / HZ, gyr[0], gyr[1], gyr[2],
		    -acc[0] / PL_GRAVITY, -acc[1] / PL_GRAVITY + 1,
		    -acc[2] / PL_GRAVITY);
		add(&b, line);
	}
	return b;
}

static void
test_wrist(void)
{
	struct pack z = { 0 };
	struct pl_bytes b;

	pack_table(&z, "WristMotion.csv", wrist_table());
	pack_end(&z);
	ok(!get(&z.all, NULL, NULL) && parts == 1 && nods(0, ACC, 1, 0, 1e-9) &&
	    nods(0, GYR, 1, 0, 1e-9), "a watch needs no Metadata.csv");
	pack_free(&z);
	b = wrist_table();
	ok(!get(&b, NULL, NULL) && nods(0, ACC, 1, 0, 1e-9),
	    "nor a zip: %s", fault.why);
	pl_bytes_free(&b);
	pack_table(&z, "WristMotion.csv", wrist_table());
	logger_zip(&z, ANDROID, true, 1);
	ok(get(&z.all, NULL, NULL) == PL_ECOLUMN, "phone and watch: %s",
	    fault.why);
	ok(!get(&z.all, NULL, "wrist") && parts == 1 &&
	    nods(0, GYR, 1, 0, 1e-9), "the watch is chosen");
	ok(!get(&z.all, NULL, "phone") && parts == 2 && nods(0, ACC, 1, 0,
	    1e-9) && part[1].start_ns == BEGIN + 2000000, "so is the phone");
	pack_free(&z);
}

static void
test_alone(void)
{
	struct pl_bytes b = logger_table(ACC, 1, 1, -1, 0);

	ok(get(&b, NULL, NULL) == PL_ESTATE && strstr(fault.why, "-F "),
	    "a table alone does not tell its sign: %s", fault.why);
	ok(!get(&b, "sensor-logger-ios", NULL) && nods(0, ACC, 1, 0, 1e-9),
	    "-F does");
	pl_bytes_free(&b);
	b = logger_table(GYR, 0, 0, 1, 0);
	ok(get(&b, "sensor-logger-ios", NULL) == PL_ESTATE &&
	    strstr(fault.why, "-c"), "nor that it is a gyroscope: %s",
	    fault.why);
	pl_bytes_free(&b);
}

static void
keep(const char *path, const struct pack *z)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(z->all.at, 1, z->all.n, f) != z->all.n || fclose(f))
		exit(2);
}

/* With two names: no test, but archives for the fuzzers to change. */
static int
make_files(char **path)
{
	struct pack z = { 0 };

	pack_table(&z, "Accelerometer.csv", phyphox_table(hands, "\"Time (s)\","
	    "\"X (m/s^2)\",\"Y (m/s^2)\",\"Z (m/s^2)\"", ACC, 0.008));
	pack_table(&z, "Gyroscope.csv", phyphox_table(hands, "\"Time (s)\","
	    "\"X (rad/s)\",\"Y (rad/s)\",\"Z (rad/s)\"", GYR, 1.203));
	pack_table(&z, "meta/time.csv", phyphox_times(hands, true));
	pack_end(&z);
	keep(path[1], &z);
	pack_free(&z);
	logger_zip(&z, ANDROID, false, 1);
	keep(path[2], &z);
	pack_free(&z);
	return 0;
}

int
main(int argc, char **argv)
{
	int k;

	if (argc == 3)
		return make_files(argv);
	test_bounds();
	test_bomb();
	test_phyphox();
	test_phyphox_odd();
	test_logger();
	test_wrist();
	test_alone();
	for (k = 0; k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	return done();
}
