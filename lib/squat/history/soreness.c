#include "soreness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/mem.h"

/* The words of a column and what they mean. */
struct word { const char *text; int means; };

static const struct word sides[] = { { "left", PL_SORE_LEFT }, { "L", PL_SORE_LEFT },
	{ "right", PL_SORE_RIGHT }, { "R", PL_SORE_RIGHT }, { "both", PL_SORE_BOTH },
	{ NULL, 0 } };
static const struct word regions[] = { { "upper", PL_SORE_UPPER },
	{ "mid", PL_SORE_MID }, { "low", PL_SORE_LOW }, { NULL, 0 } };
static const struct word types[] = { { "diffuse", PL_DIFFUSE },
	{ "focal", PL_FOCAL }, { "sharp", PL_SHARP }, { "", PL_ACHE_UNSAID },
	{ NULL, 0 } };
static const struct word answers[] = { { "yes", 1 }, { "no", 0 }, { "", 0 },
	{ NULL, 0 } };

#define SCORE_HI 10.0

struct reader {
	const struct pl_table *t;
	size_t row;
	struct pl_fault *f;
};

/* The text of a cell, "" if it is empty or the column is not there. */
static const char *
cell(const struct reader *r, const char *column)
{
	int col = pl_table_find(r->t, column);
	const char *text = col < 0 ? NULL : pl_table_label(r->t, col, r->row);

	return text ? text : "";
}

static enum pl_err
take_word(const struct reader *r, const char *column,
    const struct word *words, const char *must, int *means)
{
	const char *text = cell(r, column);

	for (; words->text; words++)
		if (strcmp(words->text, text) == 0) {
			*means = words->means;
			return PL_OK;
		}
	return pl_fault_set(r->f, PL_EFORMAT, r->row + 2, column, text,
	    "must be %s", must);
}

static enum pl_err
take_score(const struct reader *r, double *score)
{
	const char *text = cell(r, "score");

	if (pl_num_parse(text, text + strlen(text), '.', score) ||
	    !(*score >= 0 && *score <= SCORE_HI))
		return pl_fault_set(r->f, PL_ERANGE, r->row + 2, "score",
		    text, "must be a number from 0 to 10");
	return PL_OK;
}

static enum pl_err
take_entry(const struct reader *r, struct pl_sore *s)
{
	const char *date = cell(r, "date");
	int side = 0, region = 0, type = 0, end_range = 0;
	enum pl_err err;

	if (!pl_date_parse(date, strlen(date), &s->day))
		return pl_fault_set(r->f, PL_EFORMAT, r->row + 2, "date", date,
		    "not a day like 2026-11-22");
	err = take_word(r, "side", sides, "left, right or both", &side);
	if (!err)
		err = take_word(r, "region", regions, "upper, mid or low",
		    &region);
	if (!err)
		err = take_score(r, &s->score);
	if (!err)
		err = take_word(r, "type", types, "diffuse, focal, sharp or "
		    "empty", &type);
	if (!err)
		err = take_word(r, "end_range", answers, "yes, no or empty",
		    &end_range);
	s->side = (enum pl_side)side;
	s->region = (enum pl_region)region;
	s->type = (enum pl_ache)type;
	s->end_range = end_range;
	return err;
}

static int
by_day(const void *a, const void *b)
{
	const struct pl_sore *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	if (x->side != y->side)
		return x->side < y->side ? -1 : 1;
	return (int)x->region - (int)y->region;
}

/* Letter for letter, but for what is often not written exactly: capitals, a space
 * or a hyphen for '_', space around. */
static bool
means(const char *name, const char *text)
{
	while (*text == ' ')
		text++;
	for (; *name && *text; name++, text++) {
		int c = *text >= 'A' && *text <= 'Z' ? *text - 'A' + 'a' :
		    *text == ' ' || *text == '-' ? '_' : *text;

		if (c != *name)
			return false;
	}
	return !*name && text[strspn(text, " ")] == '\0';
}

/* A column that is left out must not have been meant: with type and end_range
 * what is sharp would go unseen. */
static enum pl_err
check_names(const struct pl_table *t, struct pl_fault *f)
{
	static const char *const names[] = { "date", "side", "region",
		"score", "type", "end_range" };
	size_t c, k;

	for (c = 0; c < t->cols; c++)
		for (k = 0; k < sizeof names / sizeof *names; k++)
			if (strcmp(t->col[c].name, names[k]) &&
			    means(names[k], t->col[c].name))
				return pl_fault_set(f, PL_ECOLUMN, 1, NULL,
				    NULL, "column '%s' must be spelt %s",
				    t->col[c].name, names[k]);
	return PL_OK;
}

enum pl_err
pl_soreness_take(struct pl_soreness *s, const struct pl_table *t,
    struct pl_fault *f)
{
	static const char *const need[] = { "date", "side", "region",
		"score" };
	struct reader r = { t, 0, f };
	enum pl_err err = PL_OK;
	size_t k;

	*s = (struct pl_soreness){ 0 };
	err = check_names(t, f);
	if (err)
		return err;
	for (k = 0; k < sizeof need / sizeof *need; k++)
		if (pl_table_find(t, need[k]) < 0)
			return pl_fault_set(f, PL_ECOLUMN, 0, need[k], NULL,
			    "no such column: a log has date, side, region and "
			    "score, separated by commas");
	s->entry = pl_mem_array(t->rows, sizeof *s->entry);
	if (!s->entry)
		return PL_ENOMEM;
	for (; !err && r.row < t->rows; r.row++)
		err = take_entry(&r, &s->entry[s->n++]);
	if (err)
		pl_soreness_free(s);
	else
		qsort(s->entry, s->n, sizeof *s->entry, by_day);
	return err;
}

void
pl_soreness_free(struct pl_soreness *s)
{
	free(s->entry);
	*s = (struct pl_soreness){ 0 };
}

static const char *
say(const struct word *words, int means)
{
	for (; words->text; words++)
		if (words->means == means)
			return words->text;
	return "";
}

const char *
pl_soreness_side(enum pl_side side)
{
	return say(sides, (int)side);
}

const char *
pl_soreness_region(enum pl_region region)
{
	return say(regions, (int)region);
}

const char *
pl_soreness_type(enum pl_ache type)
{
	return say(types, (int)type);
}

bool
pl_soreness_flag(const struct pl_sore *s)
{
	return s->score > 0 && (s->side != PL_SORE_BOTH || s->type == PL_FOCAL ||
	    s->type == PL_SHARP || s->end_range);
}

bool
pl_soreness_at(const struct pl_sore *s, const char *level)
{
	return (s->region == PL_SORE_LOW) == (*level == 'l');
}
