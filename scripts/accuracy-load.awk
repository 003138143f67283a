# accuracy-load.awk - errors of the load of one session: truth.csv found.csv
#
# For each level of each repetition that both have: level, relative error of
# peak and impulse, error of the peak in its SD, and less the mean error of the
# session in the SD against the set, error of the impulse in its SD.  Repetitions
# go together by their bottoms.
BEGIN { FS = ","; split("l5s1 t7t8", levels, " ") }
FNR == 1 {
	file++
	for (i = 1; i <= NF; i++)
		at[file, $i] = i
	next
}
$at[file, "class"] != "work" { next }
file == 1 {
	n++
	bottom[n] = $at[1, "bottom_s"]
	for (l = 1; l <= 2; l++) {
		peak[n, l] = $at[1, "moment_" levels[l] "_peak_nm"]
		impulse[n, l] = $at[1, "impulse_" levels[l] "_nms"]
	}
	next
}
{
	for (k = 1; k <= n; k++) {
		d = $at[2, "bottom_s"] - bottom[k]
		if (d * d < 1)
			break
	}
	if (k > n)
		next
	for (l = 1; l <= 2; l++) {
		nm = $at[2, "moment_" levels[l] "_peak_nm"]
		if (nm == "")
			continue
		rows++
		level[rows] = l
		error[rows] = nm - peak[k, l]
		sum[l] += error[rows]
		count[l]++
		within[rows] = $at[2, "moment_" levels[l] "_peak_within_sd_nm"]
		line[rows] = levels[l] " " nm / peak[k, l] - 1 " " \
		    $at[2, "impulse_" levels[l] "_nms"] / impulse[k, l] - 1 \
		    " " error[rows] / $at[2, "moment_" levels[l] "_peak_sd_nm"]
		of_impulse[rows] = ($at[2, "impulse_" levels[l] "_nms"] - \
		    impulse[k, l]) / $at[2, "impulse_" levels[l] "_sd_nms"]
	}
}
END {
	for (r = 1; r <= rows; r++) {
		l = level[r]
		print line[r], (error[r] - sum[l] / count[l]) / within[r], \
		    of_impulse[r]
	}
}
