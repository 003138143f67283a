/*
 * recorders.h - files as the recorders write them, for tests and fuzzers
 *
 * Written from the layout, not from the reader: a CWA block by block, and a
 * GENEActiv page by page.  Samples are functions of their index, so a test
 * knows what must come back.
 */
#ifndef TESTS_RECORDERS_H
#define TESTS_RECORDERS_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/date.h"

struct made { char *at; size_t n; };

/* A CWA: what the header says, and how the next block is written. */
struct cwa {
	struct made file;
	unsigned sensor;	/* byte 35 of the header */
	unsigned code;		/* of rate and range */
	unsigned layout;	/* 0x30, 0x32, 0x62, 0x92 */
	unsigned a, g;		/* scales: 2^(8 + a) a g, 8000 / 2^g deg/s */
	bool fraction;		/* the firmware writes it */
	double true_hz;
	double start_s;		/* local time of sample 0, after 2000 began */
	double stamp_at;	/* row of a block at which its clock is read */
	size_t count;		/* of samples in a block; 0: as many as fit */
	uint32_t sequence;
	size_t sample;		/* index of the next */
};

/* Sample j, channel c (in the order of the file), as counts. */
static inline int
cwa_counts(size_t j, int c)
{
	return (int)((j * 37 + (size_t)c * 1009) % 4001) - 2000;
}

/* The same of 10 bits, and the exponent that all axes share. */
static inline int
cwa_ten(size_t j, int c)
{
	return (int)((j * 37 + (size_t)c * 301) % 1024) - 512;
}

static inline int
cwa_exponent(size_t j)
{
	return (int)(j % 4);
}

static inline void
put(unsigned char *p, uint32_t x, int bytes)
{
	for (; bytes--; x >>= 8)
		*p++ = (unsigned char)x;
}

static inline char *
made_grow(struct made *m, size_t n)
{
	m->at = realloc(m->at, m->n + n + 1);
	if (!m->at)
		exit(2);
	memset(m->at + m->n, 0, n + 1);
	m->n += n;
	return m->at + m->n - n;
}

static inline uint32_t
cwa_packed_time(double s)
{
	int64_t days = (int64_t)floor(s / 86400), year;
	int rest = (int)(floor(s) - (double)days * 86400), month, day;

	pl_date_of(pl_date_days(2000, 1, 1) + days, &year, &month, &day);
	return (uint32_t)(year - 2000) << 26 | (uint32_t)month << 22 |
	    (uint32_t)day << 17 | (uint32_t)(rest / 3600) << 12 |
	    (uint32_t)(rest / 60 % 60) << 6 | (uint32_t)(rest % 60);
}

static inline struct cwa
cwa_begin(bool six)
{
	struct cwa w = { .sensor = six ? 2 : 0xff, .code = six ? 0x0a : 0x4a,
	    .layout = six ? 0x62 : 0x30, .a = six ? 3 : 0, .g = six ? 2 : 0,
	    .fraction = true, .true_hz = 98.4, .start_s = 763171195.25,
	    .stamp_at = 17 };
	unsigned char *p = (unsigned char *)made_grow(&w.file, 1024);

	memcpy(p, "MD", 2);
	put(p + 2, 1020, 2);
	p[4] = six ? 0x64 : 0x17;
	put(p + 5, 48026, 2);
	put(p + 11, 0x5b, 2);
	put(p + 13, 0xffffffff, 4);
	p[35] = (unsigned char)w.sensor;
	p[36] = (unsigned char)w.code;
	put(p + 37, cwa_packed_time(w.start_s - 86400), 4);
	p[41] = 53;
	memcpy(p + 64, "_n=Some+Body&_sc=26", 19);
	memset(p + 83, ' ', 1024 - 83);
	return w;
}

static inline void
cwa_sum(char *block)
{
	unsigned char *p = (unsigned char *)block;
	unsigned sum = 0;
	int i;

	for (i = 0; i < 510; i += 2)
		sum += (unsigned)p[i] | (unsigned)p[i + 1] << 8;
	put(p + 510, (uint32_t)-sum & 0xffff, 2);
}

/* The clock that a block was stamped by: its row, seconds and fraction. */
static inline void
cwa_stamp(const struct cwa *w, unsigned char *p)
{
	double hz = w->code ? 3200.0 / (1 << (15 - (w->code & 15))) : 0;
	double row = w->stamp_at, s;
	uint32_t part = 0;

	s = w->start_s + ((double)w->sample + row) / w->true_hz;
	if (w->fraction) {
		/* old readers know no fraction: the row is moved for them */
		part = (uint32_t)((s - floor(s)) * 32768);
		put(p + 4, 0x8000 | part, 2);
		row -= (double)((part << 1) * (uint32_t)hz >> 16);
	} else {
		/* the row at which the second began */
		row -= floor((s - floor(s)) * w->true_hz);
		put(p + 4, 48026 & 0x7fff, 2);
	}
	put(p + 14, cwa_packed_time(s), 4);
	if (w->code)
		put(p + 26, (uint32_t)(int32_t)row & 0xffff, 2);
}

