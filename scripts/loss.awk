# loss.awk - velocity loss and greatest lean of each rep, for loss.gp

function setup()
{
	if (ARGV[3] != "")
		files[2] = ARGV[3]
}

function head()
{
	if (n == 2) {
		need("set", "plumb-sets")
		if (upright)
			need("break_rep", "plumb-sets")
		return
	}
	rep_head()
	need("vl_pct", "plumb-reps")
	upright = "lean_max_deg" in at
}

function row()
{
	if (n == 2) {
		break_of[set_key()] = get("break_rep")
		gain_of[set_key()] = get("break_gain_deg")
		return
	}
	if (!rep_row())
		return
	loss[reps] = get("vl_pct")
	lean[reps] = get("lean_max_deg")
	told += loss[reps] != "" || lean[reps] != ""
}

# the median of a set's first three leans of whole reps
function base(s,    k, list, many)
{
	for (k = 1; k <= reps && many < 3; k++)
		if (set_of[k] == s && class[k] == "work" && lean[k] != "")
			list[++many] = lean[k]
	return many == 3 ? median(list, 3) : ""
}

function done(    k, s, b)
{
	if (!told) {
		why(reps ? "no velocity or lean of a repetition is known" : \
		    "no repetition found", 44)
		return
	}
	print "$REPS << EOD"
	for (k = 1; k <= reps; k++) {
		if (k > 1 && set_of[k] != set_of[k - 1])
			print ""
		printf "%.2f\t%s\t%s\t%d\n", x[k],
		    loss[k] == "" ? "NaN" : loss[k],
		    lean[k] == "" ? "NaN" : lean[k], class[k] == "work"
		if (loss[k] != "") {
			losses++
			if (loss[k] + 0 > worst)
				worst = loss[k] + 0
		}
		if (lean[k] != "") {
			if (!leans++)
				low = high = lean[k] + 0
			low = lean[k] + 0 < low ? lean[k] + 0 : low
			high = lean[k] + 0 > high ? lean[k] + 0 : high
		}
	}
	print "EOD\n$BASES << EOD"
	for (s = 1; s <= sets; s++)
		if ((b = base(s)) != "") {
			printf "%.2f\t%s\t%.2f\n", set_from[s] - 0.3, b,
			    set_to[s] + 0.3
			bases++
		}
	print "EOD\narray BREAK_AT[" reps "]\narray BREAK[" reps "]"
	for (k = 1; k <= reps; k++) {
		if (break_of[key_of[k]] == "" || break_of[key_of[k]] != rep[k])
			continue
		printf "BREAK_AT[%d] = %.2f\nBREAK[%d] = %s\n", ++breaks,
		    x[k] - 0.5, breaks, quoted("breaks at rep " rep[k] \
		    sprintf(": +%.1f deg", gain_of[key_of[k]]))
	}
	# 10 % and 10 deg at least: what is less is no more than chance
	printf "WORST = %.6g\nLOW = %.6g\nHIGH = %.6g\n", (worst > 10 ? worst : 10),
	    (high - low < 10 ? (high + low) / 2 - 5 : low),
	    (high - low < 10 ? (high + low) / 2 + 5 : high)
	printf "PANELS = %d\n", 1 + upright
	printf "BASES = %d\nBREAKS = %d\nLOSSES = %d\nLEANS = %d\n", bases,
	    breaks, losses, leans
	rep_ticks(540)
}
