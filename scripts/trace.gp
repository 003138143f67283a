# trace.gp - lean, height and moment over time, candidates shaded
#
# gnuplot -c trace.gp TABLE PICTURE [FROM_S [TO_S]]
# TABLE is a sample stream as CSV, PICTURE ends in .png or .svg.

TABLE = ARG1
PICTURE = ARG2
HERE = ARG0[1:strlen(ARG0) - strlen("trace.gp")]
load HERE."style.gp"

# ---- what there is: panels, the span of time, candidates ----

Y = (has("lean_deg") ? "lean_deg " : "").\
	(has("height_m") ? "height_m " : "").word(COLUMNS." ", 1)
if (!has("t_s") || ROWS < 1) { Y = "" }
panels = words(Y)
if (panels == 0) {
	WHY = "nothing to draw: plumb-orient makes lean_deg, ".\
		"plumb-segment height_m, plumb-load moments"
	load HERE."empty.gp"
	exit
}

called(y, first) = y eq "lean_deg" ? "Trunk lean" : y eq "height_m" ? \
	(first ? "Height" : "height") : (first ? "Moment" : "moment")
TITLE = called(word(Y, 1), 1)
do for [p = 2:panels] {
	TITLE = TITLE.(p == panels ? " and " : ", ").called(word(Y, p), 0)
}

stats TABLE using "t_s" nooutput
from = STATS_min
to = STATS_max > from ? STATS_max : from + 1
if (ARGC > 2) { from = real(ARG3) }
if (ARGC > 3) { to = real(ARG4) }

# the candidates, by what changes from row to row
count = 0
reps = 0
last = ""
began = ""; ended = ""; class = ""; rep = ""
finished(x) = last eq "" ? 0 : (ended = ended.sprintf("%.6f ", t_last))
started(t, c, k, r) = c eq "" ? 0 : (count = count + 1, reps = reps + is_rep(k), \
	began = began.sprintf("%.6f ", t), \
	class = class.(k eq "" ? "unknown" : k)." ", \
	rep = rep.(r eq "" ? "-" : r)." ")
row(t, c, k, r) = (c ne last ? (finished(0), started(t, c, k, r)) : 0, \
	last = c, t_last = t, 0)
if (has("cand") && has("class") && has("rep")) {
	stats TABLE using (row(column("t_s"), strcol("cand"), \
		strcol("class"), strcol("rep"))) nooutput
	x = finished(0)
}

# ---- the paper: a track of candidates, and under it the panels ----

TOP = 0.84			# of the first panel, in screens
BOTTOM = 0.095
colour_of(y) = y eq "lean_deg" ? BLUE : y eq "height_m" ? GREEN : RED
GAP = 0.025
tall = (TOP - BOTTOM - GAP * (panels - 1)) / panels
wide(i) = (RIGHT - LEFT) * (word(ended, i) - word(began, i)) / (to - from)
far(i, k) = k < 1 || k > count || word(class, k) eq "walk" || \
	abs(word(began, i) + word(ended, i) - word(began, k) - \
	word(ended, k)) / 2 / (to - from) * (RIGHT - LEFT) > 1.8 * CHAR
crowded(i) = !(far(i, i - 1) && far(i, i + 1))
named(i) = word(class, i) eq "work" ? word(rep, i) : \
	word(rep, i) eq "-" ? word(class, i) : \
	word(rep, i)." ".word(class, i)

set multiplot
set label 1 title_of(TITLE) at screen LEFT, 0.965 left noenhanced \
	font ",22" textcolor rgb BLACK
if (!has("cand")) {
	set label 2 "no reps marked: plumb-segment marks them" at screen \
		LEFT, 0.9 left textcolor rgb INK
} else { if (count == 0) {
	set label 2 "no candidate rep found" at screen LEFT, 0.9 left \
		textcolor rgb INK
} }
set lmargin at screen LEFT
set rmargin at screen RIGHT
set tmargin at screen TOP + 0.095
set bmargin at screen TOP + 0.005
do for [i = 1:count] {
	colour = shade(word(class, i))
	set object i rectangle from first word(began, i), graph 0 to \
		first word(ended, i), graph 1 behind fillstyle solid \
		noborder fillcolor rgb colour
	x = (word(began, i) + word(ended, i)) / 2
	if (x < from || x > to) { continue }
	across = wide(i) > CHAR * (strlen(named(i)) + 0.5)
	# where it is tight, the unrack has its name before the walk
	tight = wide(i) < CHAR * 1.4
	if (tight && word(class, i) eq "walk") { continue }
	if (word(class, i) eq "walk" && !across && crowded(i)) { continue }
	ink = is_rep(word(class, i)) ? BLACK : INK
	set label 10 + i named(i) at first x, graph 0.5 center \
		noenhanced rotate by (across ? 0 : 90) \
		font (!across && strlen(named(i)) > 9 ? ",13" : "") \
		textcolor rgb ink
}
unset border; unset tics; unset key
set xrange [from:to]
set yrange [0:1]
plot NaN notitle
do for [i = 1:count] { unset label 10 + i }
unset label 1; unset label 2

# ---- the panels ----

set border 3
set xtics nomirror out scale 0.6 format "" textcolor rgb INK
set ytics nomirror out scale 0.6 textcolor rgb INK
do for [p = 1:panels] {
	y = word(Y, p)
	set tmargin at screen TOP - (p - 1) * (tall + GAP)
	set bmargin at screen TOP - (p - 1) * (tall + GAP) - tall
	if (p == panels) {
		set xtics format "%g"
		set xlabel "time in the recording (s)"
	}
	set label 1 (y eq "lean_deg" ? "lean forward (deg)" : \
		y eq "height_m" ? "height of sensor (m)" : \
		word(NAMES, 1)." moment (N·m)") at screen 0.014, \
		TOP - (p - 1) * (tall + GAP) - tall / 2 center rotate

	# Reps are shown whole; what lies further off than half their span
	# leaves the panel: the shock of re-racking is several times a rep.
	set autoscale		# stats keeps to ranges
	undefine STATS_*
	stats TABLE using (x = column(y), t = column("t_s"), \
		t < from || t > to ? NaN : x) nooutput
	low = exists("STATS_min") ? STATS_min : 0
	high = exists("STATS_max") ? STATS_max : 1
	if (reps > 0) {
		undefine STATS_*
		stats TABLE using (x = column(y), is_rep(strcol("class")) ? \
			x : NaN) nooutput
		if (exists("STATS_min")) {
			spare = (STATS_max - STATS_min) / 2
			low = low < STATS_min - spare ? STATS_min - spare : low
			high = high > STATS_max + spare ? \
				STATS_max + spare : high
		}
	}
	if (high - low < 1e-9) { low = low - 1; high = high + 1 }
	set xrange [from:to]
	set yrange [low - 0.05 * (high - low):high + 0.05 * (high - low)]
	plot TABLE using (column("t_s")):(x = column(y), \
		x == x ? x : NaN) with lines \
		linewidth 1.6 linecolor rgb colour_of(y) notitle
}
unset multiplot
