/* options.c - a filter's rows of options become its values, usage and help */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

#include "../lib/base/mem.h"

static const struct opt common[] = {
	[COMMON_FROM] = { 'f', "from", "S", OPT_NUMBER, 0, 0, 1e9,
	    "begin at this time of the recording" },
	[COMMON_TO] = { 't', "to", "S", OPT_NUMBER, 0, 0, 1e9,
	    "end at this time of the recording" },
	[COMMON_OUT] = { 'o', "output", "FILE", OPT_WORD, 0, 0, 0,
	    "write there instead of stdout; form by extension" },
	[COMMON_FORM] = { 'O', "output-form", "csv|au", OPT_WORD, 0, 0, 0,
	    "form on stdout (default $PLUMB_STREAM, else csv)" },
	[COMMON_QUIET] = { 'q', "quiet", NULL, OPT_FLAG, 0, 0, 0,
	    "no warnings" },
	[COMMON_VERBOSE] = { 'v', "verbose", NULL, OPT_FLAG, 0, 0, 0,
	    "say what was found" },
	[COMMON_HELP] = { 'h', "help", NULL, OPT_FLAG, 0, 0, 0,
	    "print this" },
	[COMMON_VERSION] = { 'V', "version", NULL, OPT_FLAG, 0, 0, 0,
	    "print versions" },
	[COMMONS] = { 0 }
};

/* getopt_long answers with this much above the row's number. */
enum { BASE = 1000, COMMON = 2000, MOST = 64 };

/* Columns of help: of a line, of what follows "usage:", of descriptions. */
enum { WIDTH = 78, INDENT = 7, COLUMN = 31 };

/* Print a word, on a new line where this one has no room; returns the column
 * behind it. */
static int
wrap(int at, const char *word)
{
	int n = (int)strlen(word);

	if (at + 1 + n > WIDTH) {
		printf("\n%*s", INDENT - 1, "");
		at = INDENT - 1;
	}
	printf(" %s", word);
	return at + 1 + n;
}

static int
synopsis(const struct opt *o, int at)
{
	char word[80];

	for (; o->name; o++) {
		char letter[2] = { o->letter, '\0' };

		snprintf(word, sizeof word, "[%s%s%s%s]%s",
		    o->letter ? "-" : "--", o->letter ? letter : o->name,
		    o->arg ? " " : "", o->arg ? o->arg : "",
		    o->kind >= OPT_LIST ? "..." : "");
		at = wrap(at, word);
	}
	return at;
}

/* A description stands two columns behind its option, or on its own line. */
static void
help_rows(const struct opt *o)
{
	for (; o->name; o++) {
		char text[80];

		snprintf(text, sizeof text, "%c%c%s --%s%s%s",
		    o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
		    o->letter ? "," : " ", o->name, o->arg ? " " : "",
		    o->arg ? o->arg : "");
		if (strlen(text) > COLUMN - 4)
			printf("  %s\n%*s", text, COLUMN, "");
		else
			printf("  %-*s", COLUMN - 2, text);
		printf("%s", o->help);
		if (o->kind == OPT_NUMBER && o->value != 0)
			printf(" (default %g)", o->value);
		putchar('\n');
	}
}

static _Noreturn void
help(const struct filter *f)
{
	int at = printf("usage: plumb-%s", f->name);

	at = synopsis(f->opts, at);
	at = synopsis(common, at);
	if (*f->operands)
		wrap(at, f->operands);
	printf("\n%s\n\n", f->what);
	help_rows(f->opts);
	help_rows(common);
	printf("\nSee plumb-%s(1).\n", f->name);
	if (fflush(stdout) || fclose(stdout))
		cli_die("stdout:");
	exit(CLI_OK);
}

static void
set_number(const struct opt *o, const char *text, struct value *v)
{
	enum pl_err err = pl_num_parse(text, text + strlen(text), '.', &v->x);

	if (err)
		cli_die("--%s: '%s': not a number (%s: digits with a point, "
		    "and no unit)", o->name, text, o->arg);
	if (!(v->x >= o->lo && v->x <= o->hi))
		cli_die("--%s: %s: must lie from %g to %g (%s)", o->name, text,
		    o->lo, o->hi, o->arg);
}

static void
set(const struct opt *o, const char *text, struct value *v)
{
	if (o->kind == OPT_NUMBER)
		set_number(o, text, v);
	if (o->kind >= OPT_LIST) {
		const char **grown = realloc(v->list, (v->n + 1) *
		    sizeof *grown);

		if (!grown)
			cli_die("out of memory");
		v->list = grown;
		v->list[v->n++] = text;
	}
	v->given = true;
	v->s = text;
}

/* Rows to what getopt_long wants. */
static void
add_rows(const struct opt *o, int base, struct option *lng, size_t *n,
    char *shrt)
{
	int i;

	for (i = 0; o[i].name; i++, (*n)++) {
		lng[*n] = (struct option){ o[i].name, o[i].arg ?
		    required_argument : no_argument, NULL, base + i };
		if (o[i].letter)
			sprintf(shrt + strlen(shrt), "%c%s", o[i].letter,
			    o[i].arg ? ":" : "");
	}
}

static const struct opt *
by_letter(const struct opt *o, int letter, int *i)
{
	for (*i = 0; o[*i].name; (*i)++)
		if (o[*i].letter == letter)
			return &o[*i];
	return NULL;
}

static _Noreturn void
die_of(const struct filter *f, int c, char **argv)
{
	const char *word = argv[optind - 1];

	if (c == ':')
		cli_die("%s: needs a value; see plumb-%s --help", word,
		    f->name);
	if (optopt && optopt < BASE)
		cli_die("-%c: no such option; see plumb-%s --help", optopt,
		    f->name);
	cli_die("%s: %s; see plumb-%s --help", word, optopt >= BASE ?
	    "takes no value" : "no such option", f->name);
}

char **
cli_options(const struct filter *f, char **argv, struct value *v,
    struct value *all)
{
	struct option lng[MOST] = { { 0 } };
	char shrt[2 * MOST + 2] = ":";
	size_t n = 0;
	int argc = 0, c, i;

	for (i = 0; f->opts[i].name; i++)
		v[i].x = f->opts[i].value;
	add_rows(f->opts, BASE, lng, &n, shrt);
	add_rows(common, COMMON, lng, &n, shrt);
	while (argv[argc])
		argc++;
	opterr = 0;
	optind = 0;		/* glibc: start anew for each filter */
	while ((c = getopt_long(argc, argv, shrt, lng, NULL)) != -1) {
		const struct opt *o = NULL;
		struct value *to = v;

		if (c == '?' || c == ':')
			die_of(f, c, argv);
		if (c >= COMMON)
			i = c - COMMON, o = &common[i], to = all;
		else if (c >= BASE)
			i = c - BASE, o = &f->opts[i];
		else if (!(o = by_letter(f->opts, c, &i))) {
			o = by_letter(common, c, &i);
			to = all;
		}
		set(o, optarg, &to[i]);
	}
	if (all[COMMON_HELP].given)
		help(f);
	return argv + optind;
}
