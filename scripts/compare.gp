# compare.gp - differences between two sets of reps, their intervals, verdicts
#
# gnuplot -c compare.gp COMPARISON.csv PICTURE [COLUMN,... [GROUP]]
# COMPARISON is the table of plumb-compare.  Up to nine COLUMNs, left out the
# usual ones; GROUP is a test_group of it, left out the first.

NAME = "compare"
HERE = ARG0[1:strlen(ARG0) - strlen("compare.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[3] = [ARG1, ARG3, ARG4]
load HERE."style.gp"

LEFT = 190; RIGHT = 480; TOP = 8; BOTTOM = H - 68
eval margins(LEFT, RIGHT, TOP, BOTTOM)
eval x_title(TEXT)
SIZE = SIZE > 0 ? 1.1 * SIZE : 1
set xrange [-SIZE:SIZE]
set xtics step(SIZE, 2.5)
set yrange [0.4:ROWS_N + 0.6]
set border 1
unset ytics
set grid noytics xtics lc rgb PALE lw 0.6 lt 1
set arrow 1 from 0, graph 0 to 0, graph 1 nohead lw 1.5 lc rgb INK back
array COLOUR[3] = [0xD55E00, 0x009E73, 0x777777]
array POINT[3] = [7, 5, 6]
set bars 0
line = SMALL * 1.2 * (ROWS_N + 0.2) / (BOTTOM - TOP + 0.0)	# in rows
TWO_LINES = line * 2 < 1
plot $ROWS using 2:1:3:4:(COLOUR[int($5)]) with xerrorbars pt -1 lw 3 \
	lc rgb variable, \
	$ROWS using 2:1:(POINT[int($5)]):(COLOUR[int($5)]) with points \
	pt variable ps 1.3 lw 2 lc rgb variable, \
	$ROWS using (-SIZE):1:6 with labels right offset -1, 0 noenhanced \
	textcolor rgb BLACK, \
	$ROWS using (SIZE):($1 + (TWO_LINES ? 0.46 * line : 0)):7:\
	(COLOUR[int($5)]) with labels left offset 1, 0 noenhanced \
	textcolor rgb variable, \
	for [i = 1:TWO_LINES] $ROWS using (SIZE):($1 - 0.46 * line):8 \
	with labels left offset 1, 0 noenhanced font type(SMALL) \
	textcolor rgb INK
