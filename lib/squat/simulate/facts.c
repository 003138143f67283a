#include "facts.h"

#include <stdio.h>
#include <string.h>

#include "../../base/trig.h"

const char *const pl_facts_level[PL_FACTS_LEVELS] = { "l5s1", "t7t8" };

void
pl_facts_init(struct pl_facts *w, const struct pl_script *s,
    const struct pl_session *p, double clock, struct pl_table *t, size_t rows)
{
	int i;

	*w = (struct pl_facts){ .script = s, .p = p, .clock = clock, .t = t };
	w->bar_kg = p->body.rack == PL_RACK_NONE ? 0 : p->bar_kg;
	for (i = 0; i < PL_FACTS_LEVELS; i++)
		pl_moment_init(&w->model[i], &p->body,
		    pl_body_find_level(pl_facts_level[i]));
	w->err = pl_table_resize(t, rows);
}

void
pl_facts_add(struct pl_facts *w, const char *column)
{
	if (!w->err)
		w->err = pl_table_add(w->t, column, NULL);
}

enum { NAME = 64 };

static void
name(char text[NAME], const char *format, int level)
{
	const char *mark = strstr(format, "%s");

	snprintf(text, NAME, "%.*s%s%s", (int)(mark - format), format,
	    pl_facts_level[level], mark + 2);
}

void
pl_facts_add_level(struct pl_facts *w, const char *format, int level)
{
	char text[NAME];

	name(text, format, level);
	pl_facts_add(w, text);
}

void
pl_facts_put(struct pl_facts *w, const char *column, double x)
{
	double *col = pl_table_edit(w->t, column);

	if (!w->err && col)
		col[w->row] = x;
}

void
pl_facts_put_level(struct pl_facts *w, const char *format, int level,
    double x)
{
	char text[NAME];

	name(text, format, level);
	pl_facts_put(w, text, x);
}

void
pl_facts_word(struct pl_facts *w, const char *column, const char *word)
{
	int col = pl_table_find(w->t, column);
	double x;

	if (col < 0)
		return;
	if (!w->err)
		w->err = pl_table_word(w->t, col, word, strlen(word), &x);
	if (!w->err)
		pl_facts_put(w, column, x);
}

void
pl_facts_act(struct pl_facts *w, size_t act)
{
	const struct pl_act *a = &w->script->act[act];

	if (a->set)
		pl_facts_put(w, "set", a->set);
	pl_facts_put(w, "cand", (double)act + 1);
	if (a->rep)
		pl_facts_put(w, "rep", a->rep);
	pl_facts_word(w, "class", pl_cand_word(a->class));
	pl_facts_put(w, "confidence", 1);
	pl_facts_word(w, "reason", "simulated");
	if (pl_cand_counts(a->class))
		pl_facts_put(w, "bounces", a->bounces);
	pl_facts_put(w, "truncated", pl_script_cuts(w->script, a));
}

double
pl_facts_lean_deg(const struct pl_facts *w, const struct pl_pose *p)
{
	return (p->lean - w->script->stance_rad) / PL_DEG;
}

double
pl_facts_moment(const struct pl_facts *w, int level, const struct pl_pose *p)
{
	return pl_moment_at(&w->model[level], w->bar_kg, p->force_t.y,
	    p->force_t.x, -p->rate_t.z, -p->turn_t.z);
}
