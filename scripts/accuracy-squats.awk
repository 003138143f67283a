# accuracy-squats.awk - repetitions found beside those of a table of truth
#
# awk -v file=NAME -f accuracy-squats.awk TRUTH.csv REPS.csv
function median(name,   i, k, x, a) {
	for (i = 1; i <= ours; i++) {
		x = error[name, i] < 0 ? -error[name, i] : error[name, i]
		for (k = i; k > 1 && a[k - 1] > x; k--)
			a[k] = a[k - 1]
		a[k] = x
	}
	x = (a[int((ours + 1) / 2)] + a[int(ours / 2) + 1]) / 2
	return sprintf("%7.2f (%.2f)", x, a[ours])
}
BEGIN { FS = "," }
FNR == 1 {
	table++
	for (i = 1; i <= NF; i++)
		at[table, $i] = i
	next
}
table == 1 && $at[1, "file"] == file {
	theirs++
	start[theirs] = $at[1, "start_s"]
	bottom[theirs] = $at[1, "bottom_s"]
	end[theirs] = $at[1, "end_s"]
	lean[theirs] = $at[1, "max_lean_deg"]
}
table == 2 && ($at[2, "class"] == "work" || $at[2, "class"] == "partial") {
	ours++
	error["start", ours] = $at[2, "start_s"] - start[ours]
	error["bottom", ours] = $at[2, "bottom_s"] - bottom[ours]
	error["end", ours] = $at[2, "end_s"] - end[ours]
	error["lean", ours] = $at[2, "lean_max_deg"] - lean[ours]
}
END {
	printf "%2d of %2d", ours, theirs
	if (ours == theirs)
		printf " %s %s %s %s", median("start"), median("bottom"),
		    median("end"), median("lean")
	print ""
}
