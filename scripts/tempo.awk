# tempo.awk - how long descent, pause and ascent of each rep took, for tempo.gp

function setup()
{
	split("ecc bottom con", phase, " ")
	split("ecc_s bottom_pause_s con_s", column, " ")
	asked = ARGV[3]
	if (asked != "")
		prescription(asked)
}

# 3-1-X-0 or 31X0, as plumb-reps has it
function prescription(text,    many, part, i)
{
	many = split(text, part, "-")
	if (many == 1 && length(text) == 4) {
		many = 4
		for (i = 1; i <= 4; i++)
			part[i] = substr(text, i, 1)
	}
	for (i = 1; i <= 4; i++)
		if (part[i] !~ /^([0-9]+\.?[0-9]*|\.[0-9]+|[xX])$/)
			many = 0
	if (many != 4) {
		n = 1
		die("the tempo '" text "' is not like 3-1-X-0")
	}
	for (i = 1; i <= 3; i++)
		wanted[i] = part[i]
}

function head(    i)
{
	rep_head()
	for (i = 1; i <= 3; i++)
		need(column[i], "plumb-reps")
}

function row(    i, err)
{
	if (!rep_row())
		return
	for (i = 1; i <= 3; i++) {
		took[reps, i] = get(column[i])
		err = get(phase[i] "_err_s")
		if (asked == "" && err != "" && took[reps, i] != "")
			wanted[i] = took[reps, i] - err
	}
	pauses += took[reps, 2] > 0
	if (took[reps, 1] != "")
		timed++
}

function done(    i, k)
{
	if (!timed) {
		why(reps ? "no repetition has a tempo" : "no repetition found", 44)
		return
	}
	print "$TEMPO << EOD"
	for (k = 1; k <= reps; k++) {
		printf "%.2f", x[k]
		for (i = 1; i <= 3; i++)
			printf "\t%s", took[k, i] == "" ? "NaN" : took[k, i]
		printf "\t%d\n", class[k] == "work"
		for (i = 1; i <= 3; i++)
			if (took[k, i] + 0 > most)
				most = took[k, i] + 0
	}
	print "EOD\narray WANTED[3]\narray ASK[3]"
	for (i = 1; i <= 3; i++) {
		if (!(i in wanted) && (phase[i] "_err_s") in at)
			wanted[i] = "X"		# asked for, but no error
		if (i in wanted && wanted[i] + 0 > most)
			most = wanted[i] + 0
		printf "WANTED[%d] = %s\nASK[%d] = %s\n", i,
		    i in wanted && wanted[i] !~ /[xX]/ ? \
		    sprintf("%.6g", wanted[i]) : "NaN", i,
		    quoted(!(i in wanted) ? "" : wanted[i] ~ /[xX]/ ? \
		    "asked: fast" : sprintf("asked %.2g s", wanted[i]))
	}
	printf "MOST = %.6g\nPAUSES = %d\n", most, pauses
	rep_ticks(165)
}
