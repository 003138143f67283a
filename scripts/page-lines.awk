# page-lines.awk - of what page.awk has gathered, the lines of the page
#
# Used beside it; page.awk says what the lines are.

function put(kind, a, b, c) {
	printf "%s\t%s%s%s\n", kind, a, (b == "" ? "" : "\t" b), \
	    (c == "" ? "" : "\t" c)
}

function done() {
	put("title", clean(told["title"]))
	put_sentences()
	if (told["mode"] == "one")
		put_facts()
	put_pictures()
	put_flags()
	put_cannot()
	put_table("reps", "Every repetition")
	put_table("compare", "Every column compared")
	put_table("dose", "Every session")
}

function put_sentences(    i, part, who) {
	if ("failed" in told)
		put("say", "Of no use", "The recording is unfit for analysis (" \
		    told["failed"] " refused it): what is wrong with it stands below, and there are no repetitions.")
	for (i = 1; i <= said_n; i++) {
		split(says[i], part, "\t")
		who = part[1]
		put("say", toupper(substr(who, 1, 1)) substr(who, 2), \
		    clean(part[2]))
	}
	for (i = 1; ("say " i) in told; i++) {
		who = told["say " i]
		put("say", substr(who, 1, index(who, ":") - 1), \
		    clean(substr(who, index(who, ":") + 2)))
	}
	if (lines["compare"])
		put("say", "Differences", \
		    sprintf("Of %d columns %d differ, %d are the same, and of %d it cannot be told.", \
		    lines["compare"] - 1, verdicts["differs"], verdicts["same"], \
		    verdicts["cannot tell"]))
	if (told["mode"] == "season" && lines["dose"] > 1)
		put("say", "Dose", sprintf("%d session%s in the 28 days to %s", \
		    sessions_28, sessions_28 > 1 ? "s" : "", last_day) \
		    (sum_28 == "" ? "; the dose of the back is not known." : \
		    sprintf(": %.0f N·m·s at %s, of them %.0f in the last 7.", \
		    sum_28, called[level], sum_7)))
}

function join(a, b) {
	return a == "" ? b : b == "" ? a : a "; " b
}

# in_unit: what was told has its unit, unless it was told with one
function in_unit(text, its) {
	return text ~ /^[0-9.,]+$/ ? text " " its : text
}

# word that was told under a key, behind what it is
function word(key, what) {
	return key in told ? what (what == "" ? "" : " ") told[key] : ""
}

function put_facts(    text) {
	# where there is no load the tables do not have them
	text = body != "" ? body " kg" : in_unit(told["body"], "kg")
	if ("stature" in told)
		text = join(text, "stature " in_unit(told["stature"], "m"))
	text = join(text, word("sex", "sex"))
	if ("neutral-lean" in told)
		text = join(text, "neutral lean " told["neutral-lean"] " deg")
	text = join(text, word("belt", "belt"))
	text = join(text, assumed == "" ? "" : "assumed: " assumed)
	put("fact", "Athlete", text == "" ? "not stated" : clean(text))
	text = bar_hi == "" ? in_unit(told["bar"], "kg") : \
	    (bar_lo < bar_hi ? bar_lo " to " : "") bar_hi " kg"
	if (text == "")
		text = "not stated"
	else if (told["rack"] == "none")
		text = "none"
	else {
		text = text ", " told["rack"]
		if ("offset" in told)
			text = text "; offset " in_unit(told["offset"], "m")
	}
	put("fact", "Bar", clean(text))
	text = word("place", "place")
	text = join(text, found["rate"] == "" ? "" : \
	    sprintf("%.6g Hz", found["rate"]))
	text = join(text, found["length"] == "" ? "" : \
	    sprintf("%.0f s", found["length"]))
	put("fact", "Sensor", clean(text))
	put("fact", "Calibration", clean(calibration()))
}

# calibration: where up is from, and how well it is known; 7 deg as plumb-check
# has it
function calibration(    text, sd) {
	if ("failed" in told)
		return "none"
	sd = found["align_sd"]
	if (sd == "")
		text = "no axes of a trunk"
	else if ("standing" in told)
		text = "stance from " told["standing"] \
		    (sd > 7 ? ", which this recording contradicts" : "")
	else if ("up" in told)
		text = "up is " told["up"] ", as told"
	else
		text = sd > 7 ? "no stance seen, so up is a guess" : \
		    "stance found in the recording"
	if (sd != "")
		text = text ": known to ± " sprintf("%.1f", sd) " deg"
	if ("poses" in told)
		text = text "; accelerometer calibrated by " told["poses"]
	else if (found["acc_rest"] != "")
		text = text "; gravity reads " \
		    sprintf("%.2f", found["acc_rest"]) " m/s² at rest"
	return text
}

