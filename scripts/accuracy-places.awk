# accuracy-places.awk - how many repetitions, beside how many there are
#
# awk -v file=NAME -v least=N -v most=N -f accuracy-places.awk TRUTH.csv REPS.csv
# Where the truth tells times, they are matched within 1.5 s, and those found
# that match none are false.
BEGIN { FS = "," }
FNR == 1 {
	table++
	for (i = 1; i <= NF; i++)
		at[table, $i] = i
	next
}
table == 1 && $at[1, "file"] == file && $at[1, "bottom_s"] != "" {
	bottom[++theirs] = $at[1, "bottom_s"]
}
table == 2 && ($at[2, "class"] == "work" || $at[2, "class"] == "partial") {
	ours++
	nearest = 1.5
	match_ = 0
	for (i = 1; i <= theirs; i++) {
		off = $at[2, "bottom_s"] - bottom[i]
		off = off < 0 ? -off : off
		if (!(i in taken) && off <= nearest) {
			nearest = off
			match_ = i
		}
	}
	if (match_) {
		taken[match_]
		hits++
	}
}
END {
	range = least == most ? least : least "-" most
	mark = ours < least + 0 || ours + 0 > most + 0 ? " !" : "  "
	if (theirs)
		printf "  %d of %d, %d false", hits, theirs, ours - hits
	else
		printf "  %2d of %-4s%s", ours, range, mark
}
