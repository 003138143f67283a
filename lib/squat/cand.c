#include "cand.h"

#include <stdlib.h>

#include "../base/mem.h"

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
