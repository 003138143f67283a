/* explain.c - of what a moment is made at one instant, as a table */
#include "explain.h"

#include <math.h>

#include "cli.h"
#include "words.h"

/* The row of a time, or die. */
static size_t
nearest(const struct pl_table *t, const struct known *k, double t_s,
    bool bends)
{
	const double *at = cli_need(t, "t_s");
	double rate = cli_rate(t), row = floor((t_s - at[0]) * rate + .5);
	size_t i;

	if (!(row >= 0 && row < (double)t->rows))
		cli_die_at("--explain %g: the stream lasts from %g to %g s",
		    t_s, at[0], at[t->rows - 1]);
	i = (size_t)row;
	if (pl_missing(k->motion.up[i] + k->motion.fwd[i] +
	    k->motion.alpha[i]) || (bends && pl_missing(
	    k->flexion_deg[i] + k->lower.up[i] + k->lower.alpha[i])))
		cli_die_at("--explain %g: that row is missing: ask for "
		    "another", t_s);
	if (k->why && k->why[i] != PL_NO_DOUBT)
		cli_warn("--explain %g: of a repetition whose load cannot be "
		    "told: %s", t_s, pl_doubt_word((enum pl_doubt)k->why[i]));
	return i;
}

/* The parts of the moment about a level; how many. */
static int
take_apart(const struct known *k, const struct pl_level *l, size_t row,
    struct pl_part part[PL_LINKS_PARTS], double nm[PL_LINKS_PARTS])
{
	const struct pl_motion *m = &k->motion;
	double bar = k->bar_kg[row];
	int i;

	if (k->flexion_deg && pl_links_bends(l))
		return pl_links_parts(&k->body, l, k->lower_at, bar, m,
		    &k->lower, k->flexion_deg[row], row, part, nm);
	pl_body_parts(&k->body, l, bar, part);
	for (i = 0; i < PL_PARTS; i++)
		nm[i] = pl_moment_part(&k->body, l, &part[i], m->up[row],
		    m->fwd[row], m->omega[row], m->alpha[row]);
	return PL_PARTS;
}

/* Mass, centre and moment of them all. */
static double
sum(struct pl_part *all, const struct pl_part *part, const double *nm, int n)
{
	double moment = 0;
	int i;

	*all = (struct pl_part){ .name = "all", .mass_source = "sum",
	    .at_source = "centre of mass" };
	for (i = 0; i < n; i++) {
		all->kg += part[i].kg;
		all->at.u += part[i].kg * part[i].at.u;
		all->at.v += part[i].kg * part[i].at.v;
		moment += nm[i];
	}
	all->at.u /= all->kg;
	all->at.v /= all->kg;
	return moment;
}

static void
put(struct pl_table *t, size_t row, const struct pl_level *l, double t_s,
    const struct pl_part *p, double nm)
{
	pl_table_edit(t, "t_s")[row] = t_s;
	words_put(t, "level", row, l->name);
	words_put(t, "part", row, p->name);
	pl_table_edit(t, "part_kg")[row] = p->kg;
	pl_table_edit(t, "part_u_m")[row] = p->at.u;
	pl_table_edit(t, "part_v_m")[row] = p->at.v;
	pl_table_edit(t, "part_moment_nm")[row] = nm;
	words_put(t, "part_mass_source", row, p->mass_source);
	words_put(t, "part_place_source", row, p->at_source);
}

void
explain(struct pl_table *t, const struct known *k, double t_s,
    const struct pl_level *const *level, int levels)
{
	static const char *const columns[] = { "t_s", "level", "part",
		"part_kg", "part_u_m", "part_v_m", "part_moment_nm",
		"part_mass_source", "part_place_source" };
	bool bends = false;
	size_t row, rows = 0, i;
	double at;
	struct pl_part part[PL_LINKS_PARTS], all;
	double nm[PL_LINKS_PARTS];
	struct pl_table made;
	int l, n, j;

	for (l = 0; l < levels; l++)
		bends |= k->flexion_deg && pl_links_bends(level[l]);
	row = nearest(t, k, t_s, bends);
	at = pl_table_get(t, "t_s")[row];
	pl_table_init(&made);
	for (i = 0; i < sizeof columns / sizeof *columns; i++)
		cli_add(&made, columns[i]);
	for (l = 0; l < levels; l++) {
		n = take_apart(k, level[l], row, part, nm);
		if (pl_table_resize(&made, rows + (size_t)n + 1))
			cli_die("out of memory");
		for (j = 0; j < n; j++)
			put(&made, rows++, level[l], at, &part[j], nm[j]);
		put(&made, rows++, level[l], at, &all, sum(&all, part, nm, n));
	}
	pl_table_free(t);
	*t = made;
}
