/* geneactiv: pages of hexadecimal digits, and what lies between them */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/io/recorder/geneactiv.h"
#include "recorders.h"
#include "tap.h"

static struct pl_raw raw;
static struct pl_fault fault;

static enum pl_err
get(const struct made *m, size_t n)
{
	struct pl_raw part[PL_FORMAT_PARTS] = { { 0 } };
	struct pl_map map = { 0 };
	struct pl_source s = { .bytes = m->at, .n = n, .map = &map };
	const struct pl_format *form = pl_format_of(m->at, n);
	enum pl_err err;
	int parts = 0;

	pl_raw_free(&raw);
	fault = (struct pl_fault){ 0 };
	if (!form || strcmp(form->name, "geneactiv") != 0)
		return PL_ERRS;
	err = form->read(&s, part, &parts, &fault);
	raw = part[0];
	return err;
}

static bool
says(bool warn, const char *text)
{
	int i;

	for (i = 0; i < raw.notes; i++)
		if (raw.note[i].warn == warn && strstr(raw.note[i].text, text))
			return true;
	return false;
}

/* Rows from..to-1 are samples from + skip... */
static bool
right(size_t from, size_t to, size_t skip)
{
	static const double gain[3] = { 25500, 25000, 24800 };
	static const double offset[3] = { 250, -1000, 0 };
	bool all = to <= raw.rows && raw.cols == 3;
	size_t i;
	int a;

	for (i = from; all && i < to; i++)
		for (a = 0; a < 3; a++)
			all = all && raw.col[a].x[i] == (100.0 * gnactv_raw(i +
			    skip, a) - offset[a]) / gain[a];
	return all;
}

static void
test_pages(const char *eol, const char *what)
{
	struct made m = gnactv_begin(3, eol);

	gnactv_page(&m, 0, "2019-05-21 16:16:43:500", "50.0", 0, 300, "", eol);
	gnactv_page(&m, 1, "2019-05-21 16:16:50:000", "50.0", 300, 300, "",
	    eol);
	gnactv_page(&m, 2, "2019-05-21 16:16:56:000", "50.0", 600, 300, "",
	    eol);
	ok(!get(&m, m.n) && raw.rows == 900 && right(0, 900, 0) &&
	    strcmp(raw.col[2].name, "acc_z_g") == 0 && !raw.gaps,
	    "%s: three pages, and NUL bytes in the header", what);
	ok(fabs(raw.t_s[299] - 5.98) < 1e-9 && fabs(raw.t_s[300] - 6.5) < 1e-9
	    && fabs(raw.t_s[899] - 18.48) < 1e-9 &&
	    says(false, "2 pieces without a break, of 50, 50 Hz"),
	    "%s: half a second lost after the first page stays a hole", what);
	/* 20:16:43.5 in UTC */
	ok(raw.dated && raw.start_ns == INT64_C(1558469803500000000) &&
	    says(false, "device clock 2019-05-21 16:16:43.500, in the zone"),
	    "%s: the header's zone makes it an instant", what);
	ok(!says(false, "Some") && !says(true, ""),
	    "%s: nothing of who wore it, nothing to warn of", what);
	free(m.at);
}

/* 300 rows in 3.5 s: the clock has it more exactly than "85.7". */
static void
test_rate(void)
{
	struct made m = gnactv_begin(20, "\n");
	char time[32];
	int k;

	for (k = 0; k < 20; k++) {
		snprintf(time, sizeof time, "2019-05-21 16:%02d:%02d:%03d",
		    16 + 7 * k / 120, 7 * k / 2 % 60, 7 * k % 2 * 500);
		gnactv_page(&m, k, time, "85.7", 300 * (size_t)k, 300, "",
		    "\n");
	}
	ok(!get(&m, m.n) && raw.rows == 6000 &&
	    fabs(5999 / raw.t_s[5999] - 600 / 7.0) < 1e-6,
	    "the rate is that of the pages");
	free(m.at);
}

