#include "sensorlogger.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../../base/unit.h"
#include "../archive.h"
#include "../cell.h"
#include "gravity.h"
#include "text.h"

/* Which way acceleration points at rest, and who says so. */
enum sign { UNKNOWN, UP, DOWN };

/* The mean size of what has gravity in it: near to 9.8 m/s^2, or in g below. */
#define NEAR 2.0
#define LIGHT 2.0

static const char *const si[] = { "acc_x_m_s2", "acc_y_m_s2", "acc_z_m_s2" };
static const char *const in_g[] = { "acc_x_g", "acc_y_g", "acc_z_g" };

/* What the columns of each table are; all have "time". */
#define ACC "t_ns=time,acc_x_m_s2=x,acc_y_m_s2=y,acc_z_m_s2=z"
#define GYR "t_ns=time,gyr_x_rad_s=x,gyr_y_rad_s=y,gyr_z_rad_s=z"
#define WRIST "t_ns=time,acc_x_g=accelerationX,acc_y_g=accelerationY," \
    "acc_z_g=accelerationZ,gyr_x_rad_s=rotationRateX," \
    "gyr_y_rad_s=rotationRateY,gyr_z_rad_s=rotationRateZ"
#define WRIST_GRAVITY "t_ns=time,acc_x_g=gravityX,acc_y_g=gravityY," \
    "acc_z_g=gravityZ"

bool
pl_sensorlogger_is(const char *bytes, size_t n)
{
	static const char head[] = "time,seconds_elapsed,";

	if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		bytes += 3, n -= 3;
	return pl_archive_is(bytes, n) || (n >= sizeof head - 1 &&
	    memcmp(bytes, head, sizeof head - 1) == 0);
}

/* Read a table, its columns named by a list. */
static enum pl_err
read_table(struct pl_raw *r, const char *bytes, size_t n, const char *list,
    struct pl_fault *f)
{
	struct pl_raw part[PL_FORMAT_PARTS];
	struct pl_map map;
	struct pl_source s = { .bytes = bytes, .n = n, .map = &map };
	const struct pl_map_item *lost;
	enum pl_err err;
	int parts;

	if (memchr(bytes, '\0', n))
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "a table of Sensor Logger with bytes that are no text");
	err = pl_map_parse(&map, list, f);
	if (err)
		return err;
	err = pl_text_read(&s, part, &parts, f);
	lost = pl_map_lost(&map);
	if (!err && lost) {
		err = pl_fault_set(f, PL_ECOLUMN, 0, lost->header, NULL,
		    "no such column in a table of Sensor Logger");
		pl_raw_free(part);
	}
	pl_map_free(&map);
	if (!err)
		*r = *part;
	return err;
}

/* Read an acceleration without gravity, and its gravity, and add them. */
static enum pl_err
read_sum(struct pl_raw *r, const struct pl_member *acc, const char *acc_list,
    const struct pl_member *gravity, const char *gravity_list,
    const char *const name[3], struct pl_fault *f)
{
	struct pl_raw g;
	enum pl_err err = read_table(r, acc->at, acc->n, acc_list, f);

	if (err)
		return err;
	err = read_table(&g, gravity->at, gravity->n, gravity_list, f);
	if (err) {
		pl_raw_free(r);
		return err;
	}
	pl_gravity_add(r, &g, name);
	pl_raw_free(&g);
	return PL_OK;
}

/* Multiply the acceleration. */
static void
scale(struct pl_raw *r, double k)
{
	size_t c, i;

	for (c = 0; c < r->cols; c++)
		for (i = 0; strncmp(r->col[c].name, "acc_", 4) == 0 &&
		    i < r->rows; i++)
			r->col[c].x[i] *= k;
}

static void
turn(struct pl_raw *r, enum sign sign)
{
	if (sign != DOWN)
		return;
	scale(r, -1);
	pl_raw_say(r, false, "acceleration reversed: Apple's points down at "
	    "rest");
}

