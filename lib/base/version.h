/*
 * version.h - which Plumbline this is
 */
#ifndef PL_BASE_VERSION_H
#define PL_BASE_VERSION_H

#define PL_VERSION "0.1.0"
#define PL_SCHEMA "1"		/* changes when a column changes its meaning */

#endif
