#include "stream.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../lib/io/au.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "cli.h"
#include "save.h"

void
stream_read(struct pl_table *t, const char *path)
{
	bool std = strcmp(path, "-") == 0;
	struct pl_fault fault = { 0 };
	struct pl_bytes b;
	enum pl_err err;
	FILE *f;

	cli_place(std ? "stdin" : path);
	f = std ? stdin : fopen(path, "rb");
	if (!f)
		cli_die("%s:", path);
	errno = 0;
	err = pl_bytes_read(&b, f, pl_au_is);
	if (!std)
		fclose(f);
	if (err == PL_EFORMAT)
		cli_die_at("not a stream of ours: plumb-read reads recordings");
	if (err)
		cli_die_fault(err, NULL);
	pl_table_init(t);
	err = pl_au_is(b.at, b.n) ? pl_au_read(t, b.at, b.n, &fault) :
	    pl_csv_read(t, b.at, b.n, &fault);
	pl_bytes_free(&b);
	if (!err)
		err = pl_table_settle(t, &fault);
	errno = 0;
	if (err)
		cli_die_fault(err, &fault);
}

/* The form on stdout: "csv" or "au", or NULL for any other word. */
static const char *
form_of(const char *form)
{
	if (!form)
		form = getenv("PLUMB_STREAM");
	if (!form || !*form)
		form = "csv";
	return strcmp(form, "csv") == 0 || strcmp(form, "au") == 0 ? form :
	    NULL;
}

/* The last one to be written would be the only one. */
void
stream_alone(const char *option, const char *path)
{
	enum { MOST = 8 };
	static struct { const char *option, *path; } out[MOST];
	struct stat a, b;
	size_t i;

	for (i = 0; i < MOST && out[i].path; i++)
		if (strcmp(out[i].path, path) == 0 ||
		    (!stat(out[i].path, &a) && !stat(path, &b) &&
		    a.st_dev == b.st_dev && a.st_ino == b.st_ino))
			cli_die("%s %s: %s writes that file", option, path,
			    out[i].option);
	if (i < MOST)
		out[i].option = option, out[i].path = path;
}

void
stream_check(const char *option, const char *path, const char *form)
{
	if (path && form)
		cli_die("-O %s: the extension of %s %s says the form", form,
		    option, path);
	if (path && save_form(path, false)) {
		stream_alone(option, path);
		return;
	}
	if (path)
		cli_die("%s %s: the extension must be .csv, .au, .wav, .flac, "
		    ".caf or .w64", option, path);
	if (form_of(form))
		return;
	if (form)
		cli_die("-O %s: must be csv or au", form);
	cli_die("PLUMB_STREAM=%s: must be csv or au", getenv("PLUMB_STREAM"));
}

void
stream_write(const struct pl_table *t, const char *path, const char *form)
{
	enum pl_err err;

	if (path) {
		save(t, path, save_form(path, false), NULL);
		return;
	}
	errno = 0;
	err = strcmp(form_of(form), "au") == 0 ? pl_au_write(t, NULL, stdout) :
	    pl_csv_write(t, stdout);
	if (!save_shut(stdout) && !err)
		err = PL_EIO;
	if (err) {
		cli_place("stdout");
		cli_die_fault(err, NULL);
	}
}

void
stream_aside(struct pl_table *t, const char *path)
{
	struct pl_fault fault = { 0 };
	enum pl_err err = pl_table_settle(t, &fault);

	if (err)
		cli_die_fault(err, &fault);
	stream_write(t, path, NULL);
	pl_table_free(t);
}
