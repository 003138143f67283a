# strip.gp - every candidate on the axis of time, and what it was taken for
#
# gnuplot -c strip.gp REPS.csv PICTURE [FROM_S [TO_S]]
# REPS is the rep table (plumb-reps).  Whole repetitions are numbered, and under
# them is why; what is none, or not whole, has a flag: class: reason.

NAME = "strip"
HERE = ARG0[1:strlen(ARG0) - strlen("strip.gp")]
WIDE = 1
PICTURE = ARG2
array ASKED[3] = [ARG1, ARG3, ARG4]
load HERE."style.gp"

LEFT = 90; RIGHT = 1262; TOP = 6; BOTTOM = H - 72
eval margins(LEFT, RIGHT, TOP, BOTTOM)
eval x_title("Time in the recording (s)")
set xrange [FROM:TO]
set yrange [0:BOTTOM - TOP]		# pixels
set border 1
unset ytics
unset grid
LOW = SETS > 1 ? 58 : 32		# of the boxes
HIGH = 54
lane(i) = LOW + HIGH + 28 * i - 8

array COLOUR[3] = [0x0072B2, 0xE69F00, 0xBBBBBB]
# what the colours are, beside the title of the axis
key = LEFT
do for [i = 1:3] {
	if (OF_KIND[i] == 0) { continue }
	colour = COLOUR[i]
	what = i == 1 ? "repetition".(strlen(USUALLY) ? ", ".USUALLY : "") : \
		i == 2 ? "not whole" : "none"
	set object i rectangle from screen X(key), screen Y(H - 25) \
		to screen X(key + 16), screen Y(H - 9) fillstyle solid \
		noborder fillcolor rgb colour
	set label i what at screen X(key + 22), screen Y(H - 0.75 * PX) left \
		noenhanced textcolor rgb INK font type(SMALL)
	key = key + 42 + SMALL * 0.6 * strlen(what)
}
# the title of the axis keeps off it: half of it is about 165 wide
if (key > (LEFT + RIGHT) / 2 - 165) {
	set label 901 at screen X(key + 165), screen Y(H - 0.75 * PX)
}
if (WITHOUT) {
	set label 4 sprintf("%d more labels have no room", WITHOUT) at screen \
		X(RIGHT), screen Y(H - 0.75 * PX) right textcolor rgb INK \
		font type(SMALL)
}
set style fill solid noborder
foot(rep) = LOW + (rep ? HIGH : HIGH / 2)
high(kind) = kind == 3 ? HIGH / 2 : HIGH
plot $BOXES using ($1):(LOW):1:2:(LOW):(LOW + high($3)):(COLOUR[int($3)]) \
	with boxxyerror lc rgb variable, \
	for [i = 1:LEFT_FLAGS > 0] $LEFT_FLAGS using 1:(foot(int($4))):(0): \
	(lane($2) + 11 - foot(int($4))) with vectors nohead lw 1 lc rgb GREY, \
	for [i = 1:RIGHT_FLAGS > 0] $RIGHT_FLAGS using 1:(foot(int($4))):(0): \
	(lane($2) + 11 - foot(int($4))) with vectors nohead lw 1 lc rgb GREY, \
	for [i = 1:NUMBERED > 0] $NUMBERS using 1:(LOW + HIGH / 2):2:3 \
	with labels noenhanced textcolor rgb variable, \
	for [i = 1:REASONED > 0] $REASONS using 1:(LOW - 15):2 with labels \
	noenhanced font type(SMALL) textcolor rgb INK, \
	for [i = 1:LEFT_FLAGS > 0] $LEFT_FLAGS using 1:(lane($2)):3 with labels \
	right offset -0.4, 0 noenhanced font type(SMALL) textcolor rgb BLACK, \
	for [i = 1:RIGHT_FLAGS > 0] $RIGHT_FLAGS using 1:(lane($2)):3 with labels \
	left offset 0.4, 0 noenhanced font type(SMALL) textcolor rgb BLACK, \
	for [i = 1:SETS > 1] $SETS using 1:(30):($2 - $1):(0) with vectors \
	nohead lw 2 lc rgb INK, \
	for [i = 1:SETS > 1] $SETS using (($1 + $2) / 2):(14):3 with labels \
	noenhanced font type(SMALL) textcolor rgb INK
