# tempo.gp - descent, pause and ascent of each rep against what was asked for
#
# gnuplot -c tempo.gp REPS.csv PICTURE [ECC-BOTTOM-CON-TOP]
# REPS is the rep table; the tempo that was asked for, a line, is that of
# plumb-reps --tempo, or the third argument, as 3-1-X-0.  Repetitions that are
# not whole are pale.

NAME = "tempo"
HERE = ARG0[1:strlen(ARG0) - strlen("tempo.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[2] = [ARG1, ARG3]
ALSO = "reps.awk"
load HERE."style.gp"

LEFT = 76; RIGHT = 630; TOP = 62; BOTTOM = H - 68
GAP = 26
across = (RIGHT - LEFT - 2 * GAP) / 3.0
array TITLE[3] = ["Descent", "Pause", "Ascent"]
array COLOUR[3] = [0x0072B2, 0x009E73, 0xE69F00]
set multiplot
eval x_title(X_TITLE)
eval y_title("Duration (s)")
set xrange [0.3:X_TO]
set yrange [0:MOST > 0 ? 1.08 * MOST : 1]
set ytics step(MOST, 4)
set xtics scale 0 noenhanced
eval TICKS
set style fill solid noborder
set boxwidth 0.7
pale(c) = mix(c / 65536, 255, 0.6) * 65536 + \
	mix((c / 256) % 256, 255, 0.6) * 256 + mix(c % 256, 255, 0.6)
do for [p = 1:3] {
	l = LEFT + (p - 1) * (across + GAP)
	eval margins(l, l + across, TOP, BOTTOM)
	set label 1 TITLE[p] at screen X(l), screen Y(16) left textcolor rgb BLACK
	set label 2 ASK[p] at screen X(l), screen Y(42) left \
		textcolor rgb INK font type(SMALL)
	unset arrow
	if (WANTED[p] == WANTED[p]) {
		set arrow 1 from graph 0, first WANTED[p] to graph 1, \
			first WANTED[p] nohead dt 2 lw 2 lc rgb BLACK front
	}
	if (p == 2 && PAUSES == 0) {
		set label 3 "none" at graph 0.5, graph 0.05 center \
			textcolor rgb INK font type(SMALL)
	} else { unset label 3 }
	if (p == 2) { set ytics format ""; unset label 901; unset label 902 }
	plot $TEMPO using 1:p + 1:($5 > 0 ? COLOUR[p] : pale(COLOUR[p])) \
		with boxes lc rgb variable
}
unset multiplot
