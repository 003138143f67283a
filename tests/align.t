#!/bin/sh
# plumb-align: what it adds, what it says, what it refuses
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb-simulate -s 3 --grade lab -o s.csv -T truth.csv
plumb-align s.csv -o a.csv
head -n 1 a.csv | grep -q '^t_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s,acc_fwd_m_s2,acc_up_m_s2,acc_right_m_s2,gyr_fwd_rad_s,gyr_up_rad_s,gyr_right_rad_s,align_sd_deg$'
claim $? "the columns, in their order"
awk -F, 'NR > 1 && NR < 300 { u += $9; f += $8; r += $10; n++ }
    END { exit !(u/n > 9.6 && u/n < 10 && f/n < .3 && f/n > -.3 && r/n < .3 && r/n > -.3) }' a.csv
claim $? "standing, gravity is along up"
[ "$(sed -n 2p a.csv | sed 's/.*,//')" = 5 ]
claim $? "from the recording alone the SD is 5 deg"

plumb-simulate -s 3 --grade lab -t 4 -o cal.csv
plumb-align --standing cal.csv s.csv -o b.csv
[ "$(sed -n 2p b.csv | sed 's/.*,//')" = 2 ]
claim $? "with a standing recording it is 2 deg"
plumb-align -v --standing cal.csv s.csv -o b.csv 2>&1 | grep -q 'cal.csv: stands quietly for'
claim $? "-v says how long it stood"
# of another day: the sensor is 25 deg further forward on the chest
awk -F, -v OFS=, 'BEGIN { a = 25 * 3.14159265358979 / 180; c = cos(a); s = sin(a) }
    NR > 1 { for (i = 2; i < 6; i += 3) { x = c * $i - s * $(i + 2)
	$(i + 2) = s * $i + c * $(i + 2); $i = x } } { print }' cal.csv >anew.csv
says "a standing recording of another day is warned of" 1 \
    '^plumb-align: warning: s.csv: stands [12][0-9] deg from up in --standing anew.csv: of another day' \
    plumb-align --strict --standing anew.csv s.csv -o anew2.csv
awk -F, 'NR == 2 { exit !($NF > 15 && $NF < 30) }' anew2.csv
claim $? "and its SD is their angle"

plumb-align -p bar s.csv -o bar.csv
head -n 1 bar.csv | grep -qv fwd
claim $? "a bar has no trunk columns"
plumb-align s.csv 2>/dev/null | plumb-align -p bar >again.csv
same "not even those of an earlier align" bar.csv again.csv
cmp -s bar.csv s.csv
[ $? -eq 1 ]
claim $? "but loses its bias"

plumb-align --forward x --up -z -q s.csv -o c.csv
awk -F, 'NR > 1 { d = $8 - $2; e = $9 + $4; if (d*d + e*e > 1e-10) bad = 1 } END { exit bad }' c.csv
claim $? "stated axes are taken as they are"
plumb-align --neutral-lean 5 --up y --forward x -q s.csv -o n.csv
awk -F, 'NR == 9 { c = cos(5*3.14159265358979/180); s = sin(5*3.14159265358979/180)
    d = $9 - (c*$3 + s*$2); exit !(d*d < 1e-10) }' n.csv
claim $? "a neutral lean turns up forward"

# the neutral lean, by option and by the lifter's file
echo 'neutral-lean = 2' >ana.txt
plumb-align -q --neutral-lean 2 s.csv -o lean.csv
plumb-align -q --athlete ana.txt s.csv -o ana.csv
same "an athlete file says the neutral lean" ana.csv lean.csv
plumb-align -q --athlete ana.txt --neutral-lean 0 s.csv -o ana.csv
same "the option wins" ana.csv a.csv
echo 'neutral-lean = 40' >ana.txt
says "a lean that nobody stands with" 2 \
    '^plumb-align: ana.txt: 1: neutral-lean: 40: must lie from -30 to 30 degrees$' \
    plumb-align --athlete ana.txt s.csv -o no.csv

# second sensors, by prefix
awk -F, -v OFS=, 'NR == 1 { print $0, "t12_acc_x_m_s2", "t12_acc_y_m_s2", "t12_acc_z_m_s2", "t12_gyr_x_rad_s", "t12_gyr_y_rad_s", "t12_gyr_z_rad_s", "thigh_acc_x_m_s2", "thigh_acc_y_m_s2", "thigh_acc_z_m_s2", "thigh_gyr_x_rad_s", "thigh_gyr_y_rad_s", "thigh_gyr_z_rad_s"; next }
    { print $0, $3, -$2, $4, $6, -$5, $7, $2, $3, $4, $5, $6, $7 }' s.csv >two.csv
plumb-align two.csv -o two2.csv
head -n 1 two2.csv | grep -q ',t12_acc_fwd_m_s2,.*,t12_align_sd_deg' &&
    ! head -n 1 two2.csv | grep -q thigh_acc_fwd
