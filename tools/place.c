#include "place.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "../lib/base/num.h"

static const struct { const char *word; bool trunk; } places[] = {
	{ "trunk", true }, { "t4", true }, { "sternum", true },
	{ "xiphoid", true }, { "c7", true }, { "t12", true },
	{ "sacrum", true }, { "bar", false }, { "wrist", false },
	{ "thigh", false }, { "shank", false }, { "foot", false },
};

enum { PLACES = sizeof places / sizeof *places };

static int
find(const char *place)
{
	size_t n = strcspn(place, "_");
	int i;

	for (i = 0; i < PLACES; i++)
		if (strlen(places[i].word) == n &&
		    memcmp(places[i].word, place, n) == 0)
			return i;
	return -1;
}

bool
place_known(const char *place)
{
	return find(place) >= 0 || strchr(place, ',');
}

#define WORDS "trunk t4 sternum xiphoid c7 t12 sacrum bar wrist thigh shank "\
	"foot"

const char *
place_list(void)
{
	return "one of " WORDS ", or U,V in metres";
}

const char *
place_words(void)
{
	return WORDS;
}

bool
place_point(const char *place, struct pl_point *at)
{
	const struct pl_place *p = pl_body_find_place(place);
	const char *comma = strchr(place, ','), *v;
	struct pl_point own;

	if (p) {
		*at = p->at;
		return true;
	}
	if (!comma)
		return false;
	v = comma + 1 + strspn(comma + 1, " ");
	if (pl_num_parse(place, comma, '.', &own.u) ||
	    pl_num_parse(v, v + strlen(v), '.', &own.v) ||
	    fabs(own.u) > 1 || fabs(own.v) > 0.5)
		return false;
	*at = own;
	return true;
}

bool
place_of_trunk(const char *place)
{
	int i = place ? find(place) : -1;

	return i < 0 || places[i].trunk;
}
