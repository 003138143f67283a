#include "bids.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/unit.h"
#include "../base/version.h"
#include "bytes.h"
#include "clock.h"
#include "json.h"

enum { FLUSH = 1 << 16 };

enum kind {
	ACCEL, ANGACCEL, GYRO, JNTANG, LATENCY, MAGN, MISC, ORNT, POS, VEL,
	KINDS
};

static const struct { const char *name, *count; } kinds[KINDS] = {
	[ACCEL] = { "ACCEL", "ACCELChannelCount" },
	[ANGACCEL] = { "ANGACCEL", "ANGACCELChannelCount" },
	[GYRO] = { "GYRO", "GYROChannelCount" },
	[JNTANG] = { "JNTANG", "JNTANGChannelCount" },
	[LATENCY] = { "LATENCY", "LATENCYChannelCount" },
	[MAGN] = { "MAGN", "MAGNChannelCount" },
	[MISC] = { "MISC", "MiscChannelCount" },
	[ORNT] = { "ORNT", "ORNTChannelCount" },
	[POS] = { "POS", "POSChannelCount" },
	[VEL] = { "VEL", "VELChannelCount" },
};

/* What our columns are in its words; the prefix of a place may come first. */
static const struct what {
	const char *name;
	enum kind kind;
	const char *component, *frame;
} whats[] = {
	{ "acc_x_m_s2", ACCEL, "x", "sensor" },
	{ "acc_y_m_s2", ACCEL, "y", "sensor" },
	{ "acc_z_m_s2", ACCEL, "z", "sensor" },
	{ "gyr_x_rad_s", GYRO, "x", "sensor" },
	{ "gyr_y_rad_s", GYRO, "y", "sensor" },
	{ "gyr_z_rad_s", GYRO, "z", "sensor" },
	{ "acc_fwd_m_s2", ACCEL, "x", "trunk" },
	{ "acc_up_m_s2", ACCEL, "y", "trunk" },
	{ "acc_right_m_s2", ACCEL, "z", "trunk" },
	{ "gyr_fwd_rad_s", GYRO, "x", "trunk" },
	{ "gyr_up_rad_s", GYRO, "y", "trunk" },
	{ "gyr_right_rad_s", GYRO, "z", "trunk" },
	{ "q_w", ORNT, "quat_w", "earth" },
	{ "q_x", ORNT, "quat_x", "earth" },
	{ "q_y", ORNT, "quat_y", "earth" },
	{ "q_z", ORNT, "quat_z", "earth" },
	{ "vel_m_s", VEL, "z", "earth" },
	{ "height_m", POS, "z", "earth" },
};
static const struct what other = { "", MISC, "n/a", "n/a" };

/* Units as BIDS spells them. */
static const struct { const char *suffix, *text; } units[] = {
	{ "_s", "s" }, { "_m", "m" }, { "_m_s", "m/s" }, { "_m_s2", "m/s^2" },
	{ "_rad_s", "rad/s" }, { "_deg", "deg" }, { "_kg", "kg" },
	{ "_nm", "N.m" }, { "_n", "N" }, { "_pct", "%" },
};

#define COUNT(a) (sizeof (a) / sizeof *(a))

/* What a column is, and how long the prefix of its place. */
static const struct what *
what_of(const char *name, size_t *prefix)
{
	size_t n = strlen(name), k, i;

	for (i = 0; i < COUNT(whats); i++) {
		k = strlen(whats[i].name);
		if (k > n || strcmp(name + n - k, whats[i].name) != 0 ||
		    (k < n && name[n - k - 1] != '_'))
			continue;
		*prefix = n - k;
		return &whats[i];
	}
	*prefix = 0;
	return &other;
}

static const char *
unit_of(const char *name)
{
	const struct pl_unit *u = pl_unit_of(name);
	size_t i;

	for (i = 0; u && i < COUNT(units); i++)
		if (strcmp(units[i].suffix, u->suffix) == 0)
			return units[i].text;
	return "n/a";
}

/* The columns that are channels, and what is counted of them. */
struct plan {
	const struct pl_table *t;
	const struct pl_bids_wish *wish;
	size_t *col, cols;
	size_t count[KINDS], points;
	double rate_hz;
};

static void
count(struct plan *p)
{
	size_t i, k, n, m;

	for (i = 0; i < p->cols; i++) {
		const char *name = p->t->col[p->col[i]].name;

		p->count[what_of(name, &n)->kind]++;
		for (k = 0; k < i; k++) {
			const char *before = p->t->col[p->col[k]].name;

			what_of(before, &m);
			if (m == n && memcmp(name, before, n) == 0)
				break;
		}
		p->points += k == i;
	}
}

static enum pl_err
make_plan(struct plan *p, struct pl_fault *f)
{
	enum pl_err err = pl_clock_rate(p->t, &p->rate_hz, f);
	size_t c;

	if (err)
		return err;
	p->col = pl_mem_array(p->t->cols, sizeof *p->col);
	if (!p->col)
		return PL_ENOMEM;
	for (c = 0; c < p->t->cols; c++)
		if (!p->t->col[c].words &&
		    strcmp(p->t->col[c].name, "t_s") != 0 &&
		    strcmp(p->t->col[c].name, "time_sd_s") != 0)
			p->col[p->cols++] = c;
	if (!p->cols)
		return pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL,
		    "no column of numbers beside t_s: nothing to write");
	count(p);
	return PL_OK;
}

