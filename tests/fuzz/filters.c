/*
 * filters COUNT INPUT FILTER [OPTION ...]: a filter, whole, against changed
 * inputs and failing memory
 *
 * Each case is a process of its own.  It must end by itself within a while,
 * with 0, 1 or 2: with output if it says so, and with one line if not.
 */
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mutate.h"

int plumb_main(int argc, char **argv);

enum { PATIENCE_S = 30, ARGS = 32 };

static int
file_of(const char *name, const struct input *in)
{
	int fd = memfd_create(name, 0);

	if (fd < 0 || (in && write(fd, in->at, in->n) != (ssize_t)in->n)) {
		perror(name);
		exit(2);
	}
	return fd;
}

/* What a case left in fd: its size, and lines but for warnings. */
static size_t
left(int fd, char *text, size_t room, int *lines)
{
	size_t n;
	char *p;

	lseek(fd, 0, SEEK_SET);
	n = (size_t)read(fd, text, room - 1);
	text[n] = '\0';
	*lines = 0;
	for (p = text; (p = strchr(p, '\n')); p++)
		++*lines;
	for (p = text; (p = strstr(p, "warning: ")); p++)
		--*lines;
	return n;
}

static bool
run(char **args, const struct input *in, long i)
{
	int fd = file_of("input", in), out = file_of("out", NULL);
	int err = file_of("err", NULL), status, lines, skip, argc = 0;
	char path[32], said[4096], some[64];
	pid_t child;
	size_t n;
	bool good;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		char *argv[ARGS] = { (char *)"plumb" };

		for (argc = 1; argc < ARGS - 2 && args[argc - 1]; argc++)
			argv[argc] = args[argc - 1];
		snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
		argv[argc++] = path;
		dup2(out, 1);
		dup2(err, 2);
		alarm(PATIENCE_S);
		exit(plumb_main(argc, argv));
	}
	waitpid(child, &status, 0);
	n = left(out, some, sizeof some, &skip);
	left(err, said, sizeof said, &lines);
	good = WIFEXITED(status) && WEXITSTATUS(status) <= 2 &&
	    !strstr(said, "runtime error:") && (
	    WEXITSTATUS(status) == 2 ? lines == 1 : n > 0 && lines <= 1);
	if (!good) {
		printf("case %ld: status %#x, %zu bytes out, said:\n%s", i,
		    (unsigned)status, n, said);
	}
	close(fd);
	close(out);
	close(err);
	return good;
}

static void
keep(const struct input *in, const char *filter, long i)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof path, "fuzz-%s-%ld", filter, i);
	if ((f = fopen(path, "wb"))) {
		fwrite(in->at, 1, in->n, f);
		fclose(f);
	}
}

int
main(int argc, char **argv)
{
	struct input good;
	long count, i, bad = 0;

	if (argc < 4)
		return 2;
	count = atol(argv[1]);
	good = input_read(argv[2]);
	for (i = 0; i < count; i++) {
		struct pl_random r;
		struct input in;

		pl_random_seed(&r, (uint64_t)i, 0);
		in = mutate(&good, &r);
		fail_count = 0;
		fail_on = i % 6 == 0;
		/* a third fails on what is good: deep inside */
		fail_at = i % 3 ? 0 : 1 + (long)below(&r, 400);
		if (!run(argv + 3, fail_at ? &good : &in, i)) {
			keep(fail_at ? &good : &in, argv[3], i);
			bad++;
		}
		free(in.at);
	}
	free(good.at);
	return bad > 0;
}
