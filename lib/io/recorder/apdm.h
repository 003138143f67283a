/*
 * apdm.h - the three header rows of APDM's newer export
 *
 *	Format=7,5718,,,Lumbar,,,...	case and place, over each sensor
 *	Time,Accelerometer,,,Gyroscope,,,...	over its first axis
 *	,X,Y,Z,X,Y,Z,...
 *
 * become names like those of the older export: Lumbar/Accelerometer/X.
 */
#ifndef PL_IO_RECORDER_APDM_H
#define PL_IO_RECORDER_APDM_H

#include "../delim.h"

/* Make the names; nothing is done where one row has them. */
enum pl_err pl_apdm_heads(struct pl_delim *, struct pl_fault *) PL_MUST;

#endif
