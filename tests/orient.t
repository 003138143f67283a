. "${0%/*}/lib.sh"

# a trunk that bows by 40 deg and back in 4 s, between stands of 3 s, while it
# turns to the right by 90 deg; exact, 100 Hz
awk -v trunk=1 -f "$top/tests/orient.awk" >"$tmp/trunk.csv"
awk -f "$top/tests/orient.awk" >"$tmp/bare.csv"

# at COLUMN TIME FILE: a value
at() {
	awk -F, -v c="$1" -v t="$2" 'NR == 1 { for (i = 1; i <= NF; i++)
	    if ($i == c) k = i } $1 == t { print $k }' "$3"
}

# near VALUE WANT TOLERANCE
near() {
	awk -v x="$1" -v y="$2" -v e="$3" 'BEGIN { d = x - y
	    exit !(x != "" && d < e && -d < e) }'
}

plumb-orient "$tmp/trunk.csv" >"$tmp/t.csv"
claim $? "a stream with trunk axes is oriented"
made=q_w,q_x,q_y,q_z,incl_sd_deg,lean_deg,roll_deg,twist_deg,lean_sd_deg
[ "$(head -n 1 "$tmp/t.csv")" = "$(head -n 1 "$tmp/trunk.csv"),$made" ]
claim $? "the columns are those of plumb-columns(5), in order"
near "$(at lean_deg 1 "$tmp/t.csv")" 0 0.1 &&
    near "$(at lean_deg 5 "$tmp/t.csv")" 40 0.1 &&
    near "$(at roll_deg 5 "$tmp/t.csv")" 0 0.1
claim $? "forward lean is positive and of the right size"
near "$(at twist_deg 0 "$tmp/t.csv")" 0 1e-5 &&
    near "$(at twist_deg 9.5 "$tmp/t.csv")" 90 0.2
claim $? "a turn to the right is a positive twist"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) k[$i] = i; next }
    { a = $k["incl_sd_deg"]; b = $k["lean_sd_deg"]; d = b * b - a * a - 4
      if (d > 1e-3 || d < -1e-3 || a <= 0 || a > 3) bad = 1 }
    END { exit bad }' "$tmp/t.csv"
claim $? "lean_sd_deg holds the alignment's 2 deg and the smoother's"

plumb-orient "$tmp/t.csv" >"$tmp/again.csv"
same "a second run replaces its columns by the same" "$tmp/t.csv" \
    "$tmp/again.csv"
plumb-orient <"$tmp/trunk.csv" -O au | plumb-orient >"$tmp/au.csv"
same "AU and text carry the same numbers" "$tmp/t.csv" "$tmp/au.csv"

plumb-orient "$tmp/bare.csv" >"$tmp/b.csv"
head -n 1 "$tmp/b.csv" | grep -q 'q_z,incl_sd_deg$'
claim $? "sensor axes give an attitude and no lean"
sed '1s/acc/t12_acc/g; 1s/gyr/t12_gyr/g' "$tmp/bare.csv" |
    cut -d, -f2- | paste -d, "$tmp/trunk.csv" - | plumb-orient >"$tmp/two.csv"
[ "$(at t12_q_x 5 "$tmp/two.csv")" = "$(at q_x 5 "$tmp/b.csv")" ] &&
    [ "$(at q_x 5 "$tmp/two.csv")" = "$(at q_x 5 "$tmp/t.csv")" ]
claim $? "a second sensor is oriented by itself, under its prefix"
cut -d, -f1-4 "$tmp/bare.csv" | plumb-orient -q >"$tmp/acc.csv"
awk -v a="$(at incl_sd_deg 5 "$tmp/acc.csv")" \
    -v b="$(at incl_sd_deg 5 "$tmp/b.csv")" 'BEGIN { exit !(a > 3 * b) }'
claim $? "an accelerometer alone is oriented, with an SD that says so"

cut -d, -f1-4 "$tmp/bare.csv" >"$tmp/acc.csv"
says "and it says so without -v" 0 \
    '^plumb-orient: warning: .*: no gyroscope: attitude is from gravity alone' \
    plumb-orient -o "$tmp/v.csv" "$tmp/acc.csv"
cut -d, -f1-6 "$tmp/bare.csv" >"$tmp/part.csv"
says "two axes of a gyroscope are no gyroscope, and refused" 2 \
    'gyr_z_rad_s: no such column beside gyr_x_rad_s: a sensor needs its three' \
    plumb-orient "$tmp/part.csv"
