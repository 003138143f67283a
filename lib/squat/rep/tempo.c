#include "tempo.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct phase {
	const char *done, *error;
} phases[4] = {
	{ "ecc_s", "ecc_err_s" },
	{ "bottom_pause_s", "bottom_err_s" },
	{ "con_s", "con_err_s" },
	{ "top_pause_s", "top_err_s" },
};

static enum pl_err
seconds(const char *p, size_t n, double *x)
{
	*x = PL_MISSING;
	if (n == 1 && (*p == 'X' || *p == 'x'))
		return PL_OK;
	if (pl_num_parse(p, p + n, '.', x))
		return PL_EFORMAT;
	return *x >= 0 && *x <= PL_TEMPO_HI_S ? PL_OK : PL_ERANGE;
}

enum pl_err
pl_tempo_parse(const char *text, struct pl_tempo *t)
{
	bool old = strlen(text) == 4 && strspn(text, "0123456789Xx") == 4;
	const char *p = text;
	enum pl_err err;
	int i;

	for (i = 0; i < 4; i++) {
		size_t n = old ? 1 : strcspn(p, "-");

		err = seconds(p, n, &t->s[i]);
		if (err)
			return err;
		p += n;
		if (i == 3 ? *p != '\0' : !old && *p++ != '-')
			return PL_EFORMAT;
	}
	return PL_OK;
}

/* A duration as the table will say it, moved off halves of tenths: differences
 * of times scatter about 1.95 s by their rounding, and the same duration shall
 * read the same in every row. */
static double
settled(double s)
{
	return floor(s * 1e6 + 0.5) / 1e6 + 1e-9;
}

enum pl_err
pl_tempo_say(struct pl_table *reps)
{
	int col = pl_table_find(reps, "tempo"), i;
	enum pl_err err = PL_OK;
	const double *x[4];
	size_t r;

	for (i = 0; i < 4; i++)
		x[i] = pl_table_get(reps, phases[i].done);
	for (r = 0; r < reps->rows && !err; r++) {
		char text[80];
		int n;

		if (pl_missing(x[0][r]) || pl_missing(x[1][r]) ||
		    pl_missing(x[2][r]))
			continue;
		n = snprintf(text, sizeof text, "%.1f-%.1f-%.1f",
		    settled(x[0][r]), settled(x[1][r]), settled(x[2][r]));
		if (!pl_missing(x[3][r]))
			n += snprintf(text + n, sizeof text - (size_t)n,
			    "-%.1f", settled(x[3][r]));
		err = pl_table_word(reps, col, text, (size_t)n,
		    &reps->col[col].x[r]);
	}
	return err;
}

enum pl_err
pl_tempo_errors(struct pl_table *reps, const struct pl_tempo *t)
{
	int at = pl_table_find(reps, "tempo"), i;

	for (i = 0; i < 4; i++) {
		const double *done;
		double *x;
		enum pl_err err = pl_table_add(reps, phases[i].error, &x);
		size_t r;

		if (err)
			return err;
		done = pl_table_get(reps, phases[i].done);
		for (r = 0; r < reps->rows; r++)
			x[r] = done[r] - t->s[i];
		pl_table_move(reps, (int)reps->cols - 1, at + 1 + i);
	}
	return PL_OK;
}
