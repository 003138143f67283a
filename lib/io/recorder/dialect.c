#include "dialect.h"

#include <string.h>

#include "actigraph.h"
#include "apdm.h"
#include "delsys.h"
#include "text.h"

enum { HEAD = 1 << 16 };	/* bytes in which a form is known, if at all */

static const struct pl_dialect dialects[] = {
	{ { "metamotion", "MbientLab MetaMotion, accelerometer and gyroscope "
	    "in two files", "", true, NULL, pl_text_read },
	    .mark = { "epoch (ms)|epoc (ms)", "x-axis (g)|x-axis (deg/s)" } },
	{ { "phyphox-csv", "phyphox CSV, a sensor a file", "", false, NULL,
	    pl_text_read },
	    .mark = { " (s)\"", "x (m/s^2)\"|X (m/s^2)\"|x (rad/s)\"|"
		"X (rad/s)\"|x (m/s\xc2\xb2)\"|X (m/s\xc2\xb2)\"" },
	    .ways = PL_DIALECT_WORDS | PL_DIALECT_SHARED | PL_DIALECT_NAMED,
	    .lacks = "take Accelerometer.csv, or record 'Acceleration (with "
		"g)'" },
	{ { "xsens", "Xsens MT Manager text, a file a sensor",
	    "-r where it does not say its rate", true, NULL, pl_text_read },
	    .mark = { "PacketCounter", "//|Year" },
	    .acc = "_m_s2", .gyr = "_rad_s", .counter = "PacketCounter",
	    .ways = PL_DIALECT_WORDS,
	    .lacks = "export Acc (inertial data), not free acceleration" },
	{ { "movella", "Movella DOT CSV", "", false, NULL, pl_text_read },
	    .mark = { "PacketCounter" },
	    .acc = "_m_s2", .gyr = "_deg_s", .clock = "SampleTimeFine",
	    .ticks = "_us", .counter = "PacketCounter",
	    .lacks = "record in the measurement mode 'Rate quantities', or "
		"export Acc and Gyr" },
	{ { "shimmer", "Shimmer Consensys", "", true, NULL, pl_text_read },
	    .mark = { "_CAL|_RAW", "Accel_|Gyro_" },
	    .prefer = "wr", .other = "ln",
	    .lacks = "export calibrated (CAL) data, not raw" },
	{ { "movesense-csv", "Movesense CSV, a sensor a file", "", false, NULL,
	    pl_text_read },
	    .mark = { "Timestamp (ms)", "X: (" }, .ways = PL_DIALECT_SHARED },
	{ { "delsys", "Delsys Trigno, EMGworks CSV", "--sensor of several",
	    true, NULL, pl_text_read },
	    .mark = { "Label: ", "Sampling frequency: ", "X[s]" },
	    .ways = PL_DIALECT_PADDED, .heads = pl_delsys_heads },
	{ { "noraxon", "Noraxon myoRESEARCH CSV", "--sensor of several", false,
	    NULL, pl_text_read },
	    .mark = { "Accel Sensor X (mG)|MyoMotion-Segments" },
	    .ways = PL_DIALECT_WORDS },
	{ { "apdm", "APDM Opal CSV, old and new", "--sensor of several", true,
	    NULL, pl_text_read },
	    .mark = { "/Acceleration/X|Format=7" },
	    .acc = "_m_s2", .gyr = "_rad_s", .heads = pl_apdm_heads },
	{ { "actigraph", "ActiGraph raw CSV (epoch counts are refused)", "",
	    false, NULL, pl_text_read },
	    .mark = { "Created By ActiGraph|Created By Actigraph" },
	    .acc = "_g", .note = "start date|start time",
	    .heads = pl_actigraph_heads },
	{ { "sensorlog", "SensorLog CSV (iOS)", "", false, NULL,
	    pl_text_read },
	    .mark = { "loggingTime(txt)|accelerometerAccelerationX(G)|"
		"motionUserAccelerationX(G)" },
	    .prefer = "gyro*", .other = "motion*",
	    .ways = PL_DIALECT_WORDS | PL_DIALECT_DOWN,
	    .lacks = "log the accelerometer, or gravity too" },
	{ { "physics", "Physics Toolbox CSV", "", false, NULL, pl_text_read },
	    .mark = { "gFx" } },
	{ { "vicon", "Vicon Blue Trident CSV", "", false, NULL, pl_text_read },
	    .mark = { "unix_timestamp_microsec" } },
	{ { "omconvert-csv", "omconvert CSV", "", false, NULL, pl_text_read },
	    .mark = { "Accel-X (g)" } },
	{ { "arduino", "MPU6050 and the like on a microcontroller, with a "
	    "header", "", false, NULL, pl_text_read },
	    .mark = { "accX|AccX|ax,ay,az|ax;ay;az|ax\tay\taz|ax, ay, az" },
	    .ways = PL_DIALECT_TALKS },
};

const struct pl_dialect *
pl_dialect_row(int i)
{
	return i >= 0 && (size_t)i < sizeof dialects / sizeof *dialects ?
	    &dialects[i] : NULL;
}

const struct pl_dialect *
pl_dialect_of(const struct pl_format *f)
{
	const struct pl_dialect *k;
	int i;

	for (i = 0; (k = pl_dialect_row(i)); i++)
		if (&k->form == f)
			return k;
	return NULL;
}

/* Does one of the words between bars stand in it? */
static bool
holds(const char *bytes, size_t n, const char *mark)
{
	for (;; mark++) {
		size_t k = strcspn(mark, "|");

		if (memmem(bytes, n, mark, k))
			return true;
		mark += k;
		if (!*mark)
			return false;
	}
}

bool
pl_dialect_is(const struct pl_dialect *d, const char *bytes, size_t n)
{
	size_t head = n < HEAD ? n : HEAD;
	int i;

	if (memchr(bytes, '\0', head))
		return false;
	for (i = 0; i < 4 && d->mark[i]; i++)
		if (*d->mark[i] == '!' ? holds(bytes, head, d->mark[i] + 1) :
		    !holds(bytes, head, d->mark[i]))
			return false;
	return true;
}
