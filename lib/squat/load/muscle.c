#include "muscle.h"

#include <math.h>
#include <string.h>

enum { MF, MFT, LTPL, ILPL, LTPT, ILPT, QL };

#define BOTH "Bergmark 1989; the seed text"
#define WHOLE "Bergmark 1989; the seed text, as all of iliocostalis lumborum"

/* local by Bergmark, by the seed text */
static const struct pl_group groups[] = {
	[MF] = { "mf", "multifidus, lumbar", { true, true }, BOTH },
	[MFT] = { "mft", "multifidus, thoracic", { true, true }, BOTH },
	[LTPL] = { "ltpl", "longissimus thoracis pars lumborum",
	    { true, true }, BOTH },
	[ILPL] = { "ilpl", "iliocostalis lumborum pars lumborum",
	    { true, false }, BOTH },
	[LTPT] = { "ltpt", "longissimus thoracis pars thoracis",
	    { false, true }, BOTH },
	[ILPT] = { "ilpt", "iliocostalis lumborum pars thoracis",
	    { false, false }, WHOLE },
	/* its medial fibres are local; the model does not part them */
	[QL] = { "ql", "quadratus lumborum", { false, false },
	    "Bergmark 1989 and the seed text: of the lateral part" },
};

#define MODEL "Bruno 2015 muscles: extracted"

/* cm^2 of both sides, m at PL_BODY_REF_M; QL has no arm at L5/S1 (0.6 mm) */
static const struct row {
	const char *level;
	int group;
	double area_cm2, arm_m;
	const char *source;
} rows[] = {
	{ "l5s1", MF, 28.5, .0483, MODEL },
	{ "l5s1", LTPL, 45.2, .0437, MODEL },
	{ "l5s1", ILPL, 68.3, .0314, MODEL },
	{ "l5s1", LTPT, 25.7, .0607, MODEL },
	{ "l5s1", ILPT, 28.3, .0407, MODEL },
	{ "l4l5", MF, 26.6, .0584, MODEL },
	{ "l4l5", LTPL, 35.0, .0529, MODEL },
	{ "l4l5", ILPL, 68.3, .0473, MODEL },
	{ "l4l5", LTPT, 28.1, .0715, MODEL },
	{ "l4l5", ILPT, 28.3, .0595, MODEL },
	{ "l4l5", QL, 16.1, .0205, MODEL },
	{ "l3l4", MF, 19.4, .0546, MODEL },
	{ "l3l4", MFT, 1.7, .0459, MODEL },
	{ "l3l4", LTPL, 21.0, .0530, MODEL },
	{ "l3l4", ILPL, 28.6, .0508, MODEL },
	{ "l3l4", LTPT, 31.7, .0649, MODEL },
	{ "l3l4", ILPT, 28.3, .0663, MODEL },
	{ "l3l4", QL, 14.4, .0284, MODEL },
};

const struct pl_group *
pl_muscle_group(int i)
{
	size_t n = sizeof groups / sizeof *groups;

	return i >= 0 && (size_t)i < n ? &groups[i] : NULL;
}

bool
pl_muscle_find_taxonomy(const char *name, enum pl_taxonomy *to)
{
	static const char *const names[PL_TAXONOMIES] = { "bergmark", "seed" };
	int i;

	for (i = 0; i < PL_TAXONOMIES; i++)
		if (strcmp(names[i], name) == 0) {
			*to = (enum pl_taxonomy)i;
			return true;
		}
	return false;
}

int
pl_muscle_at(const struct pl_body *b, const struct pl_level *l,
    struct pl_muscle m[PL_MUSCLES])
{
	double s = b->stature_m / PL_BODY_REF_M;
	size_t i;
	int n = 0;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct row *r = &rows[i];

		if (strcmp(r->level, l->name) == 0)
			m[n++] = (struct pl_muscle){ &groups[r->group],
			    r->area_cm2, s * r->arm_m, r->source };
	}
	return n;
}

struct pl_compression
pl_muscle_compression(double pull_n, double axial_n)
{
	double muscle = PL_MUSCLE_COSINE * pull_n;
	double value = muscle + axial_n;
	double band = PL_MUSCLE_BAND * fabs(value);

	return (struct pl_compression){ value - band, value,
	    fmax(value + band, PL_MUSCLE_COCONTRACTION * muscle + axial_n) };
}
