# narrow 390x330
set xrange [-15.5:(NARROW ? 2.8 : 2)]
set yrange [-15:0.6]
set xlabel w_x
set ylabel w_y
set xtics NARROW ? 4 : 2
set ytics 3
set format "10^{%g}"
set key bottom left
set label w_forward at -4.6,-3.7 right textcolor rgb INK
set label w_central at (NARROW ? -4.2 : -3.6),(NARROW ? -7.6 : -7.7) right textcolor rgb INK
set label w_extrapolated at -2.3,-14.3 left textcolor rgb INK
set label w_rounding at (NARROW ? -12.4 : -11.4),-1.6 left textcolor rgb INK
set label w_truncation at -1.6,-0.25 right textcolor rgb INK
plot DATA index "forward" with lines linetype FORWARD notitle, \
     DATA index "central" with lines linetype CENTRAL notitle, \
     DATA index "extrapolated" with lines linetype EXTRAPOLATED notitle, \
     DATA index "best" with points linetype 7 pointtype 6 pointsize 1.4 linewidth 2 title w_best
