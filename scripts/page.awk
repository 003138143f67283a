# page.awk - what a report says, as lines that page-html.awk and page-sheet.awk
# typeset
#
# awk -f table.awk -f page.awk -f page-lines.awk page TOLD.tsv [TABLE ...]
# TOLD is what report knows beside the tables, a key and a text to a line; a
# TABLE is known by its name: check.csv (check-a.csv and check-b.csv of a
# comparison), summary.csv, reps.csv, compare.csv, dose.csv.  A line is a kind, and texts between tabs:
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
	# it is of the sensor's own columns, which poses have put right since
	if (text == "acc_off" && ("poses" in told))
		return
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
		text = text " " get("value") \
		    unit(get("unit") == get("check") ? "" : get("unit"))
	if (get("limit") != "")
		text = text ", should be " bound(get("limit")) unit(get("unit"))
	if (get("at_s") != "")
		text = text ", at " get("at_s") " s"
	if (get("advice") != "") {
		text = text ": " get("advice")
		advice[get("advice")] = 1
	}
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
