#include "sound.h"

#include <errno.h>
#include <sndfile.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"
#include "chunk.h"
#include "soundplan.h"
#include "soundtext.h"

enum { BLOCK = PL_SOUND_BLOCK };

const char *
pl_sound_version(void)
{
	return sf_version_string();
}

int
pl_sound_is(const char *b, size_t n)
{
	static const char magic[][4] = { "RIFF", "RIFX", "RF64", "riff",
	    "caff", "fLaC", "FORM", ".snd", "dns." };
	size_t i;

	for (i = 0; i < sizeof magic / sizeof *magic; i++)
		if (n >= 12 && memcmp(b, magic[i], 4) == 0)
			return 1;
	return 0;
}

/* A file in memory, as libsndfile asks for it. */
struct memory { const char *at; sf_count_t n, pos; };

static sf_count_t
memory_length(void *m)
{
	return ((struct memory *)m)->n;
}

static sf_count_t
memory_seek(sf_count_t offset, int whence, void *user)
{
	struct memory *m = user;

	offset += whence == SEEK_CUR ? m->pos : whence == SEEK_END ? m->n : 0;
	m->pos = offset < 0 ? 0 : offset > m->n ? m->n : offset;
	return m->pos;
}

static sf_count_t
memory_read(void *to, sf_count_t n, void *user)
{
	struct memory *m = user;

	n = n < m->n - m->pos ? n : m->n - m->pos;
	memcpy(to, m->at + m->pos, (size_t)n);
	m->pos += n;
	return n;
}

static sf_count_t
memory_write(const void *from, sf_count_t n, void *user)
{
	(void)from, (void)n, (void)user;
	return 0;
}

static sf_count_t
memory_tell(void *m)
{
	return ((struct memory *)m)->pos;
}

static enum pl_err
make_room(struct pl_raw *r, size_t *room, size_t rows)
{
	size_t want = *room + *room / 2 > rows ? *room + *room / 2 : rows, c;

	if (want > SIZE_MAX / sizeof(double))
		return PL_ENOMEM;
	for (c = 0; c < r->cols; c++) {
		double *x = realloc(r->col[c].x, want * sizeof *x);

		if (!x)
			return PL_ENOMEM;
		r->col[c].x = x;
	}
	*room = want;
	return PL_OK;
}

/* All frames, into columns; r->rows counts them. */
static enum pl_err
read_frames(SNDFILE *sf, struct pl_raw *r, size_t room)
{
	size_t cols = r->cols, c, i;
	double *block = pl_mem_array(BLOCK * cols, sizeof *block);
	enum pl_err err = PL_OK;
	sf_count_t got;

	if (!block)
		return PL_ENOMEM;
	while (!err && (got = sf_readf_double(sf, block, BLOCK)) > 0) {
		if (r->rows + (size_t)got > room)
			err = make_room(r, &room, r->rows + (size_t)got);
		for (c = 0; !err && c < cols; c++) {
			double *x = r->col[c].x + r->rows;

			for (i = 0; i < (size_t)got; i++)
				x[i] = block[i * cols + c];
		}
		r->rows += err ? 0 : (size_t)got;
	}
	free(block);
	return err;
}

/* omconvert's last channel tells which rows are not available. */
static int
find_aux(const struct pl_raw *r)
{
	size_t last = r->cols - 1;

	if (r->cols < 4 || !r->col[last].unscaled)
		return -1;
	if (strcmp(r->col[last].name, "Aux") == 0 || (r->cols != 6 &&
	    !*r->col[last].name && strcmp(r->col[0].name, "acc_x_g") == 0))
		return (int)last;
	return -1;
}

static void
take_aux(struct pl_raw *r)
{
	int aux = find_aux(r);
	size_t i, gone = 0;
	size_t c;

	for (i = 0; aux >= 0 && i < r->rows; i++)
		if (r->col[aux].x[i] < 0) {	/* the top bit of 16 */
			gone++;
			for (c = 0; c < (size_t)aux; c++)
				r->col[c].x[i] = PL_MISSING;
		}
	if (aux >= 0)
		pl_raw_drop(r, (size_t)aux);
	if (gone)
		pl_raw_say(r, false, "%zu row%s marked as not available",
		    gone, gone == 1 ? " is" : "s are");
}

