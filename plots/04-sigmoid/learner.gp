# narrow 390x330
set xrange [*:*] noextend
set yrange [-0.3:1.9]
set xlabel w_x
set ylabel w_y
set ytics 0, 0.5, 1.5
unset key
set label w_line at (NARROW ? 45 : 42),1.5 front left textcolor rgb COLOUR[OTHER]
set label w_fit at (NARROW ? 33.5 : 40),0.84 front left textcolor rgb COLOUR[ONE]
set label w_night at 32,(NARROW ? 0.3 : 0.3) front left textcolor rgb INK
set label w_none at 64.5,0.13 right textcolor rgb INK
set label w_some at 84,1.17 right textcolor rgb INK
plot DATA index "limits" using 1:2 with lines linetype 8, \
     DATA index "limits" using 1:3 with lines linetype 8, \
     DATA index "night" using 1:2:(0):(-$2) with vectors nohead linetype 8, \
     DATA index "curves" using 1:3 with lines linetype OTHER, \
     DATA index "curves" using 1:2 with lines linetype ONE, \
     DATA index "flights" using 1:($2 == 1 ? 1 + 0.06*$3 : 1/0) with points linetype ONE pointtype 5 pointsize 1, \
     DATA index "flights" using 1:($2 == 0 ? -0.06*$3 : 1/0) with points linetype ZERO pointtype 6 pointsize 1, \
     DATA index "night" using 1:2 with points linetype ONE pointtype 6 pointsize 1.4
