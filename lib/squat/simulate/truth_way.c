#include "truth_way.h"

#include <string.h>

#include "../../base/trig.h"
#include "../rep/rep.h"

const char *const pl_truth_way_column[PL_TRUTH_WAY_COLUMNS] = {
	"lean_gain_early_deg", "twist_range_deg", "ecc_pv_m_s", "mpv_m_s",
	"mpv_bar_m_s", "sticking_s", "sticking_v_m_s", "sticking_lean_deg",
	"sparc"
};

static enum pl_err
add_phases(struct pl_truth_way *y)
{
	const struct { const char *name; double *to; } word[] = {
		{ "ecc", &y->ecc }, { "bottom", &y->bottom },
		{ "con", &y->con }
	};
	enum pl_err err = pl_table_add(&y->t, "phase", NULL);
	int col = pl_table_find(&y->t, "phase"), k;

	for (k = 0; k < 3 && !err; k++)
		err = pl_table_word(&y->t, col, word[k].name,
		    strlen(word[k].name), word[k].to);
	if (!err)
		y->phase = y->t.col[col].x;
	return err;
}

enum pl_err
pl_truth_way_init(struct pl_truth_way *y, size_t n, bool bar)
{
	const struct { const char *name; double **to; } column[] = {
		{ "t_s", &y->t_s }, { "height_m", &y->height_m },
		{ "vel_m_s", &y->vel_m_s }, { "lean_deg", &y->lean_deg },
		{ "twist_deg", &y->twist_deg },
		{ "bar_vel_m_s", &y->bar_vel_m_s },
	};
	double *cand;
	enum pl_err err;
	size_t i;
	int k;

	*y = (struct pl_truth_way){ 0 };
	pl_table_init(&y->t);
	err = pl_table_resize(&y->t, n);
	if (!err)
		err = add_phases(y);
	for (k = 0; k < 5 + bar && !err; k++)
		err = pl_table_add(&y->t, column[k].name, column[k].to);
	if (!err)
		err = pl_table_add(&y->t, "cand", &cand);
	for (i = 0; i < n && !err; i++)
		cand[i] = 1;
	return err;
}

void
pl_truth_way_free(struct pl_truth_way *y)
{
	pl_table_free(&y->t);
}

void
pl_truth_way_put(struct pl_truth_way *y, size_t i, double t_s,
    const struct pl_act *a, const struct pl_pose *p, const struct pl_facts *w)
{
	y->t_s[i] = w->clock * t_s;
	if (t_s >= a->sink_s && t_s <= a->end_s)
		y->phase[i] = t_s > a->rise_s ? y->con :
		    t_s >= a->low_s ? y->bottom : y->ecc;
	y->height_m[i] = p->pos_e.z;
	y->vel_m_s[i] = p->vel_e.z;
	y->lean_deg[i] = pl_facts_lean_deg(w, p);
	y->twist_deg[i] = -p->twist / PL_DEG;
	if (y->bar_vel_m_s)
		y->bar_vel_m_s[i] = p->bar_vel_m_s;
}

void
pl_truth_way_fold(const struct pl_truth_way *y, struct pl_facts *w)
{
	struct pl_table rep;
	int k;

	if (w->err)
		return;
	pl_table_init(&rep);
	w->err = pl_rep_fold(&y->t, &rep, NULL);
	for (k = 0; k < PL_TRUTH_WAY_COLUMNS && !w->err; k++) {
		const double *x = pl_table_get(&rep, pl_truth_way_column[k]);

		if (x)
			pl_facts_put(w, pl_truth_way_column[k], x[0]);
	}
	pl_table_free(&rep);
}
