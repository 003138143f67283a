# path.gp - trunk lean against the height of the bar, reps laid over another
#
# gnuplot -c path.gp STREAM.csv PICTURE
# STREAM is the sample stream; without plumb-load the height is the sensor's.
# Arrows say which way the last rep goes.

NAME = "path"
HERE = ARG0[1:strlen(ARG0) - strlen("path.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[1] = [ARG1]
ALSO = "curves.awk"
load HERE."style.gp"

LEFT = 100; RIGHT = 622; TOP = 36; BOTTOM = H - 68
eval margins(LEFT, RIGHT, TOP, BOTTOM)
eval x_title("Trunk lean (deg)")
eval y_title((BAR ? "Bar" : "Sensor")." height (m)")
load HERE."ramp.gp"
set grid xtics ytics lc rgb PALE lw 0.6 lt 1
set ytics step(Y_SPAN, 5)
set offsets graph 0.03, graph 0.03, graph 0.04, graph 0.04
colour(shade) = shade < 0 ? 0xE69F00 : shade_of(shade)
plot $CURVES using 1:($3 >= 0 ? $2 : NaN):(colour($3)) with lines lw 1.8 \
	lc rgb variable, \
	for [i = 1:strlen(OTHERS) > 0] $CURVES using 1:($3 < 0 ? $2 : NaN) \
	with lines dt 2 lw 2.5 lc rgb ORANGE, \
	for [i = 1:POINTED > 0] $ARROWS using 1:2:3:4 with vectors filled head \
	size screen 0.024,22 fixed lw 2 lc rgb BLACK
