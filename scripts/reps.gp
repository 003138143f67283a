# reps.gp - tempo, lean and moment of each rep
#
# gnuplot -c reps.gp TABLE PICTURE
# TABLE is the rep table as CSV, PICTURE ends in .png or .svg.  Candidates
# that are no reps (unrack, walk ...) are left out and counted in the title.

TABLE = ARG1
PICTURE = ARG2
HERE = ARG0[1:strlen(ARG0) - strlen("reps.gp")]
load HERE."style.gp"

# ---- the reps: x = 1, 2, 3 ... with a gap between sets ----

count = 0
others = 0
sets = 0
last = ""
at = ""				# x of each candidate, - for no rep
labels = ""
place = 0
new_set(s) = (sets = sets + 1, place = place + (last eq "" ? 0 : 0.6), \
	last = s, below = ":set_".s)
rep_row(s, r, c) = (below = "", s ne last ? new_set(s) : 0, \
	place = place + 1, count = count + 1, \
	at = at.sprintf("%.1f ", place), \
	labels = labels.r.(c eq "work" ? "" : ":".c).below." ", 0)
row(s, r, c) = is_rep(c) ? rep_row(s, r, c) : \
	(others = others + 1, at = at."- ", 0)
if (has("cand") && has("set") && has("rep") && has("class") && ROWS > 0) {
	stats TABLE using (x = column("cand"), row(strcol("set"), \
		strcol("rep"), strcol("class"))) nooutput
}
if (count == 0) {
	WHY = ROWS > 0 && !has("class") ? "no rep table: plumb-reps makes it" : \
		sprintf("no rep found (other candidates: %d)", others)
	load HERE."empty.gp"
	exit
}
here(i) = word(at, i + 1) eq "-" ? NaN : real(word(at, i + 1))	# row i

# ---- the paper ----

PEAK = ""
do for [i = 1:words(COLUMNS)] {
	if (strstrt(word(COLUMNS, i), "_peak_") > 0 && PEAK eq "") {
		PEAK = word(COLUMNS, i)
		LEVEL = word(NAMES, i)
	}
}
# how far two peaks of a set may differ by chance
WITHIN = PEAK[1:strlen(PEAK) - strlen("_nm")]."_within_sd_nm"
spread(x) = has(WITHIN) ? column(WITHIN) : NaN
LEAN = has("lean_max_deg") && has("lean_bottom_deg")
panels = 1 + LEAN + (PEAK ne "")
TOP = 0.89
BOTTOM = 0.095
GAP = 0.055
tall = (TOP - BOTTOM - GAP * (panels - 1)) / (panels + 0.4)
high = 1.4 * tall		# tempo has more to say
KEY = 0.03			# of a panel's key above it, in screens

set multiplot
set label 1 title_of("Tempo".(LEAN ? ", lean" : "").\
	(PEAK ne "" ? " and moment" : "")." of each rep").\
	(others ? sprintf("   (%d other candidates left out)", others) : "") \
	at screen LEFT, 0.965 left noenhanced font ",22" textcolor rgb BLACK
set xrange [0.3:place + 0.7]
set lmargin at screen LEFT
set rmargin at screen RIGHT
set boxwidth 0.7
set style fill solid noborder
set xtics scale 0
# the names of the reps, for under the last panel
TICS = ""
n = 0
do for [i = 1:words(at)] {
	if (word(at, i) eq "-") { continue }
	n = n + 1
	w = word(labels, n)
	if (sets == 1 && strstrt(w, ":set_")) { w = w[1:strstrt(w, ":set_") - 1] }
	l = ""
	do for [k = 1:strlen(w)] {
		l = l.(w[k:k] eq ":" ? "\\n" : w[k:k] eq "_" ? " " : w[k:k])
	}
	TICS = TICS.(n > 1 ? ", " : "").'"'.l.'" '.word(at, i)
}
NAMED = "set xtics (".TICS.")"
set xtics ("" 1)
given(name) = (x = column(name), x == x ? x : 0)
fits = (RIGHT - LEFT) / (place + 0.4) > 16 * CHAR
top = TOP
bottom = TOP - high

# ---- tempo: phases stacked in their order in time ----

if (panels == 1) { eval NAMED }
set tmargin at screen top
set bmargin at screen bottom
set key at screen RIGHT, top + KEY right top horizontal Left reverse \
	samplen 1.5 width 1 maxrows 1
set ylabel "tempo (s)"
set yrange [0:*]
set offsets 0, 0, graph 0.12, 0
ecc(x) = given("ecc_s")
low(x) = ecc(0) + given("bottom_pause_s")
con(x) = low(0) + given("con_s")
all(x) = con(0) + given("top_pause_s")
code(x) = fits && has("tempo") ? strcol("tempo") : ""
plot keyentry with boxes lc rgb BLUE title "down", \
	keyentry with boxes lc rgb GREEN title "pause at the bottom", \
	keyentry with boxes lc rgb ORANGE title "up", \
	keyentry with boxes lc rgb PALE title "pause at the top", \
	TABLE using (here(int($0))):(all(0)) with boxes lc rgb PALE notitle, \
	"" using (here(int($0))):(con(0)) with boxes lc rgb ORANGE notitle, \
	"" using (here(int($0))):(low(0)) with boxes lc rgb GREEN notitle, \
	"" using (here(int($0))):(ecc(0)) with boxes lc rgb BLUE notitle, \
	"" using (here(int($0))):(all(0)):(code(0)) with labels \
		offset 0, 0.7 notitle
unset label 1
top = bottom - GAP
bottom = top - tall

# ---- lean: a bar from the bottom of the movement to the most of it ----

if (LEAN) {
	if (PEAK eq "") { eval NAMED }
	set tmargin at screen top
	set bmargin at screen bottom
	set key noinvert at screen RIGHT, top + KEY
	set ylabel "lean forward (deg)"
	set yrange [*:*]
	set offsets 0, 0, graph 0.15, graph 0.15
	most(x) = column("lean_max_deg")
	least(x) = column("lean_bottom_deg")
	plot TABLE using (here(int($0))):(least(0)):(0):(most(0) - least(0)) \
		with vectors nohead lw 4 lc rgb PALE notitle, \
		"" using (here(int($0))):(least(0)) with points \
		pt 5 ps 2 lc rgb BLUE title "at the bottom", \
		"" using (here(int($0))):(most(0)) with points \
		pt 7 ps 2.2 lc rgb RED title "most"
	top = bottom - GAP
	bottom = top - tall
}

# ---- moment ----

if (PEAK ne "") {
	eval NAMED
	set tmargin at screen top
	set bmargin at screen bottom
	unset key
	set ylabel LEVEL." peak (N·m)"
	set offsets 0, 0, graph 0.2, 0
	set yrange [0:*]
	plot TABLE using (here(int($0))):(column(PEAK)) with boxes \
		lc rgb RED notitle, \
		"" using (here(int($0))):(column(PEAK)):(spread(0)) \
		with yerrorbars pt -1 lw 2 lc rgb BLACK notitle, \
		"" using (here(int($0))):(column(PEAK)):(fits ? \
		sprintf("%.0f", column(PEAK)) : "") with labels \
		offset 0, 1.4 notitle
}
unset multiplot
