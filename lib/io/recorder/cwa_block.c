#include "cwa_block.h"

#include <math.h>
#include <string.h>

#include "../../base/date.h"
#include "../../base/num.h"

enum { SECTOR = 512, SAMPLES = 30, ROOM = 480 };	/* bytes */
enum { WORDS = 256 };
enum { AX6 = 0x64 };
/* events; the others are taps, and what the firmware asked itself */
enum { RESUMED = 0x01, OVERFLOWS = 0x10 | 0x20 };
enum { PACKED = 4096 };		/* counts that 10 bits and an exponent reach */

#define SECOND INT64_C(1000000000)

static unsigned
u16(const unsigned char *p)
{
	return (unsigned)p[0] | (unsigned)p[1] << 8;
}

static int
i16(const unsigned char *p)
{
	unsigned x = u16(p);

	return x < 0x8000 ? (int)x : (int)x - 0x10000;
}

static uint32_t
u32(const unsigned char *p)
{
	return (uint32_t)u16(p) | (uint32_t)u16(p + 2) << 16;
}

/* YYYYYYMM MMDDDDDh hhhhmmmm mmssssss, the year after 2000; false for none,
 * of which 0 (unknown, always) and all ones (never) are two. */
static bool
take_time(uint32_t t, int64_t *ns)
{
	int month = t >> 22 & 15, day = t >> 17 & 31, hour = t >> 12 & 31;
	int minute = t >> 6 & 63, second = t & 63;

	if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 ||
	    second > 59)
		return false;
	*ns = (pl_date_days(2000 + (t >> 26), month, day) * 86400 +
	    hour * 3600 + minute * 60 + second) * SECOND;
	return true;
}

/* 3200 Hz and its halves. */
static double
rate_of(unsigned code)
{
	return 3200.0 / (1 << (15 - (code & 15)));
}

bool
pl_cwa_head_is(const char *bytes, size_t n)
{
	/* text of "MD" has no byte of 0xfc after it */
	return n >= 4 && memcmp(bytes, "MD", 2) == 0 &&
	    (u16((const unsigned char *)bytes + 2) + 4) % SECTOR == 0;
}

void
pl_cwa_head_take(struct pl_cwa_head *h, const char *bytes, size_t n)
{
	unsigned char b[42] = { 0 };
	unsigned high;

	memcpy(b, bytes, n < sizeof b ? n : sizeof b);
	high = u16(b + 11);
	*h = (struct pl_cwa_head){ .size = u16(b + 2) + 4u,
	    .six = b[4] == AX6, .firmware = b[41],
	    .id = (high == 0xffff ? 0 : (uint32_t)high << 16) | u16(b + 5) };
	if (b[35] != 0x00 && b[35] != 0xff)
		h->gyr_range = b[35] & 15;
	h->changed = take_time(u32(b + 37), &h->changed_ns);
}

/* The clock, and the row at which it was read. */
static void
take_stamp(struct pl_cwa_block *b, unsigned fraction, unsigned code)
{
	unsigned part = (fraction & 0x7fff) << 1;	/* of 65536 */

	b->stamped = take_time(u32(b->at + 14), &b->ns);
	if (!(fraction & 0x8000))
		return;
	b->fine = true;
	b->ns += (int64_t)part * SECOND / 65536;
	if (code)
		b->at_row += (long)(part * (unsigned)b->rate_hz >> 16);
}

/* Axes, and how their samples are written; false: not known. */
static bool
take_layout(struct pl_cwa_block *b, const struct pl_cwa_head *h,
    unsigned scales, unsigned layout)
{
	int range = (int)(scales >> 10 & 7);
	size_t width;

	b->axes = (int)(layout >> 4);
	b->packed = (layout & 15) == 0;
	if (b->axes != 3 && (b->packed || (b->axes != 6 && b->axes != 9)))
		return false;
	if (!b->packed && (layout & 15) != 2)
		return false;
	width = b->packed ? 4 : 2 * (size_t)b->axes;
	b->most = ROOM / width;
	b->per_g = 256 << (scales >> 13);
	range = range ? range : h->gyr_range;
	b->range_deg_s = 8000.0 / (1 << range);
	return b->rows <= b->most && (b->axes == 3 || range);
}

