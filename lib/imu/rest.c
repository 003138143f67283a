#include "rest.h"

#include <math.h>
#include <stdlib.h>

#include "../base/mem.h"
#include "../base/num.h"
#include "../base/trig.h"
#include "../dsp/stat.h"

#define WINDOW_S 0.5
#define FORCE_SD 0.25			/* m/s^2 */
#define FORCE_OFF 0.25			/* m/s^2 */
#define RATE_SD (1.5 * PL_DEG)		/* rad/s */
#define RATE_OFF (2.5 * PL_DEG)		/* rad/s */

/* Running moments of the four signals that are judged: |f| and three rates. */
struct moments {
	size_t w, n;		/* samples in a window, windows */
	double *mean[4], *sd[4], *scratch;
	int signals;
};

static void
moments_free(struct moments *m)
{
	int i;

	for (i = 0; i < 4; i++) {
		free(m->mean[i]);
		free(m->sd[i]);
	}
	free(m->scratch);
}

static enum pl_err
moments_make(struct moments *m, const double *const acc[3],
    const double *const gyr[3], size_t n)
{
	enum pl_err err = PL_OK;
	size_t j;
	int i;

	m->scratch = pl_mem_array(n, sizeof(double));
	for (i = 0; i < m->signals; i++) {
		m->mean[i] = pl_mem_array(n, sizeof(double));
		m->sd[i] = pl_mem_array(n, sizeof(double));
		if (!m->mean[i] || !m->sd[i] || !m->scratch)
			return PL_ENOMEM;
	}
	for (j = 0; j < n; j++)
		m->scratch[j] = sqrt(acc[0][j] * acc[0][j] +
		    acc[1][j] * acc[1][j] + acc[2][j] * acc[2][j]);
	err = pl_stat_running(m->scratch, n, m->w, m->mean[0], m->sd[0]);
	for (i = 1; i < m->signals && !err; i++)
		err = pl_stat_running(gyr[i - 1], n, m->w, m->mean[i],
		    m->sd[i]);
	return err;
}

/* Does the window from j vary as little as rest does? */
static int
steady(const struct moments *m, size_t j)
{
	double v = 0;
	int i;

	for (i = 1; i < m->signals; i++)
		v += m->sd[i][j] * m->sd[i][j];
	return m->sd[0][j] < FORCE_SD && v < RATE_SD * RATE_SD;
}

/* Median over the steady windows of signal i; missing if there are none. */
static double
at_rest(struct moments *m, int i)
{
	size_t j, k = 0;

	for (j = 0; j < m->n; j++)
		if (steady(m, j))
			m->scratch[k++] = m->mean[i][j];
	return pl_stat_median(m->scratch, k);
}

static void
flag(struct moments *m, unsigned char *rest)
{
	double level[4] = { 0 };
	size_t j, k, done = 0;
	int i;

	for (i = 0; i < m->signals; i++)
		level[i] = at_rest(m, i);
	for (j = 0; j < m->n; j++) {
		double v = 0;

		if (!steady(m, j) ||
		    !(fabs(m->mean[0][j] - level[0]) < FORCE_OFF))
			continue;
		for (i = 1; i < m->signals; i++)
			v += (m->mean[i][j] - level[i]) *
			    (m->mean[i][j] - level[i]);
		if (!(v < RATE_OFF * RATE_OFF))
			continue;
		for (k = done > j ? done : j; k < j + m->w; k++)
			rest[k] = 1;
		done = j + m->w;
	}
}

enum pl_err
pl_rest_find(const double *const acc[3], const double *const gyr[3], size_t n,
    double rate_hz, unsigned char *rest)
{
	struct moments m = { 0 };
	enum pl_err err;
	size_t j;

	m.w = (size_t)(WINDOW_S * rate_hz + 0.5);
	if (m.w < 3)
		m.w = 3;
	m.signals = gyr ? 4 : 1;
	if (n >= m.w)
		m.n = n - m.w + 1;
	err = m.n ? moments_make(&m, acc, gyr, n) : PL_OK;
	for (j = 0; !err && j < n; j++)
		rest[j] = 0;
	if (!err && m.n)
		flag(&m, rest);
	moments_free(&m);
	return err;
}

int
pl_rest_next(const unsigned char *rest, size_t n, size_t from,
    struct pl_span *s)
{
	while (from < n && !rest[from])
		from++;
	s->from = from;
	while (from < n && rest[from])
		from++;
	s->to = from;
	return s->to > s->from;
}