/* What has gravity in it has its size in m/s^2, or 1 in g. */
static void
settle_unit(struct pl_raw *r)
{
	double mean = pl_gravity_mean(r, si);

	if (!(mean > 0 && mean < LIGHT))
		return;
	scale(r, PL_GRAVITY);
	pl_raw_say(r, false, "acceleration of %.2f in the mean: taken as g",
	    mean);
}

static enum pl_err
name_sensor(struct pl_raw *r, const char *word)
{
	enum pl_err err = PL_OK;
	size_t c;

	for (c = 0; !err && c < r->cols; c++)
		err = pl_raw_sensor(r, c, word, strlen(word));
	return err;
}

static enum pl_err
read_wrist(struct pl_raw *r, const struct pl_member *m, struct pl_fault *f)
{
	enum pl_err err = read_sum(r, m, WRIST, m, WRIST_GRAVITY, in_g, f);

	if (!err)
		turn(r, DOWN);
	return err;
}

static bool
want(const char *name)
{
	static const char *const wanted[] = { "Metadata.csv",
	    "Accelerometer.csv", "Gravity.csv", "TotalAcceleration.csv",
	    "Gyroscope.csv", "WristMotion.csv" };
	size_t i;

	if (strncmp(name, "__MACOSX/", 9) == 0)
		return false;
	for (i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (strcmp(pl_archive_base(name), wanted[i]) == 0)
			return true;
	return false;
}

/* A cell of the second line of a table, under this header. */
static bool
under(const struct pl_member *m, const char *header, struct pl_cell *c)
{
	const char *end = m->at + m->n, *head = pl_cell_line(m->at, end);
	const char *p = m->at, *q = head < end ? head + 1 : end;
	size_t n = strlen(header);
	struct pl_cell h;

	while (p && q) {
		p = pl_cell_next(p, head, ',', &h);
		q = pl_cell_next(q, pl_cell_line(q, end), ',', c);
		if ((size_t)(h.end - h.p) == n && memcmp(h.p, header, n) == 0)
			return true;
	}
	return false;
}

static bool
says(const struct pl_member *m, const char *header, const char *word)
{
	size_t n = strlen(word);
	struct pl_cell c;

	return under(m, header, &c) && (size_t)(c.end - c.p) == n &&
	    strncasecmp(c.p, word, n) == 0;
}

static enum sign
sign_of(const struct pl_member *meta)
{
	if (!meta)
		return UNKNOWN;
	if (says(meta, "standardisation", "true") ||
	    says(meta, "platform", "android"))
		return UP;
	return says(meta, "platform", "ios") ? DOWN : UNKNOWN;
}

static enum pl_err
ask_sign(struct pl_fault *f)
{
	return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "nothing in it says "
	    "whether its acceleration points up at rest: -F "
	    "sensor-logger-android (also standardised), or -ios if down");
}

/* The acceleration of a phone, with gravity. */
static enum pl_err
read_phone(const struct pl_archive *zip, struct pl_raw *r, enum sign sign,
    struct pl_fault *f)
{
	const struct pl_member *total = pl_archive_find(zip,
	    "TotalAcceleration.csv"), *acc = pl_archive_find(zip,
	    "Accelerometer.csv"), *gravity = pl_archive_find(zip,
	    "Gravity.csv");
	enum pl_err err;

	if (sign == UNKNOWN)
		return ask_sign(f);
	if (!total && !gravity)
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL,
		    "Accelerometer.csv is without gravity: record Gravity or "
		    "Total Acceleration as well");
	if (total)
		err = read_table(r, total->at, total->n, ACC, f);
	else
		err = read_sum(r, acc, ACC, gravity, ACC, si, f);
	if (err)
		return err;
	settle_unit(r);
	turn(r, sign);
	return err;
}

