#include "stream.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../lib/base/mem.h"
#include "../lib/io/au.h"
#include "../lib/io/bytes.h"
#include "../lib/io/csv.h"
#include "../lib/io/sound.h"
#include "cli.h"

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

enum form { CSV, AU, SOUND, NONE };

static enum form
form_of(const char *path, const char *form)
{
	const char *dot;

	if (path) {
		dot = strrchr(path, '.');
		form = dot ? dot + 1 : "";
	} else {
		if (!form)
			form = getenv("PLUMB_STREAM");
		if (!form || !*form)
			form = "csv";
	}
	if (strcmp(form, "csv") == 0)
		return CSV;
	if (strcmp(form, "au") == 0)
		return AU;
	return path && pl_sound_form(form) ? SOUND : NONE;
}

/* The last one to be written would be the only one. */
static void
check_alone(const char *option, const char *path)
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
	if (form_of(path, form) != NONE) {
		if (path)
			check_alone(option, path);
		return;
	}
	if (path)
		cli_die("%s %s: the extension must be .csv, .au, .wav, .flac, "
		    ".caf or .w64", option, path);
	if (form)
		cli_die("-O %s: must be csv or au", form);
	cli_die("PLUMB_STREAM=%s: must be csv or au", getenv("PLUMB_STREAM"));
}

/* The last word on a stream is its close: a full disk may show only there. */
static bool
shut(FILE *f)
{
	bool bad = fflush(f) != 0 || ferror(f);

	return fclose(f) == 0 && !bad;
}

static void
write_file(const struct pl_table *t, const char *path, enum form form)
{
	size_t n = strlen(path);
	char *part = pl_mem_text(path, n + 5);
	struct pl_fault fault = { 0 };
	enum pl_err err;
	FILE *f = NULL;

	if (!part)
		cli_die("out of memory");
	strcpy(part + n, ".part");
	errno = 0;
	if (form == SOUND)
		err = pl_sound_write(t, part, strrchr(path, '.') + 1, NULL,
		    &fault);
	else if (!(f = fopen(part, "wb")))
		cli_die("%s:", path);
	else {
		err = form == AU ? pl_au_write(t, NULL, f) : pl_csv_write(t, f);
		if (!shut(f) && !err)
			err = PL_EIO;
	}
	if (!err && rename(part, path) != 0)
		err = PL_EIO;
	if (err) {
		int saved = errno;

		unlink(part);
		errno = saved;
		cli_place(path);
		cli_die_fault(err, &fault);
	}
	free(part);
}

void
stream_write(const struct pl_table *t, const char *path, const char *form)
{
	enum form as = form_of(path, form);
	enum pl_err err;

	if (path) {
		write_file(t, path, as);
		return;
	}
	errno = 0;
	err = as == AU ? pl_au_write(t, NULL, stdout) : pl_csv_write(t, stdout);
	if (!shut(stdout) && !err)
		err = PL_EIO;
	if (err) {
		cli_place("stdout");
		cli_die_fault(err, NULL);
	}
}
