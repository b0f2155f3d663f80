# narrow 390x330
set logscale x
set format x "10^{%T}"
set yrange [0:0.2]
set ytics 0.05
set xlabel w_x
set ylabel w_y
unset key
set label w_train at 11,0.115 right textcolor rgb COLOUR[TRAIN]
set label w_validation at 0.0012,0.098 left textcolor rgb COLOUR[VALIDATION]
set label w_test at (NARROW ? 0.25 : 0.42),(NARROW ? 0.175 : 0.157) left textcolor rgb COLOUR[TEST]
plot DATA index "test" using 1:2:(0):($3-$2) with vectors nohead linetype 8, \
     DATA index "costs" using 1:2 with linespoints linetype TRAIN notitle, \
     DATA index "costs" using 1:3 with linespoints linetype VALIDATION notitle, \
     DATA index "lowest" using 1:3 with points linetype VALIDATION pointtype 6 pointsize 2, \
     DATA index "test" using 1:2 with points linetype TEST pointsize 1.4
