/* loads.c - the columns that plumb-load adds for a level of the spine */
#include "loads.h"

#include <stdio.h>
#include <stdlib.h>

#include "../lib/base/mem.h"
#include "../lib/base/trig.h"
#include "cli.h"
#include "renew.h"

/* "moment_t7t8_sd_nm": what_LEVEL_rest. */
static double *
add(struct pl_table *t, const char *what, const struct pl_level *l,
    const char *rest)
{
	char name[64];

	snprintf(name, sizeof name, "%s_%s_%s", what, l->name, rest);
	return renew_add(t, name);
}

static double *
scratch(size_t n)
{
	double *x = pl_mem_array(n, sizeof *x);

	if (!x)
		cli_die("out of memory");
	return x;
}

/* Rows of repetitions whose load cannot be told are emptied. */
static void
blank(const struct known *k, double *x, size_t n)
{
	size_t t;

	for (t = 0; k->why && t < n; t++)
		if (k->why[t] != PL_NO_DOUBT)
			x[t] = PL_MISSING;
}

/* bar_kg NULL: an empty bar. */
static void
moments(const struct known *k, const struct pl_level *l, const double *bar_kg,
    double *nm)
{
	struct pl_links links;
	struct pl_moment m;

	if (k->flexion_deg && pl_links_bends(l)) {
		pl_links_init(&links, &k->body, l, k->lower_at);
		pl_links_run(&links, &k->motion, &k->lower, k->sine,
		    k->cosine, bar_kg, nm);
	} else {
		pl_moment_init(&m, &k->body, l);
		pl_moment_run(&m, &k->motion, bar_kg, nm);
	}
}

/* What a degree more of lean does to it, all else alike. */
static void
lean(struct pl_table *t, const struct known *k, const struct pl_level *l,
    const double *nm)
{
	double *x = add(t, "moment", l, "lean_nm_per_deg");
	struct known more = *k;
	size_t i;

	more.motion.up = scratch(t->rows);
	more.motion.fwd = scratch(t->rows);
	more.lower.up = scratch(t->rows);
	more.lower.fwd = scratch(t->rows);
	pl_moment_lean(&k->motion, PL_DEG, 0, 0, more.motion.up,
	    more.motion.fwd);
	if (k->flexion_deg)
		pl_moment_lean(&k->lower, PL_DEG, 0, 0, more.lower.up,
		    more.lower.fwd);
	moments(&more, l, k->bar_kg, x);
	for (i = 0; i < t->rows; i++)
		x[i] -= nm[i];
	free(more.motion.up);
	free(more.motion.fwd);
	free(more.lower.up);
	free(more.lower.fwd);
}

/* What the body does is the moment under a bar of nothing. */
static void
parts(struct pl_table *t, const struct known *k, const struct pl_level *l,
    const double *nm)
{
	double *bar = add(t, "moment", l, "bar_nm");
	double *body = add(t, "moment", l, "body_nm");
	double *nothing = scratch(t->rows);
	size_t i;

	moments(k, l, nothing, body);
	for (i = 0; i < t->rows; i++)
		bar[i] = nm[i] - body[i];
	free(nothing);
	blank(k, body, t->rows);
	lean(t, k, l, nm);
}

/* By itself, and where there are sets against them. */
static void
spread(struct pl_table *t, const struct known *k, const struct pl_level *l,
    const double *nm)
{
	const struct pl_uncertain_reps *reps = k->reps.set ? &k->reps : NULL;
	double *sd = add(t, "moment", l, "sd_nm");
	double *within = reps ? add(t, "moment", l, "within_sd_nm") : NULL;
	struct pl_pieces pieces = { &k->body, &k->motion, &k->lower,
	    k->lower_at, k->sine, k->cosine, k->bar_kg };
	struct pl_uncertain u;

	if (k->flexion_deg && pl_links_bends(l)) {
		if (pl_uncertain_links(&pieces, l, &k->sds, nm, reps, sd,
		    within))
			cli_die("out of memory");
	} else {
		pl_uncertain_init(&u, &k->body, l, &k->sds);
		pl_uncertain_run(&u, &k->motion, k->bar_kg, sd);
		if (reps)
			pl_uncertain_sets(&u, &k->motion, k->bar_kg, nm, reps,
			    within);
	}
	blank(k, sd, t->rows);
	if (reps)
		blank(k, within, t->rows);
}

