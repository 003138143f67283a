#!/bin/sh
# plumb-stress: nothing, levels, keys, rep tables, refusals
. "${0%/*}/lib.sh"
cd "$tmp" || exit 2

plumb-simulate -n 2 -s 7 -T truth.csv -o s.csv
plumb-stress s.csv -o none.csv
same "nothing asked, nothing changed" s.csv none.csv
plumb-stress --level none s.csv -o none.csv
same "no more at level none" s.csv none.csv
plumb align -q s.csv then orient then segment -o deep.csv
plumb-stress deep.csv -o none.csv
same "then what was computed stays, too" deep.csv none.csv

head -n 1 s.csv >want
for level in lab consumer poor broken; do
	plumb-stress --level $level -s 4 s.csv -o a.csv
	plumb-stress --level $level -s 4 s.csv >b.csv
	plumb-stress --level $level -s 5 s.csv -o c.csv
	cmp -s a.csv b.csv && ! cmp -s a.csv c.csv
	claim $? "$level: one seed, one recording"
	head -n 1 a.csv >head
	same "$level: the columns of the input" want head
	plumb-read a.csv -o r.csv 2>/dev/null
	same "$level: plumb-read finds nothing to do" a.csv r.csv
done
awk -F, '$1 != "" && NF == 7 && $2 == "" && $7 == "" { n++ }
    END { exit !(n > 20) }' a.csv
claim $? "broken: a row in a hole has its time and empty cells"
plumb-stress --stress acc-bias=5 --stress gyr-bias=1,acc-noise=60 s.csv -o a.csv
plumb-stress --stress acc-noise=60,acc-bias=5,gyr-bias=1 s.csv -o b.csv
same "keys in any order, together or apart" a.csv b.csv
plumb-stress --level lab --stress acc-noise=0,acc-bias=0,acc-gain=0,acc-range=0,gyr-noise=0,gyr-bias=0,gyr-walk=0,gyr-gain=0,gyr-range=0,bits=0,rate=0,jitter=0 s.csv -o a.csv
same "a key alters what the level has" a.csv s.csv

says "what was computed goes, and not in silence" 0 \
    '^plumb-stress: warning: deep.csv: acc_fwd_m_s2 and [0-9]+ other columns dropped' \
    plumb-stress --stress acc-bias=1 deep.csv -o a.csv
head -n 1 a.csv >head
same "what is left is the sensor" want head
says "-v tells the clock" 0 's.csv: a second lasts 1.0[0-9]+ s in it' \
    plumb-stress -v --stress rate=2 -s 3 s.csv -o a.csv
plumb-stress --stress rate=2 -s 3 truth.csv -o moved.csv
clock=$(sed -n 's/.*lasts \([0-9.]*\) s.*/\1/p' says.err)
paste -d, truth.csv moved.csv | awk -F, -v clock="$clock" '
	NR == 1 { for (i = 1; i <= NF; i++) if (!($i in c)) c[$i] = i
	    else if (!($i in d)) d[$i] = i; next }
	{ x = $c["start_s"] * clock - $d["start_s"]
	  y = $c["pv_m_s"] - $d["pv_m_s"]
	  if (x * x > 1e-6 || y != 0) bad = 1 }
	END { exit bad || NR < 6 }'
claim $? "a rep table goes by the same clock"
plumb-stress --stress jitter=5 truth.csv -o moved.csv
same "and only by the clock" truth.csv moved.csv
plumb read s.csv then stress --level poor -q -o a.csv
plumb-read s.csv | plumb-stress --level poor -q >b.csv
same "a chain is a pipe" a.csv b.csv

says "a level that is none" 2 '^plumb-stress: --level bad: must be none, lab' \
    plumb-stress --level bad s.csv
says "a key that is none" 2 '^plumb-stress: --stress noise: no such key: acc-noise' \
    plumb-stress --stress noise=2 s.csv
says "a key without a value" 2 '--stress rate: must be rate=NUMBER in %' \
    plumb-stress --stress rate s.csv
says "a value that is no number" 2 '--stress rate=2%: must be rate=NUMBER' \
    plumb-stress --stress rate=2% s.csv
says "a value out of reach" 2 '--stress lost=91: must lie from 0 to 90 %' \
    plumb-stress --stress lost=91 s.csv
says "half a bit" 2 '--stress bits=2.5: must lie from 0 to 32, a whole' \
    plumb-stress --stress bits=2.5 s.csv
says "bits of no range" 2 'give acc-range or gyr-range' \
    plumb-stress --stress bits=8 s.csv
says "half a seed" 2 '-s 0.5: must be a whole number' plumb-stress -s 0.5 s.csv
cut -d, -f1-3 s.csv >two.csv
says "two axes" 2 'two.csv: acc_z_m_s2: no such column, though others' \
    plumb-stress --level lab two.csv
cut -d, -f1 s.csv >time.csv
says "time alone" 2 'time.csv: acc_x_m_s2: no such column, nor any' \
    plumb-stress --level lab time.csv
says "a recording that has no grid" 2 'plumb-read makes one' sh -c \
    'sed 5d s.csv | plumb-stress --level lab'
plan
