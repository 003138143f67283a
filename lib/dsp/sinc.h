/*
 * sinc.h - between even samples, without images
 *
 * Samples of a band-limited signal determine it everywhere: a sinc on each,
 * added.  Here the sinc ends after 8 samples on either side, under the window
 * (1 - (u / 8)^2)^3, and its weights add to 1, so that a constant stays one.
 * At the samples themselves it gives them back.
 *
 *	tone, of the samples' rate	0.1	0.2	0.3	0.36	0.4
 *	amplitude			1.00	1.00	1.00	1.00	0.98
 *	images and all else, dB		-83	-78	-59	-46	-36
 *	by straight lines, dB		-32	-20	-12	-8	-6
 *
 * Source.  Whittaker's cardinal series: Oppenheim & Schafer, Discrete-Time
 * Signal Processing.  The figures: tests/resample.c, at twice the rate.
 */
#ifndef PL_DSP_SINC_H
#define PL_DSP_SINC_H

enum { PL_SINC_HALF = 8 };

/* The weights at 0 < w < 1 after sample 7 of the 16 from -7 to 8. */
void pl_sinc_weights(double w, double weight[2 * PL_SINC_HALF]);

#endif
