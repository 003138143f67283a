/* a table goes through text and AU and is the same; broken ones are refused */
#include <stdlib.h>
#include <string.h>

#include "../lib/io/au.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "tap.h"

static const char text[] =
    "t_s,acc_x_m_s2,phase,note,q_w\n"
    "0,9.81,ecc,1.50,0.123456789\n"
    "0.01,,bottom,\"a,\"\"b\"\"\n\\c\",\n"
    "0.02,-0.000001,,x,-1\n";

static enum pl_err
read_text(struct pl_table *t, const char *s, struct pl_fault *f)
{
	enum pl_err err;

	*f = (struct pl_fault){ 0 };
	pl_table_init(t);
	err = pl_csv_read(t, s, strlen(s), f);
	if (!err && (err = pl_table_settle(t, f)))
		pl_table_free(t);
	return err;
}

static struct pl_bytes
written(enum pl_err write(const struct pl_table *, FILE *),
    const struct pl_table *t)
{
	struct pl_bytes b = { 0 };
	FILE *f = tmpfile();

	if (!f || write(t, f))
		exit(1);
	rewind(f);
	if (pl_bytes_read(&b, f, pl_au_is))
		exit(1);
	fclose(f);
	return b;
}

static enum pl_err
au_write(const struct pl_table *t, FILE *f)
{
	return pl_au_write(t, NULL, f);
}

static enum pl_err
au_archive(const struct pl_table *t, FILE *f)
{
	struct pl_origin o;

	pl_origin_of(&o, t);
	return pl_au_write(t, &o, f);
}

static void
round_trip(void)
{
	struct pl_table t, u;
	struct pl_fault f;
	struct pl_bytes au, csv;
	size_t n;

	ok(!read_text(&t, text, &f), "a stream is read");
	ok(t.rows == 3 && t.cols == 5 && pl_missing(t.col[1].x[1]) &&
	    t.col[4].x[0] == 0.123456789 && !pl_table_label(&t, 2, 2) &&
	    strcmp(pl_table_label(&t, 3, 1), "a,\"b\"\n\\c") == 0 &&
	    strcmp(pl_table_label(&t, 3, 0), "1.50") == 0,
	    "with its numbers, words, foreign text and missing cells");
	csv = written(pl_csv_write, &t);
	ok(csv.n == strlen(text) && memcmp(csv.at, text, csv.n) == 0,
	    "written as text it is the same bytes");
	pl_bytes_free(&csv);
	au = written(au_archive, &t);
	pl_table_init(&u);
	ok(!pl_au_read(&u, au.at, au.n, &f) && u.rows == t.rows &&
	    u.cols == t.cols && strstr(au.at + 24, "\nSoftware: Plumbline "),
	    "an archive says what wrote it, and is a stream all the same");
	pl_table_free(&u);
	pl_bytes_free(&au);
	au = written(au_write, &t);
	pl_table_init(&u);
	ok(!pl_au_read(&u, au.at, au.n, &f), "as AU it is read back");
	csv = written(pl_csv_write, &u);
	ok(csv.n == strlen(text) && memcmp(csv.at, text, csv.n) == 0,
	    "and gives the same text");
	pl_table_free(&u);
	for (n = 0; n < au.n; n++)
		if (!pl_au_read(&u, au.at, n, &f))
			break;
	ok(n == au.n, "an AU stream cut anywhere is refused");
	for (n = 0; n < strlen(text); n++)
		if (n != strcspn(text, "\n") + 1 &&
		    !pl_csv_read(&u, text, n, &f)) {
			pl_table_free(&u);
			if (text[n - 1] != '\n')
				break;
		}
	ok(n == strlen(text), "text cut inside a row is refused");
	pl_bytes_free(&au);
	pl_bytes_free(&csv);
	pl_table_free(&t);
}

static void
refused(const char *s, enum pl_err want, size_t line, const char *column,
    const char *value)
{
	struct pl_table t;
	struct pl_fault f;
	enum pl_err err = read_text(&t, s, &f);

	ok(err == want && f.line == line && strcmp(f.column, column) == 0 &&
	    strcmp(f.value, value) == 0 && *f.why && t.cols == 0,
	    "refused: %s at %zu:%s:'%s'", f.why, f.line, f.column, f.value);
	if (!err)
		pl_table_free(&t);
}

static void
grid(void)
{
	struct pl_table t;
	struct pl_fault f;
	double rate;

	read_text(&t, "t_s\n0\n0.009999\n0.020001\n0.03\n", &f);
	ok(!pl_table_rate(&t, &rate, &f) && fabs(rate - 100) < 1e-9,
	    "the rate is what the clock says");
	pl_table_free(&t);
	read_text(&t, "t_s\n0\n0.01\n0.03\n0.04\n", &f);
	ok(pl_table_rate(&t, &rate, &f) == PL_EUNEVEN && f.line == 4,
	    "a missing row is seen");
	pl_table_free(&t);
	read_text(&t, "t_s\n0\n\n0.02\n", &f);
	ok(pl_table_rate(&t, &rate, &f) == PL_EUNEVEN,
	    "a missing time is seen");
	pl_table_free(&t);
}

int
main(void)
{
	round_trip();
	grid();
	refused("", PL_ECUT, 0, "", "");
	refused("t_s", PL_ECUT, 1, "", "");
	refused("t_s,\n1,2\n", PL_EFORMAT, 1, "", "");
	refused("t_s,t_s\n", PL_EFORMAT, 1, "t_s", "");
	refused("t_s,q_w\n0,1\n1\n", PL_EFORMAT, 3, "", "");
	refused("t_s,q_w\n0,1,2\n", PL_EFORMAT, 2, "", "");
	refused("t_s,q_w\n0,nan\n", PL_EFORMAT, 2, "q_w", "nan");
	refused("t_s,q_w\n0,inf\n", PL_EFORMAT, 2, "q_w", "inf");
	refused("t_s,q_w\n0,1e300\n", PL_ERANGE, 2, "q_w", "1e+300");
	refused("t_s,q_w\n0,1e400\n", PL_ERANGE, 2, "q_w", "1e400");
	refused("t_s,q_w\n0,\"1\n", PL_ECUT, 2, "q_w", "");
	refused("t_s,q_w\n0,\"1\"x\n", PL_EFORMAT, 2, "q_w", "");
	refused("t_s,q_w\n0,1,\"2\n", PL_ECUT, 2, "", "");
	return done();
}
