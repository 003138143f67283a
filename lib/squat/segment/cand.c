#include "cand.h"

#include <stdlib.h>

#include "../../base/mem.h"

#define SET_WALK_S 3.0		/* a longer walk ends a set */

static const char *const word[PL_CLASSES] = {
	"work", "partial", "failed", "unrack", "rerack", "walk", "unknown"
};

const char *
pl_cand_word(enum pl_class c)
{
	return word[c];
}

int
pl_cand_counts(enum pl_class c)
{
	return c <= PL_FAILED;
}

void
pl_cand_verdict(struct pl_cand *c, enum pl_class class, const char *reason)
{
	c->class = class;
	c->reason = reason;
}

void
pl_cand_free(struct pl_cands *s)
{
	free(s->cand);
	*s = (struct pl_cands){ NULL, 0, 0, 0 };
}

enum pl_err
pl_cand_add(struct pl_cands *s, const struct pl_cand *c)
{
	struct pl_cand *grown = pl_mem_grow(s->cand, &s->room, s->n + 1,
	    sizeof *grown);

	if (!grown)
		return PL_ENOMEM;
	s->cand = grown;
	s->cand[s->n++] = *c;
	return PL_OK;
}

void
pl_cand_number(struct pl_cands *s, double rate_hz)
{
	size_t i, last = 0, walked = 0;
	int set = 0, rep = 0;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];

		c->number = (int)i + 1;
		c->set = c->rep = 0;
		walked += c->class == PL_WALK ? c->end - c->start : 0;
		if (!pl_cand_counts(c->class))
			continue;
		if (!set || (double)(c->start - last) >
		    PL_CAND_REST_S * rate_hz ||
		    (double)walked > SET_WALK_S * rate_hz) {
			set++;
			rep = 0;
		}
		c->set = set;
		c->rep = ++rep;
		last = c->end;
		walked = 0;
	}
	s->sets = set;
	pl_cand_join(s);
}

void
pl_cand_join(struct pl_cands *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct pl_cand *c = &s->cand[i];
		size_t near = (size_t)-1, k;

		for (k = 0; k < s->n && !c->rep; k++) {
			const struct pl_cand *o = &s->cand[k];
			size_t gap = o->start > c->end ? o->start - c->end :
			    c->start > o->end ? c->start - o->end : 0;

			if (o->rep && gap < near) {
				near = gap;
				c->set = o->set;
			}
		}
	}
}
