set xrange [0:-12]
set yrange [-12:0]
set xlabel w_x
set ylabel w_y
set xtics 3 format "10^{%.0f}"
set ytics 3 format "10^{%.0f}"
set label w_single at -3.7,-2.4 right textcolor rgb C2
set label w_double at -8.6,-9.3 left textcolor rgb C1
unset key
plot DATA index "double" using 1:2 with lines linetype 1 notitle, \
     DATA index "single" using 1:2 with lines linetype 2 notitle
