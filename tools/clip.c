#include "clip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/imu/check.h"
#include "../lib/imu/clip.h"
#include "cli.h"

static void
tell(const struct pl_table *t, const double *axis, const struct pl_clip *clip)
{
	const double *t_s = pl_table_get(t, "t_s");
	const char *name = "", *gyr, *bias = "";
	char trunk[160];
	size_t c;

	for (c = 0; c < t->cols; c++)
		if (t->col[c].x == axis)
			name = t->col[c].name;
	gyr = strstr(name, "gyr_");
	if (gyr) {
		snprintf(trunk, sizeof trunk, "%.*sacc_fwd_m_s2",
		    (int)(gyr - name), name);
		if (pl_table_get(t, trunk))
			bias = " (plumb-align has taken the bias off)";
	}
	cli_warn("%s: clips: %zu row%s at %.4g%s, first at %.3f s: %s", name,
	    clip->rows, clip->rows == 1 ? "" : "s", clip->limit, bias,
	    t_s ? t_s[clip->first] : (double)clip->first,
	    pl_check_row(PL_CHECK_ACC_CLIPPED)->why);
}

bool
clip_out(const struct pl_table *t, const double *const axis[3], double least,
    const double *v[3])
{
	unsigned char *mark = pl_mem_array(t->rows, 1);
	bool any = false;
	int c;

	if (!mark)
		cli_die("out of memory");
	for (c = 0; c < 3; c++) {
		struct pl_clip clip = pl_clip_find(axis, c, t->rows, least,
		    mark);

		if (clip.rows)
			tell(t, axis[c], &clip);
		any = any || clip.rows;
	}
	if (any && !pl_clip_without(v, mark, t->rows))
		cli_die("out of memory");
	free(mark);
	return any;
}
