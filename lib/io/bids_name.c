#include "bids_name.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof (a) / sizeof *(a))

static const char *const ending[PL_BIDS_FILES] = {
	[PL_BIDS_CHANNELS] = "_channels.tsv",
	[PL_BIDS_SIDECAR] = "_motion.json",
	[PL_BIDS_MOTION] = "_motion.tsv",
};

/* The entities of a name, in their order. */
static const struct { const char *key; bool needed, digits; } entity[] = {
	{ "sub-", true, false },
	{ "ses-", false, false },
	{ "task-", true, false },
	{ "tracksys-", true, false },
	{ "acq-", false, false },
	{ "run-", false, true },
};

bool
pl_bids_is(const char *path)
{
	size_t n = strlen(path), k = strlen(ending[PL_BIDS_MOTION]);

	return n > k && strcmp(path + n - k, ending[PL_BIDS_MOTION]) == 0;
}

char *
pl_bids_beside(const char *path, enum pl_bids_file which)
{
	size_t n = strlen(path) - strlen(ending[PL_BIDS_MOTION]);
	size_t k = strlen(ending[which]);
	char *name = malloc(n + k + 1);

	if (name) {
		memcpy(name, path, n);
		memcpy(name + n, ending[which], k + 1);
	}
	return name;
}

static const char *
base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The bytes of a label of letters and digits, or digits alone. */
static size_t
label(const char *p, bool digits)
{
	static const char allowed[] = "0123456789"
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	char only[11] = "0123456789";

	return strspn(p, digits ? only : allowed);
}

static bool
is_name(const char *p)
{
	size_t i, n;

	for (i = 0; i < COUNT(entity); i++) {
		n = strlen(entity[i].key);
		if (strncmp(p, entity[i].key, n) != 0) {
			if (entity[i].needed)
				return false;
			continue;
		}
		p += n;
		n = label(p, entity[i].digits);
		if (!n || p[n] != '_')
			return false;
		p += n + 1;
	}
	return strcmp(p, ending[PL_BIDS_MOTION] + 1) == 0;
}

enum pl_err
pl_bids_names(const char *path, char *name[PL_BIDS_FILES], struct pl_fault *f)
{
	int i;

	if (!is_name(base_of(path)))
		return pl_fault_set(f, PL_EFORMAT, 0, NULL, NULL, "no name of "
		    "BIDS: sub-X[_ses-Y]_task-T_tracksys-S[_acq-A][_run-N]"
		    "_motion.tsv, X to A of letters and digits, N of digits");
	for (i = 0; i < PL_BIDS_FILES; i++)
		name[i] = pl_bids_beside(path, i);
	for (i = 0; i < PL_BIDS_FILES; i++)
		if (!name[i]) {
			for (i = 0; i < PL_BIDS_FILES; i++)
				free(name[i]);
			return PL_ENOMEM;
		}
	return PL_OK;
}

bool
pl_bids_label(const char *path, const char *key, char *text, size_t room)
{
	const char *p = strstr(base_of(path), key);
	size_t n;

	if (!p)
		return false;
	p += strlen(key);
	n = label(p, false);
	n = n < room ? n : room - 1;
	memcpy(text, p, n);
	text[n] = '\0';
	return true;
}
