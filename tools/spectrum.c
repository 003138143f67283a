/* plumb-spectrum - how a column's power lies over frequency; see
 * plumb-spectrum(1) */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/dsp/welch.h"
#include "cli.h"
#include "words.h"

enum { COLUMN, WINDOW, PHASES, BAND };

#define WINDOW_S 2.0		/* bins of 0.5 Hz */
#define PHASE_S 0.5		/* phases are short: bins of 2 Hz */
#define TREMOR_LO_HZ 8.0
#define TREMOR_HI_HZ 12.0

static const struct opt opts[] = {
	[COLUMN] = { 0, "column", "NAME", OPT_LIST, 0, 0, 0,
	    "of the stream (default acc_up_m_s2, acc_fwd_m_s2, "
	    "gyr_right_rad_s)" },
	[WINDOW] = { 0, "window", "S", OPT_NUMBER, 0, .1, 1000,
	    "length of a piece; bins lie 1/S apart (default 2, of phases 0.5)" },
	[PHASES] = { 0, "phases", NULL, OPT_FLAG, 0, 0, 0,
	    "each phase of the repetitions by itself" },
	[BAND] = { 0, "band", "LO-HI", OPT_WORD, 0, 0, 0,
	    "instead, what lies in a band: 8-12 is tremor" },
	{ 0 }
};

static const char *const usual[] = { "acc_up_m_s2", "acc_fwd_m_s2",
	"gyr_right_rad_s" };
static const char *const phases[] = { "ecc", "bottom", "con", "top" };

enum { MOST = 32, USUAL = 3, PHASE_COUNT = 4 };

/* What is asked for. */
struct asked {
	const char *column[MOST];
	size_t columns;
	size_t w;			/* rows in a piece */
	double rate_hz, step_hz;
	bool bands;
	double lo_hz, hi_hz;
};

struct page {
	struct pl_table t;
	size_t row;
};

static void
take_columns(struct asked *a, const struct pl_table *t, const struct value *v)
{
	size_t i;

	if (v->n > MOST)
		cli_die("--column: %d at most", MOST);
	for (i = 0; i < v->n; i++)
		a->column[a->columns++] = v->list[i];
	for (i = 0; !v->given && i < USUAL; i++)
		a->column[a->columns++] = usual[i];
	for (i = 0; i < a->columns; i++) {
		int col;

		(void)cli_need(t, a->column[i]);
		col = pl_table_find(t, a->column[i]);
		if (t->col[col].words)
			cli_die_at("--column %s: words, no numbers",
			    a->column[i]);
	}
}

static void
take_band(struct asked *a, const struct value *v)
{
	const char *dash = v->given ? strchr(v->s, '-') : NULL;

	a->bands = v->given;
	a->lo_hz = TREMOR_LO_HZ;
	a->hi_hz = TREMOR_HI_HZ;
	if (!v->given)
		return;
	if (!dash || pl_num_parse(v->s, dash, '.', &a->lo_hz) ||
	    pl_num_parse(dash + 1, dash + strlen(dash), '.', &a->hi_hz) ||
	    !(a->lo_hz >= 0 && a->hi_hz > a->lo_hz))
		cli_die("--band %s: must be LO-HI in Hz, like 8-12", v->s);
	if (a->hi_hz > a->rate_hz / 2)
		cli_die_at("--band %s: %g rows/s tell of nothing above %g Hz",
		    v->s, a->rate_hz, a->rate_hz / 2);
}

static void
put_word(struct page *p, const char *column, const char *word)
{
	words_put(&p->t, column, p->row, word);
}

static void
put(struct page *p, const char *column, double x)
{
	pl_table_edit(&p->t, column)[p->row] = x;
}

/* Rows of the phase with that name; NULL: all rows. */
static unsigned char *
rows_of(const struct pl_table *t, const char *phase)
{
	unsigned char *mark = pl_mem_array(t->rows, 1);
	int col = pl_table_find(t, "phase");
	size_t i;

	if (!mark)
		cli_die("out of memory");
	for (i = 0; i < t->rows; i++)
		mark[i] = !phase || pl_table_says(t, col, i, phase);
	return mark;
}

