#include "rom_sum.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/num.h"
#include "../../base/trig.h"
#include "../../dsp/stat.h"
#include "rom_out.h"

#define Z95 1.96

enum { MOST = 1000 };		/* cycles of a trend: it needs their square */

static const char *const counts[] = { "reps_work", "reps_partial",
	"cands_unknown", "axis_tilt_deg", "drift_deg", NULL };
static const char *const values[] = { "range_median_deg", "range_best_deg",
	"trend_deg", "trend_low_deg", "trend_high_deg", "diff_deg",
	"diff_sd_deg", "greater", "asymmetry_pct", NULL };

enum { THORAX, THORACIC, PARTS };
static const char *const part[PARTS] = { "thorax", "thoracic" };

/* Of a part of a side; rad. */
struct sum { double median, best, sd, trend, span[2]; };

static const struct pl_rom_end *
ends_of(const struct pl_rom_side *s, int p)
{
	return p == THORAX ? s->rom.thorax : s->rom.thoracic;
}

/* Slope and span of y over x; missing where there are too few. */
static enum pl_err
trend(const double *x, const double *y, size_t n, struct sum *m)
{
	enum pl_err err = pl_stat_slope(x, y, n, &m->trend);

	if (!err)
		err = pl_stat_slope_span(x, y, n, Z95, m->span);
	return err == PL_ESHORT ? PL_OK : err;
}

static enum pl_err
fold(const struct pl_rom_side *s, int p, struct sum *m)
{
	const struct pl_cycles *c = &s->rom.cycles;
	const struct pl_rom_end *e = ends_of(s, p);
	double *x = pl_mem_array(3 * c->n, sizeof *x), *y, *sd;
	enum pl_err err = PL_OK;
	size_t n = 0, i;

	if (!x)
		return PL_ENOMEM;
	y = x + c->n;
	sd = y + c->n;
	*m = (struct sum){ PL_MISSING, PL_MISSING, PL_MISSING, PL_MISSING,
	    { PL_MISSING, PL_MISSING } };
	for (i = 0; e && i < c->n; i++)
		if (c->cycle[i].class == PL_WORK && !pl_missing(e[i].range)) {
			x[n] = c->cycle[i].rep;
			y[n] = e[i].range;
			sd[n++] = e[i].sd;
		}
	for (i = 0; i < n; i++)
		if (!(m->best >= y[i]))
			m->best = y[i];
	if (n && n <= MOST)
		err = trend(x, y, n, m);
	m->median = n ? pl_stat_median(y, n) : PL_MISSING;
	m->sd = n ? pl_stat_median(sd, n) : PL_MISSING;
	free(x);
	return err;
}

static void
put_sum(struct pl_rom_out *o, int p, const struct sum *m)
{
	pl_rom_out_put(o, part[p], "range_median_deg", m->median / PL_DEG);
	pl_rom_out_put(o, part[p], "range_best_deg", m->best / PL_DEG);
	pl_rom_out_put(o, part[p], "trend_deg", m->trend / PL_DEG);
	pl_rom_out_put(o, part[p], "trend_low_deg", m->span[0] / PL_DEG);
	pl_rom_out_put(o, part[p], "trend_high_deg", m->span[1] / PL_DEG);
}

/* The right side beside the left one. */
static void
put_difference(struct pl_rom_out *o, int p, const struct sum *left,
    const struct sum *right, double mdc)
{
	double diff = right->median - left->median;
	double sd = sqrt(left->sd * left->sd + right->sd * right->sd);
	bool greater = fabs(diff) > fmax(mdc, Z95 * sd);

	if (pl_missing(diff))
		return;
	pl_rom_out_put(o, part[p], "diff_deg", diff / PL_DEG);
	pl_rom_out_put(o, part[p], "diff_sd_deg", sd / PL_DEG);
	if (pl_missing(mdc))
		return;
	pl_rom_out_say(o, part[p], "greater", !greater ? "neither" : diff > 0 ?
	    "right" : "left");
	if (greater)
		pl_rom_out_put(o, part[p], "asymmetry_pct", 100 * diff /
		    fmax(left->median, right->median));
}

static void
put_counts(struct pl_rom_out *o, const struct pl_rom_side *s)
{
	int n[PL_CLASSES] = { 0 };
	size_t i;

	for (i = 0; i < s->rom.cycles.n; i++)
		n[s->rom.cycles.cycle[i].class]++;
	pl_rom_out_put(o, NULL, "reps_work", n[PL_WORK]);
	pl_rom_out_put(o, NULL, "reps_partial", n[PL_PARTIAL]);
	pl_rom_out_put(o, NULL, "cands_unknown", n[PL_UNKNOWN]);
	pl_rom_out_put(o, NULL, "axis_tilt_deg", s->rom.tilt / PL_DEG);
	pl_rom_out_put(o, NULL, "drift_deg", s->rom.drift / PL_DEG);
}

enum pl_err
pl_rom_sum(const struct pl_rom_side *s, int sides, enum pl_rom_axis axis,
    double mdc, struct pl_table *t)
{
	int parts = pl_rom_out_second(s, sides) ? PARTS : 1, k, p;
	struct sum m[2][PARTS];
	struct pl_rom_out o;

	pl_rom_out_begin(&o, s, (size_t)sides, t);
	pl_rom_out_columns(&o, counts, NULL);
	for (p = 0; p < parts; p++)
		pl_rom_out_columns(&o, values, part[p]);
	for (k = 0; k < sides; k++)
		for (p = 0; p < parts && !o.err; p++)
			o.err = fold(&s[k], p, &m[k][p]);
	for (k = 0; k < sides && !o.err; k++, o.row++) {
		pl_rom_out_side(&o, &s[k], axis);
		put_counts(&o, &s[k]);
		for (p = 0; p < parts; p++) {
			put_sum(&o, p, &m[k][p]);
			if (sides == 2)
				put_difference(&o, p, &m[0][p], &m[1][p], mdc);
		}
	}
	if (o.err)
		pl_table_free(t);
	return o.err;
}
