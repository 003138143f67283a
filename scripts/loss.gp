# loss.gp - velocity loss and greatest lean over the reps of a set
#
# gnuplot -c loss.gp REPS.csv PICTURE [SETS.csv]
# REPS is the rep table, SETS the set table (plumb-sets), which knows at which
# rep posture breaks.  A thin line: the median lean of a set's first three.
# Repetitions that are not whole are hollow.  Of a sensor that is not on the trunk
# there is no lean.

NAME = "loss"
HERE = ARG0[1:strlen(ARG0) - strlen("loss.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[2] = [ARG1, ARG3]
ALSO = "reps.awk"
load HERE."style.gp"

LEFT = 76; RIGHT = 622; TOP = 2; BOTTOM = H - 68
set multiplot
eval x_title(X_TITLE)
set xrange [0.3:X_TO]
set style line 1 lw 2 pt 7 ps (REPS > 60 ? 0.5 : 1) lc rgb BLUE
set style line 2 lw 2 pt 7 ps (REPS > 60 ? 0.5 : 1) lc rgb RED
do for [i = 1:BREAKS] {
	at = BREAK_AT[i]
	set arrow i from at, graph 0 to at, graph 1 nohead dt 2 lw 2 lc rgb BLACK
}
set xtics scale 0 ("" 1)
if (PANELS == 1) { set xtics noenhanced; eval TICKS }
set ytics step(WORST, 3)
set yrange [0:1.1 * WORST]
eval panel(1, PANELS, "Velocity loss (%)")
if (LOSSES > 0) { plot $REPS using 1:2 with linespoints ls 1 }
if (PANELS == 1) { exit gnuplot }
unset label 901
set xtics noenhanced
eval TICKS
set ytics step(HIGH - LOW, 3)
set yrange [LOW - 0.1 * (HIGH - LOW):HIGH + 0.1 * (HIGH - LOW)]
# what breaks late has room on its left, above the leans before
do for [i = 1:BREAKS] {
	if (BREAK_AT[i] > X_TO / 2) {
		set label 10 + i BREAK[i] at BREAK_AT[i], graph 0.93 right \
			offset -0.5, 0 font type(SMALL) front
	} else {
		set label 10 + i BREAK[i] at BREAK_AT[i], graph 0.07 left \
			offset 0.5, 0 font type(SMALL) front
	}
}
eval panel(2, 2, "Greatest lean (deg)".\
	(BASES ? "; line: median of the first 3" : ""))
if (LEANS > 0) {
	plot for [i = 1:BASES > 0] $BASES using 1:2:($3 - $1):(0) with vectors \
		nohead lw 1 lc rgb INK, \
		$REPS using 1:3 with lines ls 2, \
		$REPS using 1:3:($4 > 0 ? 7 : 6) with points ls 2 pt variable
}
unset multiplot
