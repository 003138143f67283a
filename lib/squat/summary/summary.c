#include "summary.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "facts.h"

/* A sentence as it grows. */
struct line {
	char *text;
	size_t n, room;
};

static void say(struct line *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

static void
say(struct line *l, const char *form, ...)
{
	va_list ap;
	int n;

	va_start(ap, form);
	n = vsnprintf(l->text + l->n, l->room - l->n, form, ap);
	va_end(ap);
	l->n += n < 0 ? 0 : (size_t)n;
	if (l->n >= l->room)
		l->n = l->room - 1;
}

/* To so many decimals, and never -0. */
static double
plain(double x, int decimals)
{
	double unit = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;

	return floor(x * unit + .5) / unit + 0.;
}

/* "30 deg", or "30 to 33 deg" where they differ as printed. */
static void
say_span(struct line *l, struct pl_span s, int decimals, const char *unit)
{
	double lo = plain(s.lo, decimals), hi = plain(s.hi, decimals);

	if (lo < hi)
		say(l, "%.*f to ", decimals, lo);
	say(l, "%.*f %s", decimals, hi, unit);
}

static void
say_sd(struct line *l, double sd, int decimals)
{
	if (!pl_missing(sd))
		say(l, " (± %.*f)", decimals, plain(sd, decimals));
}

/* "in rep 3", with its set where there are several. */
static void
say_which(struct line *l, const struct pl_facts *f, struct pl_which w)
{
	if (!pl_missing(w.rep))
		say(l, "in rep %g", w.rep);
	if (f->sets > 1)
		say(l, "%sset %g", pl_missing(w.rep) ? "in " : " of ", w.set);
}

static const char *
back(const char *level, char room[48])
{
	if (strcmp(level, "t7t8") == 0)
		return "the upper back (T7/8)";
	if (strcmp(level, "l5s1") == 0)
		return "the lower back (L5/S1)";
	snprintf(room, 48, "the back at %s", level);
	return room;
}

static size_t
count(const struct pl_facts *f)
{
	return f->class[PL_WORK] + f->class[PL_PARTIAL] + f->class[PL_FAILED];
}

static void
say_none(struct line *l, const struct pl_facts *f)
{
	size_t n = 0;
	int c;

	for (c = 0; c < PL_CLASSES; c++)
		n += f->class[c];
	say(l, "No squat was found");
	if (n)
		say(l, " in %zu movement%s that might have been one", n,
		    n > 1 ? "s" : "");
	if (f->class[PL_UNKNOWN])
		say(l, ", of which %zu could not be named",
		    f->class[PL_UNKNOWN]);
	say(l, ".");
}

static void
say_count(struct line *l, const struct pl_facts *f)
{
	size_t partial = f->class[PL_PARTIAL], failed = f->class[PL_FAILED];

	say(l, "%zu squat%s in %zu set%s", count(f), count(f) > 1 ? "s" : "",
	    f->sets, f->sets > 1 ? "s" : "");
	if (f->bar_kg.hi > 0) {
		say(l, " with ");
		if (f->bar_kg.lo < f->bar_kg.hi)
			say(l, "%g to ", f->bar_kg.lo);
		say(l, "%g kg", f->bar_kg.hi);
	}
	if (partial && failed)
		say(l, ", %zu of them partial and %zu failed", partial,
		    failed);
	else if (partial || failed)
		say(l, ", %zu of them %s", partial + failed,
		    partial ? "partial" : "failed");
}

static void
lifter(struct line *l, const struct pl_facts *f, const char *level)
{
	char room[48];

	say_count(l, f);
	if (!f->loads)
		say(l, "; what the back had to hold is not known without the "
		    "%s", f->trunk ? "masses of bar and body" :
		    "lean of the trunk");
	else if (!f->told)
		say(l, "; what the back had to hold cannot be told");
	else {
		say(l, ": at its peaks %s had to hold ", back(level, room));
		say_span(l, f->peak, 0, "N·m");
		say_sd(l, f->peak_sd, 0);
		if (f->stands_out) {
			say(l, ", clearly the most ");
			say_which(l, f, f->most);
		} else if (f->told > 1)
			say(l, "; no rep stands out");
		if (f->untold)
			say(l, "; of %zu rep%s it cannot be told", f->untold,
			    f->untold > 1 ? "s" : "");
	}
	say(l, ".");
}

static void
say_posture(struct line *l, const struct pl_facts *f)
{
	if (f->breaks) {
		say(l, "; posture breaks ");
		say_which(l, f, f->broken);
		say(l, " (%.0f deg more from there on, p %s)",
		    plain(f->break_gain, 0), f->break_p < 0.01 ? "< 0.01" :
		    "< 0.05");
		if (f->breaks > 1)
			say(l, " and in %zu more set%s", f->breaks - 1,
			    f->breaks > 2 ? "s" : "");
	} else if (f->testable)
		say(l, "; no break of posture can be told");
	else
		say(l, "; too few reps to tell whether posture breaks");
}

static void
say_pace(struct line *l, const struct pl_facts *f)
{
	if (!f->paced)
		return;
	if (!f->slower)
		say(l, "; no loss of speed can be told");
	else {
		say(l, "; the last %srep was %.0f %% slower than the fastest",
		    f->class[PL_PARTIAL] + f->class[PL_FAILED] ? "full " : "",
		    plain(f->loss_pct.hi, 0));
		if (f->paced > 1)
			say(l, " in set %g, and less in the others",
			    f->loss_set);
	}
}

static void
coach(struct line *l, const struct pl_facts *f)
{
	if (pl_missing(f->lean.hi))
		say(l, "Greatest lean cannot be told");
	else if (f->sets == 1 && f->class[PL_WORK] > 1 &&
	    !pl_missing(f->lean_first + f->lean_last)) {
		say(l, "Greatest lean was %.0f deg in the first full rep and "
		    "%.0f in the last", plain(f->lean_first, 0),
		    plain(f->lean_last, 0));
		say_sd(l, f->lean_sd, 0);
	} else {
		say(l, "Greatest lean was ");
		say_span(l, f->lean, 0, "deg");
		say_sd(l, f->lean_sd, 0);
	}
	if (!pl_missing(f->lean.hi))
		say_posture(l, f);
	say_pace(l, f);
	say(l, ".");
}

static void
physio(struct line *l, const struct pl_facts *f, const char *level)
{
	char room[48];

	if (f->told && !pl_missing(f->impulse)) {
		say(l, "The dose of %s was %.0f N·m·s", back(level, room),
		    plain(f->impulse, 0));
		say_sd(l, f->impulse_sd, 0);
		if (f->untold)
			say(l, ", without %zu rep%s of which it cannot be told",
			    f->untold, f->untold > 1 ? "s" : "");
	} else
		say(l, "The dose cannot be told");
	if (f->tut_s > 0)
		say(l, "; %.1f s under tension", plain(f->tut_s, 1));
	if (!pl_missing(f->lean.hi)) {
		say(l, "; greatest lean ");
		say_span(l, f->lean, 0, "deg");
		say_sd(l, f->lean_sd, 0);
	}
	if (!pl_missing(f->depth_m.hi)) {
		say(l, "; the sensor sank by ");
		say_span(l, f->depth_m, 2, "m");
	}
	if (f->sideways)
		say(l, "; the trunk leant %.0f deg (± %.0f) to the %s",
		    plain(fabs(f->roll), 0), plain(f->roll_sd, 0),
		    f->roll > 0 ? "right" : "left");
	else if (!pl_missing(f->roll + f->roll_sd))
		say(l, "; no lean to a side can be told (%+.0f ± %.0f deg)",
		    plain(f->roll, 0), plain(f->roll_sd, 0));
	say(l, ".");
}

const char *
pl_summary_reader(enum pl_reader r)
{
	static const char *const readers[] = { [PL_LIFTER] = "lifter",
		[PL_COACH] = "coach", [PL_PHYSIO] = "physio" };

	return readers[r];
}

enum pl_err
pl_summary_make(struct pl_summary *s, const struct pl_table *reps,
    const char *level, struct pl_fault *fault)
{
	struct line l[PL_READERS];
	struct pl_facts f;
	enum pl_err err = pl_facts_find(&f, reps, level, fault);
	int r;

	if (err)
		return err;
	for (r = 0; r < PL_READERS; r++)
		l[r] = (struct line){ s->sentence[r], 0,
			sizeof s->sentence[r] };
	if (!count(&f)) {
		for (r = 0; r < PL_READERS; r++)
			say_none(&l[r], &f);
		return PL_OK;
	}
	lifter(&l[PL_LIFTER], &f, level);
	coach(&l[PL_COACH], &f);
	physio(&l[PL_PHYSIO], &f, level);
	return PL_OK;
}