static void
test_cut(void)
{
	struct made m = gnactv_begin(100, "\r\n");
	size_t i, good = 0, head = m.n;

	gnactv_page(&m, 0, "2019-05-21 16:16:43:500", "50.0", 0, 300, "",
	    "\r\n");
	gnactv_page(&m, 1, "2019-05-21 16:16:49:500", "50.0", 300, 231,
	    "012345678", "\r\n");
	ok(!get(&m, m.n) && raw.rows == 531 && right(0, 531, 0) &&
	    says(true, "its last page ends after 231 of 300 rows") &&
	    says(true, "2 pages of the 100 that its header promises"),
	    "a page cut short, and those that are not there");
	for (i = 0; i < m.n; i += 11)
		good += get(&m, i) == PL_OK;
	ok(good > 500 && get(&m, head) == PL_ECUT &&
	    get(&m, head + 100) == PL_ECUT,
	    "cut anywhere, it is a recording or an error");
	free(m.at);

	m = gnactv_begin(4, "\n");
	gnactv_page(&m, 0, "2019-05-21 16:16:43:500", "50.0", 0, 300, "",
	    "\n");
	gnactv_page(&m, 1, "2019-05-21 16:16:49:500", "50.0", 300, 299,
	    "00000000000G", "\n");
	gnactv_page(&m, 2, "2019-05-21 16:16:55:500", "50.0", 600, 150, "",
	    "\n");
	gnactv_page(&m, 3, "2019-05-21 16:17:01:500", "50.0", 900, 300, "",
	    "\n");
	ok(!get(&m, m.n) && raw.rows == 750 && right(300, 450, 300) &&
	    right(450, 750, 450) && fabs(raw.t_s[300] - 12) < 1e-9 &&
	    fabs(raw.t_s[450] - 18) < 1e-9 &&
	    says(true, "1 of 4 pages left out"),
	    "a page with something else in it is a hole, so is half a page");
	free(m.at);
}

static void
test_odd(void)
{
	struct made m = gnactv_begin(2, "\n"), bad;
	char *at;

	gnactv_page(&m, 0, "2019-05-21 16:16:43:500", "50.0", 0, 300, "",
	    "\n");
	gnactv_page(&m, 5, "no time", "50.0", 300, 300, "", "\n");
	ok(!get(&m, m.n) && raw.rows == 600 && says(true, "1 piece without"),
	    "a page without time");
	bad = (struct made){ NULL, 0 };
	memcpy(made_grow(&bad, m.n), m.at, m.n);
	at = memmem(bad.at, bad.n, "y gain:25000", 12);
	memcpy(at, "y gain:0000.", 12);
	ok(get(&bad, bad.n) == PL_EFORMAT && strcmp(fault.column, "y gain") ==
	    0, "a gain of 0 is an error");
	memcpy(at, "y grin:25000", 12);
	ok(get(&bad, bad.n) == PL_EFORMAT, "so is one that is not there");
	memcpy(at, "y gain:25000", 12);
	at = memmem(bad.at, bad.n, "Zone:GMT", 8);
	memcpy(at, "Zone:   ", 8);
	ok(!get(&bad, bad.n) && !raw.dated && says(false, "no zone"),
	    "without a zone it is no instant");
	free(bad.at);
	bad = gnactv_begin(1, "\n");
	gnactv_page(&bad, 0, "2019-05-21 16:16:43:500", "0", 0, 300, "",
	    "\n");
	ok(get(&bad, bad.n) == PL_EFORMAT && strstr(fault.why, "page 0"),
	    "a rate of 0");
	free(bad.at);
	ok(!pl_geneactiv_is("Device Identity\nDevice Type:Other\n", 34) &&
	    !pl_geneactiv_is("Device Type,GENEActiv\n", 22) &&
	    !pl_geneactiv_is("", 0), "other text is not taken for it");
	free(m.at);
}

int
main(void)
{
	test_pages("\n", "LF");
	test_pages("\r\n", "CRLF");
	test_rate();
	test_cut();
	test_odd();
	pl_raw_free(&raw);
	return done();
}
