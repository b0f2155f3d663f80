set logscale y
set format y "10^{%T}"
set xrange [0:160]
set yrange [5e-7:3]
set xlabel w_x
set ylabel w_y
unset key
set label w_plain at 88,3e-3 left textcolor rgb INK
set label w_momentum at 33,3e-3 left textcolor rgb INK
set label w_rmsprop at 5,0.35 left textcolor rgb INK
set label w_adam at 8,0.07 left textcolor rgb INK
plot DATA index "plain" with lines linetype 1, DATA index "momentum" with lines linetype 2, \
     DATA index "rmsprop" with lines linetype 3, DATA index "adam" with lines linetype 4
