#include "rom_out.h"

#include <stdio.h>
#include <string.h>

enum { NAME = 64 };

static const char *
name(char text[NAME], const char *part, const char *what)
{
	snprintf(text, NAME, "%s%s%s", part ? part : "", part ? "_" : "",
	    what);
	return text;
}

void
pl_rom_out_columns(struct pl_rom_out *o, const char *const *names,
    const char *part)
{
	char text[NAME];

	for (; *names && !o->err; names++)
		o->err = pl_table_add(o->t, name(text, part, *names), NULL);
}

void
pl_rom_out_put(struct pl_rom_out *o, const char *part, const char *what,
    double x)
{
	char text[NAME];
	double *col = o->err ? NULL : pl_table_edit(o->t, name(text, part,
	    what));

	if (col)
		col[o->row] = x;
}

void
pl_rom_out_say(struct pl_rom_out *o, const char *part, const char *what,
    const char *word)
{
	char text[NAME];
	int col = pl_table_find(o->t, name(text, part, what));
	double x;

	if (o->err || col < 0 || !word)
		return;
	o->err = pl_table_word(o->t, col, word, strlen(word), &x);
	if (!o->err)
		o->t->col[col].x[o->row] = x;
}

void
pl_rom_out_begin(struct pl_rom_out *o, const struct pl_rom_side *s,
    size_t rows, struct pl_table *t)
{
	static const char *const first[] = { "recording", "axis", "side",
		NULL };

	*o = (struct pl_rom_out){ .t = t, .err = pl_table_resize(t, rows) };
	pl_rom_out_columns(o, s[0].recording ? first : first + 1, NULL);
}

void
pl_rom_out_side(struct pl_rom_out *o, const struct pl_rom_side *s,
    enum pl_rom_axis axis)
{
	pl_rom_out_say(o, NULL, "recording", s->recording);
	pl_rom_out_say(o, NULL, "axis", pl_rom_word(axis));
	pl_rom_out_say(o, NULL, "side", s->side);
}

bool
pl_rom_out_second(const struct pl_rom_side *s, int sides)
{
	int k;

	for (k = 0; k < sides; k++)
		if (s[k].second)
			return true;
	return false;
}
