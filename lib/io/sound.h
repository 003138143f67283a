/*
 * sound.h - recordings as sound files, through libsndfile
 *
 * Reading.  WAV, W64, RF64, CAF, AIFF, AU, FLAC of any rate, from memory: on
 * a pipe libsndfile reads some of them wrongly.  Text keys, one "key: value" a
 * line in any of the file's strings (the convention of omconvert's WAV):
 *
 *	Rate: 104.17		rows per second; the header's is an integer, and
 *				wins if it is more than 1 Hz away
 *	Config-A: 12,16		whole Hz and g of the recorder: 12.5 Hz where the
 *				header has 13
 *	Start: 2026-11-22T15:57:06.250Z	or Time:; without a zone no instant
 *	Time-SD: 0.013		SD of the instant of a row, s
 *	Channel-1: acc_x_m_s2	a column of ours, or Accel-X, Gyro-Z, Aux
 *	Scale-1: 16		full scale, in its unit (g for Accel-X,
 *				deg/s for Gyro-X)
 *
 * Where omconvert's last channel, Aux, has its top bit set, the row is missing.
 * A file that ends before its header says is read as far as it goes, and noted.
 *
 * Writing.  All columns of numbers but t_s, which must be even, and
 * time_sd_s, which is text: float WAV, W64
 * and CAF in SI units, missing values as NaN; 24-bit FLAC of at most 8 columns
 * without missing values, each with the power of two above its peak as Scale.
 * At full scale the others are whole numbers, too, of 32 bits: SoX clips at
 * +-1 and brings floating point in CAF and W64 to a peak of its own.
 * libsndfile keeps no text in W64: there it stands in a chunk of our own.  The
 * rate is the simplest fraction that gives these t_s to the microsecond.  The
 * same table gives the same bytes.
 */
#ifndef PL_IO_SOUND_H
#define PL_IO_SOUND_H

#include "../base/origin.h"
#include "../base/table.h"
#include "raw.h"

const char *pl_sound_version(void);

/* Do these bytes begin a sound file? */
int pl_sound_is(const char *bytes, size_t n);

/* Read a sound file of n bytes.  Columns have the names that the text gives,
 * or "". */
enum pl_err pl_sound_read(struct pl_raw *, const char *bytes, size_t n,
    struct pl_fault *) PL_MUST;

/* Can we write a sound file of this extension? */
int pl_sound_form(const char *extension);

/* What else is wanted of a file. */
struct pl_sound_wish {
	bool full_scale;	/* parts of a full scale, as whole numbers */
	const struct pl_origin *origin;	/* to be said in it, or NULL */
};

/* Write t_s and its channels to a file of this form; no wish is NULL. */
enum pl_err pl_sound_write(const struct pl_table *, const char *path,
    const char *extension, const struct pl_sound_wish *, struct pl_fault *)
    PL_MUST;

#endif
