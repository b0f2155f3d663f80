# narrow 390x330
set xrange [*:*] noextend
set yrange [-0.17:(NARROW ? 1.24 : 1.17)]
set xlabel w_x
set ylabel w_y
set ytics 0, 0.25, 1
unset key
set label w_night at 32,(NARROW ? 0.14 : 0.1) front left textcolor rgb INK
set label w_some at (NARROW ? 83 : 52),(NARROW ? 1.17 : 1.08) right textcolor rgb INK
set label w_none at 64.8,(NARROW ? -0.11 : -0.08) right textcolor rgb INK
set label w_fit at (NARROW ? 66 : 68),0.78 front left textcolor rgb COLOUR[ONE]
# Flights with the same temperature and outcome are stacked outwards.
set label w_band at 33,0.62 front left textcolor rgb INK
plot DATA index "band" using 1:2:3 with filledcurves fillcolor rgb FAINT fillstyle solid noborder, \
     DATA index "night" using 1:2:(0):(-$2) with vectors nohead linetype 8, \
     DATA index "curve" using 1:2 with lines linetype ONE, \
     DATA index "flights" using 1:($2 == 1 ? 1 + 0.045*$3 : 1/0) with points linetype ONE pointtype 5 pointsize 1, \
     DATA index "flights" using 1:($2 == 0 ? -0.045*$3 : 1/0) with points linetype ZERO pointtype 6 pointsize 1, \
     DATA index "night" using 1:2 with points linetype ONE pointsize 1.4