sed '1s/acc_/t12_acc_/g; 1s/gyr/t12_gyr/g' "$tmp/bare.csv" |
    plumb-orient >"$tmp/only.csv"
[ "$(at t12_q_x 5 "$tmp/only.csv")" = "$(at q_x 5 "$tmp/b.csv")" ]
claim $? "a sensor with a prefix may be the only one"
sed '1s/_fwd_/_x_/g; 1s/_up_/_y_/g; 1s/_right_/_z_/g' "$tmp/t.csv" \
    >"$tmp/stale.csv"
plumb-orient "$tmp/stale.csv" | head -n 1 | grep -q lean
[ $? -eq 1 ]
claim $? "lean of trunk axes that are gone goes"

plumb-orient --lag 0.02 "$tmp/trunk.csv" >"$tmp/lag.csv"
now=$(at lean_deg 4 "$tmp/lag.csv")
near "$now" "$(at lean_deg 4.02 "$tmp/t.csv")" 1e-4 &&
    [ -z "$(at lean_deg 9.99 "$tmp/lag.csv")" ]
claim $? "--lag reads the estimate later, and not past the end"
awk -F, -v OFS=, 'NR > 500 && NR < 600 {
    for (i = 2; i <= NF; i++) $i = "" } 1' "$tmp/bare.csv" |
    plumb-orient >"$tmp/hole.csv"
[ -z "$(at q_w 5.5 "$tmp/hole.csv")" ] &&
    [ -n "$(at q_w 6.5 "$tmp/hole.csv")" ]
claim $? "a hole has no attitude, and what follows it has"
# nodes are 0.35 s apart: one that lies in the hole is not the neighbours' fault
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) k[$i] = i; next }
    $k["q_w"] != "" && $k["incl_sd_deg"] > most { most = $k["incl_sd_deg"] }
    END { exit !(most > 1 && most < 3) }' "$tmp/hole.csv"
claim $? "the rows beside it are not as uncertain as the hole"

says "-v says bias and uncertainty" 0 \
    '^plumb-orient: .*inclination within .* deg' \
    plumb-orient -v -o "$tmp/v.csv" "$tmp/bare.csv"
printf 't_s,height_m\n0,1\n1,1\n' >"$tmp/no.csv"
says "without acceleration it names the filter that makes it" 2 \
    "acc_x_m_s2: no such column: plumb-read makes it" \
    plumb-orient "$tmp/no.csv"
awk -F, -v OFS=, 'NR > 1 { $2 = $3 = $4 = 0 } 1' "$tmp/bare.csv" \
    >"$tmp/zero.csv"
says "zeros are refused" 2 'gravity: .* 0 m/s.2 is too small: it must be' \
    plumb-orient "$tmp/zero.csv"
awk -F, -v OFS=, 'NR > 1 { $2 /= 9.8; $3 /= 9.8; $4 /= 9.8 } 1' \
    "$tmp/bare.csv" >"$tmp/zero.csv"
says "so is g" 2 'no gravity: its median size of 1[.0-9]* m/s.2 is too small' \
    plumb-orient "$tmp/zero.csv"
awk -F, -v OFS=, 'NR > 1 { $2 *= 9.8; $3 *= 9.8; $4 *= 9.8 } 1' \
    "$tmp/bare.csv" >"$tmp/zero.csv"
says "and what is too large" 2 'no gravity: .* m/s.2 is too large: it must' \
    plumb-orient "$tmp/zero.csv"
head -n 19 "$tmp/bare.csv" >"$tmp/short.csv"
says "a lag longer than the recording is said to leave nothing" 0 \
    'warning: .*no attitude is left: --lag 1 reads past the end' \
    plumb-orient -v --lag 1 -o "$tmp/v.csv" "$tmp/short.csv"
head -n 2 "$tmp/bare.csv" >"$tmp/one.csv"
says "one row is refused" 2 ': 1 row: a rate needs'   plumb-orient "$tmp/one.csv"
says "a lag beyond a second is refused" 2 '^plumb-orient: .*lag' \
    plumb-orient --lag 2 "$tmp/bare.csv"
if [ -e /dev/full ]; then
	plumb-orient "$tmp/bare.csv" >/dev/full 2>/dev/null
	[ $? -eq 2 ]
	claim $? "a full disk is an accident"
fi
plan