/* What lies in the band, and where the most of it does. */
static void
put_band(struct page *p, const struct asked *a, const double *psd)
{
	double in = pl_welch_band(psd, a->w, a->step_hz, a->lo_hz, a->hi_hz);
	double all = pl_welch_band(psd, a->w, a->step_hz, 0, a->rate_hz / 2);
	size_t k, top = 0;

	for (k = 0; k <= a->w / 2; k++)
		if ((double)k * a->step_hz >= a->lo_hz &&
		    (double)k * a->step_hz <= a->hi_hz &&
		    (!top || psd[k] > psd[top]))
			top = k;
	put(p, "band_lo_hz", a->lo_hz);
	put(p, "band_hi_hz", a->hi_hz);
	put(p, "band_rms", sqrt(in));
	put(p, "band_share_pct", all > 0 ? 100 * in / all : PL_MISSING);
	put(p, "band_top_hz", top ? (double)top * a->step_hz : PL_MISSING);
}

/* The rows of one column in one phase ("" for all); false if no piece fits. */
static bool
add(struct page *p, const struct asked *a, const struct pl_table *t,
    const char *column, const char *phase, double *psd)
{
	unsigned char *mark = rows_of(t, *phase ? phase : NULL);
	size_t pieces, bins = a->bands ? 1 : a->w / 2 + 1, k;
	enum pl_err err = pl_welch(pl_table_get(t, column), mark, t->rows,
	    a->rate_hz, a->w, psd, &pieces);

	free(mark);
	if (err == PL_ENOMEM)
		cli_die("out of memory");
	for (k = 0; k < bins; k++, p->row++) {
		put_word(p, "column", column);
		if (*phase)
			put_word(p, "phase", phase);
		put(p, "pieces", (double)pieces);
		if (!a->bands)
			put(p, "freq_hz", (double)k * a->step_hz);
		if (err)
			continue;
		if (a->bands)
			put_band(p, a, psd);
		else
			put(p, "psd", psd[k]);
	}
	return !err;
}

static void
begin(struct page *p, const struct asked *a, size_t parts)
{
	static const char *const spectrum[] = { "column", "phase", "pieces",
		"freq_hz", "psd" };
	static const char *const band[] = { "column", "phase", "pieces",
		"band_lo_hz", "band_hi_hz", "band_rms", "band_share_pct",
		"band_top_hz" };
	size_t i, n = a->bands ? 8 : 5;

	pl_table_init(&p->t);
	p->row = 0;
	if (pl_table_resize(&p->t, a->columns * parts * (a->bands ? 1 :
	    a->w / 2 + 1)))
		cli_die("out of memory");
	for (i = 0; i < n; i++)
		cli_add(&p->t, a->bands ? band[i] : spectrum[i]);
}

static int
run(struct pl_table *t, const struct value *v, char **args)
{
	size_t parts = v[PHASES].given ? PHASE_COUNT : 1, i, k, none = 0;
	double window = v[WINDOW].given ? v[WINDOW].x : v[PHASES].given ?
	    PHASE_S : WINDOW_S;
	struct asked a = { .columns = 0 };
	struct page p;
	double *psd;

	(void)args;
	a.rate_hz = cli_rate(t);
	take_columns(&a, t, &v[COLUMN]);
	take_band(&a, &v[BAND]);
	if (v[PHASES].given && pl_table_find(t, "phase") < 0)
		(void)cli_need(t, "phase");
	if (!(window * a.rate_hz >= 4))
		cli_die_at("--window %g: fewer than 4 rows", window);
	a.w = (size_t)floor(fmin(window * a.rate_hz, (double)t->rows) + .5);
	a.step_hz = a.rate_hz / (double)a.w;
	psd = pl_mem_array(a.w / 2 + 1, sizeof *psd);
	if (!psd)
		cli_die("out of memory");
	begin(&p, &a, parts);
	for (i = 0; i < a.columns; i++)
		for (k = 0; k < parts; k++)
			none += !add(&p, &a, t, a.column[i],
			    v[PHASES].given ? phases[k] : "", psd);
	if (none)
		cli_warn("nowhere %g s in one piece of %zu of %zu: a shorter "
		    "--window", (double)a.w / a.rate_hz, none, a.columns *
		    parts);
	free(psd);
	pl_table_free(t);
	*t = p.t;
	return CLI_OK;
}

const struct filter filter_spectrum = {
	"spectrum", "[FILE]", "how a column's power lies over frequency",
	opts, false, run
};
