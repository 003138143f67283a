#!/bin/sh
# archives: every form from a file and a pipe, at every rate
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

# nod RATE FILE: a sensor that leans by 20 deg and back every 2 s, 600 rows
columns=acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s
nod() {
	awk -v rate="$1" 'BEGIN {
		split(rate "/1", r, "/")
		for (i = 0; i < 600; i++) {
			t = i * r[2] / r[1]; w = 3.14159265
			lean = 0.175 * (1 - cos(w * t))
			printf "%.6f %.6f 0.25 0.01 %.7f %.7f\n",
			    9.80665 * sin(lean), 9.80665 * cos(lean),
			    0.02 * cos(7 * t), 0.175 * w * sin(w * t)
		}
	}' </dev/null | plumb-read -q -r "$1" -c $columns -o "$2"
	[ "$(wc -l <"$2")" -eq 601 ] || claim 1 "a stream at $1 Hz"
}
# near A B: the same header and times, numbers but for the last digit of float
near() {
	[ "$(head -n 1 "$1")" = "$(head -n 1 "$2")" ] &&
	    [ "$(cut -d, -f1 "$1" | cksum)" = "$(cut -d, -f1 "$2" | cksum)" ] &&
	    paste -d, "$1" "$2" | awk -F, 'NR > 1 { n = NF / 2
		for (i = 1; i <= n; i++) { d = $i - $(i + n)
		    if (d > 2e-6 || d < -2e-6) bad = 1 } }
		END { exit bad || NR != 601 }'
}
bids=sub-1_task-squat_tracksys-imu_motion.tsv

# every form at every rate, by file, by redirection and by pipe
for rate in 12.5 31.25 52 102.4 110.0131 2000/7; do
	nod $rate want.csv
	for form in wav flac caf w64 au csv bids; do
		x=x.$form
		[ $form = bids ] && x=$bids
		plumb-write "$x" want.csv && plumb-read -q "$x" -o a.csv &&
		    near want.csv a.csv
		claim $? "$form keeps $rate Hz"
		case $form in
		au | csv | bids)
			same "and all digits" want.csv a.csv ;;
		esac
		[ $form = bids ] && continue
		plumb-read -q - <"$x" >b.csv && cat "$x" | plumb-read -q >c.csv &&
		    cmp -s a.csv b.csv && cmp -s a.csv c.csv
		claim $? "from stdin and a pipe as from a file"
	done
	for form in wav flac caf w64; do
		plumb-write --full-scale y.$form want.csv &&
		    cat y.$form | plumb-read -q -o a.csv && near want.csv a.csv
		claim $? "$form at full scale keeps $rate Hz"
		[ $form = flac ] || same "and all digits" want.csv a.csv
	done
	plumb orient -q want.csv -o turned.csv && plumb-write x.sto turned.csv &&
	    cut -d, -f1,8-11 turned.csv >q.csv && plumb-read x.sto -o a.csv &&
	    cat x.sto | plumb-read -o b.csv
	claim $? "sto keeps $rate Hz"
	same "and quaternions to the last digit" q.csv a.csv
	same "from a pipe too" a.csv b.csv
done
plumb-read q.csv -o a.csv
same "a stream of quaternions alone passes" q.csv a.csv

# forms of others on a pipe
nod 100 want.csv
if command -v sox >/dev/null; then
	plumb-write --full-scale y.wav want.csv
	for form in aiff au caf w64 flac; do
		sox y.wav z.$form 2>/dev/null && plumb-read -q z.$form \
		    -c acc_x_g,acc_y_g,acc_z_g -r 100 >a.csv 2>e1
		a=$?
		cat z.$form | plumb-read -q -c acc_x_g,acc_y_g,acc_z_g -r 100 \
		    >b.csv 2>e2
		[ $a -eq $? ] && cmp -s a.csv b.csv && { [ $a -eq 2 ] &&
		    [ -s e2 ] || [ "$(wc -l <b.csv)" -eq 601 ]; }
		claim $? "$form of SoX: a pipe is as a file, never nothing"
	done
else
	skip "sox is not here"
fi
plumb-write $bids want.csv
says "BIDS on a pipe asks for names" 2 'stdin: 6 columns without names' \
    sh -c "plumb-read <$bids"
says "-F bids says that a pipe has none" 2 'a pipe has no name' \
    sh -c "plumb-read -F bids <$bids"

# what stands in them
nod 104.17 want.csv
plumb-read -i S1 want.csv | awk -F, -v OFS=, 'NR == 1 { print $1, "start_utc", $0; next }
    { print $1, "2026-11-22T15:57:06.250Z", $0 }' | cut -d, -f1,2,4- >dated.csv
