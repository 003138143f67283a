# accuracy-segment.awk - figures of plumb-score, a column for each condition
#
# Reads per condition, after name=NAME: its score table, its joined rep table
# and what was refused, a line for each: exit status and message.
BEGIN { FS = "," }
FNR == 1 && FILENAME != file {
	if (name != last) {
		condition[++conditions] = last = name
		kind = 0
	}
	file = FILENAME
	kind++
}
FILENAME ~ /refused.txt$/ {
	split($0, word, " ")
	over = word[1] >= 126
	count[name, over ? "crashes" : "refusals"]++
	sub(/^[0-9]+/, over ? "crash" : "refused")
	why[$0]
	next
}
FNR == 1 {
	split("", at)
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}
kind == 1 && $1 == "labels" {
	was = $at["reference_class"]
	is = $at["test_class"]
	ours = is == "work" || is == "partial"
	theirs = was == "work" || was == "partial"
	pairs = $at["pairs"]
	if (ours && !theirs)
		count[name, "counted " was] += pairs
	if (theirs && !ours)
		count[name, "missed " is] += pairs
	confusion[name, was, is] = pairs
	classes[was]
	classes[is]
	next
}
kind == 1 && $1 == "agreement" {
	for (i in at)
		agreement[name, $2, i] = $at[i]
	next
}
kind == 1 { figure[name, $1] = $at["score_value"]; next }
kind == 2 {
	if ($0 ~ /(nan|inf)/)
		count[name, "nan"]++
	class = $at["class"]
	if (class != "work" && class != "partial")
		next
	reps[name]++
	confidence[name] += $at["confidence"]
	if ($at["truncated"] == 1)
		next
	m = split("start_s bottom_s end_s ecc_s con_s depth_m mcv_m_s " \
	    "lean_max_deg confidence", must, " ")
	for (i = 1; i <= m; i++)
		count[name, "empty"] += $at[must[i]] == ""
}
function line(text,   i) {
	printf "%-26s", text
	for (i = 1; i <= conditions; i++)
		printf " %8s", cell[i]
	print ""
}
function figures(text, key, format,   i, x) {
	for (i = 1; i <= conditions; i++) {
		x = figure[condition[i], key]
		cell[i] = x == "" ? "-" : sprintf(format, x)
	}
	line(text)
}
function counts(text, keys,   i, k, m, word, s) {
	m = split(keys, word, "|")
	for (i = 1; i <= conditions; i++) {
		s = ""
		for (k = 1; k <= m; k++)
			s = s (k > 1 ? "/" : "") \
			    (count[condition[i], word[k]] + 0)
		cell[i] = s
	}
	line(text)
}
function errors(text, column, key, format,   i, x) {
	for (i = 1; i <= conditions; i++) {
		x = agreement[condition[i], column, key]
		cell[i] = x == "" ? "-" : sprintf(format, x)
	}
	line(text)
}
function phase(text, column,   i, c) {
	errors(text " s, bias", column, "bias", "%+.3f")
	for (i = 1; i <= conditions; i++) {
		c = agreement[condition[i], column, "error_sd"]
		cell[i] = c == "" ? "-" : sprintf("+-%.3f", 1.96 * c)
	}
	line("  limits of agreement")
}
END {
	for (i = 1; i <= conditions; i++)
		cell[i] = condition[i]
	line("")
	figures("repetitions", "reference_reps", "%d")
	figures("precision", "precision", "%.4f")
	figures("recall", "recall", "%.4f")
	figures("F1", "f1", "%.4f")
	figures("sets", "sets", "%d")
	figures("sets exact", "sets_exact", "%.4f")
	figures("sets within one", "sets_within_one", "%.4f")
	figures("labels right", "labels_right", "%.4f")
	counts("unrack/walk/rerack counted", \
	    "counted unrack|counted walk|counted rerack")
	counts("failed/unknown/none counted", \
	    "counted failed|counted unknown|counted none")
	counts("missed: failed/unknown/none", \
	    "missed failed|missed unknown|missed none")
	counts("missed: unrack/walk/rerack", \
	    "missed unrack|missed walk|missed rerack")
	phase("descent", "ecc_s")
	phase("bottom", "bottom_pause_s")
	phase("ascent", "con_s")
	phase("top", "top_pause_s")
	phase("start", "start_s")
	phase("end", "end_s")
	errors("depth m, mean size", "depth_m", "abs_error_mean", "%.4f")
	errors("  within a set", "depth_m", "abs_error_in_set", "%.4f")
	errors("mean velocity m/s, same", "mcv_m_s", "abs_error_mean", "%.4f")
	errors("greatest lean deg, same", "lean_max_deg", "abs_error_mean", \
	    "%.2f")
	errors("early gain of lean, same", "lean_gain_early_deg", \
	    "abs_error_mean", "%.2f")
	errors("velocity loss %, same", "vl_pct", "abs_error_mean", "%.1f")
	errors("sparc, same", "sparc", "abs_error_mean", "%.3f")
	figures("calibration error", "calibration_error", "%.4f")
	figures("  of those counted", "calibration_error_reps", "%.4f")
	for (i = 1; i <= conditions; i++) {
		c = condition[i]
		cell[i] = reps[c] ? sprintf("%.3f", confidence[c] / reps[c]) \
		    : "-"
	}
	line("confidence of those counted")
	counts("crashes/refusals", "crashes|refusals")
	counts("cells nan/empty", "nan|empty")
	fflush()
	for (i in why)
		print i | "sort"
	close("sort")
	labels(condition[3])
}
# what was there, and what was made of it
function labels(c,   i, k, m, n, word, s) {
	m = split("work partial failed unrack rerack walk unknown none", \
	    word, " ")
	printf "%-10s", "was \\ is"
	for (k = 1; k <= m; k++)
		printf " %8s", word[k]
	print ""
	for (i = 1; i <= m; i++) {
		printf "%-10s", word[i]
		for (k = 1; k <= m; k++)
			printf " %8d", confusion[c, word[i], word[k]]
		print ""
	}
}
