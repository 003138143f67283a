/*
 * json.h - JSON, through jansson: values that are read, objects that are made
 *
 * A document is a tree in memory, about 20 times as large as the text of a log.
 * What is asked of a value of another kind, or of NULL, is not there: so a
 * path through a document needs one question at its end.
 *
 * Errors.  PL_EFORMAT with line and what jansson says of it, PL_ECUT where the
 * text ends too early, PL_ENOMEM.
 */
#ifndef PL_IO_JSON_H
#define PL_IO_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/err.h"

struct pl_json;				/* a value, part of its document */

const char *pl_json_version(void);

/* Read n bytes; the caller frees the document, and with it all values. */
enum pl_err pl_json_parse(struct pl_json **, const char *bytes, size_t n,
    struct pl_fault *) PL_MUST;
void pl_json_free(struct pl_json *);

/* A member of an object, an element of an array; NULL if it is not there. */
const struct pl_json *pl_json_get(const struct pl_json *, const char *key);
const struct pl_json *pl_json_at(const struct pl_json *, size_t i);

/* How many elements an array has, else 0. */
size_t pl_json_length(const struct pl_json *);

/* A number; a text, or NULL. */
bool pl_json_number(const struct pl_json *, double *);
const char *pl_json_text(const struct pl_json *);

/* An object that grows; a value that could not be put in shows at the end. */
struct pl_json_object {
	struct pl_json *at;
	bool failed;
};

void pl_json_begin(struct pl_json_object *);
void pl_json_put_text(struct pl_json_object *, const char *key,
    const char *text);
void pl_json_put_number(struct pl_json_object *, const char *key, double);

/* A member that is a list of one object, which is taken over. */
void pl_json_put_list(struct pl_json_object *, const char *key,
    struct pl_json_object *);

/* Its text, members in the order in which they were put, numbers with as many
 * digits as they need; the object is gone.  The caller frees. */
enum pl_err pl_json_print(struct pl_json_object *, char **text) PL_MUST;

#endif
