# style.gp - what the pictures share: their data, paper, colours, panels
#
# NAME.gp is called as  gnuplot -c NAME.gp TABLE PICTURE [ARGUMENT ...]  and
# loads this once NAME, HERE (the folder of both), WIDE, PICTURE and ASKED (the
# other arguments) are set; ALSO is what NAME.awk needs beside table.awk.  That
# makes data of the tables.  Colours are those of Okabe & Ito (2008), which
# colour-blind people tell apart.

set encoding utf8
set datafile separator "\t"

BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
BLUE = "#0072B2"
RED = "#D55E00"
INK = "#404040"
GREY = "#777777"
PALE = "#BBBBBB"
SHADE = "#DCEDF8"		# a rep: SKY on white
SHADE_SHORT = "#FBEBC8"		# a partial or failed one: ORANGE on white
SHADE_OTHER = "#F0F0F0"		# what is no rep

# ---- the data: what NAME.awk makes of the table ----

WHY = ""
call_awk = "LC_ALL=C awk -f '".HERE."table.awk' -f '".HERE.NAME.".awk' ".\
	(exists("ALSO") ? "-f '".HERE.ALSO."' " : "").NAME
do for [i = 1:|ASKED|] {
	text = ASKED[i]
	quoted = ""
	do for [k = 1:strlen(text)] {
		quoted = quoted.(text[k:k] eq "'" ? "'\\''" : text[k:k])
	}
	call_awk = call_awk." '".quoted."'"
}
load "< ".call_awk

# ---- the paper, in pixels from its top left: type is read at half size ----

W = WIDE ? 1280 : 640
H = exists("TALL") ? TALL : 430
PX = WIDE ? 22 : 19
SMALL = WIDE ? 19 : 17		# marks within a picture
dot = strstrt(PICTURE, ".svg")
SVG = dot > 0 && dot == strlen(PICTURE) - 3
# a font's size: SVG has pixels, PNG points
type(px) = sprintf("DejaVu Sans,%.2f", SVG ? px : px * 0.75)
if (SVG) {
	set terminal svg size W,H font type(PX) name NAME \
		background rgb "white" linewidth 1 enhanced
} else {
	set terminal pngcairo size W,H font type(PX) \
		background rgb "white" linewidth 1 enhanced
}
set output PICTURE
X(px) = px / (W + 0.0)		# as shares of the screen
Y(px) = 1 - px / (H + 0.0)

set dashtype 2 (12, 7)
set border 3 lc rgb INK lw 1
set tics nomirror out scale 0.5 textcolor rgb INK
# as SVG they would stand on the title of their axis
if (SVG) { set xtics offset 0,0.5 }
set grid ytics lc rgb PALE lw 0.6 lt 1
set key noenhanced textcolor rgb INK
unset key

if (strlen(WHY)) {
	load HERE."empty.gp"
	exit gnuplot
}

# margins(l, r, t, b): where the axes are, for eval
margins(l, r, t, b) = sprintf("set lmargin at screen %.5f; \
	set rmargin at screen %.5f; set tmargin at screen %.5f; \
	set bmargin at screen %.5f", X(l), X(r), Y(t), Y(b))
# titles of the axes, at the same place whatever the tics are
x_title(text) = sprintf("set label 901 \"%s\" at screen %.5f, screen %.5f \
	center noenhanced textcolor rgb INK", text, \
	X((LEFT + RIGHT) / 2), Y(H - 0.75 * PX))
y_title(text) = sprintf("set label 902 \"%s\" at screen %.5f, screen %.5f \
	center rotate noenhanced textcolor rgb INK", text, X(0.75 * PX), \
	Y((TOP + BOTTOM) / 2))
head(text) = sprintf("set label 903 \"%s\" at screen %.5f, screen %.5f \
	left noenhanced textcolor rgb BLACK", text, X(LEFT), Y(TOP - PX))
# panel(p, n, text): the margins of panel p of n, one above the other, and what
# its axis is above it
deep(n) = (BOTTOM - TOP) / (n + 0.0)
panel(p, n, text) = margins(LEFT, RIGHT, TOP + (p - 1) * deep(n) + 1.5 * PX, \
	TOP + p * deep(n) - (p < n ? 0.5 * PX : 0)).sprintf("; \
	set label 904 \"%s\" at screen %.5f, screen %.5f left noenhanced \
	textcolor rgb BLACK", text, X(LEFT), \
	Y(TOP + (p - 1) * deep(n) + 0.75 * PX))
# sample(i, at, text, colour, dash): a line of a key, in the row of head()
sample(i, at, text, colour, dash) = sprintf("set arrow %d from screen %.5f, \
	screen %.5f to screen %.5f, screen %.5f nohead dt %d lw 2.5 \
	lc rgb '%s'; set label %d \"%s\" at screen %.5f, screen %.5f left \
	noenhanced textcolor rgb INK", 810 + i, X(at), Y(TOP - PX), X(at + 34), \
	Y(TOP - PX), dash, colour, 810 + i, text, X(at + 42), Y(TOP - PX))
# step(d, n): 1, 2 or 5 times a power of ten, about n of which are in d
ten(x) = 10.0 ** floor(log10(x))
round_up(x, p) = x <= p ? p : x <= 2 * p ? 2 * p : x <= 5 * p ? 5 * p : 10 * p
step(d, n) = d > 0 ? round_up(1.0 * d / n, ten(1.0 * d / n)) : 1

# ---- the first rep light, the last dark ----

mix(a, b, x) = int(a + (b - a) * x)
shade_of(x) = mix(0x6D, 0x00, x) * 65536 + mix(0xBE, 0x1E, x) * 256 + \
	mix(0xEE, 0x3C, x)
