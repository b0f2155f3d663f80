# narrow 390x330
set xrange [-12:0]
set yrange [-12:0]
set xlabel w_x
set ylabel w_y
set xtics 3 format "10^{%.0f}"
set ytics 3 format "10^{%.0f}"
set label w_single at -3.9,(NARROW ? -1.6 : -2.4) left textcolor rgb COLOUR[SINGLE]
set label w_double at -8.6,-9.3 right textcolor rgb COLOUR[DOUBLE]
unset key
plot DATA index "double" using 1:2 with lines linetype DOUBLE notitle, \
     DATA index "single" using 1:2 with lines linetype SINGLE notitle
