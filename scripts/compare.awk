# compare.awk - a handful of the columns that plumb-compare compares, for
# compare.gp: differences in percent of the reference, with their intervals

function setup()
{
	# what is said of a column in words, and the unit that its name ends in
	name_it("con_s", "Ascent", "s")
	name_it("ecc_s", "Descent", "s")
	name_it("depth_m", "Depth", "m")
	name_it("mcv_m_s", "Mean velocity", "m/s")
	name_it("mcv_bar_m_s", "Bar velocity", "m/s")
	name_it("lean_max_deg", "Greatest lean", "deg")
	name_it("lean_bottom_deg", "Bottom lean", "deg")
	for (i = 1; i < pairs; i += 2) {
		name_it("moment_" levels[i] "_peak_nm",
		    "Peak " levels[i + 1], "N·m")
		name_it("impulse_" levels[i] "_nms",
		    "Impulse " levels[i + 1], "N·m·s")
	}
	list = ARGV[3]
	if (list == "")
		list = "con_s,depth_m,mcv_m_s,lean_max_deg," \
		    "moment_t7t8_peak_nm,impulse_t7t8_nms," \
		    "moment_l5s1_peak_nm"
	many = split(list, wanted, ",")
	group = ARGV[4]
}

function name_it(column, text, unit)
{
	words[column] = text
	unit_of[column] = unit
}

function head(    i, k, names)
{
	k = split("column difference difference_low difference_high " \
	    "reference_median verdict", names, " ")
	for (i = 1; i <= k; i++)
		need(names[i], "plumb-compare")
}

function row(    c)
{
	if ("test_group" in at) {
		groups[get("test_group")] = 1
		if (group == "")
			group = get("test_group")
		if (get("test_group") != group)
			return
		reference = get("reference_group")
	}
	c = get("column")
	known[c] = 1
	verdict[c] = get("verdict")
	middle[c] = get("reference_median")
	diff[c] = get("difference")
	low[c] = get("difference_low")
	high[c] = get("difference_high")
}

# x in percent of the size of the reference
function share(x, c)
{
	return x == "" || middle[c] + 0 == 0 ? "NaN" : \
	    sprintf("%.6g", 100 * x / abs(middle[c]))
}

# a difference, to three digits, with its unit
function value(c,    x, size)
{
	if (diff[c] == "")
		return ""
	x = diff[c] + 0
	size = abs(x)
	x = sprintf(size >= 100 || !size ? "%+.0f" : size >= 10 ? "%+.1f" : \
	    size >= 1 ? "%+.2f" : "%+.3f", x)
	sub(/^[+]0$/, "0", x)
	return x (c in unit_of ? " " unit_of[c] : "")
}

function done(    i, c, k, kind, x)
{
	n = 1
	if (rows && group != "" && !(group in groups))
		die("no test_group " group)
	for (i = 1; i <= many; i++) {
		c = wanted[i]
		if (c in known)
			shown[++k] = c
		else if (ARGV[3] != "" && rows)
			die("nothing is said of a column " c)
	}
	if (!k) {
		why(rows ? "none of the usual columns is compared" : \
		    "nothing is compared", 44)
		return
	}
	if (k > 9)
		k = 9
	print "$ROWS << EOD"
	for (i = 1; i <= k; i++) {
		c = shown[i]
		kind = verdict[c] == "differs" ? 1 : verdict[c] == "same" ? 2 : 3
		printf "%d\t%s\t%s\t%s\t%d\t%s\t%s\t%s\n", k - i + 1,
		    share(diff[c], c), share(low[c], c), share(high[c], c), kind,
		    clean(c in words ? words[c] : c), clean(verdict[c]),
		    clean(value(c))
		widen(share(diff[c], c))
		widen(share(low[c], c))
		widen(share(high[c], c))
	}
	print "EOD"
	printf "ROWS_N = %d\nSIZE = %.6g\nTEXT = %s\n", k, size,
	    quoted(group == "" ? "Test less reference (%)" : \
	    "Group " group " less " reference " (%)")
}

function widen(x)
{
	if (x != "NaN" && abs(x + 0) > size)
		size = abs(x + 0)
}
