# accuracy-wrong.awk - recordings in which repetitions are missing or too many
#
# awk -f accuracy-wrong.awk TRUTH.csv REPS.csv
function say(word) {
	if (length(text) + length(word) > 78) {
		print text
		text = " "
	}
	text = text " " word
}
BEGIN { FS = "," }
FNR == 1 {
	table++
	for (i = 1; i <= NF; i++)
		at[table, $i] = i
	next
}
{
	name = $at[table, "recording"]
	if (table == 1 && !(name in truth)) {
		truth[name] = 0
		order[++n] = name
	}
	class = $at[table, "class"]
	if (class != "work" && class != "partial")
		next
	if (table == 1)
		truth[name]++
	else
		found[name]++
}
END {
	text = "Miscounted, by seed:"
	for (i = 1; i <= n; i++)
		if (found[order[i]] != truth[order[i]])
			say(sprintf("%s:%d/%d", order[i], found[order[i]],
			    truth[order[i]]))
	print text
}
