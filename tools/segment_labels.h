/*
 * segment_labels.h - an edited rep table that decides; see plumb-segment(1)
 */
#ifndef TOOLS_SEGMENT_LABELS_H
#define TOOLS_SEGMENT_LABELS_H

#include "../lib/base/table.h"
#include "../lib/squat/segment/edit.h"

struct segment_labels {
	const char *place;	/* the file, for messages */
	struct pl_edit *edit;
	size_t n;
};

/* Read the rows that are of this stream, or die. */
void segment_labels(struct segment_labels *, const char *path,
    const struct pl_table *stream);
void segment_labels_free(struct segment_labels *);

/* What they decide about the candidates that were found, or die. */
void segment_labels_decide(const struct segment_labels *,
    const struct pl_cands *found, const struct pl_table *stream,
    struct pl_decisions *);

#endif
