#include "delsys.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../cell.h"
#include "../header.h"

static const char clock_name[] = "X[s]", hidden[] = "    ";

/* The label of a channel: its line above the data, to *end, or NULL. */
static const char *
label_of(const struct pl_delim *d, const char *name, const char **end)
{
	size_t n = strlen(name);
	const char *p, *q;

	for (p = d->head; p < d->data; p = q + 1) {
		q = pl_cell_line(p, d->end);
		if ((size_t)(q - p) > n + 7 && memcmp(p, "Label: ", 7) == 0 &&
		    memcmp(p + 7, name, n) == 0 && p[n + 7] == ' ') {
			*end = q;
			return p;
		}
	}
	return NULL;
}

/* What stands in a label after a key, n bytes to the next blank; or NULL. */
static const char *
value_of(const char *label, const char *end, const char *key, size_t *n)
{
	const char *p = memmem(label, (size_t)(end - label), key, strlen(key));

	if (!p)
		return NULL;
	p += strlen(key);
	for (*n = 0; p + *n < end && !pl_cell_blank(p[*n]); ++*n)
		;
	return p;
}

/* The unit of a channel goes where a row of units would be.  rate, n bytes of
 * it, is that of the channels of motion before, or NULL. */
static enum pl_err
take_channel(struct pl_delim *d, size_t j, const char **rate, size_t *rate_n,
    struct pl_fault *f)
{
	const char *end, *label = label_of(d, d->name[j], &end), *p;
	struct pl_header h;
	size_t n;

	p = label ? value_of(label, end, " Unit: ", &n) : NULL;
	if (p) {
		free(d->unit[j]);
		d->unit[j] = pl_mem_text(p, n);
		if (!d->unit[j])
			return PL_ENOMEM;
	}
	pl_header_read(&h, d->name[j], d->unit[j]);
	if (h.what != PL_HEADER_ACC && h.what != PL_HEADER_GYR)
		return PL_OK;
	p = label ? value_of(label, end, "frequency: ", &n) : NULL;
	if (p && *rate && (n != *rate_n || memcmp(p, *rate, n) != 0))
		return pl_fault_set(f, PL_ESTATE, 0, d->name[j], NULL,
		    "%.*s Hz where channels before have %.*s: export those of "
		    "one rate", (int)n, p, (int)*rate_n, *rate);
	if (!*rate && j && strcmp(d->name[j - 1], hidden) == 0) {
		*rate = p ? p : "";
		*rate_n = p ? n : 0;
		memcpy(d->name[j - 1], clock_name, sizeof clock_name);
	}
	return PL_OK;
}

enum pl_err
pl_delsys_heads(struct pl_delim *d, struct pl_fault *f)
{
	const char *rate = NULL;
	enum pl_err err = PL_OK;
	size_t j, n = 0;

	if (!d->name)
		return PL_OK;
	if (!d->unit)
		d->unit = pl_mem_array(d->cols, sizeof *d->unit);
	if (!d->unit)
		return PL_ENOMEM;
	for (j = 0; !err && j < d->cols; j++) {
		if (!d->unit[j])
			d->unit[j] = pl_mem_text("", 0);
		err = d->unit[j] ? PL_OK : PL_ENOMEM;
		/* the clocks become nameless, but for one */
		if (!err && strcmp(d->name[j], clock_name) == 0)
			memcpy(d->name[j], hidden, sizeof hidden);
	}
	for (j = 0; !err && j < d->cols; j++)
		err = take_channel(d, j, &rate, &n, f);
	return err;
}
