/* mass.c - masses of the command line */
#include "mass.h"

#include <stdbool.h>
#include <string.h>

#include "../lib/base/mem.h"
#include "../lib/base/num.h"
#include "cli.h"

#define POUND 0.45359237	/* kg: international yard and pound, 1959 */

/* The mass in text..end; *bare if it has no unit. */
static double
parse(const char *option, const char *text, const char *end, double lo,
    double hi, bool *bare)
{
	int n = (int)(end - text);
	const char *unit = end;
	double x, factor = 1;

	if (n > 2 && memcmp(end - 2, "lb", 2) == 0)
		unit = end - 2, factor = POUND;
	else if (n > 2 && memcmp(end - 2, "kg", 2) == 0)
		unit = end - 2;
	*bare = unit == end;
	while (unit > text && unit[-1] == ' ')
		unit--;
	if (pl_num_parse(text, unit, '.', &x))
		cli_die("%s: '%.*s': not a mass, such as 100, 100kg or 225lb",
		    option, n, text);
	x *= factor;
	if (lo == 0 && !(x > 0 && x <= hi))
		cli_die("%s: %.*s: must be above 0 and at most %g kg%s",
		    option, n, text, hi, x == 0 ? " (-B none: no bar)" : "");
	if (!(x >= lo && x <= hi))
		cli_die("%s: %.*s: must lie from %g to %g kg", option, n, text,
		    lo, hi);
	return x;
}

double *
mass_list(const char *option, const char *text, double lo, double hi,
    size_t *n)
{
	double *kg = pl_mem_array(strlen(text) + 1, sizeof *kg);
	bool bare, first = true;

	if (!kg)
		cli_die("out of memory");
	for (*n = 0;; text++) {
		const char *end = text + strcspn(text, ",");

		kg[*n] = parse(option, text, end, lo, hi, &bare);
		first = *n ? first : bare;
		if (bare != first)
			cli_die("%s: give each mass its unit, or none", option);
		++*n;
		text = end;
		if (!*text)
			return kg;
	}
}

double
mass_one(const char *option, const char *text, double lo, double hi)
{
	bool bare;

	return parse(option, text, text + strlen(text), lo, hi, &bare);
}
