#include "err.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const phrase[PL_ERRS] = {
	[PL_OK] = "no error",
	[PL_ENOMEM] = "out of memory",
	[PL_EIO] = "cannot read or write",
	[PL_EFORMAT] = "not in the form expected",
	[PL_ECUT] = "cut short",
	[PL_ERANGE] = "out of range",
	[PL_ECOLUMN] = "no such column",
	[PL_EUNEVEN] = "not on an even grid of time",
	[PL_ESHORT] = "too short",
	[PL_ESTATE] = "cannot be told from these data",
};

const char *
pl_err_phrase(enum pl_err err)
{
	return (unsigned)err < PL_ERRS ? phrase[err] : "unknown error";
}

/* Unprintable bytes of foreign text would upset the reader's terminal. */
static void
copy_plain(char *to, size_t room, const char *from)
{
	size_t i;

	for (i = 0; from[i] && i + 1 < room; i++) {
		unsigned char c = (unsigned char)from[i];

		to[i] = c < ' ' || c >= 127 ? '?' : (char)c;
	}
	to[i] = '\0';
}

enum pl_err
pl_fault_set(struct pl_fault *f, enum pl_err err, size_t line,
    const char *column, const char *value, const char *why, ...)
{
	va_list ap;

	if (!f)
		return err;
	f->line = line;
	copy_plain(f->column, sizeof f->column, column ? column : "");
	copy_plain(f->value, sizeof f->value, value ? value : "");
	va_start(ap, why);
	vsnprintf(f->why, sizeof f->why, why, ap);
	va_end(ap);
	return err;
}