for form in wav flac caf w64 au sto; do
	plumb orient -q dated.csv then write -q x.$form 2>err || {
		[ $form = flac ] && plumb write -q x.flac dated.csv
	}
	LC_ALL=C grep -aq "Software[:=] *Plumbline [0-9.]*, schema 1" x.$form &&
	    LC_ALL=C grep -aq "Filters[:=] *read" x.$form
	claim $? "$form says what wrote it"
	! LC_ALL=C grep -aqF "${tmp##*/}" x.$form
	claim $? "and not where"
	cp x.$form first
	plumb orient -q dated.csv then write -q x.$form 2>/dev/null ||
	    plumb write -q x.$form dated.csv
	same "the same stream gives the same bytes" first x.$form
	[ $form = au ] || { plumb-read -q -i S1 x.$form | sed -n 2p |
	    grep -q '^S1,2026-11-22T15:57:06.250Z,0,'
	claim $? "and the start comes back"; }
done
plumb write -q $bids dated.csv && plumb-read -i S1 $bids | cmp -s - dated.csv
claim $? "BIDS brings back the start"
plumb write -q -f 2 x.wav dated.csv && plumb-read -q -i S1 x.wav | sed -n 2p |
    grep -q '^S1,2026-11-22T15:57:08.25[0-9]Z,0,'
claim $? "a cropped archive begins later"
says "columns of words are told" 0 'recording left out: words, which .au' \
    plumb write x.wav dated.csv
plumb-write x.au dated.csv && plumb-read x.au -o a.csv
same "and kept by au" dated.csv a.csv

# nothing on stdout but what is asked for
[ -z "$(plumb-write x.wav want.csv)" ]
claim $? "an archive is the end of a pipe"
plumb-write -O csv x.wav want.csv | cmp -s - want.csv
claim $? "-O passes the stream on"
plumb-write -q x.wav want.csv -o a.au && plumb-read a.au -o a.csv
same "-o writes it as well" want.csv a.csv
plumb read want.csv then write x.flac then align -q -o a.csv
plumb align -q want.csv -o b.csv
same "and in one process it goes on" a.csv b.csv

# full scale, missing values, limits
sed '300s/^\([^,]*\),.*/\1,,,,,,/' want.csv >miss.csv
says "FLAC refuses what is missing" 2 \
    'x.flac: 300: acc_x_m_s2: missing, and FLAC' plumb-write x.flac miss.csv
says "so does full scale" 2 \
    'y.wav: 300: acc_x_m_s2: missing, and whole numbers' \
    plumb-write --full-scale y.wav miss.csv
says "FLAC takes eight columns" 2 'columns, and FLAC takes 8' \
    sh -c 'plumb align -q want.csv then write none.flac'
[ ! -e none.flac ] && [ ! -e none.flac.part ]
claim $? "and leaves nothing behind"
for peak in 16 15.999999 32; do
	awk -F, -v OFS=, -v p=$peak 'NR == 70 { $2 = p } NR == 90 { $2 = -p } 1' \
	    want.csv >peak.csv
	for form in flac wav caf w64; do
		plumb-write --full-scale p.$form peak.csv &&
		    plumb-read -q p.$form | awk -F, -v p=$peak 'NR == 70 { a = $2 - p }
			NR == 90 { b = $2 + p }
			END { exit a * a + b * b > 3e-11 || NR != 601 }'
		claim $? "a peak of $peak does not wrap around in $form"
	done
done

# BIDS: all files or none
rm -f sub-*
plumb-write $bids want.csv && [ "$(ls sub-* | wc -l)" -eq 3 ]
claim $? "BIDS is three files"
rm -f sub-*
mkdir "${bids%_motion.tsv}_channels.tsv"
says "a folder in the way of one" 2 'Is a directory' plumb-write $bids want.csv
[ "$(ls -d sub-*)" = "${bids%_motion.tsv}_channels.tsv" ]
claim $? "leaves none of the others"
rmdir "${bids%_motion.tsv}_channels.tsv"
says "a name that BIDS does not know" 2 'x_motion.tsv: no name of BIDS: sub-X' \
    plumb-write x_motion.tsv want.csv
plumb-write -p sternum $bids want.csv && cut -f 4 "${bids%_motion.tsv}_channels.tsv" |
    sed 1d | sort -u | grep -qx sternum