claim $? "a second sensor on the trunk is aligned too, one on the thigh is not"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { d = $at["acc_fwd_m_s2"] - $at["t12_acc_fwd_m_s2"]; if (d*d > 1e-8) bad = 1 } END { exit bad }' two2.csv
claim $? "a turned sensor gives the same trunk"

# what was made from other axes
plumb align -q --up y --forward x s.csv then orient then segment \
    then load -q -b 100 -M 80 -o old.csv
plumb-align -q old.csv -o renewed.csv
same "what rests on the axes of before is taken out" a.csv renewed.csv
says "and it says so, once" 0 'q_w and [0-9]* more columns rest on the axes of before' \
    plumb-align old.csv -o renewed.csv
says "who needs attitude then says which filter makes it" 2 \
    'plumb-segment: stream: q_w: no such column: plumb-orient makes it' \
    plumb orient s.csv then align -q then segment

# a part of a sensor
cut -d, -f1-6 s.csv >part.csv
says "two of three axes are refused" 2 \
    'part.csv: gyr_z_rad_s: no such column beside gyr_x_rad_s: a sensor needs' \
    plumb-align part.csv
cut -d, -f1-7,9- two.csv >part.csv
says "of a second sensor, too" 2 \
    'part.csv: t12_acc_x_m_s2: no such column beside t12_acc_y_m_s2' \
    plumb-align part.csv
cut -d, -f1-10 two.csv >part.csv
says "a second sensor without a gyroscope is left, and it says so" 0 \
    't12_acc: no gyroscope beside it: not aligned' \
    plumb-align part.csv -o x.csv
cut -d, -f1,8-13 two.csv >only.csv
plumb-align -q only.csv -o x.csv &&
    head -n 1 x.csv | grep -q 't12_acc_fwd_m_s2.*t12_align_sd_deg$'
claim $? "a sensor with a prefix may be the only one"

# what it cannot decide
awk -F, 'NR == 1 || $1 < 3' s.csv >still.csv
says "standing alone: the axis is a guess" 0 'still.csv: .*(give plumb-align --forward|guess)' plumb-align still.csv -o x.csv
says "under --strict that is 1, and the output whole" 1 'give plumb-align --forward' plumb-align --strict still.csv -o y.csv
same "the same output" x.csv y.csv
for a in x -x y -y z -z; do
	plumb-align --standing cal.csv --up $a s.csv -o x.csv 2>&1
done | grep -c 'lies more than 45 deg from up in cal.csv' >times
[ "$(cat times)" -ge 4 ] && [ "$(cat times)" -le 5 ]
claim $? "--up against standing is warned of"

says "an axis of no name" 2 '^plumb-align: --forward: .w.: must be x, y, z' plumb-align --forward w s.csv
says "up along forward" 2 'must lie across each other' plumb-align --up z --forward -z s.csv
says "a place of no name" 2 '^plumb-align: -p knee: no such place; one of' plumb-align -p knee s.csv
says "a lean of 90" 2 'neutral-lean: 90: must lie from -30 to 30' plumb-align --neutral-lean 90 s.csv
says "no such option" 2 'plumb-align: -Z: no such option' plumb-align -Z
says "no such file" 2 'plumb-align: nosuch.csv: No such file' plumb-align nosuch.csv
says "no such standing" 2 'plumb-align: nosuch.csv: No such file' plumb-align --standing nosuch.csv s.csv
says "an empty input" 2 'stdin: empty' plumb-align
says "a directory" 2 'Is a directory' plumb-align .
echo hello >text
says "a text file" 2 'text' plumb-align text
says "without acceleration" 2 'acc_x_m_s2: no such column: plumb-read makes it' sh -c 'cut -d, -f1,5- s.csv | plumb-align'
says "without a gyroscope" 2 'gyr_x_rad_s: no such column: no gyroscope.*no axes of the trunk.*plumb-orient then plumb-segment, without plumb-align, still count' sh -c 'cut -d, -f1-4 s.csv | plumb-align'
says "a row missing" 2 's2.csv: 100: t_s: not on an even grid of time: 1.02 s after the row before, not 0.01' sh -c 'sed 100,200d s.csv >s2.csv; plumb-align s2.csv'
sed '5s/^[^,]*,[^,]*/0.03,nan/' s.csv >nan.csv
says "NaN" 2 "nan.csv: 5: acc_x_m_s2: 'nan': not a number" plumb-align nan.csv -o out.csv
[ ! -e out.csv ] && [ ! -e out.csv.part ]
claim $? "and no output is left"
head -n 4 s.csv >short.csv
says "three rows cannot tell up" 2 'short.csv: acc: too short to tell up' \
    plumb-align short.csv
says "a full disk" 2 'plumb-align: stdout: No space left' sh -c 'plumb-align s.csv >/dev/full'
says "two inputs" 2 'one input at most' plumb-align s.csv s.csv

# the same through text, AU and a chain
plumb-align -O au s.csv | plumb-align -p bar >p1.csv 2>/dev/null
plumb align s.csv then align -p bar -o p2.csv
same "a pipe of AU and a chain give the same bytes" p1.csv p2.csv
plan
