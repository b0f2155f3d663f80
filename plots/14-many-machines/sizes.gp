# narrow 390x330
set logscale xy
set xrange [500:4e9]
set yrange [1e-7:3]
set format xy "10^{%L}"
set xlabel w_x
set ylabel w_y
unset key
set label w_logistic at (NARROW ? 1e6 : 3e5),(NARROW ? 8e-3 : 1e-3) right textcolor rgb COLOUR[EACH(1)]
set label w_network at (NARROW ? 2e6 : 4e6),2e-5 left textcolor rgb COLOUR[EACH(2)]
set label w_slope at 2e8,0.25 right textcolor rgb INK
plot 2e-10*x with lines linetype 7 linewidth 1 notitle, \
     DATA index "logistic" using 1:2 with points linetype EACH(1) notitle, \
     DATA index "network" using 1:2 with points linetype EACH(2) notitle
