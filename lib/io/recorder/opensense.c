#include "opensense.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../base/mem.h"
#include "../../base/rate.h"
#include "../cell.h"
#include "../sto.h"
#include "../utc.h"

enum { HEAD = 4096 };			/* where a header must end */

#define EVEN_S 2e-6			/* two stamps to the microsecond */
#define OFF 0.01			/* of a quaternion's length */

struct reader {
	const char *p, *end;		/* what is still to be read */
	size_t line;
	double rate_hz;			/* that the header states, or 0 */
	bool turns;			/* it says that they are quaternions */
	size_t sensors;
	struct pl_raw *r;
	struct pl_fault *f;
};

bool
pl_opensense_is(const char *bytes, size_t n)
{
	const char *p = memmem(bytes, n < HEAD ? n : HEAD, "endheader", 9);

	return p && (p == bytes || p[-1] == '\n') && !memchr(bytes, '\0',
	    (size_t)(p - bytes));
}

static bool
key_is(const struct pl_cell *c, const char *key, struct pl_cell *value)
{
	size_t n = strlen(key);

	if ((size_t)(c->end - c->p) <= n || memcmp(c->p, key, n) != 0 ||
	    c->p[n] != '=')
		return false;
	*value = (struct pl_cell){ c->p + n + 1, c->end };
	return true;
}

/* The lines up to "endheader". */
static void
take_head(struct reader *rd)
{
	struct pl_cell c, v;
	const char *q;

	for (; rd->p < rd->end; rd->p = q + 1, rd->line++) {
		q = pl_cell_line(rd->p, rd->end);
		pl_cell_next(rd->p, q, '\t', &c);
		if (c.end - c.p == 9 && memcmp(c.p, "endheader", 9) == 0)
			break;
		if (key_is(&c, "DataRate", &v)) {
			if (pl_num_parse(v.p, v.end, '.', &rd->rate_hz) ||
			    !(rd->rate_hz > 0))
				rd->rate_hz = 0;
		} else if (key_is(&c, "DataType", &v))
			rd->turns = v.end - v.p == 10 &&
			    memcmp(v.p, "Quaternion", 10) == 0;
		else if (key_is(&c, "Start", &v))
			rd->r->dated = pl_utc_parse(v.p,
			    (size_t)(v.end - v.p), &rd->r->start_ns);
	}
	rd->p = rd->p < rd->end ? pl_cell_line(rd->p, rd->end) : rd->end;
	rd->p += rd->p < rd->end;
	rd->line++;
}

/* The names of a sensor's four columns. */
static enum pl_err
name_sensor(struct reader *rd, size_t k, struct pl_cell c, bool choose)
{
	char prefix[PL_STO_WORD] = "", name[PL_STO_WORD + 8];
	size_t n = (size_t)(c.end - c.p), i;
	enum pl_err err = PL_OK;

	if (!choose && rd->sensors > 1)
		pl_sto_prefix(c.p, n, prefix);
	for (i = 0; !err && i < 4; i++) {
		snprintf(name, sizeof name, "%sq_%c", prefix, "wxyz"[i]);
		err = pl_raw_name(rd->r, 4 * k + i, name);
		if (!err)
			err = pl_raw_header(rd->r, 4 * k + i, c.p, n);
		if (!err && choose)
			err = pl_raw_sensor(rd->r, 4 * k + i, c.p, n);
	}
	return err;
}

/* The line of names, and a recording of so many columns. */
static enum pl_err
take_names(struct reader *rd, bool choose)
{
	const char *end = pl_cell_line(rd->p, rd->end), *p, *q;
	bool dated = rd->r->dated;
	int64_t start = rd->r->start_ns;
	size_t rows = 0, k;
	enum pl_err err;
	struct pl_cell c;

	p = pl_cell_next(rd->p, end, '\t', &c);
	if (c.end - c.p != 4 || memcmp(c.p, "time", 4) != 0 || !p)
		return pl_fault_set(rd->f, PL_EFORMAT, rd->line, NULL, NULL,
		    "no names behind endheader: time and a column for each "
		    "sensor are to follow, between tabs");
	for (q = p; q; q = pl_cell_next(q, end, '\t', &c))
		rd->sensors++;
	for (q = end; (q = memchr(q, '\n', (size_t)(rd->end - q))); q++)
		rows++;
	err = pl_raw_make(rd->r, 4 * rd->sensors, rows);
	rd->r->dated = dated;
	rd->r->start_ns = start;
	rd->r->attitude = true;
	for (k = 0; !err && k < rd->sensors; k++) {
		p = pl_cell_next(p, end, '\t', &c);
		err = name_sensor(rd, k, c, choose);
	}
	rd->r->rows = 0;
	rd->p = end < rd->end ? end + 1 : end;
	rd->line++;
	if (!err && !(rd->r->t_s = pl_mem_array(rows, sizeof(double))))
		err = PL_ENOMEM;
	return err;
}

