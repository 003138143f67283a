# load.gp - the moment within each repetition, laid over one another
#
# gnuplot -c load.gp STREAM.csv PICTURE [HIGH-BAR.csv [LEVEL]]
# STREAM is a sample stream with moments (plumb-load), HIGH-BAR the same with
# the bar on the back (plumb-load -B high-bar).  LEVEL is that of a column
# moment_LEVEL_nm; left out, t7t8 or what there is.  The lowest points of the
# reps lie on one another; a circle marks each one's peak.

NAME = "load"
HERE = ARG0[1:strlen(ARG0) - strlen("load.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[3] = [ARG1, ARG3, ARG4]
ALSO = "curves.awk"
load HERE."style.gp"

LEFT = 96; RIGHT = 622; TOP = 36; BOTTOM = H - 68
eval margins(LEFT, RIGHT, TOP, BOTTOM)
eval x_title("Time from the lowest point (s)")
eval y_title(LEVEL." moment (N·m)")
if (TWO) {
	eval sample(1, LEFT, ARGC > 4 ? ARG5 : "front", BLUE, 1)
	eval sample(2, LEFT + 140, \
		(ARGC > 5 ? ARG6 : "high-bar").", same movement", RED, 2)
} else {
	load HERE."ramp.gp"
}
set ytics step(Y_SPAN, 5)
set arrow 1 from 0, graph 0 to 0, graph 1 nohead lc rgb PALE lw 1 back
set offsets graph 0.02, graph 0.02, graph 0.06, 0
set yrange [*:*]
colour(shade) = TWO ? 0x0072B2 : shade < 0 ? 0xE69F00 : shade_of(shade)
plot for [i = 1:TWO] $OTHER using 1:2 with lines dt 2 lw 1.8 lc rgb RED, \
	$CURVES using 1:(TWO || $3 >= 0 ? $2 : NaN):(colour($3)) with lines \
	lw 1.8 lc rgb variable, \
	for [i = 1:!TWO && strlen(OTHERS) > 0] $CURVES using \
	1:($3 < 0 ? $2 : NaN) with lines dt 2 lw 2.5 lc rgb ORANGE, \
	$PEAKS using 1:2 with points pt 6 ps 0.9 lw 1.5 lc rgb BLACK
