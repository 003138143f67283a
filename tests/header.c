/* header: what recorders call their columns */
#include <string.h>

#include "../lib/base/unit.h"
#include "../lib/io/header.h"
#include "../lib/io/words.h"
#include "tap.h"

enum {
	NONE = PL_HEADER_NONE, TIME = PL_HEADER_TIME, ACC = PL_HEADER_ACC,
	GYR = PL_HEADER_GYR, AXIS = PL_HEADER_AXIS, OTHER = PL_HEADER_OTHER
};

/* As it stands there; what it is, axis, unit, whose. */
static const struct {
	const char *text;
	int what;
	char axis;
	const char *unit, *sensor;
} known[] = {
	{ "Accel_X (g)", ACC, 'x', "_g", "" },
	{ "acc x [m/s\xc2\xb2]", ACC, 'x', "_m_s2", "" },
	{ "acc y [m/s\xb2]", ACC, 'y', "_m_s2", "" },
	{ "Acceleration x (m/s^2)", ACC, 'x', "_m_s2", "" },
	{ "Gyroscope z (rad/s)", GYR, 'z', "_rad_s", "" },
	{ "X (m/s^2)", ACC, 'x', "_m_s2", "" },
	{ "X (rad/s)", GYR, 'x', "_rad_s", "" },
	{ "Time (s)", TIME, 0, "_s", "" },
	{ "Zeit (s)", TIME, 0, "_s", "" },
	{ "\xe6\x99\x82\xe9\x96\x93 (s)", TIME, 0, "_s", "" },
	{ "Acc\xc3\xa9l\xc3\xa9ration y (m/s^2)", ACC, 'y', "_m_s2",
	    "Acc\xc3\xa9l\xc3\xa9ration" },
	{ "Absolute acceleration (m/s^2)", OTHER, 0, "_m_s2", "" },
	{ "accX", ACC, 'x', "", "" },
	{ "gyroZ", GYR, 'z', "", "" },
	{ "ax", ACC, 'x', "", "" },
	{ "gz", GYR, 'z', "", "" },
	{ "wy", GYR, 'y', "", "" },
	{ "ax_m/s/s", ACC, 'x', "_m_s2", "" },
	{ "gx_deg/s", GYR, 'x', "_deg_s", "" },
	{ "mx_microT", OTHER, 'x', "", "" },
	{ "unix_timestamp_microsec", TIME, 0, "_us", "" },
	{ "time_s", TIME, 0, "_s", "" },
	{ "gFx", ACC, 'x', "_g", "" },
	{ "TgF", OTHER, 0, "", "" },
	{ "Bx", OTHER, 'x', "", "" },
	{ "time", TIME, 0, "", "" },
	{ "loggingTime(txt)", TIME, 0, "", "" },
	{ "accelerometerTimestamp_sinceReboot(s)", TIME, 0, "_s", "" },
	{ "accelerometerAccelerationX(G)", ACC, 'x', "_g", "" },
	{ "gyroRotationX(rad/s)", GYR, 'x', "_rad_s", "" },
	{ "motionRotationRateZ(rad/s)", GYR, 'z', "_rad_s", "" },
	{ "motionQuaternionX(R)", OTHER, 'x', "", "" },
	{ "Acc_X", ACC, 'x', "", "" },
	{ "Gyr_Y", GYR, 'y', "", "" },
	{ "Mag_X", OTHER, 'x', "", "" },
	{ "Quat_q0", OTHER, 0, "", "" },
	{ "Mat[1][1]", OTHER, 0, "", "" },
	{ "Euler_X", OTHER, 'x', "", "" },
	{ "dv[1]", OTHER, 0, "", "" },
	{ "PacketCounter", NONE, 0, "", "" },
	{ "SampleTimeFine", TIME, 0, "", "" },
	{ "Accel-X (g)", ACC, 'x', "_g", "" },
	{ "Gyro-X (d/s)", GYR, 'x', "_deg_s", "" },
	{ "epoch (ms)", TIME, 0, "_ms", "" },
	{ "epoc (ms)", TIME, 0, "_ms", "" },
	{ "time (01:00)", TIME, 0, "", "" },
	{ "timestamp (-0700)", TIME, 0, "", "" },
	{ "elapsed (s)", TIME, 0, "_s", "" },
	{ "x-axis (g)", ACC, 'x', "_g", "" },
	{ "x-axis (deg/s)", GYR, 'x', "_deg_s", "" },
	{ "millis", TIME, 0, "_ms", "" },
	{ "Timestamp (ms)", TIME, 0, "_ms", "" },
	{ "X: (m/s^2)", ACC, 'x', "_m_s2", "" },
	{ "Shimmer_40AC_Accel_WR_X_CAL", ACC, 'x', "", "Shimmer_40AC" },
	{ "Shimmer_40AC_Timestamp_Unix_CAL", TIME, 0, "", "" },
	{ "RWrist_Gyro_Z_CAL", GYR, 'z', "", "RWrist" },
	{ "Mini sensor 10: ACC.X 10", ACC, 'x', "", "Mini sensor 10" },
	{ "Mini sensor 10: EMG 10", OTHER, 0, "", "" },
	{ "X[s]", TIME, 'x', "_s", "" },
	{ "Pelvis Accel Sensor X (mG)", ACC, 'x', "_mg", "Pelvis" },
	{ "RT Hand Accel Sensor X (mG)", ACC, 'x', "_mg", "RT Hand" },
	{ "Noraxon MyoMotion-Segments-Foot RT-Gyroscope-x (deg/s)", GYR, 'x',
	    "_deg_s", "Foot RT" },
	{ "Static/Acceleration/X", ACC, 'x', "", "Static" },
	{ "Right Ankle/Angular Velocity/Y", GYR, 'y', "", "Right Ankle" },
	{ "Static/Orientation/Scalar", OTHER, 0, "", "" },
	{ "Accelerometer X", ACC, 'x', "", "" },
	{ "s0_ax", ACC, 'x', "", "s0" },
	{ "chest_gz", GYR, 'z', "", "chest" },
	{ "gyro_x_thigh", GYR, 'x', "", "thigh" },
	{ "x", AXIS, 'x', "", "" },
	{ "Position X", OTHER, 'x', "", "" },
	{ "Velocity x (m/s)", OTHER, 'x', "", "" },
	{ "Temperature", OTHER, 0, "", "" },
	{ "battery", OTHER, 0, "", "" },
	{ "Mag X (G)", OTHER, 'x', "_g", "" },
	{ "seq", NONE, 0, "", "" },
	{ "Activity", NONE, 0, "", "" },
	{ "accel gyro x", NONE, 'x', "", "" },
	{ "", NONE, 0, "", "" },
};