static bool
sums(const unsigned char *p)
{
	unsigned sum = 0;
	size_t i;

	for (i = 0; i < WORDS; i++)
		sum += u16(p + 2 * i);
	return (sum & 0xffff) == 0;
}

enum pl_cwa_state
pl_cwa_block_take(struct pl_cwa_block *b, const struct pl_cwa_head *h,
    const char *bytes)
{
	const unsigned char *p = (const unsigned char *)bytes;
	unsigned code = p[24];
	struct pl_cwa_block take = { .at = p, .session = u32(p + 6),
	    .sequence = u32(p + 10), .resumed = p[22] & RESUMED,
	    .lost = p[22] & OVERFLOWS,
	    .rows = u16(p + 28), .warmth = (u16(p + 20) & 1023) * 75.0 / 256 -
	    50 };

	if (memcmp(p, "AX", 2) != 0)
		return PL_CWA_OTHER;
	if (!sums(p))
		return PL_CWA_SUM;
	if (u16(p + 2) + 4u != PL_CWA_BLOCK ||
	    !take_layout(&take, h, u16(p + 18), p[25]))
		return PL_CWA_ODD;
	/* the oldest have the rate in the place of the row of the stamp */
	take.rate_hz = code ? rate_of(code) : u16(p + 26);
	take.at_row = code ? i16(p + 26) : 0;
	take.range_g = code ? 16 >> (code >> 6) : PACKED / take.per_g;
	if (!(take.rate_hz > 0))
		return PL_CWA_ODD;
	take_stamp(&take, u16(p + 4), code);
	*b = take;
	return PL_CWA_GOOD;
}

/* Three axes of 10 bits, the least first, times a power of two. */
static bool
unpack(const struct pl_cwa_block *b, size_t i, double *v)
{
	uint32_t w = u32(b->at + SAMPLES + 4 * i);
	int scale = 1 << (w >> 30), a;
	double most = b->range_g * b->per_g;
	bool full = false;

	for (a = 0; a < 3; a++, w >>= 10) {
		int x = (int)(w & 1023);

		x = (x < 512 ? x : x - 1024) * scale;
		full = full || x <= -most || x >= most - scale;
		v[a] = x / b->per_g;
	}
	return full;
}

/* Three axes of 16 bits, of which range is the end. */
static bool
convert(const unsigned char *p, double range, double unit, double *v)
{
	double most = range / unit < 32768 ? range / unit : 32768;
	bool full = false;
	int a;

	for (a = 0; a < 3; a++) {
		int x = i16(p + 2 * a);

		full = full || x <= -most || x >= most - 1;
		v[a] = x * unit;
	}
	return full;
}

int
pl_cwa_sample(const struct pl_cwa_block *b, size_t i, double v[6])
{
	const unsigned char *p = b->at + SAMPLES + 2 * (size_t)b->axes * i;

	v[3] = v[4] = v[5] = PL_MISSING;
	if (b->packed)
		return unpack(b, i, v);
	if (b->axes == 3)
		return convert(p, b->range_g, 1 / b->per_g, v);
	return convert(p + 6, b->range_g, 1 / b->per_g, v) +
	    2 * convert(p, b->range_deg_s, b->range_deg_s / 32768, v + 3);
}

bool
pl_cwa_alike(const struct pl_cwa_block *a, const struct pl_cwa_block *b)
{
	return a->axes == b->axes && a->packed == b->packed &&
	    a->rate_hz == b->rate_hz && a->per_g == b->per_g &&
	    (a->axes == 3 || a->range_deg_s == b->range_deg_s);
}
