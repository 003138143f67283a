# dose.gp - peak and impulse of each session of the last 28 days, and sums
#
# gnuplot -c dose.gp DOSE.csv PICTURE [LEVEL]
# DOSE is the table of plumb-dose, of one history; LEVEL that of a column
# moment_LEVEL_peak_max_nm, t7t8 or what there is.  The last session ends them.

NAME = "dose"
HERE = ARG0[1:strlen(ARG0) - strlen("dose.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[2] = [ARG1, ARG3]
load HERE."style.gp"

LEFT = 76; RIGHT = 622; TOP = 2; BOTTOM = H - 68
set multiplot
eval x_title("Days before the last session, ".LATEST)
set xrange [-28.5:1]
set style fill solid noborder
set boxwidth 0.6
array TITLE[3] = ["Greatest ".LEVEL." moment (N·m)", \
	"Impulse of each session (kN·m·s)".(UNTOLD ? ", ×: not known" : ""), \
	"Impulse of 28 days, dashed: 7 days (kN·m·s)"]
do for [p = 1:3] {
	most = MOST[p] > 0 ? MOST[p] : 1
	eval panel(p, 3, TITLE[p])
	set yrange [0:1.12 * most]
	set ytics step(most, 2)
	if (p == 1) {
		set xtics -28, 7, 0 format ""
		plot $DOSE using 1:(0):(0):2 with vectors nohead lw 3 lc rgb RED, \
			$DOSE using 1:2 with points pt 7 ps 0.9 lc rgb RED
		unset label 901
	}
	if (p == 2) {
		plot $DOSE using 1:3 with boxes lc rgb BLUE, \
			for [i = 1:UNTOLD > 0] $DOSE using \
			($6 > 0 ? $1 : NaN):(0.06 * most) with points pt 2 ps 1 \
			lw 2 lc rgb INK
	}
	if (p == 3) {
		set xtics format "%.0f"
		plot $DOSE using 1:5 with linespoints lw 2 pt 7 ps 0.6 \
			lc rgb GREEN, \
			$DOSE using 1:4 with linespoints dt 2 lw 2 pt 6 ps 0.8 \
			lc rgb GREEN
	}
}
unset multiplot
