#!/bin/sh
# no byte is read before it is written, and none is lost
. "${0%/*}/../lib.sh"
if ! command -v valgrind >/dev/null; then
	skip "valgrind is not here"
	plan
fi
cd "$tmp" || exit 2
clean() {
	text=$1
	shift
	valgrind -q --error-exitcode=99 --leak-check=full \
	    --errors-for-leak-kinds=definite,possible "$@" >out 2>said
	[ $? -le 1 ] && ! grep -q '^==' said
	claim $? "$text"
	grep '^==' said | head -n 12 | sed 's/^/# /'
}
clean "a session is simulated" plumb simulate -n 2 -s 3 -r 40 --grade poor \
    -T truth.csv -o session.wav
clean "one process from recording to set table" plumb read session.wav then \
    align then orient then segment then load -b 100 -M 80 then \
    reps --tempo 31X0 then sets
clean "one process from recording to findings" plumb read session.wav then \
    align then orient then segment then check
plumb simulate -n 4 -s 3 -r 10 -T four.csv >four.s.csv
awk -F, -v OFS=, 'NR == 1 { while ($++c != "bar_kg") ; }
    NR > 1 { $c = 60 + 20 * n++ } 1' four.csv >bars.csv
clean "two rep tables are compared" plumb compare truth.csv bars.csv
clean "so are the groups of one" plumb compare --by rep truth.csv
clean "a line over loads is drawn" plumb profile -q --at 100 bars.csv
plumb read session.wav -o read.au
clean "FLAC is written" plumb simulate -n 1 -r 40 -o a.flac
clean "FLAC is read, AU written" plumb read a.flac -O au
clean "an AU stream is read" plumb align read.au -o align.csv
clean "a stream as text is read" plumb orient align.csv -o orient.csv
clean "irregular text is read" plumb read align.csv -c \
    t_s=t_s,acc_x_m_s2=acc_x_m_s2,acc_y_m_s2=acc_y_m_s2,acc_z_m_s2=acc_z_m_s2
clean "orientations are written" plumb write -q t.sto orient.csv
clean "BIDS is written" plumb write -q sub-1_task-x_tracksys-y_motion.tsv orient.csv
clean "orientations are read" plumb read t.sto -o t.csv
clean "BIDS is read" plumb read -q sub-1_task-x_tracksys-y_motion.tsv -o t.csv
for t in archive json write; do
	if [ -x "$top/build/tests/$t" ]; then
		clean "tests/$t.c" "$top/build/tests/$t"
	else
		skip "build/tests/$t is not here: make check builds it"
	fi
done
plan
