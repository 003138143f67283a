# orient.awk - the stream of a trunk that bows by 40 deg and turns by 90 deg
# to the right; in trunk axes with -v trunk=1, else in a sensor's x right,
# y down, z forwards
BEGIN {
	OFS = ","
	pi = atan2(0, -1)
	print trunk ? "t_s,acc_fwd_m_s2,acc_up_m_s2,acc_right_m_s2," \
	    "gyr_fwd_rad_s,gyr_up_rad_s,gyr_right_rad_s,align_sd_deg" : \
	    "t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s," \
	    "gyr_z_rad_s"
	for (i = 0; i < 1000; i++) {
		t = i / 100
		lean = bend(t)
		# rates are means over the interval that ends at t
		pitch = (lean - bend(t - 0.01)) * 100
		turn = t > 3 && t <= 7 ? pi / 8 : 0
		mid = bend(t - 0.005)
		f = -9.81 * sin(lean)
		u = 9.81 * cos(lean)
		wf = turn * sin(mid)
		wu = -turn * cos(mid)
		if (trunk)
			print t, f, u, 0, wf, wu, -pitch, 2
		else
			print t, 0, -u, f, -pitch, -wu, wf
	}
}

function bend(t) {
	return t < 3 || t > 7 ? 0 : pi / 9 * (1 - cos(pi / 2 * (t - 3)))
}
