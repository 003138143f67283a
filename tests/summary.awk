# summary.awk - does a summary say what the tables hold, and nothing else?
#
# awk -v level=t7t8 -f summary.awk reps.csv sets.csv summary.csv
# Of one recording.  Takes every sentence apart clause by clause, works each out
# anew from the tables, and prints what does not hold, or what is left over.

function wrong(what) { print reader ": " what ": " whole; bad = 1 }
function near(x, y) { return x - y < .51 * unit && y - x < .51 * unit }
function root(x) { return sqrt(x) }

# take PATTERN: cut the clause at the front of what is left; false if it is not
# there; its numbers are in n[1], n[2] ...
function take(pattern,   text, k) {
	if (!match(left, "^" pattern))
		return 0
	text = substr(left, 1, RLENGTH)
	left = substr(left, RLENGTH + 1)
	gsub(/T7\/8|L5\/S1/, "", text)
	k = 0
	split("", n)
	while (match(text, /[0-9]+(\.[0-9]+)?/)) {
		n[++k] = substr(text, RSTART, RLENGTH) + 0
		text = substr(text, RSTART + RLENGTH)
	}
	many = k
	return 1
}

# span LO HI STEP: are the numbers taken these, once if they print alike?
function span(lo, hi, step) {
	unit = step
	return many == 1 ? near(n[1], lo) && near(n[1], hi) : \
	    many == 2 && near(n[1], lo) && near(n[2], hi)
}

function least(x, y) { return x == "" || y < x ? y : x }
function most(x, y) { return x == "" || y > x ? y : x }

BEGIN { FS = ","; num = "[0-9]+(\\.[0-9]+)?"; range = num "( to " num ")?"
	back = "the (upper|lower) back \\((T7/8|L5/S1)\\)" }
FNR == 1 {
	file++
	for (i = 1; i <= NF; i++)
		at[file, $i] = i
	next
}
function v(name) { return (file, name) in at ? $at[file, name] : "" }

file == 1 {
	class = v("class")
	all++
	unknown += class == "unknown"
	if (class != "work" && class != "partial" && class != "failed")
		next
	reps++
	k[class]++
	if (!(v("set") in in_set))
		sets++
	in_set[v("set")]++
	if (v("bar_kg") != "") {
		kg_lo = least(kg_lo, v("bar_kg") + 0)
		kg_hi = most(kg_hi, v("bar_kg") + 0)
	}
	peak = v("moment_" level "_peak_nm")
	if (peak == "")
		untold++
	else {
		told++
		p[told] = peak + 0
		w[told] = v("moment_" level "_peak_within_sd_nm")
		id[told] = v("set") " " v("rep")
		p_lo = least(p_lo, peak + 0)
		if (p_hi == "" || peak + 0 >= p_hi) {
			p_hi = peak + 0
			p_sd = v("moment_" level "_peak_sd_nm")
			best = told
		}
		nms += v("impulse_" level "_nms")
		nms_sd += v("impulse_" level "_sd_nms")
	}
	if (class != "work")
		next
	speed = v("mcv_bar_m_s") != "" ? v("mcv_bar_m_s") : v("mcv_m_s")
	if (speed != "" && !(v("truncated") + 0)) {
		s = v("set")
		fast[s] = most(fast[s], speed + 0)
		last[s] = speed + 0
		speeds[s]++
	}
	if (v("lean_max_deg") != "") {
		leans[v("set")]++
		if (lean1 == "")
			lean1 = v("lean_max_deg")
		lean2 = v("lean_max_deg")
		l_lo = least(l_lo, lean2 + 0)
		l_hi = most(l_hi, lean2 + 0)
		l_sd = most(l_sd, v("lean_max_sd_deg") + 0)
	}
	if (v("depth_m") != "" && !(v("truncated") + 0)) {
		d_lo = least(d_lo, v("depth_m") + 0)
		d_hi = most(d_hi, v("depth_m") + 0)
	}
	if (v("roll_mean_deg") != "")
		roll[++rolls] = v("roll_mean_deg") + 0
	next
}
file == 2 {
	if (v("reps_work") + v("reps_partial") + v("reps_failed") == 0)
		next
	if (v("tut_s") == "")
		no_tut = 1
	tut += v("tut_s")
	if (v("break_rep") != "") {
		breaks++
		broken[v("set") " " v("break_rep")] = v("break_gain_deg")
		chance[v("set") " " v("break_rep")] = v("break_p")
		gain = most(gain, v("break_gain_deg") + 0)
	}
	next
}
{
	reader = $1
	whole = substr($0, length($1) + 2)
	gsub(/^"|"$/, "", whole)
	left = whole
	seen[reader]++
	if (reps == 0)
		none()
	else if (reader == "lifter")
		lifter()
	else if (reader == "coach")
		coach()
	else if (reader == "physio")
		physio()
	if (left != ".")
		wrong("is left over: '" left "'")
}
END {
	if (seen["lifter"] != 1 || seen["coach"] != 1 || seen["physio"] != 1) {
		print "not one sentence each"
		bad = 1
	}
	exit bad
}

