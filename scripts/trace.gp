# trace.gp - lean, height and moment over time, candidates shaded
#
# gnuplot -c trace.gp STREAM.csv PICTURE [FROM_S [TO_S]]
# STREAM is the sample stream.  The moment has its band, one standard deviation
# to either side; without plumb-load the height is that of the sensor, and there
# is no moment.

NAME = "trace"
HERE = ARG0[1:strlen(ARG0) - strlen("trace.gp")]
WIDE = 1
PICTURE = ARG2
array ASKED[3] = [ARG1, ARG3, ARG4]
TALL = 470
load HERE."style.gp"

LEFT = 90; RIGHT = 1262; TOP = 2; BOTTOM = H - 74
if (TO <= FROM) { TO = FROM + 1 }
array TITLE[3] = ["Trunk lean (deg)", (BAR ? "Bar" : "Sensor")." height (m)", \
	LEVEL." moment (N·m)".(FOUND[3] ? ", ± SD" : "")]
array COLOUR[3] = [BLUE, GREEN, RED]
panels = 0
do for [p = 1:3] { panels = panels + (FOUND[p] > 0) }
if (panels == 0) {
	WHY = "nothing to draw: lean_deg is empty throughout"
	load HERE."empty.gp"
	exit gnuplot
}
set multiplot
eval x_title("Time in the recording (s)")
set xrange [FROM:TO]
set xtics format ""
array SHADES[3] = [SHADE, SHADE_SHORT, SHADE_OTHER]
do for [k = 1:CANDS] {
	if (ENDED[k] < FROM || BEGAN[k] > TO) { continue }
	colour = SHADES[KIND[k]]
	set object k rectangle from first BEGAN[k], graph 0 to first ENDED[k], \
		graph 1 behind fillstyle solid noborder fillcolor rgb colour
}
n = 0
do for [p = 1:3] {
	if (FOUND[p] == 0) { continue }
	n = n + 1
	eval panel(n, panels, TITLE[p])
	if (n == panels) { set xtics format "%g" }
	# numbers of the reps stand in the first panel's line, but not on its name
	if (n == 1) {
		last = LEFT + PX * 0.62 * strlen(TITLE[p])
		do for [k = 1:CANDS] {
			middle = (BEGAN[k] + ENDED[k]) / 2
			x = LEFT + (middle - FROM) / (TO - FROM) * (RIGHT - LEFT)
			half = 0.32 * PX * strlen(REP[k])
			wide = (ENDED[k] - BEGAN[k]) / (TO - FROM) * \
				(RIGHT - LEFT)
			if (REP[k] eq "" || wide < 2 * half + 2 || \
				x - half < last || x > RIGHT) { continue }
			set label 1000 + k REP[k] at screen X(x), \
				screen Y(TOP + 0.75 * PX) center noenhanced
		}
	}
	spare = 0.05 * (HIGH[p] - LOW[p])
	set yrange [LOW[p] - spare:HIGH[p] + spare]
	set ytics step(HIGH[p] - LOW[p], 3)
	plot for [i = 1:p == 3] $LINES index 2 using 1:3:4 with filledcurves \
		fillcolor rgb RED fillstyle transparent solid 0.25 noborder, \
		$LINES index p - 1 using 1:2 with lines lw 1.8 lc rgb COLOUR[p]
	if (n == 1) { do for [k = 1:CANDS] { unset label 1000 + k } }
	unset label 901
}
unset multiplot
