#include "unit.h"

#include <stddef.h>
#include <string.h>

#define DEG (3.14159265358979323846 / 180)

static const struct pl_unit unit[] = {
	{ "_s", "_s", 1, 6 },
	{ "_ms", "_s", 1e-3, -1 },
	{ "_us", "_s", 1e-6, -1 },
	{ "_ns", "_s", 1e-9, -1 },
	{ "_m", "_m", 1, 6 },
	{ "_m_s", "_m_s", 1, 6 },
	{ "_m_s2", "_m_s2", 1, 6 },
	{ "_cm_s2", "_m_s2", 1e-2, -1 },
	{ "_mm_s2", "_m_s2", 1e-3, -1 },
	{ "_g", "_m_s2", PL_GRAVITY, -1 },
	{ "_mg", "_m_s2", PL_GRAVITY / 1000, -1 },
	{ "_rad_s", "_rad_s", 1, 7 },
	{ "_deg_s", "_rad_s", DEG, -1 },
	{ "_mdeg_s", "_rad_s", DEG / 1000, -1 },
	{ "_deg", "_deg", 1, 5 },
	{ "_kg", "_kg", 1, 3 },
	{ "_nm", "_nm", 1, 4 },
	{ "_nms", "_nms", 1, 4 },
	{ "_n2m2s", "_n2m2s", 1, 1 },
	{ "_nm_per_kg", "_nm_per_kg", 1, 6 },
	{ "_nms_per_kg", "_nms_per_kg", 1, 6 },
	{ "_nm_per_deg", "_nm_per_deg", 1, 4 },
	{ "_m_s_per_kg", "_m_s_per_kg", 1, 6 },
	{ "_n", "_n", 1, 2 },
	{ "_pct", "_pct", 1, 2 },
};

const struct pl_unit *
pl_unit_of(const char *name)
{
	size_t n = strlen(name), best = 0;
	const struct pl_unit *found = NULL;
	size_t i;

	for (i = 0; i < sizeof unit / sizeof *unit; i++) {
		size_t k = strlen(unit[i].suffix);

		if (k > best && k < n &&
		    memcmp(name + n - k, unit[i].suffix, k) == 0) {
			found = &unit[i];
			best = k;
		}
	}
	return found;
}