/* Append a block of the next samples; returns it. */
static inline char *
cwa_block(struct cwa *w)
{
	unsigned char *p = (unsigned char *)made_grow(&w->file, 512);
	int axes = (int)(w->layout >> 4), c;
	size_t width = w->layout & 15 ? 2 * (size_t)axes : 4, i;
	size_t count = w->count ? w->count : 480 / width;

	memcpy(p, "AX", 2);
	put(p + 2, 508, 2);
	put(p + 6, 7, 4);
	put(p + 10, w->sequence++, 4);
	put(p + 18, w->a << 13 | w->g << 10 | 0x41, 2);
	put(p + 20, 0x5400 | 261, 2);
	p[23] = 191;
	p[24] = (unsigned char)w->code;
	p[25] = (unsigned char)w->layout;
	put(p + 28, (uint32_t)count, 2);
	cwa_stamp(w, p);
	for (i = 0; i < count; i++) {
		size_t j = w->sample++;
		unsigned char *q = p + 30 + width * i;

		if (width == 4)
			put(q, (uint32_t)cwa_exponent(j) << 30 |
			    ((uint32_t)cwa_ten(j, 2) & 1023) << 20 |
			    ((uint32_t)cwa_ten(j, 1) & 1023) << 10 |
			    ((uint32_t)cwa_ten(j, 0) & 1023), 4);
		else
			for (c = 0; c < axes; c++)
				put(q + 2 * c, (uint32_t)cwa_counts(j, c) &
				    0xffff, 2);
	}
	cwa_sum((char *)p);
	return (char *)p;
}

static inline void
cwa_blocks(struct cwa *w, size_t n)
{
	while (n--)
		cwa_block(w);
}

/* GENEActiv: a header, and pages. */
static inline void
made_text(struct made *m, const char *text, size_t n, const char *eol)
{
	size_t e = strlen(eol);
	char *p = made_grow(m, n + e);

	memcpy(p, text, n);
	memcpy(p + n, eol, e);
}

static inline void
gnactv_line(struct made *m, const char *text, const char *eol)
{
	made_text(m, text, strlen(text), eol);
}

static inline struct made
gnactv_begin(int pages, const char *eol)
{
	static const char *const head[] = { "Device Identity",
	    "Device Unique Serial Code:051386", "Device Type:GENEActiv", "",
	    "Configuration Info", "Measurement Frequency:50 Hz",
	    "Time Zone:GMT -04:00", "", "Subject Info", "Calibration Data",
	    "x gain:25500", "x offset:250", "y gain:25000", "y offset:-1000",
	    "z gain:24800", "z offset:0", "Volts:42", "Lux:886", "" };
	struct made m = { NULL, 0 };
	char text[64];
	size_t i;

	for (i = 0; i < sizeof head / sizeof *head; i++)
		gnactv_line(&m, head[i], eol);
	made_text(&m, "Subject Notes:\0\0Some Body\0\0", 27, eol);
	snprintf(text, sizeof text, "Number of Pages:%d", pages);
	gnactv_line(&m, text, eol);
	gnactv_line(&m, "", eol);
	return m;
}

/* Axis c of row j: 12 bits. */
static inline int
gnactv_raw(size_t j, int c)
{
	return (int)((j * 31 + (size_t)c * 1361) % 4096) - 2048;
}

/* Page k at "2019-05-21 16:16:43:500", with rows j.. and digits more. */
static inline void
gnactv_page(struct made *m, int k, const char *time, const char *rate,
    size_t j, size_t rows, const char *more, const char *eol)
{
	char text[64];

	gnactv_line(m, "Recorded Data", eol);
	gnactv_line(m, "Device Unique Serial Code:051386", eol);
	snprintf(text, sizeof text, "Sequence Number:%d", k);
	gnactv_line(m, text, eol);
	snprintf(text, sizeof text, "Page Time:%s", time);
	gnactv_line(m, text, eol);
	gnactv_line(m, "Unassigned:", eol);
	gnactv_line(m, "Temperature:28.2", eol);
	snprintf(text, sizeof text, "Measurement Frequency:%s", rate);
	gnactv_line(m, text, eol);
	for (; rows--; j++) {
		snprintf(text, sizeof text, "%03X%03X%03X%03X",
		    (unsigned)gnactv_raw(j, 0) & 4095,
		    (unsigned)gnactv_raw(j, 1) & 4095,
		    (unsigned)gnactv_raw(j, 2) & 4095, (unsigned)j & 4095);
		gnactv_line(m, text, "");
	}
	gnactv_line(m, more, eol);
}

#endif