function none() {
	if (!take("No squat was found"))
		return wrong("there is no repetition")
	if (take(" in " num " movements? that might have been one") &&
	    n[1] != all)
		wrong("other candidates")
	if (take(", of which " num " could not be named") && n[1] != unknown)
		wrong("other unknowns")
}

# which HERE: the set and repetition taken, as "set rep"
function which(at_most,   s) {
	for (s in in_set)
		;
	return many >= at_most + 2 ? n[at_most + 2] " " n[at_most + 1] : \
	    s " " n[at_most + 1]
}

function lifter(   i, gap, out) {
	if (!take(num " squats? in " num " sets?") || n[1] != reps ||
	    n[2] != sets)
		wrong("how many")
	if (take(" with " range " kg") && !span(kg_lo, kg_hi, 1e-6))
		wrong("bar")
	if (take(", " num " of them partial and " num " failed")) {
		if (n[1] != k["partial"] || n[2] != k["failed"])
			wrong("classes")
	} else if (take(", " num " of them partial")) {
		if (n[1] != k["partial"] || k["failed"])
			wrong("partial")
	} else if (take(", " num " of them failed")) {
		if (n[1] != k["failed"] || k["partial"])
			wrong("failed")
	} else if (k["partial"] || k["failed"])
		wrong("is silent of classes")
	if (take("; what the back had to hold (is not known without the (masses of bar and body|lean of the trunk)|cannot be told)")) {
		if (told)
			wrong("it can")
		return
	}
	if (!take(": at its peaks " back " had to hold " range " N·m") ||
	    !span(p_lo, p_hi, 1))
		wrong("peaks")
	if (!take(" \\(± " num "\\)") || !span(p_sd, p_sd, 1))
		wrong("its deviation")
	out = told > 1
	for (i = 1; i <= told; i++) {
		gap = 1.96 * root(w[i] ^ 2 + w[best] ^ 2)
		if (i != best && (!(p_hi - p[i] > gap) || w[i] == "" ||
		    w[best] == ""))
			out = 0
	}
	if (take(", clearly the most in (rep " num ")?( of )?(set " num ")?")) {
		if (!out || which(0) != id[best])
			wrong("it is not clear")
	} else if (out || (take("; no rep stands out") == (told < 2)))
		wrong("what stands out")
	if (take("; of " num " reps? it cannot be told") ? n[1] != untold : \
	    untold > 0)
		wrong("untold")
}