static enum pl_err
add(struct pl_bytes *b, const char *text, size_t n, char stop)
{
	enum pl_err err = pl_bytes_add(b, text, n);

	return err ? err : pl_bytes_add(b, &stop, 1);
}

static enum pl_err
flush(struct pl_bytes *b, FILE *f)
{
	size_t n = b->n;

	b->n = 0;
	return fwrite(b->at, 1, n, f) == n ? PL_OK : PL_EIO;
}

static enum pl_err
write_channels(const struct plan *p, FILE *f)
{
	static const char head[] = "name\tcomponent\ttype\ttracked_point\tunits"
	    "\tplacement\treference_frame";
	struct pl_bytes b = { 0 };
	enum pl_err err = add(&b, head, sizeof head - 1, '\n');
	size_t i, k, n;

	for (i = 0; !err && i < p->cols; i++) {
		const char *name = p->t->col[p->col[i]].name;
		const struct what *w = what_of(name, &n);
		char place[64];
		const char *cell[7] = { name, w->component,
		    kinds[w->kind].name, place, unit_of(name), place,
		    w->frame };

		snprintf(place, sizeof place, "%.*s", n ? (int)n - 1 : 60,
		    n ? name : p->wish->place);
		for (k = 0; !err && k < 7; k++)
			err = add(&b, cell[k], strlen(cell[k]),
			    k < 6 ? '\t' : '\n');
	}
	if (!err)
		err = flush(&b, f);
	pl_bytes_free(&b);
	return err;
}

static void
put_origin(struct pl_json_object *o, const struct pl_origin *from)
{
	struct pl_json_object by;

	pl_json_begin(&by);
	pl_json_put_text(&by, "Name", "Plumbline");
	pl_json_put_text(&by, "Version", PL_VERSION);
	pl_json_put_text(&by, "Description", from->filters);
	pl_json_put_list(o, "GeneratedBy", &by);
}

static enum pl_err
write_sidecar(const struct plan *p, const char *path, FILE *f)
{
	struct pl_json_object o;
	char start[PL_UTC_ROOM], label[256], *text;
	enum pl_err err;
	size_t i;

	pl_json_begin(&o);
	if (pl_bids_label(path, "_task-", label, sizeof label))
		pl_json_put_text(&o, "TaskName", label);
	pl_json_put_number(&o, "SamplingFrequency", p->rate_hz);
	pl_json_put_number(&o, "SamplingFrequencyEffective", p->rate_hz);
	if (pl_bids_label(path, "_tracksys-", label, sizeof label))
		pl_json_put_text(&o, "TrackingSystemName", label);
	pl_json_put_number(&o, "MotionChannelCount", (double)p->cols);
	for (i = 0; i < KINDS; i++)
		pl_json_put_number(&o, kinds[i].count, (double)p->count[i]);
	pl_json_put_number(&o, "TrackedPointsCount", (double)p->points);
	pl_json_put_text(&o, "MissingValues", "n/a");
	pl_json_put_number(&o, "RecordingDuration", pl_num_round(
	    (double)p->t->rows / p->rate_hz, 6));
	pl_clock_start(p->t, start);
	if (*start)
		pl_json_put_text(&o, "StartUTC", start);
	if (pl_clock_sd(p->t) > 0)
		pl_json_put_number(&o, "TimeSD", pl_clock_sd(p->t));
	if (p->wish->origin)
		put_origin(&o, p->wish->origin);
	err = pl_json_print(&o, &text);
	if (!err && fwrite(text, 1, strlen(text), f) != strlen(text))
		err = PL_EIO;
	free(text);
	return err;
}

static enum pl_err
write_motion(const struct plan *p, FILE *f)
{
	struct pl_bytes b = { 0 };
	enum pl_err err = PL_OK;
	char text[PL_NUM_ROOM];
	size_t row, i;

	for (row = 0; !err && row < p->t->rows; row++) {
		for (i = 0; !err && i < p->cols; i++) {
			const struct pl_column *c = &p->t->col[p->col[i]];
			size_t n = (size_t)(pl_num_print(text, c->x[row],
			    c->decimals) - text);

			err = add(&b, n ? text : "n/a", n ? n : 3,
			    i + 1 < p->cols ? '\t' : '\n');
		}
		if (!err && b.n > FLUSH)
			err = flush(&b, f);
	}
	if (!err)
		err = flush(&b, f);
	pl_bytes_free(&b);
	return err;
}

enum pl_err
pl_bids_write(const struct pl_table *t, const char *path,
    const struct pl_bids_wish *wish, FILE *file[PL_BIDS_FILES],
    struct pl_fault *f)
{
	struct plan p = { .t = t, .wish = wish };
	enum pl_err err = make_plan(&p, f);

	if (!err)
		err = write_channels(&p, file[PL_BIDS_CHANNELS]);
	if (!err)
		err = write_sidecar(&p, path, file[PL_BIDS_SIDECAR]);
	if (!err)
		err = write_motion(&p, file[PL_BIDS_MOTION]);
	free(p.col);
	return err;
}
