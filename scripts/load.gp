# load.gp - the moment within each rep, reps laid over one another
#
# gnuplot -c load.gp TABLE PICTURE
# TABLE is a sample stream with moments (plumb-load) as CSV, PICTURE ends in
# .png or .svg.  Reps are laid with their lowest points on one another; a
# circle marks each one's peak, and the peaks stand by rep on the right.

TABLE = ARG1
PICTURE = ARG2
HERE = ARG0[1:strlen(ARG0) - strlen("load.gp")]
load HERE."style.gp"

rows = words(COLUMNS) > 2 ? 2 : words(COLUMNS)
WHY = rows == 0 ? (UNTOLD ? "no moment can be told: load_reason says why" : \
	"no moments: plumb-load makes them") : \
	!(has("cand") && has("class") && has("height_m")) ? \
	"no reps marked: plumb-segment marks them" : \
	ROWS < 1 ? "no rows" : ""
if (strlen(WHY)) {
	load HERE."empty.gp"
	exit
}

# ---- the reps: when each is lowest, and its peaks ----

most = 0
stats TABLE using (k = column("cand"), most = k > most ? int(k) : most, 0) \
	nooutput
array x_of[most + 1]		# 1, 2, 3 ... of the reps, by candidate
array name_of[most + 1]
array whole[most + 1]
array low[most + 1]
array t_low[most + 1]
array peak[2 * most + 2]	# of both levels
array t_peak[2 * most + 2]
reps = 0
do for [k = 1:most] { x_of[k] = 0 }
begin(k, c, r) = (reps = reps + 1, x_of[k] = reps, low[k] = 1e9, \
	name_of[k] = r, whole[k] = c eq "work", t_low[k] = NaN, \
	peak[2 * k - 1] = -1e9, peak[2 * k] = -1e9)
lower(k, h, t) = h < low[k] ? (low[k] = h, t_low[k] = t) : 0
told = 0				# peaks that there are
higher(i, m, t) = m > peak[i] ? (told = told + (peak[i] == -1e9), \
	peak[i] = m, t_peak[i] = t) : 0
last = 0
row(k, c, r, t, h, m1, m2) = (k != last ? begin(k, c, r) : 0, last = k, \
	lower(k, h, t), higher(2 * k - 1, m1, t), higher(2 * k, m2, t), 0)
stats TABLE using (k = column("cand"), c = strcol("class"), \
	is_rep(c) ? row(int(k), c, strcol("rep"), column("t_s"), \
	column("height_m"), column(word(COLUMNS, 1)), \
	column(word(COLUMNS, rows))) : 0) nooutput
if (reps == 0 || told == 0) {
	WHY = reps ? "no moment can be told: load_reason says why" : \
		"no rep found"
	load HERE."empty.gp"
	exit
}

# ---- the paper ----

SPLIT = 0.70			# between the curves and the peaks, in screens
TOP = 0.86
BOTTOM = 0.095
GAP = 0.06
tall = (TOP - BOTTOM - GAP * (rows - 1)) / rows

# from the first rep (light) to the last (dark); what is no whole rep: ORANGE
mix(a, b, x) = int(a + (b - a) * x)
shade_of(x) = mix(0x9C, 0x00, x) * 65536 + mix(0xD2, 0x35, x) * 256 + \
	mix(0xF5, 0x66, x)
colour(k) = !whole[k] ? 0xE69F00 : shade_of(reps > 1 ? \
	 (x_of[k] - 1.0) / (reps - 1) : 1)

set print $PEAKS
print "x,rep,peak1,t1,peak2,t2,colour"
do for [k = 1:most] {
	if (x_of[k] > 0 && peak[2 * k] > -1e9) {
		print sprintf("%d,\"%s\",%g,%g,%g,%g,%d", x_of[k], name_of[k], \
			peak[2 * k - 1], t_peak[2 * k - 1] - t_low[k], \
			peak[2 * k], t_peak[2 * k] - t_low[k], colour(k))
	}
}
unset print
across = (RIGHT - SPLIT - 0.055) / (reps + 0.2)	# of one peak, in screens
fits = across > 4 * CHAR
every = ceil(3 * CHAR / across)		# which reps have room for their name

# Of two reps without a row between them the second begins a curve of its own.
was = ""
apart(k, c) = (joint = was ne "" && k ne was, was = is_rep(c) ? k : "", \
	is_rep(c) && !joint)

set multiplot
set label 1 title_of("Moment within each rep") at screen LEFT, 0.965 left \
	noenhanced font ",22" textcolor rgb BLACK
set label 2 (reps > 1 ? sprintf("%d reps, the first light, the last dark", \
	reps) : "one rep")."; partial and failed ones orange; o = peak" \
	at screen LEFT, 0.915 left noenhanced textcolor rgb INK
set label 3 "peak of each rep" at screen SPLIT + 0.055, 0.915 left \
	textcolor rgb INK
unset key
set arrow 1 from 0, graph 0 to 0, graph 1 nohead lc rgb PALE lw 1

do for [p = 1:rows] {
	top = TOP - (p - 1) * (tall + GAP)
	set tmargin at screen top
	set bmargin at screen top - tall
	m = word(COLUMNS, p)

	set lmargin at screen LEFT
	set rmargin at screen SPLIT
	set xrange [*:*]
	set xtics auto
	set offsets 0, 0, graph 0.08, 0
	set yrange [*:*]
	set label 4 word(NAMES, p)." moment (N·m)" at screen 0.014, \
		top - tall / 2 center rotate
	if (p == rows) {
		set xlabel "time from the lowest point (s)"
	}
	was = ""
	plot TABLE using (apart(strcol("cand"), strcol("class")) ? \
		column("t_s") - t_low[int(column("cand"))] : NaN): \
		(x = column(m), x == x ? x : NaN):(is_rep(strcol("class")) ? \
		colour(int(column("cand"))) : 0) with lines lw 1.8 \
		lc rgb variable, \
		$PEAKS using (column(sprintf("t%d", p))): \
		(column(sprintf("peak%d", p))):7 with points pt 6 ps 2.2 lw 2 \
		lc rgb variable
	unset label 1; unset label 2; unset label 3; unset label 4

	set lmargin at screen SPLIT + 0.055
	set rmargin at screen RIGHT
	set xrange [0.4:reps + 0.6]
	set xlabel p == rows ? "rep" : ""
	set offsets 0, 0, 0, 0
	set yrange [GPVAL_Y_MIN:GPVAL_Y_MAX]
	unset arrow 1
	plot $PEAKS using 1:(column(sprintf("peak%d", p))):7: \
		xtic((int($1) - 1) % every ? "" : strcol(2)) \
		with points pt 7 ps 2.2 lc rgb variable, \
		"" using 1:(column(sprintf("peak%d", p))):(fits ? \
		sprintf("%.0f", column(sprintf("peak%d", p))) : "") \
		with labels offset 0, 1
	set arrow 1 from 0, graph 0 to 0, graph 1 nohead lc rgb PALE lw 1
}
unset multiplot
