#include "archive.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "../base/mem.h"

enum { BLOCK = 1 << 16 };

const char *
pl_archive_version(void)
{
	return "libzip-" LIBZIP_VERSION;
}

bool
pl_archive_is(const char *bytes, size_t n)
{
	return n >= 4 && memcmp(bytes, "PK\3\4", 4) == 0;
}

bool
pl_archive_names(const char *bytes, size_t n, const char *name)
{
	return memmem(bytes, n, name, strlen(name)) != NULL;
}

const char *
pl_archive_base(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash ? slash + 1 : name;
}

const struct pl_member *
pl_archive_find(const struct pl_archive *a, const char *base)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		if (strcmp(pl_archive_base(a->file[i].name), base) == 0)
			return &a->file[i];
	return NULL;
}

void
pl_archive_free(struct pl_archive *a)
{
	size_t i;

	for (i = 0; i < a->n; i++) {
		free(a->file[i].name);
		free(a->file[i].at);
	}
	free(a->file);
	*a = (struct pl_archive){ 0 };
}

static enum pl_err
too_much(struct pl_fault *f, size_t most)
{
	return pl_fault_set(f, PL_ERANGE, 0, NULL, NULL, "its tables unpack to "
	    "more than %zu bytes: unpack it and read them one by one", most);
}

static enum pl_err
say(struct pl_fault *f, zip_error_t *e)
{
	enum pl_err err = zip_error_code_zip(e) == ZIP_ER_MEMORY ? PL_ENOMEM :
	    PL_EFORMAT;

	return err == PL_ENOMEM ? err : pl_fault_set(f, err, 0, NULL, NULL,
	    "a zip archive that cannot be read, perhaps cut short: %.100s",
	    zip_error_strerror(e));
}

/* All of an open file, up to most bytes. */
static enum pl_err
unpack(struct pl_member *m, zip_file_t *z, size_t most, struct pl_fault *f)
{
	size_t room = 0;
	zip_int64_t got;
	char *grown;

	do {
		grown = pl_mem_grow(m->at, &room, m->n + BLOCK + 1, 1);
		if (!grown)
			return PL_ENOMEM;
		m->at = grown;
		got = zip_fread(z, m->at + m->n, BLOCK);
		m->n += got > 0 ? (size_t)got : 0;
		if (m->n > most)
			return PL_ERANGE;
	} while (got > 0);
	m->at[m->n] = '\0';
	return got < 0 ? say(f, zip_file_get_error(z)) : PL_OK;
}

static enum pl_err
take(struct pl_archive *a, zip_t *zip, zip_uint64_t i, const char *name,
    size_t most, struct pl_fault *f)
{
	struct pl_member m = { .name = pl_mem_text(name, strlen(name)) };
	zip_file_t *z = NULL;
	enum pl_err err = m.name ? PL_OK : PL_ENOMEM;

	if (!err && !(z = zip_fopen_index(zip, i, 0)))
		err = say(f, zip_get_error(zip));
	if (!err)
		err = unpack(&m, z, most, f);
	if (z)
		zip_fclose(z);
	if (err) {
		free(m.name);
		free(m.at);
		return err;
	}
	a->file[a->n++] = m;
	return PL_OK;
}

/* All files that are wanted; what they promise is no more than a hint. */
static enum pl_err
take_all(struct pl_archive *a, zip_t *zip, zip_uint64_t files,
    bool (*want)(const char *name), size_t most, struct pl_fault *f)
{
	enum pl_err err = PL_OK;
	size_t left = most;
	zip_uint64_t i;
	zip_stat_t st;

	for (i = 0; !err && i < files; i++) {
		if (zip_stat_index(zip, i, 0, &st) != 0 ||
		    !(st.valid & ZIP_STAT_NAME) || !want(st.name))
			continue;
		err = (st.valid & ZIP_STAT_SIZE) && st.size > left ?
		    PL_ERANGE : take(a, zip, i, st.name, left, f);
		if (!err)
			left -= a->file[a->n - 1].n;
	}
	return err == PL_ERANGE ? too_much(f, most) : err;
}

static enum pl_err
read_open(struct pl_archive *a, zip_t *zip, bool (*want)(const char *name),
    size_t most, struct pl_fault *f)
{
	zip_int64_t files = zip_get_num_entries(zip, 0);

	if (files > PL_ARCHIVE_FILES)
		return pl_fault_set(f, PL_ERANGE, 0, NULL, NULL,
		    "a zip archive of %lld files: no recorder makes more than "
		    "%d", (long long)files, PL_ARCHIVE_FILES);
	a->file = pl_mem_array((size_t)files, sizeof *a->file);
	if (!a->file)
		return PL_ENOMEM;
	return take_all(a, zip, (zip_uint64_t)files, want, most, f);
}

enum pl_err
pl_archive_read(struct pl_archive *a, const char *bytes, size_t n,
    bool (*want)(const char *name), size_t most, struct pl_fault *f)
{
	zip_source_t *source;
	zip_error_t e;
	enum pl_err err;
	zip_t *zip;

	*a = (struct pl_archive){ 0 };
	if (!pl_archive_is(bytes, n))	/* libzip: nothing is an archive */
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "no zip archive");
	zip_error_init(&e);
	source = zip_source_buffer_create(bytes, n, 0, &e);
	zip = source ? zip_open_from_source(source, ZIP_RDONLY, &e) : NULL;
	if (!zip) {
		err = say(f, &e);
		if (source)
			zip_source_free(source);
		zip_error_fini(&e);
		return err;
	}
	err = read_open(a, zip, want, most, f);
	zip_discard(zip);
	zip_error_fini(&e);
	if (err)
		pl_archive_free(a);
	return err;
}
