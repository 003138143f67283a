# accuracy-pipe.awk - errors of the pipe over simulated sessions
#
# Reads, per session and in this order, FILE arguments of four kinds told apart
# by their last assignment: kind=truth and kind=reps (rep tables), kind=trace
# and kind=stream (sample streams).  Prints one line: sets whose count is
# wrong, then mean and greatest size of each error.
function keep(name, error) {
	error = error < 0 ? -error : error
	sum[name] += error
	n[name]++
	if (error > worst[name])
		worst[name] = error
}
function field(name) { return $at[kind, name] }
function session(   i, k, e) {
	sessions++
	wrong += reps != truths
	if (reps != truths)
		return
	for (i = 1; i <= reps; i++) {
		for (k in unit) {
			e = rep[i, k] - truth[i, k]
			keep(k, unit[k] == "%" ? 100 * e / truth[i, k] : e)
		}
		if (rows[i])
			keep("lean_rms_deg", sqrt(square[i] / rows[i]))
	}
}
BEGIN {
	FS = ","
	unit["bottom_s"] = unit["depth_m"] = unit["mcv_m_s"] = 1
	unit["moment_t7t8_peak_nm"] = unit["moment_l5s1_peak_nm"] = "%"
}
FNR == 1 {
	if (kind == "truth") {
		if (FILENAME != ARGV[1] && NR > 1)
			session()
		truths = reps = now = 0
		split("", square)
		split("", rows)
	}
	for (i = 1; i <= NF; i++)
		at[kind, $i] = i
	next
}
kind == "truth" && field("class") == "work" {
	truths++
	from[truths] = field("start_s")
	to[truths] = field("end_s")
	for (k in unit)
		truth[truths, k] = field(k)
}
kind == "reps" && (field("class") == "work" || field("class") == "partial") {
	reps++
	for (k in unit)
		rep[reps, k] = field(k)
}
kind == "trace" { lean[FNR] = field("lean_deg") }
kind == "stream" {
	t = field("t_s")
	while (now < truths && t > to[now])
		now++
	if (now && t >= from[now] && t <= to[now]) {
		square[now] += (field("lean_deg") - lean[FNR]) ^ 2
		rows[now]++
	}
}
END {
	session()
	printf "%3d of %d", sessions - wrong, sessions
	m = split("bottom_s lean_rms_deg moment_t7t8_peak_nm " \
	    "moment_l5s1_peak_nm depth_m mcv_m_s", order, " ")
	for (i = 1; i <= m; i++) {
		k = order[i]
		printf "  %.3f / %.3f", n[k] ? sum[k] / n[k] : 0, worst[k]
	}
	print ""
}
