#include "apdm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"

/* The place over the columns from..to-1, else the case. */
static const char *
place_of(char **row, size_t from, size_t to)
{
	const char *found = NULL;
	size_t j;

	for (j = from; j < to; j++)
		if (*row[j] && (!found || strspn(found, "0123456789") ==
		    strlen(found)))
			found = row[j];
	return found ? found : "";
}

/* Put the place, the quantity and the axis of each column into its name. */
static enum pl_err
join(char **place, char **quantity, char **axis, size_t cols)
{
	const char *what = "", *where = "";
	char name[128], *made;
	size_t j, to;

	for (j = 0; j < cols; j++) {
		if (*quantity[j])
			what = quantity[j];
		if (strcmp(quantity[j], "Accelerometer") == 0) {
			for (to = j + 1; to < cols && strcmp(quantity[to],
			    "Accelerometer") != 0; to++)
				;
			where = place_of(place, j, to);
		}
		snprintf(name, sizeof name, "%.40s%s%.40s%s%.20s", where,
		    *where ? "/" : "", what, *axis[j] ? "/" : "", axis[j]);
		made = pl_mem_text(name, strlen(name));
		if (!made)
			return PL_ENOMEM;
		free(axis[j]);
		axis[j] = made;
	}
	return PL_OK;
}

enum pl_err
pl_apdm_heads(struct pl_delim *d, struct pl_fault *f)
{
	char **row[PL_DELIM_ABOVE] = { NULL };
	enum pl_err err = PL_OK;
	int i;

	(void)f;
	for (i = 0; i < PL_DELIM_ABOVE; i++)
		if (!d->above[i])
			return PL_OK;
	if (strncmp(d->above[2], "Format=", 7) != 0)
		return PL_OK;
	for (i = 0; !err && i < PL_DELIM_ABOVE; i++)
		err = pl_delim_cells(d, d->above[i], &row[i]);
	if (!err)
		err = join(row[2], row[1], row[0], d->cols);
	if (!err) {
		pl_delim_free_cells(d->name, d->cols);
		d->name = row[0];
		row[0] = NULL;
	}
	for (i = 0; i < PL_DELIM_ABOVE; i++)
		pl_delim_free_cells(row[i], d->cols);
	return err;
}
