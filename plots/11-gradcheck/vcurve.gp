set xrange [*:*] reverse noextend
set yrange [-18:1]
set xlabel w_x
set ylabel w_y
set xtics 3 format "10^{%.0f}"
set ytics 3 format "10^{%.0f}"
set label w_truncation at -0.4,-16.4 textcolor rgb SOFT
set label w_rounding at -14.6,-13.2 right textcolor rgb SOFT
set label w_forward at -3.6,-2.9 textcolor rgb C1
set label w_central at -3.25,-6.2 left textcolor rgb C2
set label w_extrapolated at -1.6,-14.0 left textcolor rgb C3
set label w_complex at -9.3,-15.1 left textcolor rgb C4
set label w_bound at -14.6,-10.6 right textcolor rgb INK
unset key
plot DATA using 1:2 with lines linetype 1 notitle, \
     DATA using 1:3 with lines linetype 2 notitle, \
     DATA using 1:4 with lines linetype 3 notitle, \
     DATA using 1:5 with lines linetype 4 notitle, \
     DATA using 1:6 with lines linetype 8 notitle
