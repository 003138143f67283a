/*
 * track.h - a smooth scalar of time, as a sum of pieces with closed forms
 *
 * A simulated movement is made of these: lean, height and the rest are one
 * track each, and value, rate and second derivative are exact at any instant,
 * so that what an accelerometer would read can be written down.
 *
 * Pieces, over tau = (t - t0) / span from 0 to 1:
 *
 *	PL_PIECE_COSINE		ramp from 0 to size, (1 - cos(pi tau)) / 2: the
 *				rate is half a sine, as estimators like to
 *				assume; the second derivative jumps at the ends
 *	PL_PIECE_MINJERK	ramp 10 tau^3 - 15 tau^4 + 6 tau^5: minimum jerk
 *				between rests (Flash & Hogan 1985), whose ends
 *				are so gentle that they hide below sway
 *	PL_PIECE_BELL		size 64 tau^3 (1 - tau)^3: there and back,
 *				starting and ending without acceleration
 *	PL_PIECE_BURST		the bell times sin(2 pi hz (t - t0) + phase)
 *	PL_PIECE_WAVE		size sin(2 pi hz (t - t0) + phase), not faded
 *
 * After its span a ramp stays at its size, all others at 0.
 *
 * Cost.    An instant costs the pieces that are under way, whatever the length
 * of the session; one very long piece in a track makes all of them count, so
 * waves that last get a track of their own.
 *
 * Errors.  PL_ENOMEM; PL_ERANGE unless span is positive.
 */
#ifndef PL_SQUAT_TRACK_H
#define PL_SQUAT_TRACK_H

#include <stddef.h>

#include "../../base/err.h"

/* Value and derivatives: unit, unit/s, unit/s^2. */
struct pl_jet { double x, v, a; };

enum pl_piece_kind { PL_PIECE_COSINE, PL_PIECE_MINJERK, PL_PIECE_BELL,
	PL_PIECE_BURST, PL_PIECE_WAVE };

struct pl_piece {
	enum pl_piece_kind kind;
	double t0_s, span_s, size;
	double hz, phase_rad;		/* of a burst or wave */
	double before;			/* sum of the ramps that stand before */
};

/* A piece by itself. */
struct pl_jet pl_piece_at(const struct pl_piece *, double t_s);

struct pl_track {
	struct pl_piece *piece;		/* in the order of t0_s */
	size_t n, room;
	double longest_s;
};

/* A track that is all zero bytes is empty and lies at 0. */
void pl_track_free(struct pl_track *);

enum pl_err pl_track_add(struct pl_track *, struct pl_piece) PL_MUST;

struct pl_jet pl_track_at(const struct pl_track *, double t_s);

#endif
