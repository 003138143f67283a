#include "map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "raw.h"
#include "stamp.h"
#include "words.h"

static const char example[] =
    "t_ms,acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s";

bool
pl_map_time(const char *name)
{
	struct pl_stamp k;

	return strcmp(name, "t_count") != 0 && pl_stamp_begin(&k, name);
}

bool
pl_map_name(const char *name)
{
	char si[64];
	double k;

	return pl_map_time(name) || pl_raw_si(name, si, sizeof si, &k);
}

static enum pl_err
bad_item(struct pl_fault *f, const char *text)
{
	return pl_fault_set(f, PL_EFORMAT, 0, NULL, text,
	    "no column of a recording; names are like %s", example);
}

static enum pl_err
parse_item(struct pl_map_item *it, const char *p, const char *end,
    struct pl_fault *f)
{
	const char *eq = memchr(p, '=', (size_t)(end - p));
	size_t n = (size_t)((eq ? eq : end) - p);
	bool skip = !eq && n == 1 && *p == '-';

	it->name = pl_mem_text(p, skip ? 0 : n);
	if (!it->name)
		return PL_ENOMEM;
	if (eq) {
		it->header = pl_mem_text(eq + 1, (size_t)(end - eq - 1));
		if (!it->header)
			return PL_ENOMEM;
	}
	return skip || pl_map_name(it->name) ? PL_OK : bad_item(f, it->name);
}

enum pl_err
pl_map_parse(struct pl_map *m, const char *list, struct pl_fault *f)
{
	const char *p = list, *end;
	enum pl_err err = PL_OK;
	size_t n = 1;

	*m = (struct pl_map){ 0 };
	if (!list)
		return PL_OK;
	for (; *p; p++)
		n += *p == ',';
	m->item = pl_mem_array(n, sizeof *m->item);
	if (!m->item)
		return PL_ENOMEM;
	for (p = list; !err && m->n < n; p = end + 1) {
		end = p + strcspn(p, ",");
		err = parse_item(&m->item[m->n++], p, end, f);
	}
	m->by_header = m->item[0].header != NULL;
	for (n = 1; !err && n < m->n; n++)
		if ((m->item[n].header != NULL) != m->by_header)
			err = pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
			    "'%.60s': name all columns by position or all by "
			    "header (NAME=HEADER)", m->item[n].name);
	if (err)
		pl_map_free(m);
	return err;
}

void
pl_map_free(struct pl_map *m)
{
	size_t i;

	for (i = 0; i < m->n; i++) {
		free(m->item[i].name);
		free(m->item[i].header);
	}
	free(m->item);
	*m = (struct pl_map){ 0 };
}

const char *
pl_map_split(const char *header, char base[48])
{
	size_t n = strcspn(header, "([\""), k;
	const char *p = header + n;

	base[0] = '\0';
	if (!*p || n >= 48)
		return NULL;
	k = strcspn(++p, ")]");
	while (n && header[n - 1] == ' ')
		n--;
	memcpy(base, header, n);
	base[n] = '\0';
	return pl_words_unit(p, k);
}

/* What a header says without help; "" if nothing. */
static void
guess(const char *header, char to[64])
{
	const char *suffix;
	char base[48];

	snprintf(to, 64, "%s", pl_map_name(header) ? header : "");
	suffix = *to ? NULL : pl_map_split(header, base);
	if (suffix)
		snprintf(to, 64, "%s%s", base, suffix);
	if (suffix && !pl_map_name(to))
		*to = '\0';
}

static enum pl_err
by_header(struct pl_map *m, char *const *header, size_t cols,
    char (*name)[64], struct pl_fault *f)
{
	size_t i, j;

	for (i = 0; i < m->n; i++) {
		for (j = 0; j < cols; j++)
			if (header && strcmp(header[j], m->item[i].header) == 0)
				break;
		if (j == cols)
			continue;
		if (*name[j])
			return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
			    "'%.60s': named twice in the list", header[j]);
		m->item[i].found = true;
		snprintf(name[j], 64, "%s", m->item[i].name);
	}
	return PL_OK;
}

enum pl_err
pl_map_apply(struct pl_map *m, char *const *header, size_t cols,
    char (*name)[64], struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t i, j, times = 0;

	for (j = 0; j < cols; j++)
		name[j][0] = '\0';
	if (m->n && !m->by_header && m->n > cols)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "%zu columns, but the list names %zu", cols, m->n);
	if (m->n && m->by_header)
		err = by_header(m, header, cols, name, f);
	for (j = 0; j < cols && !m->by_header; j++)
		if (!m->n && header)
			guess(header[j], name[j]);
		else if (j < m->n)
			snprintf(name[j], 64, "%s", m->item[j].name);
	for (j = 0; !err && j < cols; j++) {
		times += pl_map_time(name[j]);
		for (i = 0; i < j && !err; i++)
			if (*name[j] && strcmp(name[i], name[j]) == 0)
				err = pl_fault_set(f, PL_EFORMAT, 0, name[j],
				    NULL, "two columns of this name: choose "
				    "with -c");
	}
	if (!err && times > 1)
		err = pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "two columns of time: choose with -c");
	return err;
}

const struct pl_map_item *
pl_map_lost(const struct pl_map *m)
{
	size_t i;

	for (i = 0; m->by_header && i < m->n; i++)
		if (!m->item[i].found)
			return &m->item[i];
	return NULL;
}
