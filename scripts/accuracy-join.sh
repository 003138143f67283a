# accuracy-join.sh - the table of scripts/accuracy about two sensors' clocks

# On simulated bodies, where the truth is known.
table_join() {
	make -s -C "$top" build/accuracy/join
	echo "Clocks of two sensors, found by plumb-join: 40 simulated bodies" \
	    "in each line; s of"
	echo "length; found, refused, wrong by 0.05 s; error of offset in ms" \
	    "and of drift in ppm:"
	echo "RMS, worst, SD claimed, % within one and two of it"
	"$top/build/accuracy/join" 40 "$seed"
}
