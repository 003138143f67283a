# accuracy-squats.awk - a line of a score table: found, and sizes of errors
function agree(name) {
	if (!(name in median))
		return "            -"
	return sprintf(" %5.2f (%.2f)", median[name], far[name])
}
BEGIN { FS = "," }
NR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}
$1 == "agreement" && $at["bias"] != "" {
	median[$2] = $at["abs_error_median"]
	far[$2] = $at["abs_error_p95"]
}
{ value[$1] = $at["score_value"] }
END {
	more = value["test_reps"] - value["matched_reps"]
	printf "%3d of %2d%-4s%s%s%s%s\n", value["matched_reps"],
	    value["reference_reps"], more ? " +" more : "", agree("start_s"),
	    agree("bottom_s"), agree("end_s"), agree("lean_max_deg")
}
