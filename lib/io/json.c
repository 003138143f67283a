#include "json.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/mem.h"

/* jansson may have been told of other memory than free() gives back. */
static void
release(char *text)
{
	json_malloc_t get;
	json_free_t put;

	json_get_alloc_funcs(&get, &put);
	put(text);
}

static json_t *
node(const struct pl_json *j)
{
	return (json_t *)j;
}

const char *
pl_json_version(void)
{
	return "jansson-" JANSSON_VERSION;
}

enum pl_err
pl_json_parse(struct pl_json **j, const char *bytes, size_t n,
    struct pl_fault *f)
{
	json_error_t e;
	enum pl_err err;

	*j = (struct pl_json *)json_loadb(bytes, n, JSON_REJECT_DUPLICATES,
	    &e);
	if (*j)
		return PL_OK;
	/* without a word it was memory */
	if (!*e.text || json_error_code(&e) == json_error_out_of_memory)
		return PL_ENOMEM;
	err = json_error_code(&e) == json_error_premature_end_of_input ?
	    PL_ECUT : PL_EFORMAT;
	return pl_fault_set(f, err, e.line > 0 ? (size_t)e.line : 0, NULL, NULL,
	    "%s: %.120s", err == PL_ECUT ? "JSON that is cut short" :
	    "no JSON", e.text);
}

void
pl_json_free(struct pl_json *j)
{
	json_decref(node(j));
}

const struct pl_json *
pl_json_get(const struct pl_json *j, const char *key)
{
	return (const struct pl_json *)json_object_get(node(j), key);
}

const struct pl_json *
pl_json_at(const struct pl_json *j, size_t i)
{
	return (const struct pl_json *)json_array_get(node(j), i);
}

size_t
pl_json_length(const struct pl_json *j)
{
	return json_array_size(node(j));
}

bool
pl_json_number(const struct pl_json *j, double *x)
{
	if (!json_is_number(node(j)))
		return false;
	*x = json_number_value(node(j));
	return true;
}

const char *
pl_json_text(const struct pl_json *j)
{
	return json_string_value(node(j));
}

void
pl_json_begin(struct pl_json_object *o)
{
	o->at = (struct pl_json *)json_object();
	o->failed = !o->at;
}

/* The value is taken over, whatever comes of it; NULL is a failure. */
static void
put(struct pl_json_object *o, const char *key, json_t *value)
{
	if (json_object_set_new(node(o->at), key, value) != 0)
		o->failed = true;
}

void
pl_json_put_text(struct pl_json_object *o, const char *key, const char *text)
{
	put(o, key, json_string(text));
}

void
pl_json_put_number(struct pl_json_object *o, const char *key, double x)
{
	put(o, key, x == floor(x) && fabs(x) < 1e15 ?
	    json_integer((json_int_t)x) : json_real(x));
}

void
pl_json_put_list(struct pl_json_object *o, const char *key,
    struct pl_json_object *one)
{
	json_t *list = json_array();

	if (json_array_append_new(list, node(one->at)) != 0)
		o->failed = true;
	o->failed = o->failed || one->failed;
	put(o, key, list);
	one->at = NULL;
}

/* Digits that the numbers of an object need to be read back to the bit. */
static int
digits_of(json_t *object)
{
	const char *key;
	json_t *value;
	char text[40];
	int most = 1;

	json_object_foreach(object, key, value)
		for (; json_is_real(value) && most < 17; most++) {
			snprintf(text, sizeof text, "%.*g", most,
			    json_real_value(value));
			if (strtod(text, NULL) == json_real_value(value))
				break;
		}
	return most;
}

enum pl_err
pl_json_print(struct pl_json_object *o, char **text)
{
	json_t *j = node(o->at);
	char *made = o->failed ? NULL : json_dumps(j, JSON_INDENT(2) |
	    JSON_REAL_PRECISION(digits_of(j)));
	size_t n = made ? strlen(made) : 0;

	*text = made ? malloc(n + 2) : NULL;
	if (*text) {
		memcpy(*text, made, n);
		memcpy(*text + n, "\n", 2);
	}
	if (made)
		release(made);
	json_decref(j);
	*o = (struct pl_json_object){ 0 };
	return *text ? PL_OK : PL_ENOMEM;
}
