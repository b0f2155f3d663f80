set xrange [-15.5:2]
set yrange [-15:0.6]
set xlabel w_x
set ylabel w_y
set xtics 2
set ytics 3
set format "10^{%g}"
set key bottom left
set label w_forward at -4.6,-3.7 right textcolor rgb INK
set label w_central at -3.6,-7.7 right textcolor rgb INK
set label w_extrapolated at -2.3,-14.3 left textcolor rgb INK
set label w_rounding at -11.4,-1.6 left textcolor rgb INK
set label w_truncation at -1.6,-0.25 right textcolor rgb INK
plot DATA index "forward" with lines linetype 1 notitle, \
     DATA index "central" with lines linetype 2 notitle, \
     DATA index "extrapolated" with lines linetype 4 notitle, \
     DATA index "best" with points linetype 7 pointtype 6 pointsize 1.4 linewidth 2 title w_best
