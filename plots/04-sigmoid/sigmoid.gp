# sketch x sigma slope peak
# narrow 390x330
set xrange [*:*] noextend
set yrange [0:1.05]
set xlabel w_x
set ylabel w_y
set ytics 0.25
set arrow from 1.6,0.36 to 0.15,0.26 linecolor rgb SOFT linewidth 1.2 size 0.18,20 filled
set label w_peak at 1.7,0.38 left textcolor rgb INK
plot DATA using 1:2 with lines linetype VALUE title w_sigma, \
     DATA using 1:3 with lines linetype SLOPE title w_slope
