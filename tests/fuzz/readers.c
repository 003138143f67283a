/*
 * readers COUNT FILE...: every reader of bytes against changed inputs
 *
 * :ax3, :ax6 and :geneactiv in the place of a file are what such a recorder
 * writes.  Changes to these fall on a block's own fields too, and half of the
 * time its checksum is made good again.
 */
#include <jansson.h>
#include <math.h>

#include "../../lib/base/table.h"
#include "../../lib/dsp/grid.h"
#include "../../lib/io/au.h"
#include "../../lib/io/csv.h"
#include "../../lib/io/recorder/format.h"
#include "../recorders.h"
#include "../zip.h"
#include "mutate.h"

static long broken;

static void
promise(bool holds, const char *what, long i)
{
	if (holds)
		return;
	broken++;
	printf("case %ld: %s\n", i, what);
}

static void
check_table(struct pl_table *t, enum pl_err err, const struct pl_fault *f,
    long i)
{
	struct pl_fault fault = { 0 };
	size_t c, row;

	if (err) {
		promise(t->cols == 0, "an error leaves a table", i);
		promise(err == PL_ENOMEM || err == PL_ECUT || *f->why,
		    "an error without a reason", i);
		return;
	}
	if (!pl_table_settle(t, &fault))
		for (c = 0; c < t->cols; c++)
			for (row = 0; row < t->rows; row++)
				promise(!isinf(t->col[c].x[row]),
				    "infinity got in", i);
	pl_table_free(t);
}

static void
read_streams(const struct input *in, long i)
{
	struct pl_table t;
	struct pl_fault f = { 0 };

	pl_table_init(&t);
	check_table(&t, pl_csv_read(&t, in->at, in->n, &f), &f, i);
	f = (struct pl_fault){ 0 };
	pl_table_init(&t);
	check_table(&t, pl_au_read(&t, in->at, in->n, &f), &f, i);
}

/* What it says of its time must not make a grid that nobody can hold. */
static void
lay_grid(struct pl_raw *part, int parts, long i)
{
	struct pl_grid_part p[PL_FORMAT_PARTS];
	struct pl_fault f = { 0 };
	struct pl_table t;
	int64_t ns;
	int k;

	for (k = 0; k < parts; k++)
		if (part[k].rows < 2 || pl_grid_part(&p[k], &part[k], 0, &f))
			return;
	pl_table_init(&t);
	if (pl_grid_join(&t, p, parts, 0, &ns, &f))
		return;
	promise(t.rows <= 16 * part[0].rows + 1000001, "a grid too long", i);
	pl_table_free(&t);
}

/* Time that is there rises, and rows are no more than bytes can hold. */
static void
check_raw(const struct pl_raw *r, const struct pl_format *form, size_t bytes,
    long i)
{
	bool exact = strcmp(form->name, "cwa") == 0 ||
	    strcmp(form->name, "geneactiv") == 0;
	size_t c, row;

	for (c = 0; c < r->cols; c++)
		for (row = 0; row < r->rows; row++)
			promise(!isinf(r->col[c].x[row]), "infinity got in", i);
	for (row = 1; r->t_s && row < r->rows; row++)
		promise(exact ? r->t_s[row] > r->t_s[row - 1] : r->t_s[row] >=
		    r->t_s[row - 1], "time does not rise", i);
	promise(!exact || r->rows <= bytes / 4, "rows out of nothing", i);
}

static void
read_source(struct pl_source s, const struct pl_format *form,
    const char *list, long i)
{
	struct pl_raw part[PL_FORMAT_PARTS];
	struct pl_map map = { 0 };
	struct pl_fault f = { 0 };
	int parts, k;

	if (!form)
		return;
	if (pl_map_parse(&map, list, &f))
		return;
	s.map = &map;
	if (!pl_format_read(form, &s, part, &parts, &f)) {
		for (k = 0; k < parts; k++)
			check_raw(&part[k], form, s.n, i);
		lay_grid(part, parts, i);
		for (k = 0; k < parts; k++)
			pl_raw_free(&part[k]);
	} else
		promise(*f.why || fail_at || f.line || *f.column,
		    "an error without a place or reason", i);
	pl_map_free(&map);
}

