# size 800x440
stats DATA using 1 nooutput name "X"
set xrange [X_min - 0.5:X_max + 0.5]
set xlabel w_x
set multiplot layout 1,2
set ylabel w_y
set title w_log
set yrange [0:5.5]
set label w_above at graph 0.5,0.9 center textcolor rgb INK
plot DATA index "log" with lines linetype 1 notitle, \
     DATA index "log_chord" with linespoints linetype 7 pointtype 7 notitle
unset label
unset ylabel
set title w_squared
set yrange [0:0.35]
set label w_below at graph 0.5,0.9 center textcolor rgb INK
plot DATA index "squared" with lines linetype 2 dashtype solid notitle, \
     DATA index "squared_chord" with linespoints linetype 7 pointtype 7 notitle
unset multiplot