function caption(name, rack) {
	if (name == "strip")
		return "Every candidate, what it was taken for, and why. Repetitions are numbered."
	if (name == "trace")
		return !loads ? (found["align_sd"] == "" ? "Height" : \
		    "Lean and height") " over time." : \
		    "Lean, height and moment over time. The band is ± one standard deviation."
	if (name == "path")
		return "Lean against height, all repetitions over one another."
	if (name == "load")
		return "The moment within each repetition, and what the same movement would be with the bar " \
		    (rack ~ /bar/ ? "in front: but nobody leans as far under it there." : \
		    "on the back: but nobody leans as little under it there.")
	if (name == "tempo")
		return "How long descent, pause and ascent took" \
		    ("tempo" in told ? ", against " told["tempo"] "." : ".")
	if (name == "loss")
		return "Velocity lost against the fastest repetition of the set" \
		    (upright ? ", and greatest lean. A dashed line: posture breaks there." : ".")
	if (name == "dose")
		return "Greatest moment and impulse of the sessions of the last 28 days, and their sums."
	if (name == "compare")
		return "Differences of means, B (test) less A (reference), with the interval they lie in where it can be told."
	if (name == "spectrum")
		return "How the signal's power lies over frequency. Tremor, if there is any, lies from 8 to 12 Hz."
	return ""
}

function put_pictures(    i, name, kind, which) {
	for (i = 1; i <= pictures; i++) {
		name = drawn[i]
		sub(/.*\//, "", name)
		which = sub(/-a$/, "", name) ? "a" : \
		    sub(/-b$/, "", name) ? "b" : ""
		kind = name == "strip" || name == "trace" ? "wide" : \
		    name == "spectrum" ? "more" : \
		    name == "compare" ? "alone" : "small"
		put("picture", drawn[i], kind, \
		    (which == "" ? "" : toupper(which) ": ") \
		    clean(caption(name, \
		    told["rack" (which == "" ? "" : " " which)])))
	}
}

function put_flags(    i, part) {
	if (findings)
		put("flag", "ok", (flagged ? findings - flagged " of " findings : \
		    "All " findings) " checks of the recording" \
		    (lines["compare"] ? "s" : "") " are within their limits" \
		    (blanks ? "; of " blanks " more there was nothing to judge by." : "."))
	for (i = 1; i <= flagged; i++) {
		split(flags[i], part, "\t")
		put("flag", part[1], part[2])
	}
	# what a check says in the same words is said
	for (i = 1; i <= noted; i++)
		if (!advised(notes[i]))
			put("flag", "note", clean(notes[i]))
}

function advised(note,    a) {
	for (a in advice)
		if (index(note, a))
			return 1
	return 0
}

function put_cannot() {
	put("cannot", "What hips, knees and feet do, and whatever moves out of the plane of the squat.")
	if (bar_hi != "" || lines["dose"] || lines["compare"])
		put("cannot", "Elbows that drop and a bar that slips: it is taken to stay where it was put.")
	if (!two_links && (told["mode"] != "one" || found["align_sd"] != ""))
		put("cannot", "Whether the back rounds: one sensor sees the lean of the place where it is worn.")
	if (bar_hi != "" || lines["dose"] || lines["compare"])
		put("cannot", "The force of a muscle at the upper back: a moment is what all that crosses the joint holds together. ± is one standard deviation of what is uncertain about body, bar and stance; the model itself is not in it.")
	put("cannot", "Pain, and the risk of an injury. This is not medical advice.")
}

function put_table(name, title,    i) {
	if (lines[name] < 2)
		return
	put("table", title)
	for (i = 1; i <= lines[name]; i++)
		printf "%s\t%s\n", i == 1 ? "head" : "row", \
		    clean_tabs(rows_of[name, i])
}

# tabs stay, whatever else cannot be printed goes
function clean_tabs(text) {
	gsub(/[\001-\010\012-\037\177]/, " ", text)
	return text
}
