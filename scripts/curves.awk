# curves.awk - the repetitions of a sample stream, one curve each, for path.awk
# and load.awk: its columns X and Y, of table n

# curve_begin for each table, in head()
function curve_begin()
{
	need("t_s", "plumb-read")
	need("cand", "plumb-segment")
	need("class", "plumb-segment")
	need("rep", "plumb-segment")
	last = ""
}

# curve_row: the row belongs to which curve? 0 for none
function curve_row(    k)
{
	k = get("cand")
	if (k == "" || !is_rep(get("class"))) {
		last = ""
		return 0
	}
	if (k != last) {
		curves++
		whole[curves] = get("class") == "work"
		wholes += n == 1 && whole[curves]
		rep_of[curves] = get("rep")
		set_of[curves] = get("set")
		table_of[curves] = n
		last = k
	}
	return curves
}

function curve_add(c, x, y)
{
	px[c, ++points[c]] = x
	py[c, points[c]] = y
	total++
}

# $CURVES: x, y, shade from 0 to 1 (-1 where it is no whole repetition); a curve
# is broken where x or y is missing.  MOST points in all, but none of under 60.
function curve_print(table, name, most,    c, i, every, shade, pen, nth)
{
	print "$" name " << EOD"
	for (c = 1; c <= curves; c++) {
		if (table_of[c] != table)
			continue
		nth += whole[c]
		shade = !whole[c] ? -1 : \
		    wholes > 1 ? (nth - 1) / (wholes - 1) : 1
		every = ceil(total / most)
		if (points[c] < 60 * every)
			every = ceil(points[c] / 60)
		for (i = 1; i <= points[c]; i++) {
			if (px[c, i] == "" || py[c, i] == "") {
				if (pen)
					print ""
				pen = 0
			} else if (i % every == 0 || i == 1 || i == points[c]) {
				printf "%.5g\t%.5g\t%.4f\n", px[c, i], py[c, i],
				    shade
				pen = 1
				if (!drawn[table]++ && table == 1)
					lowest_y = highest_y = py[c, i] + 0
				if (py[c, i] + 0 < lowest_y)
					lowest_y = py[c, i] + 0
				if (py[c, i] + 0 > highest_y)
					highest_y = py[c, i] + 0
			}
		}
		if (pen)
			print ""
		pen = 0
	}
	print "EOD"
}

# what ramp.gp says, and what the axis has to hold
function curve_names(    c, first, final, short)
{
	for (c = 1; c <= curves; c++) {
		if (table_of[c] != 1)
			continue
		if (!whole[c]) {
			short++
			continue
		}
		first = first ? first : c
		final = c
	}
	printf "Y_SPAN = %.6g\n", highest_y - lowest_y
	printf "COUNT = %d\nFIRST = %s\nLAST = %s\nOTHERS = %s\n", wholes,
	    quoted(rep_of[first]), quoted((set_of[first] == set_of[final] ? \
	    "" : "set " set_of[final] ", rep ") rep_of[final]),
	    quoted(short ? "not whole" : "")
}