static void
test_known(void)
{
	struct pl_header h;
	size_t i;

	for (i = 0; i < sizeof known / sizeof *known; i++) {
		pl_header_read(&h, known[i].text, NULL);
		ok((int)h.what == known[i].what && h.axis == known[i].axis &&
		    strcmp(h.unit, known[i].unit) == 0 &&
		    strcmp(h.sensor, known[i].sensor) == 0,
		    "'%s': %d %c '%s' '%s'", known[i].text, (int)h.what,
		    h.axis ? h.axis : '-', h.unit, h.sensor);
	}
}

static void
test_gravity(void)
{
	static const char *const taken[] = {
		"Linear Acceleration x (m/s^2)", "motionUserAccelerationX(G)",
		"FreeAcc_X", "Lineare Beschleunigung x (m/s^2)",
		"Acc\303\251l\303\251ration lin\303\251aire x (m/s^2)",
		"Aceleraci\xc3\xb3n lineal x (m/s^2)", "linAccX",
		"Acceleration (without g) x (m/s^2)",
		"Beschleunigung ohne g x (m/s^2)",
		"Acc\xc3\xa9l\xc3\xa9ration sans g x (m/s^2)",
	};
	static const char *const full[] = {
		"Acceleration with g x (m/s^2)", "ax",
		"accelerationIncludingGravity.x (m/s2)", "x-axis (g)",
	};
	struct pl_header h;
	size_t i;

	for (i = 0; i < sizeof taken / sizeof *taken; i++) {
		pl_header_read(&h, taken[i], NULL);
		ok(h.what == PL_HEADER_ACC && h.free && !h.gravity &&
		    h.axis == 'x', "'%s' is without gravity", taken[i]);
	}
	for (i = 0; i < sizeof full / sizeof *full; i++) {
		pl_header_read(&h, full[i], NULL);
		ok(h.what == PL_HEADER_ACC && !h.free && !h.gravity,
		    "'%s' is with gravity", full[i]);
	}
	pl_header_read(&h, "motionGravityX(G)", NULL);
	ok(h.what == PL_HEADER_ACC && h.gravity && !h.free,
	    "'motionGravityX(G)' is gravity alone");
}

