#include "words.h"

#include <string.h>

enum {
	ACC = PL_WORD_ACC, GYR = PL_WORD_GYR, TIME = PL_WORD_TIME,
	OTHER = PL_WORD_OTHER, SPEED = PL_WORD_SPEED, FREE = PL_WORD_FREE,
	GRAVITY = PL_WORD_GRAVITY, NOISE = PL_WORD_NOISE
};

/* What words mean; a star stands for any end.  The first row that has it. */
static const struct { unsigned is; const char *words; } meaning[] = {
	{ ACC, "acc accel acceleration accelerometer beschleunigung" },
	{ GYR, "gyr gyro gyroscope rotation angular omega drehrate" },
	{ TIME, "time timestamp t epoch epoc elapsed millis micros zeit temps "
	    "tempo tiempo tijd" },
	{ FREE, "lin linea* lin\xc3\xa9* line\xc3\xa1* liniow* linj* user "
	    "free without ohne sans sin senza zonder" },
	{ GRAVITY, "grav gravit*" },
	{ SPEED, "velocity speed" },
	{ OTHER, "mag magn magnet* quat* euler orientation attitude mat vector "
	    "roll pitch yaw dq dv iq iv temp* pressure baro* battery emg ecg "
	    "gsr status clip* absolute abs total tgf position location* "
	    "heading altitude altimeter pedometer joints angle" },
	{ NOISE, "axis sensor cal raw uncal* ln wr low high unix rate motion "
	    "noraxon myomotion segments imu with including g data value" },
};

/* What stands before an x, y or z in one word: ax, accX, gFx. */
static const struct { unsigned is; const char *words; } stem[] = {
	{ ACC, "a acc accel acceleration gf" },
	{ ACC | FREE, "linacc freeacc" },
	{ GYR, "g gyr gyro w" },
	{ OTHER, "m mag b q" },
};

/* Words that are a unit, too. */
static const struct { const char *suffix, *word; } united[] = {
	{ "_g", "gf" }, { "_ms", "millis" }, { "_us", "micros" },
};

/* Units, as fold() leaves them.  "rps" is none: to some it is radians, to
 * others revolutions. */
static const struct { const char *suffix, *words; } unit[] = {
	{ "_s", "s sec secs second seconds" },
	{ "_ms", "ms msec millisec milliseconds" },
	{ "_us", "us usec microsec microseconds" },
	{ "_ns", "ns nsec nanosec nanoseconds" },
	{ "_g", "g" },
	{ "_mg", "mg" },
	{ "_m_s2", "m/s2 m/s/s mps2 ms-2 ms2" },
	{ "_cm_s2", "cm/s2 cm/s/s gal" },
	{ "_mm_s2", "mm/s2 mm/s/s" },
	{ "_rad_s", "rad/s" },
	{ "_deg_s", "deg/s d/s dps" },
	{ "_mdeg_s", "mdeg/s mdps" },
	{ "", "ut microt gauss deg rad m m/s v mv pa hpa kpa % lsb counts "
	    "no_units rad/s2 deg/s2" },
};

/* What is as surely a unit, and none of those. */
static const char odd_time[] = "min mins minute minutes h hr hrs hour hours d "
    "day days frame frames sample samples tick ticks";
static const char odd_turn[] = "rps rpm";

#define COUNT(a) (sizeof (a) / sizeof *(a))

char
pl_words_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
pl_words_letter(char c)
{
	c = pl_words_lower(c);
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

bool
pl_words_in(const char *text, size_t n, const char *list)
{
	size_t i;

	while (*list) {
		for (i = 0; i < n && pl_words_lower(text[i]) == list[i]; i++)
			;
		if (n && (list[i] == '*' || (i == n && (!list[i] ||
		    list[i] == ' '))))
			return true;
		list += strcspn(list, " ");
		list += strspn(list, " ");
	}
	return false;
}

/* Drop what units may or may not have, and the signs for 2, degree and micro
 * in Latin-1 and UTF-8 alike. */
static void
fold(char to[16], const char *p, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n && k < 12; i++)
		switch ((unsigned char)p[i]) {
		case ' ': case '^': case '(': case ')': case '*':
		case 0xc2: case 0xce: case 0xb7:
			break;
		case 0xb2:
			to[k++] = '2';
			break;
		case 0xb5: case 0xbc:
			to[k++] = 'u';
			break;
		case 0xb0:
			memcpy(to + k, "deg", 3);
			k += 3;
			break;
		default:
			to[k++] = pl_words_lower(p[i]);
		}
	to[i < n ? 0 : k] = '\0';
}

const char *
pl_words_unit(const char *text, size_t n)
{
	char folded[16];
	size_t i;

	fold(folded, text, n);
	for (i = 0; i < COUNT(unit); i++)
		if (pl_words_in(folded, strlen(folded), unit[i].words))
			return unit[i].suffix;
	return NULL;
}

char
pl_words_odd(const char *text, size_t n)
{
	size_t i;

	if (pl_words_in(text, n, odd_time))
		return 't';
	if (pl_words_in(text, n, odd_turn))
		return 'w';
	for (i = 0; i < n; i++)
		if (strchr("/^\xb2", text[i]))
			return '?';
	return 0;
}

/* The meaning of a whole word, or of all but its axis. */
static unsigned
look_up(const char *text, size_t n, bool axis, const char **suffix)
{
	size_t i;

	for (i = 0; i < COUNT(united); i++)
		if (pl_words_in(text, n, united[i].word))
			*suffix = united[i].suffix;
	for (i = 0; !axis && i < COUNT(meaning); i++)
		if (pl_words_in(text, n, meaning[i].words))
			return meaning[i].is;
	for (i = 0; axis && i < COUNT(stem); i++)
		if (pl_words_in(text, n, stem[i].words))
			return stem[i].is;
	return 0;
}

unsigned
pl_words_mean(const char *text, size_t n, char *axis, const char **suffix)
{
	char last = n ? pl_words_lower(text[n - 1]) : 0;
	unsigned is;

	if (last < 'x' || last > 'z')
		last = 0;
	if (n == 1 && last) {
		*axis = last;
		return NOISE;
	}
	is = look_up(text, n, false, suffix);
	if (is || !last)
		return is;
	is = look_up(text, n - 1, true, suffix);
	if (is)
		*axis = last;
	return is;
}

char
pl_words_measure(const char *suffix)
{
	return strstr(suffix, "g_s") || strstr(suffix, "d_s") ? 'w' :
	    strstr(suffix, "m_s2") || strcmp(suffix, "_g") == 0 ||
	    strcmp(suffix, "_mg") == 0 ? 'a' : *suffix ? 't' : 0;
}

const char *
pl_words_known(char measure)
{
	return measure == 'a' ? "m/s^2, cm/s^2, mm/s^2, g, mg" :
	    measure == 'w' ? "rad/s, deg/s, mdeg/s" : "s, ms, us, ns";
}
