# narrow 390x330
set logscale y
set xrange [0:300]
set xtics NARROW ? 100 : 50
set yrange [1e-3:10]
set format y "10^{%T}"
set xlabel w_x
set ylabel w_y
unset key
set label w_large at 200,0.27 left textcolor rgb COLOUR[JUMPING]
set label w_small at 62,1.2 left textcolor rgb COLOUR[CREEPING]
set label w_falling at (NARROW ? 25 : 45),0.0021 left textcolor rgb COLOUR[CHOSEN]
plot DATA index "large" using 1:2 with lines linetype JUMPING notitle, \
     DATA index "small" using 1:2 with lines linetype CREEPING notitle, \
     DATA index "falling" using 1:2 with lines linetype CHOSEN notitle
