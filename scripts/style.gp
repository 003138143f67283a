# style.gp - what the plots share: reading a table, colours, paper, panels
#
# A plot is called as  gnuplot -c NAME.gp TABLE PICTURE [FROM_S TO_S]
# and loads this after setting TABLE and PICTURE.  Colours are those of
# Okabe & Ito (2008), which colour-blind people tell apart.

set encoding utf8
set datafile separator comma
set datafile columnheaders

BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
BLUE = "#0072B2"
RED = "#D55E00"
INK = "#404040"
PALE = "#BBBBBB"
SHADE = "#CFE8F8"		# a rep: SKY on white
SHADE_SHORT = "#FAE1AC"		# a partial or failed one: ORANGE on white
SHADE_OTHER = "#EBEBEB"		# what is no rep

# ---- the paper: 1600 x 1000, by extension ----

dot = strstrt(PICTURE, ".svg")
if (dot > 0 && dot == strlen(PICTURE) - 3) {
	set terminal svg size 1600,1000 font "DejaVu Sans,20" \
		background rgb "white" linewidth 1.2 enhanced
} else {
	set terminal pngcairo size 1600,1000 font "DejaVu Sans,15" \
		background rgb "white" linewidth 1.6 enhanced
}
set output PICTURE
LEFT = 0.075; RIGHT = 0.98	# of the panels, in screens
CHAR = 12.5 / 1600		# width of a letter
set border 3 lc rgb INK lw 0.8
set tics nomirror out scale 0.6 textcolor rgb INK
set grid ytics lc rgb PALE lw 0.4 lt 1
set key noenhanced textcolor rgb INK

# ---- the table: which columns it has ----

quoted = ""
do for [i = 1:strlen(TABLE)] {
	quoted = quoted.(TABLE[i:i] eq "'" ? "'\\''" : TABLE[i:i])
}
HEADER = " ".system("head -n 1 < '".quoted."' | tr -d '\"\\r\\n ' | ".\
	"tr , ' '")." "
ROWS = int(system("head -n 2 < '".quoted."' | wc -l")) - 1
has(name) = strstrt(HEADER, " ".name." ") > 0

# the levels of the spine of which there is a moment_LEVEL_nm (or, in the rep
# table, moment_LEVEL_peak_nm), upper back and pelvis first: columns and names;
# one without a single value is not to be told
COLUMNS = ""
NAMES = ""
UNTOLD = 0
do for [pair in "t7t8=T7/8 l5s1=L5/S1 t4t5=T4/5 t9t10=T9/10 t12l1=T12/L1 \
	l3l4=L3/4 l4l5=L4/5"] {
	eq = strstrt(pair, "=")
	do for [tail in "_nm _peak_nm"] {
		name = "moment_".pair[1:eq - 1].tail
		if (!has(name)) { continue }
		undefine STATS_*
		stats TABLE using (x = column(name), x) nooutput
		if (exists("STATS_min")) {
			COLUMNS = COLUMNS.name." "
			NAMES = NAMES.pair[eq + 1:*]." "
		} else {
			UNTOLD = UNTOLD + 1
		}
	}
}

# the recording's name in a title, if it has one
RECORDING = ""
if (has("recording") && ROWS > 0) {
	stats TABLE using (RECORDING = strcol("recording"), 0) nooutput
}
title_of(text) = text.(strlen(RECORDING) ? ": ".RECORDING : "")
is_rep(class) = class eq "work" || class eq "partial" || class eq "failed"
shade(class) = class eq "work" ? SHADE : is_rep(class) ? SHADE_SHORT : \
	SHADE_OTHER
