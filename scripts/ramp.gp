# ramp.gp - above a picture: the shades of its reps, from FIRST to LAST
# (their names), COUNT of them; and OTHERS, where there are such
swatch = 14
set label 801 "rep ".FIRST at screen X(LEFT), screen Y(TOP - PX) left \
	noenhanced textcolor rgb INK
at = LEFT + 0.62 * PX * (strlen(FIRST) + 4) + 4
if (COUNT > 1) {
	steps = COUNT < 8 ? COUNT : 8
	do for [i = 1:steps] {
		colour = shade_of((i - 1.0) / (steps - 1))
		set object 800 + i rectangle \
			from screen X(at), screen Y(TOP - PX + 7) \
			to screen X(at + swatch), screen Y(TOP - PX - 7) \
			fillstyle solid noborder fillcolor rgb colour
		at = at + swatch
	}
	at = at + 8
	set label 802 LAST at screen X(at), screen Y(TOP - PX) left noenhanced \
		textcolor rgb INK
	at = at + 0.62 * PX * strlen(LAST)
}
if (strlen(OTHERS)) {
	at = at + 1.2 * PX
	eval sample(1, at, OTHERS, ORANGE, 2)
}
