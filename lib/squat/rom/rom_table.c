#include "rom_table.h"

#include "../../base/trig.h"
#include "rom_out.h"

static const char *const times[] = { "cand", "rep", "class", "reason",
	"truncated", "start_s", "out_s", "back_s", "end_s", NULL };
static const char *const angles[] = { "range_deg", "range_sd_deg", "out_deg",
	"back_deg", NULL };
static const char *const speeds[] = { "speed_mean_deg_s", "speed_peak_deg_s",
	NULL };

static void
put_ends(struct pl_rom_out *o, const char *part, const struct pl_rom_end *e)
{
	pl_rom_out_put(o, part, "range_deg", e->range / PL_DEG);
	pl_rom_out_put(o, part, "range_sd_deg", e->sd / PL_DEG);
	pl_rom_out_put(o, part, "out_deg", e->far / PL_DEG);
	pl_rom_out_put(o, part, "back_deg", e->near / PL_DEG);
}

static void
put_cycle(struct pl_rom_out *o, const struct pl_rom_side *s, size_t i)
{
	const struct pl_cycle *c = &s->rom.cycles.cycle[i];
	double row_s = 1 / s->rate_hz;

	pl_rom_out_put(o, NULL, "cand", c->number);
	pl_rom_out_say(o, NULL, "class", pl_cand_word(c->class));
	pl_rom_out_say(o, NULL, "reason", c->reason);
	pl_rom_out_put(o, NULL, "truncated", c->truncated);
	pl_rom_out_put(o, NULL, "start_s", s->from_s + c->start * row_s);
	pl_rom_out_put(o, NULL, "end_s", s->from_s + c->end * row_s);
	put_ends(o, "thorax", &s->rom.thorax[i]);
	if (s->rom.thoracic)
		put_ends(o, "thoracic", &s->rom.thoracic[i]);
	if (!c->rep)
		return;
	pl_rom_out_put(o, NULL, "rep", c->rep);
	pl_rom_out_put(o, NULL, "out_s", s->from_s + c->out * row_s);
	pl_rom_out_put(o, NULL, "back_s", s->from_s + c->back * row_s);
	pl_rom_out_put(o, "thorax", "speed_mean_deg_s", c->mean / PL_DEG);
	pl_rom_out_put(o, "thorax", "speed_peak_deg_s", c->peak / PL_DEG);
}

enum pl_err
pl_rom_rows(const struct pl_rom_side *s, int sides, enum pl_rom_axis axis,
    struct pl_table *t)
{
	struct pl_rom_out o;
	size_t rows = 0, i;
	int k;

	for (k = 0; k < sides; k++)
		rows += s[k].rom.cycles.n;
	pl_rom_out_begin(&o, s, rows, t);
	pl_rom_out_columns(&o, times, NULL);
	pl_rom_out_columns(&o, angles, "thorax");
	pl_rom_out_columns(&o, speeds, "thorax");
	if (pl_rom_out_second(s, sides))
		pl_rom_out_columns(&o, angles, "thoracic");
	for (k = 0; k < sides; k++)
		for (i = 0; i < s[k].rom.cycles.n && !o.err; i++, o.row++) {
			pl_rom_out_side(&o, &s[k], axis);
			put_cycle(&o, &s[k], i);
		}
	if (o.err)
		pl_table_free(t);
	return o.err;
}
