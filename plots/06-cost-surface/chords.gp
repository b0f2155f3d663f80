# size 800x440
# narrow 390x600
stats DATA using 1 nooutput name "X"
set xrange [X_min - 0.5:X_max + 0.5]
set xlabel w_x
if (NARROW) { set multiplot layout 2,1 } else { set multiplot layout 1,2 }
set ylabel w_y
set title w_log
set yrange [0:5.5]
set label w_above at graph 0.5,0.9 center textcolor rgb INK
plot DATA index "log" with lines linetype LOG_LOSS notitle, \
     DATA index "log_chord" with linespoints linetype 7 pointtype 7 notitle
unset label
set title w_squared
set yrange [0:0.35]
set label w_below at graph 0.5,0.9 center textcolor rgb INK
plot DATA index "squared" with lines linetype SQUARED dashtype solid notitle, \
     DATA index "squared_chord" with linespoints linetype 7 pointtype 7 notitle
unset multiplot
