/* numbers survive text: what is printed is what is parsed, to the bit */
#include <string.h>

#include "../lib/base/num.h"
#include "../lib/base/random.h"
#include "tap.h"

static bool
parses(const char *text, double want)
{
	double x;

	return !pl_num_parse(text, text + strlen(text), '.', &x) && x == want;
}

static bool
refused(const char *text)
{
	double x = 42;

	return pl_num_parse(text, text + strlen(text), '.', &x) != PL_OK &&
	    x == 42;
}

static bool
prints(double x, int decimals, const char *want)
{
	char text[PL_NUM_ROOM + 1];

	*pl_num_print(text, pl_num_round(x, decimals), decimals) = '\0';
	return strcmp(text, want) == 0;
}

static int
round_trips(int decimals)
{
	struct pl_random r;
	int i, bad = 0;

	pl_random_seed(&r, 7, (unsigned)decimals);
	for (i = 0; i < 100000; i++) {
		double size = pl_num_limit(decimals) *
		    (i % 2 ? pl_random_uniform(&r) : 1e-10);
		double x = pl_num_round((2 * pl_random_uniform(&r) - 1) *
		    size, decimals), y;
		char text[PL_NUM_ROOM];
		char *end = pl_num_print(text, x, decimals);

		bad += pl_num_parse(text, end, '.', &y) != PL_OK ||
		    memcmp(&x, &y, sizeof x) != 0;
	}
	return bad;
}

int
main(void)
{
	static const char *const junk[] = { "", "-", ".", "+.", "1e", "1e+",
	    "nan", "inf", "0x10", "1,5", " 1", "1 ", "1.2.3", "1e400", "--1" };
	double x;
	size_t i;
	int d;

	ok(parses("0", 0) && parses("-12.5", -12.5) && parses("+.5", 0.5) &&
	    parses("7.", 7) && parses("1e3", 1000) && parses("25E-2", .25),
	    "the usual spellings are read");
	ok(parses("0.1234567890123456789", 0.1234567890123456789) &&
	    parses("123456789012345678901234567890", 1.2345678901234568e29) &&
	    parses("4.9e-324", 4.9e-324), "long ones are rounded rightly");
	for (i = 0; i < sizeof junk / sizeof *junk; i++)
		ok(refused(junk[i]) || strcmp(junk[i], "1e400") == 0,
		    "'%s' is no number", junk[i]);
	ok(pl_num_parse("1e400", &"1e400"[5], '.', &x) == PL_ERANGE,
	    "1e400 is out of range");
	ok(!pl_num_parse("3,25", &"3,25"[4], ',', &x) && x == 3.25,
	    "a decimal comma is read where it is asked for");
	ok(prints(0, 6, "0") && prints(-0.0, 6, "0") && prints(1.5, 6, "1.5") &&
	    prints(-1e-9, 6, "0") && prints(-0.000001, 6, "-0.000001") &&
	    prints(100, 0, "100") && prints(0.5, 3, "0.5") &&
	    prints(1000, 3, "1000"), "printed short and without -0");
	ok(prints(PL_MISSING, 6, ""), "a missing number is printed as nothing");
	for (d = 0; d <= 9; d++)
		ok(round_trips(d) == 0, "100000 numbers of %d decimals come "
		    "back to the bit", d);
	return done();
}
