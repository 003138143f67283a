#include "poses.h"

#include <stdio.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "cli.h"
#include "sensor.h"
#include "stream.h"

/* "x z", or "none". */
static const char *
axes(const bool told[3], char to[8])
{
	size_t n = 0;
	int c;

	for (c = 0; c < 3; c++)
		if (told[c])
			n += (size_t)snprintf(to + n, 8 - n, n ? " %c" : "%c",
			    'x' + c);
	return n ? to : "none";
}

static void
note(const char *prefix, const struct pl_poses *p)
{
	cli_note("%sacc: offset %.4f %.4f %.4f m/s2 (SD %.4f %.4f %.4f), gain "
	    "%.5f %.5f %.5f (SD %.5f %.5f %.5f); %zu%s directions, %.0f s of "
	    "rest, %.4f m/s2 are left", prefix, cli_plain(p->offset[0], 4),
	    cli_plain(p->offset[1], 4), cli_plain(p->offset[2], 4),
	    p->offset_sd[0], p->offset_sd[1], p->offset_sd[2], p->gain[0],
	    p->gain[1], p->gain[2], p->gain_sd[0], p->gain_sd[1],
	    p->gain_sd[2], p->directions, p->directions == PL_POSES_CROSS ?
	    " or more" : "", p->still_s, p->residual_m_s2);
}

static enum poses_told
judge(const char *prefix, const struct pl_poses *p)
{
	char offset[8], gain[8], few[64] = "";
	bool all = true, any = false;
	int c;

	for (c = 0; c < 3; c++) {
		all = all && p->offset_told[c] && p->gain_told[c];
		any = any || p->offset_told[c] || p->gain_told[c];
	}
	if (all)
		return POSES_ALL;
	if (p->directions < PL_POSES_NEEDED)
		snprintf(few, sizeof few, "%zu of %d directions",
		    p->directions, PL_POSES_NEEDED);
	if (p->flat && p->directions > 2)
		snprintf(few + strlen(few), sizeof few - strlen(few), "%s",
		    *few ? ", in one plane" : "all directions in one plane");
	if (!*few)
		snprintf(few, sizeof few, "|acc| differs by %.2f m/s2 all the "
		    "same", p->residual_m_s2);
	if (!any)
		cli_warn("%sacc: %s: neither offset nor gain of an axis can be "
		    "told: it stays as it is", prefix, few);
	else
		cli_warn("%sacc: %s: only the offset of %s and the gain of %s "
		    "can be told: the rest stays as it is", prefix, few,
		    axes(p->offset_told, offset), axes(p->gain_told, gain));
	return any ? POSES_SOME : POSES_NOTHING;
}

enum poses_told
poses_read(const char *path, const char *prefix, struct pl_poses *p)
{
	const char *place = cli_place(NULL);
	const double *acc[3], *gyr[3];
	bool turns;
	struct pl_fault fault = { 0 };
	enum poses_told told;
	struct pl_table t;
	enum pl_err err;

	stream_read(&t, path);
	sensor_whole(&t);
	turns = sensor_columns(&t, prefix, "gyr", sensor_own, gyr);
	if (!sensor_columns(&t, prefix, "acc", sensor_own, acc)) {
		if (!*prefix)
			cli_need(&t, "acc_x_m_s2");
		cli_warn("no %sacc columns: that sensor stays as it is",
		    prefix);
		told = POSES_NOTHING;
	} else {
		err = pl_poses_find(acc, turns ? gyr : NULL, t.rows,
		    cli_rate(&t), p, &fault);
		if (err)
			cli_die_fault(err, &fault);
		note(prefix, p);
		told = judge(prefix, p);
	}
	pl_table_free(&t);
	cli_place(place);
	return told;
}

void
poses_apply(const struct pl_poses *p, const double *acc[3], size_t n)
{
	double *own = pl_mem_array(n, 3 * sizeof *own), *to[3];
	int c;

	if (!own)
		cli_die("out of memory");
	for (c = 0; c < 3; c++)
		to[c] = own + (size_t)c * n;
	pl_poses_apply(p, acc, n, to);
	for (c = 0; c < 3; c++)
		acc[c] = to[c];
}
