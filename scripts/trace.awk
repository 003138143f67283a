# trace.awk - a sample stream for trace.gp: three lines, broken where there are
# holes, and the candidates to shade

function setup()
{
	from = ARGV[3]
	to = ARGV[4]
	POINTS = 3000		# of a line: more than pixels
}

function head()
{
	need("t_s", "plumb-read")
	# a sensor on the bar has no lean of a trunk
	if (!("height_m" in at))
		need("lean_deg", "plumb-orient")
	level = level_of("moment_", "_nm")
	moment = "moment_" level "_nm"
	height = "bar_height_m" in at ? "bar_height_m" : "height_m"
	sd = "moment_" level "_sd_nm"
}

function row(    t)
{
	t = get("t_s") + 0
	if (from != "" && t < from + 0 || to != "" && t > to + 0)
		return
	line[++many] = t
	lean[many] = get("lean_deg")
	tall[many] = get(height)
	load[many] = get(moment)
	band[many] = get(sd)
	cand(get("cand"), get("class"), get("rep"), t)
}

function cand(k, class, rep, t)
{
	if (k != "" && k != last) {
		began[++cands] = t
		class_of[cands] = class
		rep_of[cands] = rep
	}
	if (k != "")
		ended[cands] = t
	last = k
	whole[many] = k != "" && is_rep(class)
}

# extent of a line: reps are shown whole, and what lies further off than half
# their span leaves the panel: the shock of re-racking is several times a rep.
function extent(p, of,    i, x, all, reps, low, high, least, most, spare)
{
	for (i = 1; i <= many; i++) {
		x = of[i]
		if (x == "")
			continue
		x += 0
		if (!all++ || x < low)
			low = x
		if (all == 1 || x > high)
			high = x
		if (!whole[i])
			continue
		if (!reps++ || x < least)
			least = x
		if (reps == 1 || x > most)
			most = x
	}
	if (reps) {
		spare = (most - least) / 2
		low = low < least - spare ? least - spare : low
		high = high > most + spare ? most + spare : high
	}
	if (high - low < 1e-9) {
		low--
		high++
	}
	printf "LOW[%d] = %.9g\nHIGH[%d] = %.9g\nFOUND[%d] = %d\n", p, low, p,
	    high, p, all
}

# print line p, with its values: of each bin of rows the least and the
# greatest, in their order
function thin(p, of,    bin, i, k, end, least, most)
{
	pen = 0
	bin = ceil(many / POINTS) * 2
	for (i = 1; i <= many; i = end + 1) {
		end = bin <= 2 ? i : i + bin - 1
		end = end > many ? many : end
		least = most = 0
		for (k = i; k <= end; k++) {
			if (of[k] == "") {
				end = k
				break
			}
			if (!least || of[k] < of[least])
				least = k
			if (!most || of[k] > of[most])
				most = k
		}
		if (least && least < most)
			point(p, of, least)
		if (most)
			point(p, of, most)
		if (least > most)
			point(p, of, least)
		if (of[end] == "")
			gap()
	}
	print (pen ? "" : "NaN") "\n\n"
}

# one empty line ends a piece; two would end all of the line
function gap()
{
	if (pen)
		print ""
	pen = 0
}

function point(p, of, k,    sd)
{
	sd = p == 3 ? band[k] : 0
	if (line[k] - drawn_at > hole)
		gap()
	pen = 1
	drawn_at = line[k]
	printf "%.3f\t%.6g\t%.6g\t%.6g\n", line[k], of[k], of[k] - sd,
	    of[k] + sd
}

function done(    p, k, kind)
{
	if (!many) {
		why("no rows to draw" (rows ? " in this span of time" : ""), 90)
		return
	}
	# rows that are missing altogether: a step of four bins
	hole = many > 1 ? 4 * (line[many] - line[1]) / (many - 1) : 1
	hole *= ceil(many / POINTS) * 2
	print "array LOW[3]\narray HIGH[3]\narray FOUND[3]"
	extent(1, lean)
	extent(2, tall)
	extent(3, load)
	print "$LINES << EOD"
	thin(1, lean)
	thin(2, tall)
	thin(3, load)
	print "EOD"
	printf "LEVEL = %s\nBAR = %d\n", quoted(called[level]),
	    height == "bar_height_m"
	printf "FROM = %.6f\nTO = %.6f\n", from == "" ? line[1] : from,
	    to == "" ? line[many] : to
	printf "CANDS = %d\narray BEGAN[CANDS + 1]\narray ENDED[CANDS + 1]\n" \
	    "array KIND[CANDS + 1]\narray REP[CANDS + 1]\n", cands
	for (k = 1; k <= cands; k++) {
		kind = class_of[k] == "work" ? 1 : is_rep(class_of[k]) ? 2 : 3
		printf "BEGAN[%d] = %.6f; ENDED[%d] = %.6f; KIND[%d] = %d; " \
		    "REP[%d] = %s\n", k, began[k], k, ended[k], k, kind, k,
		    quoted(is_rep(class_of[k]) ? rep_of[k] : "")
	}
}
