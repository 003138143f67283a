#include "track.h"

#include <stdbool.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/trig.h"

void
pl_track_free(struct pl_track *k)
{
	free(k->piece);
	*k = (struct pl_track){ 0 };
}

static bool
ramps(const struct pl_piece *p)
{
	return p->kind == PL_PIECE_COSINE || p->kind == PL_PIECE_MINJERK;
}

enum pl_err
pl_track_add(struct pl_track *k, struct pl_piece p)
{
	struct pl_piece *grown;
	size_t i;

	if (!(p.span_s > 0))
		return PL_ERANGE;
	grown = pl_mem_grow(k->piece, &k->room, k->n + 1, sizeof *grown);
	if (!grown)
		return PL_ENOMEM;
	k->piece = grown;
	for (i = k->n; i > 0 && grown[i - 1].t0_s > p.t0_s; i--)
		grown[i] = grown[i - 1];
	grown[i] = p;
	k->n++;
	for (; i < k->n; i++)
		grown[i].before = i == 0 ? 0 : grown[i - 1].before +
		    (ramps(&grown[i - 1]) ? grown[i - 1].size : 0);
	if (p.span_s > k->longest_s)
		k->longest_s = p.span_s;
	return PL_OK;
}

static struct pl_jet
cosine(const struct pl_piece *p, double tau)
{
	double w = PL_PI / p->span_s, s = pl_sin(PL_PI * tau);
	double c = pl_cos(PL_PI * tau), half = p->size / 2;

	return (struct pl_jet){ half * (1 - c), half * w * s,
	    half * w * w * c };
}

static struct pl_jet
minjerk(const struct pl_piece *p, double tau)
{
	double k = 1 / p->span_s, q = tau * (1 - tau);

	return (struct pl_jet){
	    p->size * tau * tau * tau * (10 + tau * (6 * tau - 15)),
	    p->size * k * 30 * q * q,
	    p->size * k * k * 60 * q * (1 - 2 * tau) };
}

/* 64 q^3 with q = tau (1 - tau), dq = 1 - 2 tau, ddq = -2 */
static struct pl_jet
bell(const struct pl_piece *p, double tau)
{
	double k = 1 / p->span_s, q = tau * (1 - tau), d = 1 - 2 * tau;
	double b = 64 * p->size;

	return (struct pl_jet){ b * q * q * q, b * k * 3 * q * q * d,
	    b * k * k * 6 * q * (d * d - q) };
}

static struct pl_jet
wave(const struct pl_piece *p, double t_s)
{
	double w = 2 * PL_PI * p->hz, at = w * (t_s - p->t0_s) + p->phase_rad;
	double s = pl_sin(at);

	return (struct pl_jet){ s, w * pl_cos(at), -w * w * s };
}

struct pl_jet
pl_piece_at(const struct pl_piece *p, double t_s)
{
	double tau = (t_s - p->t0_s) / p->span_s;
	struct pl_jet w, b;

	if (tau < 0)
		return (struct pl_jet){ 0 };
	if (tau >= 1)
		return (struct pl_jet){ ramps(p) ? p->size : 0, 0, 0 };
	switch (p->kind) {
	case PL_PIECE_COSINE:
		return cosine(p, tau);
	case PL_PIECE_MINJERK:
		return minjerk(p, tau);
	case PL_PIECE_BELL:
		return bell(p, tau);
	case PL_PIECE_WAVE:
		w = wave(p, t_s);
		return (struct pl_jet){ p->size * w.x, p->size * w.v,
		    p->size * w.a };
	case PL_PIECE_BURST:
		b = bell(p, tau);
		w = wave(p, t_s);
		return (struct pl_jet){ b.x * w.x, b.v * w.x + b.x * w.v,
		    b.a * w.x + 2 * b.v * w.v + b.x * w.a };
	}
	return (struct pl_jet){ 0 };
}

struct pl_jet
pl_track_at(const struct pl_track *k, double t_s)
{
	struct pl_jet sum = { 0 }, one;
	size_t lo = 0, hi = k->n, mid;

	/* lo becomes the number of pieces that have begun */
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (k->piece[mid].t0_s <= t_s)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == 0)
		return sum;
	hi = lo;
	while (lo > 0 && k->piece[lo - 1].t0_s > t_s - k->longest_s)
		lo--;
	if (lo < hi)
		sum.x = k->piece[lo].before;
	else
		sum = (struct pl_jet){ k->piece[hi - 1].before +
		    pl_piece_at(&k->piece[hi - 1], t_s).x, 0, 0 };
	for (; lo < hi; lo++) {
		one = pl_piece_at(&k->piece[lo], t_s);
		sum.x += one.x;
		sum.v += one.v;
		sum.a += one.a;
	}
	return sum;
}
