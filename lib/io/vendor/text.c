#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../delim.h"

/* Without a list and without a name that says anything. */
static enum pl_err
unknown(const struct pl_delim *d, struct pl_fault *f)
{
	if (d->name)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "its header ('%.24s', '%.24s', ...) is not one that is "
		    "known: say which is which with -c t_ms=HEADER,"
		    "acc_x_m_s2=HEADER,...", d->name[0], d->name[1]);
	return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
	    "%zu columns without names: say what they are with -c "
	    "t_ms,acc_x_g,acc_y_g,acc_z_g,... (- skips one)", d->cols);
}

/* A list by position needs no header; all else does. */
static enum pl_err
check_names(const struct pl_delim *d, const struct pl_map *m,
    struct pl_fault *f)
{
	if (d->name || (m->n && !m->by_header))
		return PL_OK;
	if (d->named)
		return pl_fault_set(f, PL_EFORMAT, d->line, NULL, NULL,
		    "%zu cells under %zu names: %s", d->cols, d->named,
		    d->stop == ',' && d->cols > d->named ? "a decimal comma "
		    "needs another delimiter, else name them by position with "
		    "-c" : "name them by position with -c");
	if (m->n)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "no header in it: name its %zu columns by position",
		    d->cols);
	return PL_OK;
}

bool
pl_text_is(const char *bytes, size_t n)
{
	return !memchr(bytes, '\0', n);
}

enum pl_err
pl_text_read(const struct pl_source *s, struct pl_raw part[PL_FORMAT_PARTS],
    int *parts, struct pl_fault *f)
{
	struct pl_map *m = s->map;
	struct pl_delim d;
	char (*name)[64] = NULL;
	enum pl_err err;
	size_t j, known = 0;

	*parts = 1;
	err = pl_delim_open(&d, s->bytes, s->n, f);
	if (err)
		return err;
	name = pl_mem_array(d.cols, sizeof *name);
	err = name ? check_names(&d, m, f) : PL_ENOMEM;
	if (!err)
		err = pl_map_apply(m, d.name, d.cols, name, f);
	for (j = 0; !err && j < d.cols; j++)
		known += *name[j] && !pl_map_time(name[j]);
	if (!err && !known && !m->n)
		err = unknown(&d, f);
	if (!err)
		err = pl_delim_read(&d, name, part, f);
	free(name);
	pl_delim_free(&d);
	return err;
}