static enum pl_err
bad(const struct reader *rd, size_t k, struct pl_cell c, const char *why)
{
	char value[40];
	const char *name = k < 4 * rd->sensors ? rd->r->col[k].header : "time";

	snprintf(value, sizeof value, "%.*s", (int)(c.end - c.p < 39 ?
	    c.end - c.p : 39), c.p);
	return pl_fault_set(rd->f, PL_EFORMAT, rd->line, name, value, "%s",
	    why);
}

/* Four numbers between commas, of length 1. */
static enum pl_err
take_cell(struct reader *rd, size_t k, struct pl_cell c)
{
	const char *p = c.p;
	struct pl_cell part;
	double sum = 0;
	size_t i;

	for (i = 0; i < 4; i++) {
		double *x = &rd->r->col[4 * k + i].x[rd->r->rows];

		if (!p)
			return bad(rd, 4 * k, c, "not w,x,y,z");
		p = pl_cell_next(p, c.end, ',', &part);
		if (pl_num_parse(part.p, part.end, '.', x))
			return bad(rd, 4 * k, c, "not w,x,y,z");
		sum += *x * *x;
	}
	if (p)
		return bad(rd, 4 * k, c, "not w,x,y,z");
	return fabs(sum - 1) <= 2 * OFF ? PL_OK :
	    bad(rd, 4 * k, c, "no rotation: its length is not 1");
}

static enum pl_err
take_row(struct reader *rd, const char *p, const char *end)
{
	double *t = &rd->r->t_s[rd->r->rows];
	enum pl_err err = PL_OK;
	struct pl_cell c;
	size_t k;

	p = pl_cell_next(p, end, '\t', &c);
	if (pl_num_parse(c.p, c.end, '.', t))
		return bad(rd, (size_t)-1, c, "no time");
	if (rd->r->rows && !(*t > t[-1]))
		return bad(rd, (size_t)-1, c, "time does not go on here");
	for (k = 0; !err && p && k < rd->sensors; k++) {
		p = pl_cell_next(p, end, '\t', &c);
		err = take_cell(rd, k, c);
	}
	while (!err && p && k == rd->sensors) {	/* tabs at its end */
		p = pl_cell_next(p, end, '\t', &c);
		k += c.p < c.end;
	}
	if (!err && k != rd->sensors)
		return pl_fault_set(rd->f, PL_EFORMAT, rd->line, NULL, NULL,
		    "%s cells than the %zu of the names", k < rd->sensors ?
		    "fewer" : "more", rd->sensors + 1);
	rd->r->rows += !err;
	return err;
}

static enum pl_err
take_rows(struct reader *rd)
{
	enum pl_err err = PL_OK;
	const char *q;

	for (; !err && rd->p < rd->end; rd->p = q + 1, rd->line++) {
		q = pl_cell_line(rd->p, rd->end);
		if (q == rd->end && !pl_cell_empty(rd->p, q)) {
			pl_raw_say(rd->r, true, "line %zu: the last, without "
			    "an end: its numbers may be cut, dropped",
			    rd->line);
			break;
		}
		if (!pl_cell_empty(rd->p, q))
			err = take_row(rd, rd->p, q);
	}
	return err;
}

/* Even rows need no stamps: those of files are rounded. */
static void
settle_time(struct pl_raw *r, double rate)
{
	double first = r->rows ? r->t_s[0] : 0, span, steps;
	bool even = r->rows > 1;
	size_t i;

	for (i = 0; i < r->rows; i++)
		r->t_s[i] -= first;
	span = r->rows ? r->t_s[r->rows - 1] : 0;
	steps = (double)r->rows - 1;
	if (!(rate > 0) && span > 10 * EVEN_S)
		rate = pl_rate_simple(steps / (span + EVEN_S / 2),
		    steps / (span - EVEN_S / 2));
	for (i = 0; even && i < r->rows; i++)
		even = rate > 0 && fabs(r->t_s[i] - (double)i / rate) <= EVEN_S;
	if (!even)
		return;
	free(r->t_s);
	r->t_s = NULL;
	r->rate_hz = rate;
}

enum pl_err
pl_opensense_read(const struct pl_source *s,
    struct pl_raw part[PL_FORMAT_PARTS], int *parts, struct pl_fault *f)
{
	struct reader rd = { .p = s->bytes, .end = s->bytes + s->n, .line = 1,
	    .r = part, .f = f };
	enum pl_err err;

	*parts = 1;
	*part = (struct pl_raw){ 0 };
	take_head(&rd);
	if (!rd.turns)
		return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "a table of "
		    "OpenSim without DataType=Quaternion: no orientations of "
		    "sensors in it");
	err = take_names(&rd, s->sensors != NULL);
	if (!err)
		err = take_rows(&rd);
	if (err)
		pl_raw_free(part);
	else
		settle_time(part, rd.rate_hz);
	return err;
}
