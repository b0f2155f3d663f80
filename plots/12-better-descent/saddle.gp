set logscale y
set format y "10^{%T}"
set xrange [*:*] noextend
set yrange [5e-7:8]
set xlabel w_x
set ylabel w_y
unset key
set label w_plain at 92,3e-3 left textcolor rgb INK
set label w_momentum at 35,3e-3 left textcolor rgb INK
set label w_rmsprop at 2,2.6 left textcolor rgb INK
set label w_adam at 6,0.2 left textcolor rgb INK
plot DATA index "plain" with lines linetype 1, DATA index "momentum" with lines linetype 2, \
     DATA index "rmsprop" with lines linetype 3, DATA index "adam" with lines linetype 4
