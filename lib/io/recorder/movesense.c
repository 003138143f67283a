#include "movesense.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../json.h"

enum { HEAD = 4096 };

#define LOST 1.5		/* packets: from here one is missing */
#define MS 1e-3

static const char *const acc[] = { "acc_x_m_s2", "acc_y_m_s2", "acc_z_m_s2" };
static const char *const gyr[] = { "gyr_x_deg_s", "gyr_y_deg_s",
	"gyr_z_deg_s" };

/* What a list of packets may be called, and which arrays it has. */
static const struct list { const char *name; bool acc, gyr; } lists[] = {
	{ "IMU9", true, true },
	{ "IMU6", true, true },
	{ "Acc", true, false },
	{ "Gyro", false, true },
};

/* Packets of a list: where each begins among the samples, and when. */
struct run {
	const char *name;
	const struct pl_json *list;
	size_t packets, *first;		/* packets + 1 */
	double *ms;
	struct pl_fault *f;
};

bool
pl_movesense_is(const char *bytes, size_t n)
{
	while (n && *bytes && strchr(" \t\r\n", *bytes))
		bytes++, n--;
	return n && *bytes == '{' &&
	    memmem(bytes, n < HEAD ? n : HEAD, "\"Meas\"", 6);
}

static enum pl_err
bad(const struct run *r, size_t packet, const char *why)
{
	return pl_fault_set(r->f, PL_EFORMAT, packet + 1, r->name, NULL, "%s",
	    why);
}

