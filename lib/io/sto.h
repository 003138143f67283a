/*
 * sto.h - orientations as OpenSense of OpenSim reads them: .sto of quaternions
 *
 * Form.    Lines "key=value" up to "endheader"; then names between tabs, "time"
 * first, and rows of cells "w,x,y,z".  A column is called BODY_imu after the
 * body of the model that carries the sensor: a body has one.
 *
 *	DataRate=104.17
 *	DataType=Quaternion
 *	version=3
 *	Start=, Software=, Filters=	ours: instant of the first row, origin
 *	endheader
 *	time	torso_imu	pelvis_imu
 *	0	1,0,0,0	0.7,0.7,0,0
 *
 * Frame.   As ours: q takes a vector from the axes of the sensor to the earth,
 * z up, scalar first.  OpenSim's ground has y up, which its users say as
 * sensor_to_opensim_rotations -pi/2 0 0.
 *
 * Sources. opensim-core, test files imuOrientations.sto (OpenSim 4.1) and
 * myComplexTasksTrial_orientations.sto (4.2).
 */
#ifndef PL_IO_STO_H
#define PL_IO_STO_H

#include <stdio.h>

#include "../base/origin.h"
#include "../base/table.h"

enum { PL_STO_WORD = 40 };	/* bytes for the prefix of a sensor */

/* The word of a sensor's columns, with its underscore, for a column of n
 * bytes: "pelvis_imu" gives "sacrum_", "torso_imu" gives "". */
void pl_sto_prefix(const char *column, size_t n, char to[PL_STO_WORD]);

/* What else is wanted. */
struct pl_sto_wish {
	const char *bodies;	/* "torso" or "torso,t12=lumbar1", or NULL */
	const struct pl_origin *origin;	/* or NULL */
};

/*
 * Write all quaternions of a table.  Rows at which one is missing are left
 * out, and counted.  PL_ECOLUMN: none in it, or a list that names another;
 * PL_EFORMAT: two sensors on one body, a name that can be none; PL_ESTATE: all
 * are missing; of pl_table_rate; PL_EIO.
 */
enum pl_err pl_sto_write(const struct pl_table *, const struct pl_sto_wish *,
    FILE *, size_t *left_out, struct pl_fault *) PL_MUST;

#endif
