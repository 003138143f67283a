# page.awk - what a report says, as lines that page-html.awk and page-sheet.awk
# typeset
#
# awk -f table.awk -f page.awk page TOLD.tsv [TABLE ...]
# TOLD is what report knows beside the tables, a key and a text to a line; a
# TABLE is known by its name: check.csv (check-a.csv and check-b.csv of a
# comparison), summary.csv, reps.csv, compare.csv,
# dose.csv.  A line is a kind, and texts between tabs:
#	title TEXT	say WHO SENTENCE	fact NAME TEXT
#	picture NAME wide|small|alone|more CAPTION
#	flag ok|warn|unfit|note TEXT	cannot TEXT
#	table NAME	head CELL ...	row CELL ...

function setup(    line, i, key, text) {
	while ((getline line < ARGV[2]) > 0) {
		i = index(line, "\t")
		key = substr(line, 1, i - 1)
		text = substr(line, i + 1)
		if (key == "said")
			hear(text)
		else if (key == "picture")
			drawn[++pictures] = text
		else
			told[key] = text
	}
	close(ARGV[2])
	split("", files)
	for (i = 3; i < ARGC; i++)
		files[i - 2] = ARGV[i]
}

# hear what a filter said: what it assumed is a fact, the rest a flag, once
function hear(text) {
	if (sub(/^assumed: /, "", text))
		assumed = text
	else if (!(text in heard)) {
		heard[text] = 1
		notes[++noted] = text
	}
}

function head(    k) {
	table = files[n]
	sub(/.*\//, "", table)
	sub(/\.csv$/, "", table)
	side = ""
	if (sub(/^check-/, "", table)) {
		side = toupper(table) ": "
		table = "check"
	}
	if (table == "compare" || table == "dose" || table == "reps")
		begin_table()
}

function row() {
	if (table == "summary")
		says[++said_n] = get("reader") "\t" get("sentence")
	else if (table == "check")
		finding()
	else if (table == "reps")
		rep()
	else if (table == "compare")
		difference()
	else if (table == "dose")
		session()
}

function finding(    text) {
	text = get("check")
	# of several sensors the first is that of the squats
	if (!(text in found))
		found[text] = get("value")
	if (get("value") != "" || get("verdict") != "ok")
		findings++
	else
		blanks++
	if (get("verdict") == "ok")
		return
	gsub(/_/, " ", text)
	if (get("sensor") != "")
		text = get("sensor") ": " text
	if (get("value") != "")
		text = text " " get("value") unit(get("unit"))
	if (get("limit") != "")
		text = text ", should be " bound(get("limit")) unit(get("unit"))
	if (get("at_s") != "")
		text = text ", at " get("at_s") " s"
	if (get("advice") != "")
		text = text ": " get("advice")
	flags[++flagged] = get("verdict") "\t" clean(side text)
}

function unit(text) {
	return text == "" ? "" : " " text
}

function bound(text) {
	if (sub(/\.\./, " to ", text))
		return text
	sub(/^<=/, "at most ", text)
	sub(/^>=/, "at least ", text)
	return text
}

# ---- tables: rows[1] is the head ----

function add(line) {
	rows_of[table, ++lines[table]] = line
}

function begin_table(    i, line) {
	if (table == "compare")
		# medians, and a difference of means: they need not agree
		line = "what\tmedian of A\tmedian of B\tmean of B less that of A\tbetween\tverdict"
	else if (table == "dose")
		line = begin_dose()
	else {
		loads = "bar_kg" in at
		upright = "lean_max_deg" in at
		speed = "mcv_bar_m_s" in at ? "mcv_bar_m_s" : "mcv_m_s"
		line = "set\trep\tclass\t" (upright ? "lean, deg\t" : "") \
		    "sensor sank, m\tdescent-pause-ascent-top, s\t" \
		    (speed ~ /bar/ ? "bar" : "sensor") " rose at, m/s"
		for (i = 1; i < pairs; i += 2)
			if (("moment_" levels[i] "_peak_nm") in at)
				line = line "\t" called[levels[i]] \
				    " peak, N·m\t" called[levels[i]] \
				    " impulse, N·m·s"
	}
	add(line)
}

# fixed: to so many decimals, or a dash where there is none
function fixed(text, decimals) {
	return text == "" ? "–" : sprintf("%." decimals "f", text)
}

function with_sd(text, sd, decimals) {
	return fixed(text, decimals) \
	    (text == "" || sd == "" ? "" : " ± " fixed(sd, decimals))
}

function rep(    i, l, line) {
	if (get("body_kg") != "")
		body = get("body_kg") + 0
	if (get("bar_kg") != "") {
		bar = get("bar_kg") + 0
		bar_lo = bar_lo == "" || bar < bar_lo ? bar : bar_lo
		bar_hi = bar_hi == "" || bar > bar_hi ? bar : bar_hi
	}
	two_links = two_links || ("thoracic_max_deg" in at)
	if (!is_rep(get("class")))
		return
	line = get("set") "\t" get("rep") "\t" get("class") "\t" \
	    (upright ? with_sd(get("lean_max_deg"), \
	    get("lean_max_sd_deg"), 1) "\t" : "") \
	    fixed(get("depth_m"), 2) "\t" \
	    (get("tempo") == "" ? "–" : get("tempo")) "\t" \
	    fixed(get(speed), 2)
	for (i = 1; i < pairs; i += 2) {
		l = levels[i]
		if (("moment_" l "_peak_nm") in at)
			line = line "\t" with_sd(get("moment_" l "_peak_nm"), \
			    get("moment_" l "_peak_sd_nm"), 0) "\t" \
			    with_sd(get("impulse_" l "_nms"), \
			    get("impulse_" l "_sd_nms"), 0)
	}
	add(line)
}

# short: four digits of a number, and all that are before its point
function short(text) {
	return text == "" ? "–" : \
	    sprintf(abs(text + 0) >= 1000 ? "%.0f" : "%.4g", text)
}

function difference(    name) {
	name = get("column")
	if (get("reference_group") != "" || get("test_group") != "")
		name = get("reference_group") " – " get("test_group") ": " name
	add(name "\t" short(get("reference_median")) "\t" \
	    short(get("test_median")) "\t" short(get("difference")) "\t" \
	    (get("difference_low") == "" ? "–" : short(get("difference_low")) \
	    " to " short(get("difference_high"))) "\t" get("verdict"))
	verdicts[get("verdict")]++
}

function begin_dose(    line) {
	day = "date" in at ? "date" : "start_utc"
	level = level_of("impulse_", "_sum_nms")
	line = "day\treps\ttonnage, kg\tunder tension, s"
	if (level != "")
		line = line "\t" called[level] " peak, N·m\t" called[level] \
		    " impulse, N·m·s\tof 7 days, N·m·s\tof 28 days, N·m·s"
	return line
}

function session(    line) {
	last_day = get(day)
	sessions_28 = get("sessions_28d")
	line = get(day) "\t" get("reps_work") "\t" short(get("tonnage_kg")) \
	    "\t" fixed(get("tut_s"), 0)
	if (level != "") {
		sum_28 = get("impulse_" level "_28d_nms")
		sum_7 = get("impulse_" level "_7d_nms")
		line = line "\t" fixed(get("moment_" level "_peak_max_nm"), 0) \
		    "\t" fixed(get("impulse_" level "_sum_nms"), 0) "\t" \
		    fixed(sum_7, 0) "\t" fixed(sum_28, 0)
	}
	add(line)
}

# ---- the page ----

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
	if (found["acc_rest"] != "")
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
	for (i = 1; i <= noted; i++)
		put("flag", "note", clean(notes[i]))
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
