#include "soundtext.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "../base/rate.h"
#include "bytes.h"
#include "clock.h"

/* omconvert's names, and ours in the units that its scales are in. */
static const struct { const char *theirs, *ours; } channel[] = {
	{ "Accel-X", "acc_x_g" },
	{ "Accel-Y", "acc_y_g" },
	{ "Accel-Z", "acc_z_g" },
	{ "Gyro-X", "gyr_x_deg_s" },
	{ "Gyro-Y", "gyr_y_deg_s" },
	{ "Gyro-Z", "gyr_z_deg_s" },
};

/* N of "Channel-N" below cols, as an index; -1 if it is none. */
static int
number(const char *key, const char *stem, size_t cols)
{
	size_t n = strlen(stem);
	char *end;
	unsigned long k;

	if (strncmp(key, stem, n) != 0 || key[n] < '1' || key[n] > '9')
		return -1;
	k = strtoul(key + n, &end, 10);
	return *end || k > cols ? -1 : (int)(k - 1);
}

static enum pl_err
take_name(struct pl_raw *r, int col, const char *header)
{
	const char *value = header;
	size_t i;

	for (i = 0; i < sizeof channel / sizeof *channel; i++)
		if (strcmp(value, channel[i].theirs) == 0)
			value = channel[i].ours;
	if (pl_raw_header(r, (size_t)col, header, strlen(header)))
		return PL_ENOMEM;
	return pl_raw_name(r, (size_t)col, value);
}

/* The header's integer gives way to a text that it is the rounding of. */
static void
take_rate(struct pl_raw *r, const char *value)
{
	double rate;

	if (pl_rate_parse(value, &rate) != PL_OK)
		pl_raw_say(r, true, "Rate: '%.30s' is no rate: the header's "
		    "%g Hz is taken", value, r->rate_hz);
	else if (fabs(rate - r->rate_hz) <= 1)
		r->rate_hz = rate;
	else if (rate != r->rate_hz)
		pl_raw_say(r, true, "Rate: %g Hz in its text, %g in its "
		    "header: the header's is taken (-r overrides)", rate,
		    r->rate_hz);
}

/*
 * omconvert tells what the recorder was set to in whole Hz, cut off, and the
 * header of its file has it rounded.  Recorders have 3200 Hz and its halves,
 * and where one of these gives both numbers and is neither, it is the rate.
 */
static void
take_config(struct pl_raw *r, const char *value)
{
	double whole, rate;

	if (pl_num_parse(value, value + strcspn(value, ","), '.', &whole))
		return;
	for (rate = 3200; rate >= 1; rate /= 2)
		if (rate != floor(rate) && floor(rate) == whole &&
		    floor(rate + 0.5) == r->rate_hz) {
			pl_raw_say(r, true, "%g Hz in its header, %g set in "
			    "the recorder: %g Hz is taken (-r overrides)",
			    r->rate_hz, whole, rate);
			r->rate_hz = rate;
			return;
		}
}

/* When it began; local time is no instant, but worth a word. */
static void
take_start(struct pl_raw *r, const char *key, const char *value)
{
	char text[PL_UTC_ROOM];
	int64_t ns;

	if (pl_utc_parse(value, strlen(value), &r->start_ns)) {
		r->dated = true;
		return;
	}
	if (strcmp(key, "Time") != 0 || snprintf(text, sizeof text, "%sZ",
	    value) >= (int)sizeof text ||
	    !pl_utc_parse(text, strlen(text), &ns))
		return;
	pl_utc_print_local(text, ns);
	pl_raw_say(r, false, "device clock %s, no zone", text);
}

static enum pl_err
take_line(struct pl_raw *r, double *scale, char *line)
{
	char *value = strchr(line, ':');
	double x;
	int i;

	if (!value)
		return PL_OK;
	*value++ = '\0';
	value += strspn(value, " ");
	if (strcmp(line, "Rate") == 0)
		take_rate(r, value);
	else if (strcmp(line, "Time-SD") == 0) {
		if (!pl_num_parse(value, value + strlen(value), '.', &x) &&
		    x > 0)
			r->time_sd_s = x;
	} else if (strcmp(line, "Start") == 0 || strcmp(line, "Time") == 0)
		take_start(r, line, value);
	else if (strcmp(line, "Config-A") == 0)
		take_config(r, value);
	else if ((i = number(line, "Channel-", r->cols)) >= 0)
		return take_name(r, i, value);
	else if ((i = number(line, "Scale-", r->cols)) >= 0 &&
	    !pl_num_parse(value, value + strlen(value), '.', &x) && x > 0)
		scale[i] = x;
	return PL_OK;
}

enum pl_err
pl_soundtext_take(struct pl_raw *r, double *scale, const char *text,
    size_t n)
{
	const char *end = text + n, *q;
	enum pl_err err = PL_OK;

	for (; !err && text < end; text = q + 1) {
		char *line;
		size_t k;

		q = memchr(text, '\n', (size_t)(end - text));
		q = q ? q : end;
		k = (size_t)(q - text);
		while (k && (text[k - 1] == '\r' || text[k - 1] == ' '))
			k--;
		line = pl_mem_text(text, k);
		if (!line)
			return PL_ENOMEM;
		err = take_line(r, scale, line);
		free(line);
	}
	return err;
}

static enum pl_err
say(struct pl_bytes *b, const char *key, const char *value)
{
	char line[192];
	int n = snprintf(line, sizeof line, "%s: %s\n", key, value);

	if (n < 0 || (size_t)n >= sizeof line)
		return PL_ERANGE;
	return pl_bytes_add(b, line, (size_t)n);
}

/* The clock of the table: its rate, when it began, how well it is known. */
static enum pl_err
say_clock(struct pl_bytes *b, const struct pl_table *t, double rate_hz)
{
	char value[PL_RATE_ROOM], start[PL_UTC_ROOM];
	double sd = pl_clock_sd(t);
	enum pl_err err;

	pl_rate_print(value, rate_hz);
	err = say(b, "Rate", value);
	pl_clock_start(t, start);
	if (!err && *start)
		err = say(b, "Start", start);
	if (err || !(sd > 0))
		return err;
	pl_rate_print(value, sd);
	return say(b, "Time-SD", value);
}

enum pl_err
pl_soundtext_make(char **text, const struct pl_table *t, const size_t *col,
    size_t cols, double rate_hz, const double *scale,
    const struct pl_origin *origin)
{
	struct pl_bytes b = { 0 };
	char value[PL_RATE_ROOM], key[32];
	enum pl_err err;
	size_t i;

	err = say_clock(&b, t, rate_hz);
	if (!err && origin)
		err = say(&b, "Software", origin->software);
	if (!err && origin)
		err = say(&b, "Filters", origin->filters);
	for (i = 0; !err && i < cols; i++) {
		snprintf(key, sizeof key, "Channel-%zu", i + 1);
		err = say(&b, key, t->col[col[i]].name);
		if (err || !scale)
			continue;
		snprintf(key, sizeof key, "Scale-%zu", i + 1);
		pl_rate_print(value, scale[i]);
		err = say(&b, key, value);
	}
	if (err)
		pl_bytes_free(&b);
	*text = b.at;
	return err;
}
