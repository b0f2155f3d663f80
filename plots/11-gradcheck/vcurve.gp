# narrow 390x330
set xrange [*:*] noextend
set yrange [-18:1]
set xlabel w_x
set ylabel w_y
set xtics 3 format "10^{%.0f}"
set ytics 3 format "10^{%.0f}"
set label w_truncation at (NARROW ? -0.2 : -0.4),-17 right textcolor rgb SOFT
set label w_rounding at -14.7,-13.2 left textcolor rgb SOFT
set label w_forward at (NARROW ? -3.9 : -3.8),(NARROW ? -2.4 : -2.9) right textcolor rgb COLOUR[FORWARD]
set label w_central at (NARROW ? -3.3 : -3.6),(NARROW ? -7.4 : -6.6) right textcolor rgb COLOUR[CENTRAL]
set label w_extrapolated at (NARROW ? -0.3 : -1.2),(NARROW ? -14.6 : -14) right textcolor rgb COLOUR[EXTRAPOLATED]
set label w_complex at (NARROW ? -8.2 : -9),(NARROW ? -15.4 : -15.1) right textcolor rgb COLOUR[COMPLEX]
set label w_bound at -14.7,-10.6 left textcolor rgb INK
unset key
plot DATA using 1:2 with lines linetype FORWARD notitle, \
     DATA using 1:3 with lines linetype CENTRAL notitle, \
     DATA using 1:4 with lines linetype EXTRAPOLATED notitle, \
     DATA using 1:5 with lines linetype COMPLEX notitle, \
     DATA using 1:6 with lines linetype 8 notitle
