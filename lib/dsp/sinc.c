#include "sinc.h"

void
pl_sinc_weights(double w, double weight[2 * PL_SINC_HALF])
{
	double sum = 0;
	int i;

	/* sin(pi (w - p)) is sin(pi w) but for its sign, and so falls out of
	 * weights that add to 1 */
	for (i = 0; i < 2 * PL_SINC_HALF; i++) {
		double u = w - (i - PL_SINC_HALF + 1);
		double v = 1 - u * u / (PL_SINC_HALF * PL_SINC_HALF);

		weight[i] = (i & 1 ? 1 : -1) * v * v * v / u;
		sum += weight[i];
	}
	for (i = 0; i < 2 * PL_SINC_HALF; i++)
		weight[i] /= sum;
}
