#include "chunk.h"

#include <string.h>

/* GUIDs of Wave64, and one of our own. */
static const unsigned char w64_riff[16] = { 'r', 'i', 'f', 'f', 0x2e, 0x91,
	0xcf, 0x11, 0xa5, 0xd6, 0x28, 0xdb, 0x04, 0xc1, 0x00, 0x00 };
static const unsigned char w64_wave[16] = { 'w', 'a', 'v', 'e', 0xf3, 0xac,
	0xd3, 0x11, 0x8c, 0xd1, 0x00, 0xc0, 0x4f, 0x8e, 0xdb, 0x8a };
static const unsigned char w64_fmt[16] = { 'f', 'm', 't', ' ', 0xf3, 0xac,
	0xd3, 0x11, 0x8c, 0xd1, 0x00, 0xc0, 0x4f, 0x8e, 0xdb, 0x8a };
static const unsigned char w64_data[16] = { 'd', 'a', 't', 'a', 0xf3, 0xac,
	0xd3, 0x11, 0x8c, 0xd1, 0x00, 0xc0, 0x4f, 0x8e, 0xdb, 0x8a };
static const unsigned char w64_text[16] = { 'p', 'l', 'm', 'b', 0x6f, 0x1d,
	0x52, 0x4c, 0x9a, 0x3e, 0x70, 0x6c, 0x75, 0x6d, 0x62, 0x21 };

static uint64_t
little(const char *p, int bytes)
{
	uint64_t x = 0;

	while (bytes--)
		x = x << 8 | (unsigned char)p[bytes];
	return x;
}

static uint64_t
big32(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return (uint64_t)u[0] << 24 | (uint64_t)u[1] << 16 |
	    (uint64_t)u[2] << 8 | u[3];
}

static void
samples(struct pl_chunk *c, uint64_t promised, size_t there)
{
	c->promised = promised;
	c->there = there;
}

static void
walk_riff(struct pl_chunk *c, const char *b, size_t n, int bigend)
{
	uint64_t ds64 = 0;
	size_t at = 12;

	while (n - at >= 8) {
		uint64_t size = bigend ? big32(b + at + 4) :
		    little(b + at + 4, 4);
		size_t left = n - at - 8;

		if (memcmp(b + at, "ds64", 4) == 0 && left >= 16)
			ds64 = little(b + at + 16, 8);
		if (memcmp(b + at, "data", 4) == 0) {
			/* written to a pipe, the size was never known */
			if (size >= 0x7ffff000)
				size = ds64;
			samples(c, size, left);
			return;
		}
		size += size & 1;
		if (size > left)
			return;
		at += 8 + (size_t)size;
	}
}

static void
walk_w64(struct pl_chunk *c, const char *b, size_t n)
{
	size_t at = 40;

	while (at < n && n - at >= 24) {
		uint64_t size = little(b + at + 16, 8);

		if (size < 24)
			return;
		if (memcmp(b + at, w64_data, 16) == 0)
			samples(c, size - 24, n - at - 24);
		if (size > n - at)
			return;
		if (memcmp(b + at, w64_text, 16) == 0) {
			c->text = b + at + 24;
			c->n = (size_t)size - 24;
		}
		size = (size + 7) & ~UINT64_C(7);
		if (size > n - at)
			return;
		at += (size_t)size;
	}
}

void
pl_chunk_walk(struct pl_chunk *c, const char *b, size_t n)
{
	*c = (struct pl_chunk){ 0 };
	if (n >= 40 && memcmp(b, w64_riff, 16) == 0)
		walk_w64(c, b, n);
	else if (n >= 12 && (memcmp(b, "RIFF", 4) == 0 ||
	    memcmp(b, "RF64", 4) == 0 || memcmp(b, "RIFX", 4) == 0))
		walk_riff(c, b, n, b[3] == 'X');
	else if (n >= 24 && memcmp(b, ".snd", 4) == 0 && big32(b + 4) <= n &&
	    big32(b + 8) != 0xffffffff)
		samples(c, big32(b + 8), n - (size_t)big32(b + 4));
}

static int
put(FILE *f, uint64_t x, size_t bytes)
{
	unsigned char b[8];
	size_t i;

	for (i = 0; i < bytes; i++)
		b[i] = (unsigned char)(x >> 8 * i);
	return fwrite(b, 1, bytes, f) == bytes;
}

/* The head of a chunk: its size counts these 24 bytes. */
static int
put_head(FILE *f, const unsigned char guid[16], uint64_t content)
{
	return fwrite(guid, 1, 16, f) == 16 && put(f, content + 24, 8);
}

enum pl_err
pl_chunk_w64(FILE *f, bool whole, uint32_t rate, uint32_t channels,
    uint64_t frames, const char *text)
{
	static const char zero[8];
	uint64_t width = 4 * (uint64_t)channels, data = frames * width;
	size_t n = strlen(text), pad = -n & 7;
	uint64_t all = 40 + 40 + 24 + n + pad + 24 + ((data + 7) & ~7ull);
	int good;

	good = put_head(f, w64_riff, all - 24) &&
	    fwrite(w64_wave, 1, 16, f) == 16 && put_head(f, w64_fmt, 16) &&
	    put(f, whole ? 1 : 3, 2) &&	/* PCM, or IEEE floating point */
	    put(f, channels, 2) && put(f, rate, 4) &&
	    put(f, rate * width, 4) && put(f, width, 2) && put(f, 32, 2) &&
	    put_head(f, w64_text, n) && fwrite(text, 1, n, f) == n &&
	    fwrite(zero, 1, pad, f) == pad && put_head(f, w64_data, data);
	return good ? PL_OK : PL_EIO;
}
