#include "sound.h"
#include <sndfile.h>
#include <string.h>
const char *pl_sound_version(void) { return sf_version_string(); }
int pl_sound_form(const char *e) { return !strcmp(e, "wav") || !strcmp(e, "flac") || !strcmp(e, "caf") || !strcmp(e, "w64"); }
enum pl_err pl_sound_write(const struct pl_table *t, const char *path, const char *e, struct pl_fault *f) { (void)t; (void)path; (void)e; return pl_fault_set(f, PL_EIO, 0, NULL, NULL, "not yet"); }