function coach(   s, test, worst, name, slow, paced, loss) {
	if (take("Greatest lean cannot be told")) {
		if (l_hi != "")
			wrong("it can")
	} else if (take("Greatest lean was " num " deg in the first full rep and " num " in the last")) {
		unit = 1
		if (sets != 1 || !near(n[1], lean1) || !near(n[2], lean2))
			wrong("first and last")
	} else if (!take("Greatest lean was " range " deg") ||
	    !span(l_lo, l_hi, 1))
		wrong("lean")
	if (take(" \\(± " num "\\)") && !span(l_sd, l_sd, 1))
		wrong("deviation of lean")
	for (s in leans)
		test += leans[s] >= 5
	if (take("; posture breaks in (rep " num ")?( of )?(set " num ")? \\(" num " deg more from there on, p < " num "\\)")) {
		name = many == 4 ? n[2] " " n[1] : which(0)
		if (many < 4)
			for (s in in_set)
				name = s " " n[1]
		unit = 1
		if (!(name in broken) || !near(n[many - 1], broken[name]) ||
		    !near(n[many - 1], gain) || !(chance[name] < n[many]))
			wrong("break")
		if (take(" and in " num " more sets?") ? n[1] != breaks - 1 : \
		    breaks != 1)
			wrong("how many breaks")
	} else if (take("; no break of posture can be told")) {
		if (breaks || !test)
			wrong("there is one, or too few reps")
	} else if (take("; too few reps to tell whether posture breaks")) {
		if (test)
			wrong("there are enough")
	} else if (l_hi != "")
		wrong("is silent of posture")
	for (s in speeds) {
		if (speeds[s] < 2)
			continue
		paced++
		loss = 100 * (fast[s] - last[s]) / fast[s]
		if (worst == "" || loss > worst) {
			worst = loss
			name = s
			slow = fast[s] - last[s] > .014
		}
	}
	if (take("; no loss of speed can be told")) {
		if (!paced || slow)
			wrong("it can be told")
	} else if (take("; the last " \
	    (k["partial"] + k["failed"] ? "full " : "") "rep was " num \
	    " % slower than the fastest")) {
		unit = 1
		if (!slow || !near(n[1], worst))
			wrong("speed")
		if (take(" in set " num ", and less in the others") ? \
		    n[1] != name : paced > 1)
			wrong("which set is slow")
	} else if (paced)
		wrong("is silent of speed")
}

function physio(   i, j, x, mid, sign) {
	if (take("The dose cannot be told")) {
		if (told)
			wrong("it can")
	} else if (!take("The dose of " back " was " num " N·m·s") ||
	    !span(nms, nms, 1))
		wrong("dose")
	if (take(" \\(± " num "\\)") && !span(nms_sd, nms_sd, 1))
		wrong("its deviation")
	if (take(", without " num " reps? of which it cannot be told") ? \
	    n[1] != untold : untold && told)
		wrong("untold")
	if (take("; " num " s under tension") && (no_tut || !span(tut, tut, .1)))
		wrong("tension")
	if (take("; greatest lean " range " deg") ? !span(l_lo, l_hi, 1) : \
	    l_hi != "")
		wrong("lean")
	if (take(" \\(± " num "\\)") && !span(l_sd, l_sd, 1))
		wrong("deviation of lean")
	if (take("; the sensor sank by " range " m") ? \
	    !span(d_lo, d_hi, .01) : d_hi != "")
		wrong("depth")
	for (i = 2; i <= rolls; i++) {
		x = roll[i]
		for (j = i - 1; j && roll[j] > x; j--)
			roll[j + 1] = roll[j]
		roll[j + 1] = x
	}
	mid = rolls % 2 ? roll[(rolls + 1) / 2] : \
	    (roll[rolls / 2] + roll[rolls / 2 + 1]) / 2
	sign = left ~ /to the right/ ? 1 : -1
	unit = 1
	if (take("; the trunk leant " num " deg \\(± " num "\\) to the (right|left)")) {
		if (!near(sign * n[1], mid) || !(n[1] > 1.5 * n[2]) ||
		    !(mid ^ 2 > (1.96 * l_sd) ^ 2))
			wrong("side")
	} else if (take("; no lean to a side can be told \\([+-]" num " ± " num " deg\\)")) {
		if (!near(n[1], mid < 0 ? -mid : mid) || !near(n[2], l_sd) ||
		    mid ^ 2 > (1.96 * l_sd) ^ 2)
			wrong("no side")
	}
}
