#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"

enum { BLOCK = 1 << 16 };

void
pl_bytes_free(struct pl_bytes *b)
{
	free(b->at);
	*b = (struct pl_bytes){ 0 };
}

static enum pl_err
make_room(struct pl_bytes *b, size_t n)
{
	char *grown;

	if (n > (size_t)-1 - b->n - 1)
		return PL_ENOMEM;
	grown = pl_mem_grow(b->at, &b->room, b->n + n + 1, 1);
	if (!grown)
		return PL_ENOMEM;
	b->at = grown;
	return PL_OK;
}

enum pl_err
pl_bytes_add(struct pl_bytes *b, const void *from, size_t n)
{
	if (make_room(b, n))
		return PL_ENOMEM;
	memcpy(b->at + b->n, from, n);
	b->n += n;
	b->at[b->n] = '\0';
	return PL_OK;
}

enum pl_err
pl_bytes_read(struct pl_bytes *b, FILE *f,
    int (*known)(const char *bytes, size_t n))
{
	enum pl_err err = PL_OK;
	size_t got;

	*b = (struct pl_bytes){ 0 };
	do {
		err = make_room(b, BLOCK);
		if (err)
			break;
		got = fread(b->at + b->n, 1, BLOCK, f);
		if (memchr(b->at + b->n, '\0', got) &&
		    (!known || !known(b->at, b->n + got)))
			err = PL_EFORMAT;
		b->n += got;
		b->at[b->n] = '\0';
	} while (!err && got == BLOCK);
	if (!err && ferror(f))
		err = PL_EIO;
	if (err)
		pl_bytes_free(b);
	return err;
}
