# narrow 390x330
set xrange [-12:0]
set yrange [-12:0]
set xlabel w_x
set ylabel w_y
set xtics 3 format "10^{%.0f}"
set ytics 3 format "10^{%.0f}"
set label w_single at -6.1,(NARROW ? -1 : -1.1) left textcolor rgb COLOUR[SINGLE]
set label w_double at -8.6,-9.3 right textcolor rgb COLOUR[DOUBLE]
set label w_bfloat16 at -2.6,(NARROW ? -0.9 : -0.6) left textcolor rgb COLOUR[BFLOAT16]
unset key
plot DATA index "double" using 1:2 with lines linetype DOUBLE notitle, \
     DATA index "single" using 1:2 with lines linetype SINGLE notitle, \
     DATA index "bfloat16" using 1:2 with lines linetype BFLOAT16 notitle
