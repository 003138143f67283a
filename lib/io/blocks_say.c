#include "blocks.h"

#include <math.h>
#include <stdio.h>

/* The pieces, where there are several. */
static void
say_pieces(struct pl_raw *r, const struct pl_blocks *found)
{
	char list[16 * PL_BLOCKS_RATES] = "";
	size_t k, n = 0;

	for (k = 0; k < found->pieces && k < PL_BLOCKS_RATES; k++)
		n += (size_t)snprintf(list + n, sizeof list - n, "%s%.6g",
		    k ? ", " : "", found->hz[k]);
	if (found->pieces > 1)
		pl_raw_say(r, false, "%zu pieces without a break, of %s%s Hz",
		    found->pieces, list, k < found->pieces ? ", ..." : "");
}

/* To 10 us: less is rounding. */
static double
ms(double s)
{
	return floor(s * 1e5 + 0.5) / 100;
}

void
pl_blocks_say(struct pl_raw *r, const struct pl_blocks *found)
{
	double rms = ms(found->rms_s), most = ms(found->max_s);

	if (found->nominal)
		snprintf(r->clock, sizeof r->clock, "its nominal rate, for "
		    "its block times make none");
	else if (found->bent)
		snprintf(r->clock, sizeof r->clock, "block times averaged "
		    "over 10 s (%.2g ms rms off straight, %.2g at most)", rms,
		    most);
	else
		snprintf(r->clock, sizeof r->clock, "block times on %s, off "
		    "%s by %.2g ms rms, %.2g at most", found->pieces > 1 ?
		    "straight lines" : "a straight line", found->pieces > 1 ?
		    "them" : "it", rms, most);
	say_pieces(r, found);
	if (found->moved)
		pl_raw_say(r, true, "%zu piece%s moved by up to %.2g s, which "
		    "by its clock begins before the one before it ends",
		    found->moved, found->moved == 1 ? "" : "s",
		    found->moved_s);
	if (found->ignored)
		pl_raw_say(r, true, "%zu block time%s not used, which fits "
		    "neither the one before nor the one after",
		    found->ignored, found->ignored == 1 ? "" : "s");
	if (found->guessed)
		pl_raw_say(r, true, "%zu piece%s without any time: taken to "
		    "follow the one before", found->guessed,
		    found->guessed == 1 ? "" : "s");
}
