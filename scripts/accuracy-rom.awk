# accuracy-rom.awk - errors of one drill: truth.csv found.csv, -v part=thorax
#
# "drill 1" if the cycles and their classes are those of the truth, else "drill
# 0"; then for each of these "cycle" and the errors of range, of both ends ("-"
# where they are not told), of start and end, of both speeds in percent, and of
# the range in its SD.
BEGIN { FS = "," }
FNR == 1 {
	file++
	for (i = 1; i <= NF; i++)
		at[file, $i] = i
	next
}
function of(name) { return $at[file, name] }
function error(x, y) { return x == "" ? "-" : sprintf("%.5f", x - y) }
file == 1 {
	n++
	class[n] = of("class")
	range[n] = of(part "_range_deg")
	out[n] = of(part "_out_deg")
	back[n] = of(part "_back_deg")
	start[n] = of("start_s")
	end[n] = of("end_s")
	mean[n] = of("thorax_speed_mean_deg_s")
	peak[n] = of("thorax_speed_peak_deg_s")
	next
}
{
	m++
	wrong += m > n || of("class") != class[m]
	e = of(part "_range_deg") - range[m]
	line[m] = sprintf("cycle %.5f %s %s %.4f %.4f %.3f %.3f %.4f", e, \
	    error(of(part "_out_deg"), out[m]), \
	    error(of(part "_back_deg"), back[m]), \
	    of("start_s") - start[m], of("end_s") - end[m], \
	    100 * (of("thorax_speed_mean_deg_s") / mean[m] - 1), \
	    100 * (of("thorax_speed_peak_deg_s") / peak[m] - 1), \
	    e / of(part "_range_sd_deg"))
}
END {
	wrong += m != n
	print "drill", !wrong
	for (i = 1; !wrong && i <= n; i++)
		print line[i]
}
