# accuracy-join.awk - one rep table of many, by the names of their columns
#
# A column that a table lacks is empty in its rows.  No cell may be quoted.
BEGIN { FS = OFS = "," }
FNR == 1 {
	split("", at)
	for (i = 1; i <= NF; i++) {
		at[i] = $i
		if (!($i in known)) {
			known[$i]
			column[++columns] = $i
		}
	}
	next
}
{
	rows++
	for (i = 1; i <= NF; i++)
		cell[rows, at[i]] = $i
}
function line(row,   i, s) {
	for (i = 1; i <= columns; i++)
		s = s (i > 1 ? "," : "") \
		    (row ? cell[row, column[i]] : column[i])
	print s
}
END {
	for (i = 0; i <= rows; i++)
		line(i)
}
