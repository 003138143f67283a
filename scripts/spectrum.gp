# spectrum.gp - how the power of a column lies over frequency
#
# gnuplot -c spectrum.gp SPECTRUM.csv PICTURE [COLUMN]
# SPECTRUM is the table of plumb-spectrum; COLUMN one of those in it, left out
# the first.  From 8 to 12 Hz physiological tremor lies, if any.

NAME = "spectrum"
HERE = ARG0[1:strlen(ARG0) - strlen("spectrum.gp")]
WIDE = 0
PICTURE = ARG2
array ASKED[2] = [ARG1, ARG3]
load HERE."style.gp"

LEFT = 96; RIGHT = 622; TOP = LINES > 1 ? 66 : 36; BOTTOM = H - 68
eval margins(LEFT, RIGHT, TOP, BOTTOM)
eval x_title("Frequency (Hz)")
eval y_title("Power density (".UNIT.")")
set label 903 COLUMN at screen X(LEFT), screen Y(17) left noenhanced \
	textcolor rgb BLACK
set logscale y
set format y "10^{%T}"
set xrange [0:MOST]
set object 1 rectangle from first 8, graph 0 to first (MOST < 12 ? MOST : 12), \
	graph 1 behind fillstyle solid noborder fillcolor rgb SHADE_SHORT
set label 1 "tremor: 8-12 Hz" at first 12, graph 0.95 left offset 0.4, 0 \
	font type(SMALL) textcolor rgb INK
if (MOST <= 8) { unset object 1; unset label 1 }
array COLOUR[4] = [BLUE, RED, GREEN, BLACK]
set dashtype 3 (4, 4)
set dashtype 4 (12, 4, 3, 4)
array DASH[4] = [1, 2, 3, 4]
names = 0
at = LEFT
do for [k = 1:LINES > 1 ? LINES : 0] {
	eval sample(k, at, PHASE[k], \
		COLOUR[1 + (k - 1) % 4], DASH[1 + (k - 1) % 4])
	at = at + 62 + 0.62 * PX * strlen(PHASE[k])
}
plot for [k = 1:LINES] $SPECTRA index k - 1 using 1:2 with lines lw 2 \
	dt DASH[1 + (k - 1) % 4] lc rgb COLOUR[1 + (k - 1) % 4]