/* What stands there as a unit and is none that is known; "": nothing does. */
static void
test_odd(void)
{
	static const struct { const char *text, *odd; } row[] = {
		{ "ax (1024 counts/g)", "1024 counts/g" },
		{ "acc x [8192 counts]", "8192 counts" },
		{ "accX (ft/s^2)", "ft/s^2" }, { "ax_ft/s2", "ft/s2" },
		{ "Gyro X (rps)", "rps" }, { "gx_rps", "rps" },
		{ "Gyro X (2000 dps)", "2000 dps" },
		{ "Accel X (8 g)", "8 g" }, { "time (min)", "min" },
		{ "Time [days]", "days" }, { "time_h", "h" },
		{ "time (01:00)", "01:00" }, { "ax (cm/s^2)", "" },
		{ "acc[x]", "" }, { "accel (x-axis)", "" },
		{ "Accel X (raw)", "" }, { "Acceleration x (with g)", "" },
		{ "ax", "" }, { "chest_ax", "" }, { "time_s", "" },
		{ "Right Ankle/Angular Velocity/Y", "" },
		{ "Left Foot A/Acceleration/X", "" }, { "A/X", "" },
	};
	struct pl_header h;
	size_t i;

	for (i = 0; i < sizeof row / sizeof *row; i++) {
		pl_header_read(&h, row[i].text, NULL);
		ok(strcmp(h.odd, row[i].odd) == 0 && (!*h.odd ||
		    (!*h.unit && h.what != PL_HEADER_NONE && !*h.sensor)),
		    "'%s' has the odd unit '%s'", row[i].text, h.odd);
	}
	pl_header_read(&h, "Gyro_X", "rps");
	ok(h.what == PL_HEADER_GYR && strcmp(h.odd, "rps") == 0,
	    "and so has a row of units");
}

static void
test_rows(void)
{
	struct pl_header a, b;

	pl_header_read(&a, "Shimmer_40AC_Accel_WR_X_CAL", "m/(s^2)");
	ok(a.what == PL_HEADER_ACC && strcmp(a.unit, "_m_s2") == 0,
	    "a unit in a row of its own");
	pl_header_read(&a, "Shimmer_40AC_Accel_WR_X_RAW", "no_units");
	ok(a.what == PL_HEADER_OTHER, "what has no unit is no acceleration");
	pl_header_read(&a, "RT Foot Accel Sensor X (mG)", NULL);
	pl_header_read(&b,
	    "Noraxon MyoMotion-Segments-Foot RT-Gyroscope-x (deg/s)", NULL);
	ok(strcmp(a.key, b.key) == 0 && strcmp(a.key, "foot rt ") == 0,
	    "one body, in whatever order of words");
	ok(pl_header_has("A_Accel_WR_X", "wr") &&
	    !pl_header_has("A_AccelWR_X", "wr") &&
	    pl_header_has("gyroRotationX(rad/s)", "ln gyro*") &&
	    !pl_header_has("", "wr"), "words of a header");
}

static void
test_units(void)
{
	static const char *const same[][2] = {
		{ "m/(s^2)", "_m_s2" }, { "m/s^2", "_m_s2" },
		{ "m/s/s", "_m_s2" }, { "mps2", "_m_s2" },
		{ "m / s\xc2\xb2", "_m_s2" }, { "G", "_g" }, { "mG", "_mg" },
		{ "\xc2\xb0/s", "_deg_s" }, { "\xb0/s", "_deg_s" },
		{ "DPS", "_deg_s" }, { "\xc2\xb5s", "_us" },
		{ "seconds", "_s" }, { "milliseconds", "_ms" },
		{ "cm/s\xc2\xb2", "_cm_s2" }, { "mm/s^2", "_mm_s2" },
		{ "rps", NULL }, { "min", NULL },
		{ "\xce\xbcs", "_us" }, { "deg C", NULL }, { "uT", "" },
		{ "", NULL }, { "a very long unit that is none", NULL },
	};
	size_t i;

	for (i = 0; i < sizeof same / sizeof *same; i++) {
		const char *u = pl_words_unit(same[i][0], strlen(same[i][0]));

		ok(u == same[i][1] || (u && same[i][1] &&
		    strcmp(u, same[i][1]) == 0), "the unit '%s'", same[i][0]);
		ok(!u || !*u || (*u == '_' && pl_words_measure(u)),
		    "'%s' measures something", same[i][0]);
	}
}

int
main(void)
{
	test_known();
	test_gravity();
	test_odd();
	test_rows();
	test_units();
	return done();
}