claim $? "-p says where the sensor sits"
rm "${bids%_motion.tsv}_motion.json"
says "a set without its sidecar" 2 '_motion.json: No such file' \
    plumb-read $bids
rm "${bids%_motion.tsv}_channels.tsv"
says "without its channels it is text" 2 '6 columns without names' \
    plumb-read $bids

# .sto
plumb orient -q want.csv -o turned.csv
awk -F, -v OFS=, 'NR == 1 { print $0, "t12_q_w,t12_q_x,t12_q_y,t12_q_z" ; next }
    { print $0, 1, 0, 0, 0 }' turned.csv >two.csv
says "one sensor a body" 2 'two sensors on the body torso.*--body NAME,t12=' \
    plumb-write x.sto two.csv
plumb-write --body torso,t12=lumbar1 x.sto two.csv &&
    grep -q "^time	torso_imu	lumbar1_imu$" x.sto
claim $? "--body names them"
plumb-read x.sto | head -n 1 |
    grep -qx t_s,q_w,q_x,q_y,q_z,lumbar1_q_w,lumbar1_q_x,lumbar1_q_y,lumbar1_q_z
claim $? "and they come back under their words"
says "no attitude" 2 'x.sto: q_w: no such column: plumb-orient makes it' \
    plumb-write x.sto want.csv
says "attitude alone: where that leads is said" 0 \
    '^plumb-read: warning: x.sto: orientations without an accelerometer: only plumb-write' \
    plumb-read x.sto -o q.csv
says "and by who needs more" 2 \
    'q.csv: acc_x_m_s2: no such column: it has orientations alone' \
    plumb-orient q.csv

# files of OpenSim itself, where there are any: what is in them, and back
data=${PLUMB_DATA:-}
case $data in /* | '') ;; *) data=$top/$data ;; esac
real() {
	plumb-read -v "$data/formats/opensim/$1" >a.csv 2>err &&
	    sed -n 2p a.csv | cut -d, -f1-5 | grep -qx "$2" &&
	    grep -q "$3 rows, 100 Hz" err
	claim $? "$1: its first quaternion, $3 rows, 100 Hz"
	plumb-write x.sto a.csv &&
	    sed -n '/^time/p' "$data/formats/opensim/$1" >want.names &&
	    grep '^time' x.sto | cmp -s - want.names && plumb-read x.sto -o b.csv
	claim $? "written again it has the same names"
	same "and the same numbers" a.csv b.csv
}
if [ -d "$data/formats/opensim" ]; then
	real imuOrientations.sto 0,0.015183432,0.781295744,-0.04770729,0.622149852 2
	real myComplexTasksTrial_orientations.sto \
	    0,0.506488639,0.491556286,-0.535565391,0.463693205 6
else
	skip "PLUMB_DATA is not set: no .sto of OpenSim is read"
fi

# mistakes
says "no file" 2 '^plumb-write: FILE \[STREAM\]: the first is missing' plumb-write
says "stdout" 2 '^plumb-write: -: an archive is a file; -O' plumb-write - want.csv
says "no extension" 2 '^plumb-write: x: no extension of a form' plumb-write x want.csv
says "no such form" 2 '^plumb-write: -F mp3: must be wav' plumb-write -F mp3 x want.csv
says "the extension of another" 2 '^plumb-write: -F wav: x.flac has' \
    plumb-write -F wav x.flac want.csv
plumb-write -F wav x.dat want.csv && plumb-read -q x.dat -o a.csv && near want.csv a.csv
claim $? "-F says it where no extension does"
says "--full-scale of text" 2 '^plumb-write: --full-scale: csv has no scales' \
    plumb-write --full-scale x.csv want.csv
says "--body of a sound" 2 '^plumb-write: --body: is of sto' \
    plumb-write --body torso x.wav want.csv
says "-p of a sound" 2 '^plumb-write: -p: is of bids' plumb-write -p t4 x.wav want.csv
says "the same file twice" 2 "x.csv: -o writes that file" \
    plumb-write -o x.csv x.csv want.csv
says "no folder" 2 'none/x.wav' plumb-write none/x.wav want.csv
says "no folder, text" 2 'none/x.sto: No such file' plumb-write none/x.sto turned.csv
says "a rep table" 2 'a rep table' sh -c "echo start_s,end_s | plumb-write x.wav"
if [ -c /dev/full ]; then
	for form in csv au sto w64 wav; do
		ln -sf /dev/full full.$form.part
		says "a full disk, $form" 2 "full.$form: " \
		    plumb-write full.$form turned.csv
	done
else
	skip "/dev/full is not here"
fi
plan