/* The force of every group, and of those that are local, and global. */
static void
forces(struct pl_table *t, const struct asked *a, const struct pl_level *l,
    const struct pl_share *share, const struct pl_muscle *m, int n,
    const double *nm)
{
	double *sum[2];
	char rest[32];
	size_t row;
	int i;

	for (i = 0; i < n; i++) {
		snprintf(rest, sizeof rest, "%s_n", m[i].group->code);
		pl_share_run(share, i, nm, t->rows, add(t, "force", l, rest));
	}
	sum[0] = add(t, "force", l, "global_n");
	sum[1] = add(t, "force", l, "local_n");
	for (row = 0; row < t->rows; row++)
		sum[0][row] = sum[1][row] = 0;
	for (i = 0; i < n; i++) {
		double *to = sum[m[i].group->local[a->taxonomy]];
		const double *force;
		char name[64];

		snprintf(name, sizeof name, "force_%s_%s_n", l->name,
		    m[i].group->code);
		force = pl_table_get(t, name);
		for (row = 0; row < t->rows; row++)
			to[row] += force[row];
	}
	pl_share_elsewhere(share, nm, t->rows, add(t, "elsewhere", l, "nm"));
}

/* What lies on the disc along and across it. */
static void
weigh(const struct known *k, const struct pl_level *l, double *axial,
    double *shear)
{
	struct pl_moment along, across;
	struct pl_links links;

	if (k->flexion_deg && pl_links_bends(l)) {
		pl_links_init(&links, &k->body, l, k->lower_at);
		pl_links_weigh(&links, l, &k->motion, &k->lower, k->sine,
		    k->cosine, k->bar_kg, axial, shear);
	} else if (pl_moment_weight(&along, &across, &k->body, l)) {
		pl_moment_run(&along, &k->motion, k->bar_kg, axial);
		pl_moment_run(&across, &k->motion, k->bar_kg, shear);
	}
}

static void
compress(struct pl_table *t, const struct known *k, const struct pl_level *l,
    const struct pl_share *share, const double *nm)
{
	double *axial = add(t, "axial", l, "n"), *shear = add(t, "shear", l,
	    "n");
	double *low = add(t, "compression", l, "low_n");
	double *value = add(t, "compression", l, "n");
	double *high = add(t, "compression", l, "high_n");
	size_t i;

	/* all levels with muscles have a tilt */
	weigh(k, l, axial, shear);
	blank(k, axial, t->rows);
	blank(k, shear, t->rows);
	pl_share_pull(share, nm, t->rows, value);
	for (i = 0; i < t->rows; i++) {
		struct pl_compression c = pl_muscle_compression(value[i],
		    axial[i]);

		low[i] = c.low;
		value[i] = c.value;
		high[i] = c.high;
	}
}

static void
muscles(struct pl_table *t, const struct known *k, const struct asked *a,
    const struct pl_level *l, const double *nm)
{
	struct pl_muscle m[PL_MUSCLES];
	struct pl_share share;
	int n = pl_muscle_at(&k->body, l, m);

	if (!n)
		return;
	if (pl_share_init(&share, m, n, &a->rule))
		cli_die("the moment cannot be shared so");
	if (a->forces)
		forces(t, a, l, &share, m, n, nm);
	if (a->compression)
		compress(t, k, l, &share, nm);
}

void
loads_add(struct pl_table *t, const struct known *k, const struct asked *a,
    const struct pl_level *l, double baseline_nm)
{
	double *nm = add(t, "moment", l, "nm"), *x;
	size_t i;

	moments(k, l, k->bar_kg, nm);
	blank(k, nm, t->rows);
	spread(t, k, l, nm);
	if (a->parts)
		parts(t, k, l, nm);
	if (!pl_missing(baseline_nm)) {
		x = add(t, "moment", l, "ratio");
		for (i = 0; i < t->rows; i++)
			x[i] = nm[i] / baseline_nm;
	}
	if (a->above) {
		x = add(t, "moment", l, "above");
		for (i = 0; i < t->rows; i++)
			x[i] = pl_missing(nm[i]) ? PL_MISSING :
			    nm[i] > a->above_nm;
	}
	if (a->forces || a->compression)
		muscles(t, k, a, l, nm);
}
