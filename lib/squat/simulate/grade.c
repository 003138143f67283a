#include "grade.h"

#include <stddef.h>
#include <string.h>

static const struct pl_grade grades[] = {
	{ .name = "none" },
	{ .name = "lab",
	    .acc_noise_ug = 60, .acc_bias_mg = 5, .acc_gain = .001,
	    .gyr_noise_deg_s = .004, .gyr_bias_deg_s = .1,
	    .gyr_walk_deg_s = .001, .gyr_gain = .001,
	    .acc_range_g = 16, .gyr_range_deg_s = 2000, .bits = 16,
	    .clock = .001, .jitter_s = .0001,
	    .wobble_m = .001, .slack_deg = 0,
	    .stance_deg = 1, .sway_m = .002, .plane_deg = 1 },
	{ .name = "consumer",
	    .acc_noise_ug = 150, .acc_bias_mg = 20, .acc_gain = .005,
	    .gyr_noise_deg_s = .01, .gyr_bias_deg_s = .5,
	    .gyr_walk_deg_s = .003, .gyr_gain = .005,
	    .acc_range_g = 16, .gyr_range_deg_s = 2000, .bits = 16,
	    .clock = .01, .jitter_s = .002,
	    .wobble_m = .005, .slack_deg = 1,
	    .stance_deg = 3, .sway_m = .004, .plane_deg = 3 },
	{ .name = "poor",
	    .acc_noise_ug = 400, .acc_bias_mg = 50, .acc_gain = .02,
	    .gyr_noise_deg_s = .03, .gyr_bias_deg_s = 3,
	    .gyr_walk_deg_s = .02, .gyr_gain = .02,
	    .acc_range_g = 4, .gyr_range_deg_s = 500, .bits = 16,
	    .clock = .02, .jitter_s = .013, .packet_s = .1,
	    .wobble_m = .010, .slack_deg = 2,
	    .stance_deg = 4, .sway_m = .006, .plane_deg = 5 },
};

const struct pl_grade *
pl_grade_row(int i)
{
	size_t n = sizeof grades / sizeof *grades;

	return i >= 0 && (size_t)i < n ? &grades[i] : NULL;
}

const struct pl_grade *
pl_grade_find(const char *name)
{
	const struct pl_grade *g;
	int i;

	for (i = 0; (g = pl_grade_row(i)); i++)
		if (strcmp(g->name, name) == 0)
			return g;
	return NULL;
}
