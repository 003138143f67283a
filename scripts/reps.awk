# reps.awk - the repetitions of a rep table at x = 1, 2, 3 ..., with a gap
# between sets; for tempo.awk and loss.awk, whose rows rep_row() tells of

function rep_head()
{
	need("class", "plumb-reps")
	need("rep", "plumb-reps")
	need("set", "plumb-reps")
	if (n != 1)
		return
	# what tells sets apart: set, and all words that stand before it
	key_width = at["set"]
}

function set_key(    i, key)
{
	for (i = 1; i <= at["set"]; i++)
		key = key cell[i] SUBSEP
	return key
}

# rep_row: is the row a repetition?  Then reps is its number
function rep_row(    key)
{
	if (!is_rep(get("class")))
		return 0
	key = set_key()
	reps++
	place++
	if (key != last_key) {
		sets++
		set_name[sets] = get("set")
		if (reps > 1)
			place += 0.8
		set_from[sets] = place
	}
	set_to[sets] = place
	last_key = key
	key_of[reps] = key
	set_of[reps] = sets
	x[reps] = place
	rep[reps] = get("rep")
	class[reps] = get("class")
	return 1
}

# what is written under an axis of WIDE pixels: of one set the reps, else the
# sets, as many as have room
function rep_ticks(wide,    k, per, longest, every, last, ticks)
{
	per = wide / (place + 0.4)
	for (k = 1; k <= (sets > 1 ? sets : reps); k++) {
		tick[k] = sets > 1 ? set_name[k] : rep[k]
		tick_at[k] = sets > 1 ? (set_from[k] + set_to[k]) / 2 : x[k]
		if (length(tick[k]) > length(longest))
			longest = tick[k]
	}
	every = ceil((text_width(longest, 19) + 6) / per)
	last = -1e9
	for (k = 1; k in tick; k++) {
		if (tick_at[k] - last < every)
			continue
		ticks = ticks (ticks == "" ? "" : ", ") quoted(tick[k]) " " \
		    tick_at[k]
		last = tick_at[k]
	}
	printf "REPS = %d\nX_TO = %.2f\nX_TITLE = %s\nTICKS = %s\n", reps,
	    place + 0.7, quoted(sets > 1 ? "Set, and in it each rep" : "Rep"),
	    quoted("set xtics (" ticks ")")
}
