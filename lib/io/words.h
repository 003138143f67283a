/*
 * words.h - the words of headers, and the units of columns
 *
 * What recorders call things, in the languages that phones speak.
 */
#ifndef PL_IO_WORDS_H
#define PL_IO_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum {
	PL_WORD_ACC = 1,
	PL_WORD_GYR = 2,
	PL_WORD_TIME = 4,
	PL_WORD_OTHER = 8,	/* of something else, whatever else it says */
	PL_WORD_SPEED = 16,	/* the same, but for angular velocity */
	PL_WORD_FREE = 32,	/* gravity was taken out */
	PL_WORD_GRAVITY = 64,
	PL_WORD_NOISE = 128	/* says nothing, and is nobody's name */
};

/* What n bytes mean, in any case; 0: nothing.  An axis in them ("x", "accX")
 * goes to *axis, a unit ("gFx") to *suffix, if there is one. */
unsigned pl_words_mean(const char *text, size_t n, char *axis,
    const char **suffix);

/* The suffix of unit.h for n bytes of a unit ("m/(s^2)", "mG"); "" for one that
 * no wanted column has (uT, hPa); NULL if it is none that is known. */
const char *pl_words_unit(const char *text, size_t n);

/* What n bytes at the end of a header measure that are a unit, but none that
 * is known: 't', 'w', or '?' for what looks like one; 0: no unit. */
char pl_words_odd(const char *text, size_t n);

/* The units that are known of what a suffix measures (below), for a message. */
const char *pl_words_known(char measure);

/* What a suffix measures: 't' time, 'a' acceleration, 'w' turning; 0: none. */
char pl_words_measure(const char *suffix);

/* Are n bytes one of the words of a list, which are in lower case and stand
 * apart by blanks?  A star in one stands for any end. */
bool pl_words_in(const char *text, size_t n, const char *list);

char pl_words_lower(char);

/* A letter, a digit, or a byte of one beyond ASCII. */
bool pl_words_letter(char);

#endif
