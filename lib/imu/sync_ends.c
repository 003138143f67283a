#include "sync_ends.h"

#include <math.h>

/* Windows from..to-1, which lie beyond what fits. */
static void
look(const struct pl_sync_window *w, size_t from, size_t to,
    const struct pl_sync_fit *f, struct pl_sync_end *e)
{
	double sum = 0, low = HUGE_VAL, high = -HUGE_VAL;
	size_t i, found = 0;

	for (i = from; i < to; i++) {
		double d = pl_sync_off(&w[i], f);

		e->windows += w[i].moves;
		if (!w[i].moves || !w[i].found)
			continue;
		found++;
		sum += d;
		low = fmin(low, d);
		high = fmax(high, d);
	}
	e->jumps = found > 1 && high - low < PL_SYNC_NEAR_S;
	e->late_s = e->jumps ? sum / (double)found : 0;
}

void
pl_sync_ends(const struct pl_sync_window *w, size_t n,
    const struct pl_sync_fit *f, struct pl_sync_end end[2])
{
	double half = n > 1 ? (w[1].t_s - w[0].t_s) / 2 : 0;
	size_t first = 0, last = n;

	end[0] = end[1] = (struct pl_sync_end){ .windows = 0 };
	while (first < n && !pl_sync_agrees(&w[first], f))
		first++;
	while (last > first && !pl_sync_agrees(&w[last - 1], f))
		last--;
	if (first == last)
		return;
	look(w, 0, first, f, &end[0]);
	look(w, last, n, f, &end[1]);
	end[0].at_s = w[first].t_s - half;
	end[1].at_s = w[last - 1].t_s + half;
}
