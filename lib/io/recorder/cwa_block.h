/*
 * cwa_block.h - the header and the blocks of a CWA file
 *
 * Everything is little-endian.  A header of whole sectors ("MD"), then blocks
 * of 512 bytes ("AX"), the 256 words of each summing to 0.  A block holds 120
 * samples of three axes of 10 bits with a common exponent, 80 of three axes of
 * 16 bits, 40 of six (gyroscope first!) or 26 of nine (a magnetometer last).
 *
 * Time.    Seconds are the local clock of the computer that set the recorder
 * up, without a zone; here ns after 1970 began on it.  The fraction of a
 * second stands where old firmware has the device's id.  Firmware that writes
 * it shifts the sample that the stamp is of by as much, for older readers, at
 * a whole number of Hz; that is undone here.
 *
 * Events.  A byte of flags since the block before: logging went on after a
 * pause, and samples were lost because the sensor's buffer, or the
 * recorder's, was full.
 *
 * Sources. Open Movement: Docs/ax3/cwa.h, ax3-technical.md, the firmware of
 * the AX6 (Logger.c) at 5df5c91; omconvert at d039dc4 (omdata.c).  A note in
 * cwa.h gives the range of the gyroscope as 4000 / 2^n; firmware and readers
 * have 8000 / 2^n.
 */
#ifndef PL_IO_RECORDER_CWA_BLOCK_H
#define PL_IO_RECORDER_CWA_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PL_CWA_BLOCK = 512, PL_CWA_ROWS = 120 };	/* bytes, rows at most */

struct pl_cwa_head {
	size_t size;		/* bytes, to the first block */
	bool six;		/* AX6, by its number */
	int gyr_range;		/* exponent n of 8000 / 2^n deg/s, 0: none */
	unsigned firmware;
	uint32_t id;
	bool changed;		/* when it was last set up */
	int64_t changed_ns;
};

struct pl_cwa_block {
	const unsigned char *at;
	uint32_t session, sequence;
	bool resumed;		/* logging stopped before it, and went on */
	bool lost;		/* a buffer ran over before it was full */
	bool stamped;
	bool fine;		/* the stamp has a fraction of a second */
	int64_t ns;
	long at_row;		/* that the stamp is of; any number */
	double rate_hz;		/* nominal */
	int axes;
	bool packed;		/* 10 bits and an exponent */
	size_t rows, most;	/* there are, and there can be */
	double per_g;		/* counts */
	double range_g;
	double range_deg_s;	/* of 32768 counts */
	double warmth;		/* degrees Celsius */
};

enum pl_cwa_state {
	PL_CWA_GOOD,
	PL_CWA_OTHER,		/* no "AX": not of samples */
	PL_CWA_SUM,		/* does not sum to 0 */
	PL_CWA_ODD,		/* sums, but is of no layout that is known */
	PL_CWA_STATES
};

/* Do n bytes begin with a header? */
bool pl_cwa_head_is(const char *bytes, size_t n);

/* What it says; missing parts are taken for 0. */
void pl_cwa_head_take(struct pl_cwa_head *, const char *bytes, size_t n);

/* What the 512 bytes of a block say; filled only if it is good. */
enum pl_cwa_state pl_cwa_block_take(struct pl_cwa_block *,
    const struct pl_cwa_head *, const char *bytes);

/* Sample i: acc in g into v[0..2], gyr in deg/s into v[3..5], missing where it
 * has none.  Returns 1 if acc is at the end of its range, plus 2 if gyr is. */
int pl_cwa_sample(const struct pl_cwa_block *, size_t i, double v[6]);

/* Do they record alike, so that one can go on where the other ended? */
bool pl_cwa_alike(const struct pl_cwa_block *, const struct pl_cwa_block *);

#endif