/* How many samples each packet has, and its stamp. */
static enum pl_err
take_packets(struct run *r, const struct list *l)
{
	size_t k;

	r->packets = pl_json_length(r->list);
	r->first = pl_mem_array(r->packets + 1, sizeof *r->first);
	r->ms = pl_mem_array(r->packets + 1, sizeof *r->ms);
	if (!r->first || !r->ms)
		return PL_ENOMEM;
	for (k = 0; k < r->packets; k++) {
		const struct pl_json *p = pl_json_at(r->list, k);
		size_t a = pl_json_length(pl_json_get(p, "ArrayAcc")),
		    g = pl_json_length(pl_json_get(p, "ArrayGyro"));

		if (!pl_json_number(pl_json_get(p, "Timestamp"), &r->ms[k]) ||
		    fabs(r->ms[k]) > 1e12)
			return bad(r, k, "a packet without a Timestamp in "
			    "milliseconds");
		if (k && !(r->ms[k] > r->ms[k - 1]))
			return bad(r, k, "time does not go on at this packet");
		if ((l->acc && l->gyr && a != g) || !(l->acc ? a : g))
			return bad(r, k, "a packet without as many samples of "
			    "each sensor");
		r->first[k + 1] = r->first[k] + (l->acc ? a : g);
	}
	return PL_OK;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The usual time of a sample: the median over packets. */
static enum pl_err
usual(const struct run *r, double *ms)
{
	double *step = pl_mem_array(r->packets, sizeof *step);
	size_t k, n = r->packets - 1;

	if (!step)
		return PL_ENOMEM;
	for (k = 0; k < n; k++)
		step[k] = (r->ms[k + 1] - r->ms[k]) /
		    (double)(r->first[k + 1] - r->first[k]);
	qsort(step, n, sizeof *step, by_size);
	*ms = step[n / 2];
	free(step);
	return PL_OK;
}

/* Times of the samples of packets from..to-1, by one line. */
static void
lay(const struct run *r, size_t from, size_t to, double usual_ms, double *t_s)
{
	double n = (double)(to - from), mi = 0, mt = 0, sii = 0, sit = 0, slope;
	size_t k, i;

	for (k = from; k < to; k++) {
		mi += (double)(r->first[k] - r->first[from]) / n;
		mt += (r->ms[k] - r->ms[from]) / n;
	}
	for (k = from; k < to; k++) {
		double di = (double)(r->first[k] - r->first[from]) - mi;

		sii += di * di;
		sit += di * (r->ms[k] - r->ms[from] - mt);
	}
	slope = sii > 0 ? sit / sii : usual_ms;
	for (i = r->first[from]; i < r->first[to]; i++)
		t_s[i] = MS * (r->ms[from] - r->ms[0] + mt + slope *
		    ((double)(i - r->first[from]) - mi));
}

static enum pl_err
take_times(const struct run *r, struct pl_raw *raw)
{
	size_t k, from = 0;
	enum pl_err err;
	double ms;

	raw->t_s = pl_mem_array(raw->rows, sizeof *raw->t_s);
	if (!raw->t_s)
		return PL_ENOMEM;
	err = usual(r, &ms);
	if (err)
		return err;
	for (k = 1; k <= r->packets; k++) {
		size_t n = k < r->packets ? r->first[k] - r->first[k - 1] : 0;

		if (k < r->packets && r->ms[k] - r->ms[k - 1] <
		    LOST * ms * (double)n)
			continue;
		lay(r, from, k, ms, raw->t_s);
		from = k;
	}
	/* two lines that meet may cross by a hair */
	for (k = 1; k < raw->rows; k++)
		raw->t_s[k] = fmax(raw->t_s[k], raw->t_s[k - 1]);
	raw->start_ns = (int64_t)floor(r->ms[0] * 1e6 + 0.5);
	return PL_OK;
}

/* The samples of a sensor, into three columns. */
static enum pl_err
take_array(const struct run *r, const char *array, const char *const name[3],
    struct pl_raw *raw, size_t col)
{
	static const char *const axis[] = { "x", "y", "z" };
	enum pl_err err = PL_OK;
	size_t k, i, a;

	for (a = 0; !err && a < 3; a++)
		err = pl_raw_name(raw, col + a, name[a]);
	for (k = 0; !err && k < r->packets; k++) {
		const struct pl_json *list = pl_json_get(pl_json_at(r->list,
		    k), array);

		for (i = r->first[k]; i < r->first[k + 1]; i++)
			for (a = 0; a < 3; a++)
				if (!pl_json_number(pl_json_get(pl_json_at(
				    list, i - r->first[k]), axis[a]),
				    &raw->col[col + a].x[i]))
					return bad(r, k, "a sample without "
					    "numbers x, y, z");
	}
	return err;
}

static enum pl_err
take_list(struct run *r, const struct list *l, struct pl_raw *raw)
{
	enum pl_err err = take_packets(r, l);

	if (!err && r->packets < 2)
		err = bad(r, 0, "fewer than two packets: too short to be a "
		    "recording");
	if (!err)
		err = pl_raw_make(raw, l->acc && l->gyr ? 6 : 3,
		    r->first[r->packets]);
	if (!err && l->acc)
		err = take_array(r, "ArrayAcc", acc, raw, 0);
	if (!err && l->gyr)
		err = take_array(r, "ArrayGyro", gyr, raw, l->acc ? 3 : 0);
	if (!err)
		err = take_times(r, raw);
	free(r->first);
	free(r->ms);
	return err;
}

enum pl_err
pl_movesense_read(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	const struct pl_json *meas;
	struct pl_json *doc;
	enum pl_err err = pl_json_parse(&doc, s->bytes, s->n, f);
	bool has_acc = false, has_gyr = false;
	size_t i;
	int k;

	if (err)
		return err;
	meas = pl_json_get(doc, "Meas");
	for (k = 0; k < PL_FORMAT_PARTS; k++)
		part[k] = (struct pl_raw){ 0 };
	for (*parts = 0, i = 0; !err && *parts < PL_FORMAT_PARTS &&
	    i < sizeof lists / sizeof *lists; i++) {
		struct run r = { .name = lists[i].name, .f = f,
		    .list = pl_json_get(meas, lists[i].name) };

		if (!r.list || (lists[i].acc && has_acc) ||
		    (lists[i].gyr && has_gyr))
			continue;
		err = take_list(&r, &lists[i], &part[(*parts)++]);
		has_acc = has_acc || lists[i].acc;
		has_gyr = has_gyr || lists[i].gyr;
	}
	if (!err && !*parts)
		err = pl_fault_set(f, PL_ECOLUMN, 0, NULL, NULL, "a log of "
		    "Movesense without IMU9, IMU6, Acc or Gyro");
	for (k = 0; k < *parts; k++)
		part[k].one_clock = *parts == 2;
	pl_json_free(doc);
	for (k = 0; err && k < PL_FORMAT_PARTS; k++)
		pl_raw_free(&part[k]);
	return err;
}
