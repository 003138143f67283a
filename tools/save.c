/* save.c - a table becomes a file, whole or not at all */
#include "save.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../lib/base/mem.h"
#include "../lib/io/au.h"
#include "../lib/io/bids.h"
#include "../lib/io/csv.h"
#include "../lib/io/sound.h"
#include "../lib/io/sto.h"
#include "cli.h"

enum { FILES = PL_BIDS_FILES };

struct job {
	const struct pl_table *t;
	const char *path;
	const struct save_wish *wish;
	const struct pl_origin *origin;	/* NULL: not to be said */
	char *name[FILES], *part[FILES];
	int files;
	size_t left_out;		/* rows */
};

bool
save_shut(FILE *f)
{
	bool bad = fflush(f) != 0 || ferror(f);

	return fclose(f) == 0 && !bad;
}

static enum pl_err
save_csv(struct job *j, FILE *f[], struct pl_fault *fault)
{
	(void)fault;
	return pl_csv_write(j->t, *f);
}

static enum pl_err
save_au(struct job *j, FILE *f[], struct pl_fault *fault)
{
	(void)fault;
	return pl_au_write(j->t, j->origin, *f);
}

static enum pl_err
save_sto(struct job *j, FILE *f[], struct pl_fault *fault)
{
	struct pl_sto_wish w = { j->wish->bodies, j->origin };

	return pl_sto_write(j->t, &w, *f, &j->left_out, fault);
}

static enum pl_err
save_bids(struct job *j, FILE *f[], struct pl_fault *fault)
{
	struct pl_bids_wish w = { j->wish->place, j->origin };

	return pl_bids_write(j->t, j->path, &w, f, fault);
}

/* The forms; sound files are not ours to open, and write is NULL. */
static const struct form {
	const char *name;		/* and its extension */
	bool output;			/* -o knows it */
	bool scales;
	int files;
	enum pl_err (*write)(struct job *, FILE *f[], struct pl_fault *);
} forms[] = {
	{ "csv", true, false, 1, save_csv },
	{ "au", true, false, 1, save_au },
	{ "wav", true, true, 1, NULL },
	{ "flac", true, true, 1, NULL },
	{ "caf", true, true, 1, NULL },
	{ "w64", true, true, 1, NULL },
	{ "sto", false, false, 1, save_sto },
	{ "bids", false, false, PL_BIDS_FILES, save_bids },
};

static const struct form *
find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(forms[i].name, name) == 0)
			return &forms[i];
	return NULL;
}

const char *
save_form(const char *path, bool archive)
{
	const char *dot = strrchr(path, '.');
	const struct form *f = find(dot ? dot + 1 : "");

	if (archive && pl_bids_is(path))
		return "bids";
	return f && (f->output || archive) && f->files == 1 ? f->name : NULL;
}

bool
save_knows(const char *form)
{
	return find(form) != NULL;
}

bool
save_scales(const char *form)
{
	return find(form)->scales;
}

/* The names of its files, and of those that become them. */
static enum pl_err
begin(struct job *j, const struct form *as, struct pl_fault *fault)
{
	enum pl_err err = PL_OK;
	int i;

	if (as->files > 1)
		err = pl_bids_names(j->path, j->name, fault);
	else
		*j->name = pl_mem_text(j->path, strlen(j->path));
	if (err)
		return err;
	for (j->files = as->files, i = 0; i < j->files; i++)
		if (!j->name[i] || asprintf(&j->part[i], "%s.part",
		    j->name[i]) < 0)
			cli_die("out of memory");
	return PL_OK;
}

static enum pl_err
write_parts(struct job *j, const struct form *as, struct pl_fault *fault)
{
	struct pl_sound_wish w = { j->wish && j->wish->full_scale, j->origin };
	FILE *f[FILES] = { NULL };
	enum pl_err err = PL_OK;
	int i;

	if (!as->write)
		return pl_sound_write(j->t, *j->part, as->name, &w, fault);
	for (i = 0; !err && i < j->files; i++)
		if (!(f[i] = fopen(j->part[i], "wb")))
			err = PL_EIO;
	if (!err)
		err = as->write(j, f, fault);
	for (i = 0; i < j->files; i++)
		if (f[i] && !save_shut(f[i]) && !err)
			err = PL_EIO;
	return err;
}

/* Give the parts their names.  That one of several cannot have it is looked for
 * first, so that a set is never half new. */
static enum pl_err
rename_parts(struct job *j)
{
	struct stat st;
	int i;

	for (i = 0; j->files > 1 && i < j->files; i++)
		if (!stat(j->name[i], &st) && S_ISDIR(st.st_mode)) {
			errno = EISDIR;
			return PL_EIO;
		}
	for (i = 0; i < j->files; i++)
		if (rename(j->part[i], j->name[i]) != 0)
			break;
	if (i == j->files)
		return PL_OK;
	while (i--)
		unlink(j->name[i]);
	return PL_EIO;
}

static void
end(struct job *j)
{
	int i;

	for (i = 0; i < j->files; i++) {
		free(j->name[i]);
		free(j->part[i]);
	}
}

void
save(const struct pl_table *t, const char *path, const char *form,
    const struct save_wish *wish)
{
	const struct form *as = find(form);
	struct pl_fault fault = { 0 };
	struct pl_origin origin;
	struct job j = { .t = t, .path = path, .wish = wish };
	enum pl_err err;
	int i;

	if (wish) {
		pl_origin_of(&origin, t);
		j.origin = &origin;
	}
	cli_place(path);
	err = begin(&j, as, &fault);
	errno = 0;
	if (!err)
		err = write_parts(&j, as, &fault);
	if (!err)
		err = rename_parts(&j);
	if (err) {
		int saved = errno;

		for (i = 0; i < j.files; i++)
			unlink(j.part[i]);
		errno = saved;
		cli_die_fault(err, &fault);
	}
	if (j.left_out)
		cli_warn("%zu row%s without an attitude left out", j.left_out,
		    j.left_out == 1 ? "" : "s");
	end(&j);
}
