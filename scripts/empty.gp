# empty.gp - a picture that only says WHY there is nothing in it
set label 1 WHY at screen 0.5, 0.5 center noenhanced textcolor rgb INK
unset border
unset tics
unset key
plot [0:1] [0:1] NaN notitle
