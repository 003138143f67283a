#include "actigraph.h"

#include "../banner.h"

enum pl_err
pl_actigraph_heads(struct pl_delim *d, struct pl_fault *f)
{
	const char *p;
	size_t n = 0;

	if (pl_banner_rate(d->head, d->data) > 0)
		return PL_OK;
	p = pl_banner_find(d->head, d->data, "epoch period (hh:mm:ss)", &n);
	n = n > 12 ? 12 : n;
	return pl_fault_set(f, PL_ESTATE, 0, NULL, NULL, "ActiGraph's counts "
	    "of epochs%s%.*s, not acceleration: export the raw data (.gt3x "
	    "to CSV)", p ? " of " : "", p ? (int)n : 0, p ? p : "");
}
