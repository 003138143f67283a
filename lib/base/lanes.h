/*
 * lanes.h - the one word for "the turns of this loop do not depend on each
 * other", written before a loop over lanes so that it becomes vectors
 *
 * It asks for nothing that changes a bit: no sum is put in another order.
 */
#ifndef PL_BASE_LANES_H
#define PL_BASE_LANES_H

#ifdef __OPTIMIZE__
#define LANES _Pragma("omp simd")
#else
#define LANES			/* compilers warn where they cannot */
#endif

#endif