static enum pl_err
take_texts(SNDFILE *sf, struct pl_raw *r, double *scale,
    const struct pl_chunk *own)
{
	enum pl_err err = PL_OK;
	const char *text;
	int id;

	for (id = SF_STR_FIRST; !err && id <= SF_STR_LAST; id++) {
		text = sf_get_string(sf, id);
		if (text)
			err = pl_soundtext_take(r, scale, text, strlen(text));
	}
	if (!err && own->text)
		err = pl_soundtext_take(r, scale, own->text, own->n);
	return err;
}

static bool
is_float(const SF_INFO *info)
{
	int sub = info->format & SF_FORMAT_SUBMASK;

	return sub == SF_FORMAT_FLOAT || sub == SF_FORMAT_DOUBLE;
}

/* Bytes of a frame, or 0 where they vary. */
static double
frame_bytes(const SF_INFO *info)
{
	static const struct { int sub, bytes; } width[] = {
		{ SF_FORMAT_PCM_S8, 1 }, { SF_FORMAT_PCM_U8, 1 },
		{ SF_FORMAT_PCM_16, 2 }, { SF_FORMAT_PCM_24, 3 },
		{ SF_FORMAT_PCM_32, 4 }, { SF_FORMAT_FLOAT, 4 },
		{ SF_FORMAT_DOUBLE, 8 },
	};
	size_t i;

	for (i = 0; i < sizeof width / sizeof *width; i++)
		if (width[i].sub == (info->format & SF_FORMAT_SUBMASK))
			return width[i].bytes * (double)info->channels;
	return 0;
}

/* Note a file that ended before its header says. */
static void
note_cut(struct pl_raw *r, const SF_INFO *info, const struct pl_chunk *chunk)
{
	double promised = (double)info->frames, width = frame_bytes(info);

	if (chunk->promised > chunk->there && width > 0)
		promised = (double)chunk->promised / width;
	else if (info->frames >= INT64_MAX / 1024)	/* unknown to it */
		return;
	if ((double)r->rows < floor(promised))
		pl_raw_say(r, true, "cut short: %zu rows of the %.0f that its "
		    "header promises", r->rows, floor(promised));
}

/* Texts, scales and what is missing, once the frames are there. */
static enum pl_err
finish(SNDFILE *sf, const SF_INFO *info, struct pl_raw *r,
    const struct pl_chunk *chunk)
{
	double *scale = pl_mem_array(r->cols, sizeof *scale);
	enum pl_err err;
	size_t c, i;

	if (!scale)
		return PL_ENOMEM;
	err = take_texts(sf, r, scale, chunk);
	for (c = 0; !err && c < r->cols; c++) {
		r->col[c].unscaled = !is_float(info) && scale[c] == 0;
		for (i = 0; scale[c] > 0 && i < r->rows; i++)
			r->col[c].x[i] *= scale[c];
	}
	free(scale);
	if (err)
		return err;
	take_aux(r);
	note_cut(r, info, chunk);
	return PL_OK;
}

enum pl_err
pl_sound_read(struct pl_raw *r, const char *bytes, size_t n,
    struct pl_fault *f)
{
	struct memory m = { bytes, (sf_count_t)n, 0 };
	SF_VIRTUAL_IO io = { memory_length, memory_seek, memory_read,
	    memory_write, memory_tell };
	SF_INFO info = { 0 };
	SNDFILE *sf = sf_open_virtual(&io, SFM_READ, &info, &m);
	struct pl_chunk chunk;
	enum pl_err err;
	size_t room;