/* A seed by name, or a file. */
static struct input
seed(const char *name)
{
	struct made m;

	if (strcmp(name, ":geneactiv") == 0) {
		m = gnactv_begin(4, "\r\n");
		gnactv_page(&m, 0, "2019-05-21 16:16:43:500", "50.0", 0, 300,
		    "", "\r\n");
		gnactv_page(&m, 1, "2019-05-21 16:16:50:000", "50.0", 300, 20,
		    "", "\r\n");
		gnactv_page(&m, 2, "2019-05-21 16:16:56:000", "50.0", 600, 30,
		    "0123", "\r\n");
	} else if (*name == ':') {
		struct cwa w = cwa_begin(strcmp(name, ":ax6") == 0);

		cwa_blocks(&w, 6);
		w.sequence += 2;
		w.sample += 250;
		cwa_blocks(&w, 6);
		m = w.file;
	} else
		return input_read(name);
	return (struct input){ m.at, m.n };
}

/* Numbers at the ends of their fields, in the head of a block. */
static void
spoil_block(struct input *in, struct pl_random *r)
{
	static const unsigned char odd[] = { 0, 1, 0x7f, 0x80, 0xff };
	size_t blocks = (in->n - 1024) / 512;
	size_t at = 1024 + 512 * below(r, blocks), n = 1 + below(r, 4);

	while (n--)
		in->at[at + 2 + below(r, 30)] = (char)(below(r, 2) ?
		    odd[below(r, sizeof odd)] : below(r, 256));
}

/* Make the sums of all blocks good. */
static void
mend(struct input *in)
{
	size_t at;

	for (at = 1024; at + 512 <= in->n; at += 512)
		cwa_sum(in->at + at);
}

static struct input
spoil(const struct input *good, const char *name, struct pl_random *r)
{
	struct input in;

	if (*name == ':' && *good->at == 'M' && below(r, 2)) {
		in = (struct input){ __real_malloc(good->n + 1), good->n };
		if (!in.at)
			exit(2);
		memcpy(in.at, good->at, good->n + 1);
		do
			spoil_block(&in, r);
		while (below(r, 3));
	} else
		in = mutate(good, r);
	if (*name == ':' && in.n > 1024 && *in.at == 'M' && below(r, 2))
		mend(&in);
	return in;
}

static void
read_recording(const struct input *in, const char *list, long i)
{
	struct pl_source s = { .bytes = in->at, .n = in->n };

	read_source(s, pl_format_of(in->at, in->n), list, i);
}

/* As one of the three files of BIDS, by the end of its name. */
static void
read_bids(const struct input *in, const char *name, long i)
{
	const char *side[] = { "name\tcomponent\ttype\ttracked_point\tunits\n"
	    "acc_x_m_s2\tx\tACCEL\ta\tm/s^2\nb\ty\tACCEL\ta\tm/s^2\n"
	    "c\tz\tACCEL\ta\tm/s^2\n", "{\"SamplingFrequency\": 50}" };
	struct pl_source s = { .bytes = "1\t2\t3\n1\t2\tn/a\n", .side = side,
	    .n = 15 };

	if (strstr(name, "_channels.tsv"))
		side[0] = in->at;
	else if (strstr(name, "_motion.json"))
		side[1] = in->at;
	else if (strstr(name, "_motion.tsv"))
		s.bytes = in->at, s.n = in->n;
	else
		return;
	read_source(s, pl_format_find("bids"), NULL, i);
}

/* Memory of jansson's, which fails as ours does. */
static void *
take_memory(size_t n)
{
	return malloc(n);
}

static void
give_memory(void *p)
{
	free(p);
}

int
main(int argc, char **argv)
{
	static const char *const list[] = { NULL,
	    "t_ms,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s,acc_x_m_s2,acc_y_m_s2,"
	    "acc_z_m_s2" };
	long count = argc > 2 ? atol(argv[1]) : 0, i;
	int f;

	json_set_alloc_funcs(take_memory, give_memory);
	for (f = 2; f < argc; f++) {
		struct input good = seed(argv[f]);

		for (i = 0; i < count; i++) {
			struct pl_random r;
			struct input in;

			pl_random_seed(&r, (uint64_t)i, (uint64_t)f);
			in = spoil(&good, argv[f], &r);
			if (i & 2)
				pack_mend(in.at, in.n);
			fail_count = 0;
			fail_on = i % 8 == 0;
			fail_at = i % 4 ? 0 : 1 + (long)below(&r, 60);
			read_streams(&in, i);
			fail_count = 0;
			read_recording(&in, *argv[f] == ':' ? NULL :
			    list[i & 1], i);
			fail_count = 0;
			read_bids(&in, argv[f], i);
			fail_at = 0;
			free(in.at);
		}
		free(good.at);
	}
	return broken > 0;
}
