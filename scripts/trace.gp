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
	WHY = "nothing to draw: lean and height are empty throughout"
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
# numbers of the reps, where boxes are wide enough, stand in the line of the
# first panel's name, or above it where the name is in the way
place(t) = LEFT + (t - FROM) / (TO - FROM) * (RIGHT - LEFT)
named = FOUND[1] ? TITLE[1] : FOUND[2] ? TITLE[2] : TITLE[3]
NUMBERS = 0
line = TOP
do for [k = 1:CANDS] {
	x = place((BEGAN[k] + ENDED[k]) / 2)
	half = 0.32 * PX * strlen(REP[k])
	if (REP[k] eq "" || x < LEFT || x > RIGHT || \
		place(ENDED[k]) - place(BEGAN[k]) < 2 * half + 2) { continue }
	NUMBERS = NUMBERS + 1
	set label 1000 + NUMBERS REP[k] at screen X(x), \
		screen Y(line + 0.75 * PX) center noenhanced
	if (x - half < LEFT + PX * 0.62 * strlen(named)) { TOP = line + 1.2 * PX }
}
n = 0
do for [p = 1:3] {
	if (FOUND[p] == 0) { continue }
	n = n + 1
	eval panel(n, panels, TITLE[p])
	if (n == panels) { set xtics format "%g" }
	spare = 0.05 * (HIGH[p] - LOW[p])
	set yrange [LOW[p] - spare:HIGH[p] + spare]
	set ytics step(HIGH[p] - LOW[p], 3)
	plot for [i = 1:p == 3] $LINES index 2 using 1:3:4 with filledcurves \
		fillcolor rgb RED fillstyle transparent solid 0.25 noborder, \
		$LINES index p - 1 using 1:2 with lines lw 1.8 lc rgb COLOUR[p]
	if (n == 1) { do for [k = 1:NUMBERS] { unset label 1000 + k } }
	unset label 901
}
unset multiplot