	*r = (struct pl_raw){ 0 };
	if (!sf)
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL,
		    "a sound file that cannot be read, perhaps cut short: %s",
		    sf_strerror(NULL));
	pl_chunk_walk(&chunk, bytes, n);
	/* a header may promise anything; no sample takes less than a bit */
	room = info.frames > 0 && (uint64_t)info.frames < n ?
	    (size_t)info.frames : n;
	err = pl_raw_make(r, (size_t)info.channels, room);
	if (!err) {
		r->rows = 0;
		r->rate_hz = info.samplerate;
		err = read_frames(sf, r, room);
	}
	if (!err)
		err = finish(sf, &info, r, &chunk);
	sf_close(sf);
	if (err)
		pl_raw_free(r);
	return err;
}

/* How each is written, and how at full scale. */
static const struct form {
	const char *extension;
	int format, full, bits, full_bits;
} forms[] = {
	{ "wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT,
	    SF_FORMAT_WAV | SF_FORMAT_PCM_32, 0, 32 },
	{ "w64", 0, 0, 0, 32 },
	{ "caf", SF_FORMAT_CAF | SF_FORMAT_FLOAT,
	    SF_FORMAT_CAF | SF_FORMAT_PCM_32, 0, 32 },
	{ "flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_24,
	    SF_FORMAT_FLAC | SF_FORMAT_PCM_24, 24, 24 },
};

static const struct form *
find_form(const char *extension)
{
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(forms[i].extension, extension) == 0)
			return &forms[i];
	return NULL;
}

int
pl_sound_form(const char *extension)
{
	return find_form(extension) != NULL;
}

/* All frames of a plan, block by block. */
static enum pl_err
write_frames(SNDFILE *sf, const struct pl_soundplan *j)
{
	float *real = pl_mem_array(BLOCK * j->cols, sizeof *real);
	int32_t *whole = pl_mem_array(BLOCK * j->cols, sizeof *whole);
	enum pl_err err = real && whole ? PL_OK : PL_ENOMEM;
	size_t row, n;

	for (row = 0; !err && row < j->t->rows; row += n) {
		sf_count_t put;

		n = j->t->rows - row < BLOCK ? j->t->rows - row : BLOCK;
		pl_soundplan_fill(j, row, n, real, whole);
		put = j->scale ? sf_writef_int(sf, whole, (sf_count_t)n) :
		    sf_writef_float(sf, real, (sf_count_t)n);
		if (put != (sf_count_t)n)
			err = PL_EIO;
	}
	free(real);
	free(whole);
	return err;
}

static enum pl_err
write_file(const struct pl_soundplan *j, const char *path, int format,
    struct pl_fault *f)
{
	SF_INFO info = { .samplerate = j->header_hz,
	    .channels = (int)j->cols, .format = format };
	SNDFILE *sf = sf_open(path, SFM_WRITE, &info);
	enum pl_err err = PL_OK;

	if (!sf)
		return pl_fault_set(f, PL_EIO, 0, NULL, NULL, "%s",
		    sf_strerror(NULL));
	/* it holds a time stamp: the same table must give the same bytes */
	sf_command(sf, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
	if (sf_set_string(sf, SF_STR_COMMENT, j->text) != 0)
		err = PL_EIO;
	if (!err)
		err = write_frames(sf, j);
	if (err == PL_EIO)
		pl_fault_set(f, err, 0, NULL, NULL, "%s", sf_strerror(sf));
	if (sf_close(sf) != 0 && !err)
		err = PL_EIO;
	return err;
}

enum pl_err
pl_sound_write(const struct pl_table *t, const char *path,
    const char *extension, const struct pl_sound_wish *wish,
    struct pl_fault *f)
{
	const struct form *as = find_form(extension);
	bool full = wish && wish->full_scale;
	struct pl_soundplan plan;
	enum pl_err err;

	if (!as)
		return PL_EFORMAT;
	err = pl_soundplan_make(&plan, t, full ? as->full_bits : as->bits,
	    wish ? wish->origin : NULL, f);
	if (err)
		return err;
	/* libsndfile keeps no text in W64 */
	err = as->format ? write_file(&plan, path, full ? as->full :
	    as->format, f) : pl_soundplan_w64(&plan, path);
	pl_soundplan_free(&plan);
	return err;
}
