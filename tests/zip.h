/* zip.h - a zip archive in memory, its files stored as they are */
#ifndef TESTS_ZIP_H
#define TESTS_ZIP_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/io/bytes.h"

struct pack {
	struct pl_bytes all, directory;
	unsigned files;
};

static inline uint32_t
pack_crc(const char *p, size_t n)
{
	uint32_t crc = 0xffffffff;
	int k;

	while (n--)
		for (crc ^= (unsigned char)*p++, k = 0; k < 8; k++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
	return ~crc;
}

static inline void
pack_put(struct pl_bytes *b, uint32_t x, int bytes)
{
	for (; bytes--; x >>= 8) {
		char c = (char)(x & 255);

		if (pl_bytes_add(b, &c, 1))
			exit(2);
	}
}

/* What local header and directory have in common. */
static inline void
pack_common(struct pl_bytes *b, const char *name, const char *text, size_t n)
{
	pack_put(b, 10, 2);		/* version, no flags, stored */
	pack_put(b, 0, 4);
	pack_put(b, 0x21 << 16, 4);	/* 1980-01-01 */
	pack_put(b, pack_crc(text, n), 4);
	pack_put(b, (uint32_t)n, 4);
	pack_put(b, (uint32_t)n, 4);
	pack_put(b, (uint32_t)strlen(name), 2);
	pack_put(b, 0, 2);
}

static inline void
pack_text(struct pl_bytes *b, const char *text, size_t n)
{
	if (pl_bytes_add(b, text, n))
		exit(2);
}

static inline void
pack_add(struct pack *z, const char *name, const char *text, size_t n)
{
	uint32_t at = (uint32_t)z->all.n;

	pack_text(&z->all, "PK\3\4", 4);
	pack_common(&z->all, name, text, n);
	pack_text(&z->all, name, strlen(name));
	pack_text(&z->all, text, n);
	pack_text(&z->directory, "PK\1\2", 4);
	pack_put(&z->directory, 10, 2);
	pack_common(&z->directory, name, text, n);
	pack_put(&z->directory, 0, 2);	/* comment, disk, attributes */
	pack_put(&z->directory, 0, 4);
	pack_put(&z->directory, 0, 4);
	pack_put(&z->directory, at, 4);
	pack_text(&z->directory, name, strlen(name));
	z->files++;
}

/* The directory behind the files: z->all is an archive then. */
static inline void
pack_end(struct pack *z)
{
	uint32_t at = (uint32_t)z->all.n;

	pack_text(&z->all, z->directory.at, z->directory.n);
	pack_text(&z->all, "PK\5\6\0\0\0\0", 8);
	pack_put(&z->all, z->files, 2);
	pack_put(&z->all, z->files, 2);
	pack_put(&z->all, (uint32_t)z->directory.n, 4);
	pack_put(&z->all, at, 4);
	pack_put(&z->all, 0, 2);
}

/* A number in the bytes of an archive, little-endian. */
static inline uint32_t
pack_get(const char *p, int bytes)
{
	uint32_t x = 0;

	while (bytes--)
		x = x << 8 | (unsigned char)p[bytes];
	return x;
}

/* Make the checksums right again where bytes were changed. */
static inline void
pack_mend(char *at, size_t n)
{
	char *end = at + n, *p, *local;
	uint32_t crc, skip, size, k;

	for (p = at; (p = memmem(p, (size_t)(end - p), "PK\1\2", 4)); p += 4) {
		if (end - p < 46 || pack_get(p + 42, 4) + (size_t)30 > n)
			continue;
		local = at + pack_get(p + 42, 4);
		skip = 30 + pack_get(local + 26, 2) + pack_get(local + 28, 2);
		size = pack_get(p + 20, 4);
		if ((size_t)(end - local) < (size_t)skip + size)
			continue;
		crc = pack_crc(local + skip, size);
		for (k = 0; k < 4; k++)
			p[16 + k] = local[14 + k] = (char)(crc >> 8 * k);
	}
}

static inline void
pack_free(struct pack *z)
{
	pl_bytes_free(&z->all);
	pl_bytes_free(&z->directory);
	*z = (struct pack){ 0 };
}

#endif
