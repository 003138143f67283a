/*
 * main.c - one binary, many names; a chain of filters in one process
 *
 * plumb-NAME, or plumb NAME [then NAME ...].  Between two filters of a chain
 * the table is rounded as it would be on a pipe, so both give the same bytes.
 */
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lib/base/append.h"
#include "../lib/base/version.h"
#include "../lib/dsp/spectrum.h"
#include "../lib/io/archive.h"
#include "../lib/io/json.h"
#include "../lib/io/sound.h"
#include "cli.h"
#include "crop.h"
#include "filter.h"
#include "stream.h"

#define FILTER(name) extern const struct filter filter_##name;
#include "filters.h"
#undef FILTER

#define FILTER(name) &filter_##name,
static const struct filter *const filters[] = {
#include "filters.h"
	NULL
};
#undef FILTER

enum { MOST = 64 };		/* options of one filter */

static const struct filter *
find(const char *name)
{
	int i;

	for (i = 0; filters[i]; i++)
		if (strcmp(filters[i]->name, name) == 0)
			return filters[i];
	return NULL;
}

static _Noreturn void
done(int status)
{
	if (fflush(stdout) || fclose(stdout))
		cli_die("stdout:");
	exit(status);
}

static _Noreturn void
version(void)
{
	printf("plumb %s (schema %s, %s, %s, %s, %s)\n", PL_VERSION, PL_SCHEMA,
	    pl_sound_version(), pl_spectrum_version(), pl_json_version(),
	    pl_archive_version());
	done(CLI_OK);
}

static _Noreturn void
overview(void)
{
	int i;

	printf("usage: plumb NAME [option ...] [then NAME [option ...]] ...\n"
	    "front squats from a trunk sensor, one filter at a time\n\n");
	for (i = 0; filters[i]; i++)
		printf("  %-10s %s\n", filters[i]->name, filters[i]->what);
	printf("\nplumb-NAME --help lists the options; see plumb(1).\n");
	done(CLI_OK);
}

/* The next "then" in argv becomes NULL; returns what follows it, or NULL. */
static char **
cut(char **argv)
{
	for (; *argv; argv++)
		if (strcmp(*argv, "then") == 0) {
			*argv = NULL;
			return argv + 1;
		}
	return NULL;
}

static void
settle(struct pl_table *t)
{
	struct pl_fault fault = { 0 };
	enum pl_err err = pl_table_settle(t, &fault);

	if (err)
		cli_die_fault(err, &fault);
}

/* The operands after the filter's own, which comes first from here on. */
static char **
after_own(const struct filter *f, char **args, bool first)
{
	char *last;
	size_t n = 0;

	if (f->source == PERHAPS)
		return args + (*args && (args[1] || !first));
	if (f->source != BESIDE && f->source != AFTER && f->source != INTO)
		return args;
	while (args[n])
		n++;
	if (!n)
		cli_die("%s: the %s is missing; see plumb-%s --help",
		    f->operands, f->source == AFTER ? "second" : "first",
		    f->name);
	last = args[n - 1];
	if (f->source == AFTER) {
		memmove(args + 1, args, (n - 1) * sizeof *args);
		args[0] = last;
	}
	return args + 1;
}

/* Read a table and put it behind another. */
static void
read_behind(struct pl_table *t, const char *path)
{
	struct pl_table more;

	stream_read(&more, path);
	if (pl_append(t, &more))
		cli_die("out of memory");
	pl_table_free(&more);
}

/* Read the inputs of the first filter of a chain, one after another. */
static void
read_inputs(const struct filter *f, struct pl_table *t, char **input)
{
	if (f->source == PAIR && *input && input[1] && input[2])
		cli_die("%s: two inputs at most", input[2]);
	if (f->source != SEVERAL && f->source != PAIR && *input && input[1])
		cli_die("%s: one input at most", input[1]);
	stream_read(t, *input ? *input : "-");
	if (f->source == PAIR)
		return;
	for (; *input && input[1]; input++) {
		read_behind(t, input[1]);
		cli_place("all of them");
	}
}

