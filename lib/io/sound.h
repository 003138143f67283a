/*
 * sound.h - recordings as sound files, through libsndfile
 *
 * Reading.  WAV, W64, RF64, CAF, AIFF, AU, FLAC of any rate.  Text keys, one
 * "key: value" a line in any of the file's strings (the convention of
 * omconvert's WAV):
 *
 *	Rate: 104.17		rows per second; the header's is an integer
 *	Start: 2026-11-22T15:57:06.250Z	or Time:; UTC
 *	Channel-1: acc_x_m_s2	a column of ours, or Accel-X, Gyro-Z, Aux
 *	Scale-1: 16		full scale; the unit is the channel's (Accel-X: g,
 *				Gyro-X: deg/s)
 *
 * Writing.  Float WAV, W64, CAF of SI units; 24-bit FLAC with stated scales.
 */
#ifndef PL_IO_SOUND_H
#define PL_IO_SOUND_H

#include "../base/table.h"

const char *pl_sound_version(void);

/* Can we write a sound file of this extension? */
int pl_sound_form(const char *extension);

/* Write t_s and its channels to a file of this form. */
enum pl_err pl_sound_write(const struct pl_table *, const char *path,
    const char *extension, struct pl_fault *) PL_MUST;

#endif
