#include "hips.h"

#include <math.h>
#include <stdlib.h>

#include "../../base/mem.h"
#include "../../base/trig.h"
#include "../../dsp/sos.h"

#define CUTOFF_HZ 4.0
#define RATE_S 0.03		/* a rate is over this, either way */

void
pl_hips_free(struct pl_hips *h)
{
	int c;

	for (c = 0; c < 3; c++) {
		free(h->up[c]);
		free(h->turn[c]);
	}
	free(h->vel);
	free(h->smooth);
	free(h->sensor_smooth);
	free(h->height);
	*h = (struct pl_hips){ 0 };
}

/* In a hole the trunk is taken to stay as it was. */
static void
take_up(struct pl_hips *h, const struct pl_vertical *v)
{
	double a, b, left;
	size_t i;

	for (i = 0; i < h->n; i++) {
		size_t from = v->hole[i] > 0 && i ? i - 1 : i;

		a = from == i ? v->across[0][i] : h->up[1][from];
		b = from == i ? v->across[1][i] : h->up[2][from];
		left = 1 - a * a - b * b;
		h->up[0][i] = left > 0 ? sqrt(left) : 0;
		h->up[1][i] = a;
		h->up[2][i] = b;
	}
}

static void
take_turn(struct pl_hips *h)
{
	size_t w = (size_t)(RATE_S * h->rate_hz + 0.5), i;
	int c;

	w = w ? w : 1;
	for (c = 0; c < 3; c++)
		for (i = 0; i < h->n; i++) {
			size_t a = i > w ? i - w : 0;
			size_t b = i + w < h->n ? i + w : h->n - 1;

			h->turn[c][i] = (h->up[c][b] - h->up[c][a]) *
			    h->rate_hz / (double)(b - a);
		}
}

/* The first across becomes the way in which the trunk leans most. */
static void
face_forward(struct pl_hips *h)
{
	double aa = 0, ab = 0, bb = 0, sum = 0, angle, s, c;
	size_t i;
	int k;

	for (i = 0; i < h->n; i++) {
		aa += h->turn[1][i] * h->turn[1][i];
		ab += h->turn[1][i] * h->turn[2][i];
		bb += h->turn[2][i] * h->turn[2][i];
	}
	angle = pl_atan2(2 * ab, aa - bb) / 2;
	s = pl_sin(angle);
	c = pl_cos(angle);
	/* who leans forward has up behind */
	for (i = 0; i < h->n; i++)
		sum += c * h->up[1][i] + s * h->up[2][i];
	if (sum > 0) {
		s = -s;
		c = -c;
	}
	for (k = 0; k < 2; k++) {
		double *x = k ? h->turn[1] : h->up[1];
		double *y = k ? h->turn[2] : h->up[2];

		for (i = 0; i < h->n; i++) {
			double was = x[i];

			x[i] = c * was + s * y[i];
			y[i] = c * y[i] - s * was;
		}
	}
}

enum pl_err
pl_hips_init(struct pl_hips *h, const struct pl_vertical *v, int trunk)
{
	enum pl_err err;
	int c;

	*h = (struct pl_hips){ .n = v->n, .rate_hz = v->rate_hz,
	    .sensor_vel = v->vel, .sensor_height = v->height };
	h->vel = pl_mem_array(v->n, sizeof(double));
	h->smooth = pl_mem_array(v->n, sizeof(double));
	h->height = pl_mem_array(v->n, sizeof(double));
	h->sensor_smooth = pl_mem_array(v->n, sizeof(double));
	err = h->sensor_smooth && h->vel && h->smooth && h->height ? PL_OK : PL_ENOMEM;
	for (c = 0; c < 3 && trunk && !err; c++) {
		h->up[c] = pl_mem_array(v->n, sizeof(double));
		h->turn[c] = pl_mem_array(v->n, sizeof(double));
		if (!h->up[c] || !h->turn[c])
			err = PL_ENOMEM;
	}
	if (!err && trunk) {
		take_up(h, v);
		take_turn(h);
		face_forward(h);
	}
	if (err)
		pl_hips_free(h);
	return err;
}

enum pl_err
pl_hips_move(struct pl_hips *h, const double arm[3])
{
	struct pl_sos low;
	size_t i;
	int c;

	for (i = 0; i < h->n; i++) {
		h->vel[i] = h->sensor_vel[i];
		h->height[i] = h->sensor_height[i];
		for (c = 0; c < 3 && h->up[c]; c++) {
			h->vel[i] -= arm[c] * h->turn[c][i];
			h->height[i] -= arm[c] * h->up[c][i];
		}
		h->smooth[i] = h->vel[i];
		h->sensor_smooth[i] = h->sensor_vel[i];
	}
	/* a slow clock has nothing above the cutoff */
	if (pl_sos_lowpass(&low, 2, CUTOFF_HZ, h->rate_hz))
		return PL_OK;
	return pl_sos_zerophase(&low, (double *[]){ h->smooth,
	    h->sensor_smooth }, 2, h->n);
}
