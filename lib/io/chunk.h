/*
 * chunk.h - the chunks of RIFF, W64 and AU files, where libsndfile is silent
 *
 * It shortens a file that was cut without a word, and keeps no text in W64.
 *
 * Sources.  Microsoft, Multimedia Programming Interface and Data
 * Specifications 1.0 (1991); EBU Tech 3306 (RF64); Sony Wave64 (2003): chunks
 * of a 16-byte GUID, a 64-bit size that counts its own 24 bytes, padded to 8.
 */
#ifndef PL_IO_CHUNK_H
#define PL_IO_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "../base/err.h"

struct pl_chunk {
	uint64_t promised;	/* bytes of samples by the header; 0: unsaid */
	size_t there;		/* those that are there */
	const char *text;	/* our text in a W64 file, n bytes, or NULL */
	size_t n;
};

/* Walk the chunks of a file of n bytes; one of another kind says nothing. */
void pl_chunk_walk(struct pl_chunk *, const char *bytes, size_t n);

/*
 * Write a W64 file of float32, or of 32-bit whole numbers, up to its samples,
 * our text in it: they are to follow, frames * channels of them,
 * little-endian, padded with zeros to 8 bytes.  libsndfile takes any chunk
 * after the samples for more samples, so the text must come before.
 */
enum pl_err pl_chunk_w64(FILE *, bool whole, uint32_t rate,
    uint32_t channels, uint64_t frames, const char *text) PL_MUST;

#endif
