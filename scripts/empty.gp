# empty.gp - a picture that only says WHY there is nothing in it
set label 1 WHY at screen 0.5, screen 0.5 center noenhanced textcolor rgb INK
unset border
unset tics
unset key
set xrange [0:1]
set yrange [0:1]
plot NaN notitle
