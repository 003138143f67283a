# accuracy-shift.awk - how far a recording is off as a whole
#
# Reads its truth and its rep table; prints, for each column of which there is a
# share to tell, the mean of the errors over the mean of the truth, and the square
# of the standard error of that.
BEGIN {
	FS = ","
	split("depth_m mcv_m_s mcv_bar_m_s pv_m_s con_s", column, " ")
}
FNR == 1 {
	file++
	for (i = 1; i <= NF; i++)
		at[file, $i] = i
	next
}
$at[file, "class"] == "work" {
	n[file]++
	for (i in column)
		x[file, n[file], i] = $at[file, column[i]]
}
END {
	if (n[1] != n[2] || n[1] < 2)
		exit
	for (i in column) {
		sum = square = mean = 0
		for (k = 1; k <= n[1]; k++) {
			e = x[2, k, i] - x[1, k, i]
			sum += e
			square += e * e
			mean += x[1, k, i] / n[1]
		}
		print column[i], sum / n[1] / mean,
		    (square - sum * sum / n[1]) / (n[1] - 1) / n[1] / mean ^ 2
	}
}
