/* readers COUNT FILE...: every reader of bytes against changed inputs */
#include <math.h>

#include "../../lib/base/table.h"
#include "../../lib/io/au.h"
#include "../../lib/io/csv.h"
#include "../../lib/io/vendor/format.h"
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

static void
read_recording(const struct input *in, const char *list, long i)
{
	const struct pl_format *form = pl_format_of(in->at, in->n);
	struct pl_raw part[PL_FORMAT_PARTS];
	struct pl_map map = { 0 };
	struct pl_fault f = { 0 };
	struct pl_source s = { .bytes = in->at, .n = in->n, .map = &map };
	size_t c, row;
	int parts, k;

	if (!form)
		return;

	if (pl_map_parse(&map, list, &f))
		return;
	if (!pl_format_read(form, &s, part, &parts, &f))
		for (k = 0; k < parts; k++) {
			for (c = 0; c < part[k].cols; c++)
				for (row = 0; row < part[k].rows; row++)
					promise(!isinf(part[k].col[c].x[row]),
					    "infinity got in", i);
			pl_raw_free(&part[k]);
		}
	else
		promise(*f.why || fail_at || f.line || *f.column,
		    "an error without a place or reason", i);
	pl_map_free(&map);
}

int
main(int argc, char **argv)
{
	static const char *const list[] = { NULL,
	    "t_ms,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s,acc_x_m_s2,acc_y_m_s2,"
	    "acc_z_m_s2" };
	long count = argc > 2 ? atol(argv[1]) : 0, i;
	int f;

	for (f = 2; f < argc; f++) {
		struct input good = input_read(argv[f]);

		for (i = 0; i < count; i++) {
			struct pl_random r;
			struct input in;

			pl_random_seed(&r, (uint64_t)i, (uint64_t)f);
			in = mutate(&good, &r);
			fail_count = 0;
			fail_on = i % 8 == 0;
			fail_at = i % 4 ? 0 : 1 + (long)below(&r, 60);
			read_streams(&in, i);
			fail_count = 0;
			read_recording(&in, list[i & 1], i);
			fail_at = 0;
			free(in.at);
		}
		free(good.at);
	}
	return broken > 0;
}
