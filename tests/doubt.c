/* of which repetitions the load can be told */
#include <math.h>
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/squat/segment/doubt.h"
#include "tap.h"

/* Five repetitions of 10 rows, 5 rows between them, upright at 2 deg. */
enum { ROWS = 75 };
static double cand[ROWS], lean[ROWS], roll[ROWS];
static unsigned char counts[ROWS], clipped[ROWS], missing[ROWS], why[ROWS];
static struct pl_doubt_input in;

static void
make(void)
{
	int t;

	for (t = 0; t < ROWS; t++) {
		int at = t % 15;

		counts[t] = at < 10;
		cand[t] = at < 10 ? t / 15 + 1 : PL_MISSING;
		lean[t] = at < 10 ? 2 + 4 * fmin(at, 9 - at) : 40;
		roll[t] = 1;
		clipped[t] = missing[t] = 0;
	}
	in = (struct pl_doubt_input){ ROWS, cand, counts, clipped,
	    missing, 100, lean, roll, 2 };
}

/* Judge, and write a letter for each repetition. */
static const char *
judged(size_t *reps)
{
	static char text[8];
	int i;

	memset(why, PL_NO_DOUBT, ROWS);
	if (pl_doubt_judge(&in, why, reps))
		return "memory";
	for (i = 0; i < 5; i++)
		text[i] = why[15 * i + 9] < PL_DOUBTS ?
		    ".chnls"[why[15 * i + 9]] : '?';
	return text;
}

static void
says(const char *want, size_t n, const char *claim)
{
	size_t reps;
	const char *got = judged(&reps);

	ok(strcmp(got, want) == 0 && reps == n, "%s: %s", claim, got);
}

static void
add(double *x, int rep, double by)
{
	int t;

	for (t = 15 * rep; t < 15 * rep + 10; t++)
		x[t] += by;
}

static void
reasons(void)
{
	int i;

	make();
	says(".....", 0, "five good repetitions");
	ok(why[12] == PL_NO_DOUBT && pl_doubt_word(PL_NO_DOUBT) == NULL,
	    "what lies between them is nobody's business");
	clipped[15 + 3] = clipped[12] = 1;
	says(".c...", 1, "one row at the end of the range");
	make();
	missing[3] = missing[16] = missing[18] = 1;
	says(".h...", 1, "two of ten rows missing, not one");
	in.rate_hz = 3;
	missing[18] = 0;
	says("hh...", 2, "or one, if it lasts 1/3 s");
	make();
	lean[30] = 81;
	says("..l..", 1, "a trunk that lies down");
	make();
	add(lean, 3, 12);
	add(lean, 4, 12);
	says("...ss", 2, "12 deg more in the stance, from then on");
	add(lean, 3, -24);
	says("...ss", 2, "or less");
	make();
	add(roll, 0, -12);
	says("s....", 1, "or to the side");
	make();
	for (i = 0; i < 5; i++)
		add(lean, i, 3 * i - 6);
	says(".....", 0, "6 deg either way are what people do");
	make();
	in.align_sd_deg = 8;
	clipped[0] = 1;
	says("cnnnn", 5, "no stance; the first reason counts");
	in.align_sd_deg = PL_MISSING;
	in.clipped = NULL;
	in.lean_deg = in.roll_deg = NULL;
	says(".....", 0, "nothing known is nothing said");
}

static void
edges(void)
{
	size_t reps, i;

	make();
	add(lean, 0, 40);
	in.n = 25;
	judged(&reps);
	ok(reps == 0, "of two repetitions none tells which one slipped");
	make();
	for (i = 0; i < ROWS; i++)
		lean[i] = roll[i] = PL_MISSING;
	judged(&reps);
	ok(reps == 0, "leans that are missing tell nothing");
	for (i = 0; i < ROWS; i++)
		cand[i] = PL_MISSING;
	judged(&reps);
	ok(reps == 0, "nor do numbers that are missing");
	in.n = 0;
	judged(&reps);
	ok(reps == 0, "nor no rows");
}

int
main(void)
{
	reasons();
	edges();
	return done();
}