static enum pl_err
read_files(const struct pl_archive *zip, const char *sensors, enum sign sign,
    struct pl_raw *part, int *parts, struct pl_fault *f)
{
	const struct pl_member *wrist = pl_archive_find(zip,
	    "WristMotion.csv"), *gyr = pl_archive_find(zip, "Gyroscope.csv");
	bool acc = pl_archive_find(zip, "Accelerometer.csv") ||
	    pl_archive_find(zip, "TotalAcceleration.csv");
	bool on_wrist = wrist && (sensors ? strncmp(sensors, "wrist", 5) == 0 :
	    !acc);
	enum pl_err err = PL_OK;
	int k;

	if (!wrist && !acc && !gyr)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "a zip "
		    "neither of phyphox nor of Sensor Logger: unpack it");
	if (wrist && acc && !sensors)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "2 sensors in it: choose with --sensor: phone, wrist");
	if (on_wrist)
		err = read_wrist(&part[(*parts)++], wrist, f);
	else if (acc)
		err = read_phone(zip, &part[(*parts)++], sign, f);
	if (!err && gyr && !on_wrist)
		err = read_table(&part[(*parts)++], gyr->at, gyr->n, GYR, f);
	for (k = 0; !err && k < *parts; k++)
		err = name_sensor(&part[k], on_wrist ? "wrist" : "phone");
	return err;
}

static enum pl_err
read_zip(const struct pl_source *s, enum sign sign, struct pl_raw *part,
    int *parts, struct pl_fault *f)
{
	struct pl_archive zip;
	enum pl_err err = pl_archive_read(&zip, s->bytes, s->n, want,
	    PL_ARCHIVE_MOST, f);

	if (err)
		return err;
	if (sign == UNKNOWN)
		sign = sign_of(pl_archive_find(&zip, "Metadata.csv"));
	err = read_files(&zip, s->sensors, sign, part, parts, f);
	pl_archive_free(&zip);
	return err;
}

/* One table, and no name. */
static enum pl_err
read_alone(const struct pl_source *s, enum sign sign, struct pl_raw *r,
    struct pl_fault *f)
{
	const struct pl_member m = { .at = (char *)s->bytes, .n = s->n };
	struct pl_cell c;
	enum pl_err err;

	if (under(&m, "rotationRateX", &c))
		return read_wrist(r, &m, f);
	if (pl_gravity_made(s->path))
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "by its name "
		    "no accelerometer, but made of other sensors: give the "
		    "zip, or TotalAcceleration.csv");
	err = read_table(r, s->bytes, s->n, ACC, f);
	if (err)
		return err;
	if (fabs(pl_gravity_mean(r, si) - PL_GRAVITY) > NEAR)
		err = pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "x y z, and "
		    "nothing says of what: give the zip, or for a gyroscope "
		    "-F text -c t_ns=time,gyr_x_rad_s=x,gyr_y_rad_s=y,"
		    "gyr_z_rad_s=z");
	else if (sign == UNKNOWN)
		err = ask_sign(f);
	if (err)
		pl_raw_free(r);
	else
		turn(r, sign);
	return err;
}

static enum pl_err
read_as(const struct pl_source *s, enum sign sign, struct pl_raw *part,
    int *parts, struct pl_fault *f)
{
	enum pl_err err;
	int k;

	for (k = 0; k < PL_FORMAT_PARTS; k++)
		part[k] = (struct pl_raw){ 0 };
	*parts = 0;
	if (s->map->n && !pl_archive_is(s->bytes, s->n))
		return pl_text_read(s, part, parts, f);
	if (pl_archive_is(s->bytes, s->n))
		err = read_zip(s, sign, part, parts, f);
	else {
		*parts = 1;
		err = read_alone(s, sign, part, f);
	}
	for (k = 0; err && k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	return err;
}

enum pl_err
pl_sensorlogger_read(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	return read_as(s, UNKNOWN, part, parts, f);
}

enum pl_err
pl_sensorlogger_android(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	return read_as(s, UP, part, parts, f);
}

enum pl_err
pl_sensorlogger_ios(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	return read_as(s, DOWN, part, parts, f);
}
