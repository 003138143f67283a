/*
 * bids_name.h - what the three files of a BIDS-motion recording are called
 *
 * sub-X[_ses-Y]_task-T_tracksys-S[_acq-A][_run-N]_motion.tsv: X to A are letters
 * and digits, N digits.  Beside it _channels.tsv, _motion.json.
 *
 * Source.  Brain Imaging Data Structure 1.9, Motion; its schema, motion.yaml.
 */
#ifndef PL_IO_BIDS_NAME_H
#define PL_IO_BIDS_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

enum pl_bids_file {
	PL_BIDS_CHANNELS, PL_BIDS_SIDECAR, PL_BIDS_MOTION, PL_BIDS_FILES
};

/* Is a path that of the motion file of a recording, by its end? */
bool pl_bids_is(const char *path);

/* The three paths for that of the motion file; the caller frees each.
 * PL_EFORMAT: no such name; PL_ENOMEM. */
enum pl_err pl_bids_names(const char *path, char *name[PL_BIDS_FILES],
    struct pl_fault *) PL_MUST;

/* The path of a file beside a motion file, whatever its name; or NULL. */
char *pl_bids_beside(const char *path, enum pl_bids_file);

/* The label behind an entity such as "task-" in the name of a path, cut to the
 * room; false if there is none. */
bool pl_bids_label(const char *path, const char *entity, char *text,
    size_t room);

#endif
