# load.awk - the moment within each repetition, for load.gp

function setup()
{
	if (ARGV[3] != "")
		files[2] = ARGV[3]
	asked = ARGV[4]
}

function head()
{
	curve_begin()
	level = asked
	if (level == "")
		level = level_of("moment_", "_nm")
	moment = "moment_" (level == "" ? "t7t8" : level) "_nm"
	need(moment, "plumb-load")
	if (n == 1)
		asked = level
	if (!("bottom_s" in at))
		need("height_m", "plumb-segment")
	because = ""
}

function row(    c, h)
{
	if (get("load_reason") != "")
		reason = get("load_reason")
	if (!(c = curve_row()))
		return
	curve_add(c, get("t_s"), get(moment))
	h = get("height_m")
	if (get("bottom_s") != "")
		zero[c] = get("bottom_s")
	else if (h != "" && (!(c in low) || h + 0 < low[c])) {
		low[c] = h + 0
		zero[c] = get("t_s")
	}
}

# times from the lowest point; peaks
function align(    c, i, best)
{
	print "$PEAKS << EOD"
	for (c = 1; c <= curves; c++) {
		best = 0
		for (i = 1; i <= points[c]; i++) {
			px[c, i] = zero[c] == "" ? "" : px[c, i] - zero[c]
			if (px[c, i] != "" && py[c, i] != "" &&
			    (!best || py[c, i] + 0 > py[c, best] + 0))
				best = i
		}
		if (!best)
			continue
		peaks++
		printf "%.5g\t%.5g\t%d\n", px[c, best], py[c, best], table_of[c]
	}
	print "EOD"
}

function done()
{
	if (!curves) {
		why("no repetition found", 44)
		return
	}
	align()
	curve_print(1, "CURVES", 8000)
	curve_print(2, "OTHER", 8000)
	curve_names()
	printf "LEVEL = %s\nDRAWN = %d\nTWO = %d\n",
	    quoted(level in called ? called[level] : level), drawn[1],
	    (drawn[2] > 0)
	if (!drawn[1])
		why("no moment can be told" (reason == "" ? "" : ": " reason), 44)
}