/* The option whose values are inputs, or NULL. */
static const struct value *
find_inputs(const struct filter *f, const struct value *v)
{
	int i;

	for (i = 0; f->opts[i].name; i++)
		if (f->opts[i].kind == OPT_INPUTS)
			return &v[i];
	return NULL;
}

/* What there is to work on: operands or stdin or what was made before, and behind
 * it what an option names. */
static void
read_all(const struct filter *f, const struct value *v, struct pl_table *t,
    char **input, bool first)
{
	const struct value *named = find_inputs(f, v);
	size_t n = named ? named->n : 0, i;
	bool only = first && n && !*input;

	if (only)
		pl_table_init(t);
	else if (first)
		read_inputs(f, t, input);
	else
		cli_place("stream");
	for (i = 0; i < n; i++)
		read_behind(t, named->list[i]);
	if (n + !only > 1)
		cli_place("all of them");
}

/* Run one link of the chain; first reads its input, last writes. */
static int
run(const struct filter *f, char **argv, struct pl_table *t, bool first,
    bool last)
{
	struct value v[MOST] = { { 0 } }, all[COMMONS] = { { 0 } };
	char **args, **input;
	int status;
	size_t i;

	cli_begin(f->name, NULL, false, false);
	args = cli_options(f, argv, v, all);
	if (all[COMMON_VERSION].given)
		version();
	cli_begin(f->name, NULL, all[COMMON_VERBOSE].given,
	    all[COMMON_QUIET].given);
	if (!last && (all[COMMON_OUT].given || all[COMMON_FORM].given))
		cli_die("-o and -O belong to the last filter of a chain");
	if (last)
		stream_check("-o", all[COMMON_OUT].s, all[COMMON_FORM].s);
	if (f->source == true && !first)
		cli_die("makes a stream, so it can only begin a chain");
	crop_set(&all[COMMON_FROM], &all[COMMON_TO]);
	if (f->source != true) {
		input = after_own(f, args, first);
		if (*input && !first)
			cli_die("%s: only the first filter of a chain has an "
			    "input", *input);
		read_all(f, v, t, input, first);
		crop(t);
		if (f->source == PERHAPS && input == args)
			args += *args != NULL;	/* it was the input */
	}
	status = f->run(t, v, args);
	if (f->source == true)
		crop(t);
	settle(t);
	if (last && (f->source != INTO || all[COMMON_OUT].given ||
	    all[COMMON_FORM].given))
		stream_write(t, all[COMMON_OUT].s, all[COMMON_FORM].s);
	for (i = 0; i < MOST; i++)
		free(v[i].list);
	return status;
}

/* Columns come and go from filter to filter: memory that is given back to the
 * system each time is cleared page by page each time it is taken again. */
static void
keep_memory(void)
{
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, 1 << 30);
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

/* Die of a word in the chain that names no filter, before any work is done. */
static void
check_names(char *const *argv)
{
	bool name = true;

	for (; *argv; argv++) {
		bool then = strcmp(*argv, "then") == 0;

		if (then && name)
			cli_die("then: no filter named beside it");
		if (name && !find(*argv))
			cli_die("%s: no such filter; see plumb --help", *argv);
		name = then;
	}
	if (name)
		cli_die("then: no filter named beside it");
}

int
main(int argc, char **argv)
{
	const char *base = strrchr(argv[0], '/');
	struct pl_table t;
	int status = CLI_OK, s;
	bool first = true;
	char **next;

	signal(SIGPIPE, SIG_DFL);
	keep_memory();
	base = base ? base + 1 : argv[0];
	if (strncmp(base, "plumb-", 6) == 0)
		argv[0] = (char *)(base + 6);
	else if (argc < 2)
		cli_die("no filter named; see plumb --help");
	else
		argv++;
	if (strcmp(*argv, "--help") == 0 || strcmp(*argv, "-h") == 0)
		overview();
	if (strcmp(*argv, "--version") == 0 || strcmp(*argv, "-V") == 0)
		version();
	check_names(argv);
	pl_table_init(&t);
	for (; argv; argv = next, first = false) {
		next = cut(argv);
		s = run(find(*argv), argv, &t, first, !next);
		status = s > status ? s : status;
	}
	pl_table_free(&t);
	return status;
}
