# size 720x460
# narrow 390x330
set logscale y
set format y "10^{%T}"
set xrange [*:*] noextend
set yrange [5e-7:8]
set xlabel w_x
set ylabel w_y
unset key
# Half way to the valley: there a method is off the ridge.
set arrow 1 from graph 0, first 0.5 to graph 1, first 0.5 nohead linetype 8
set label w_half at first (NARROW ? 122 : 124), first 0.24 right textcolor rgb SOFT
set label w_plain at 88,3e-4 left textcolor rgb COLOUR[DESCENT]
set label w_momentum at 37,(NARROW ? 6e-3 : 3e-3) left textcolor rgb COLOUR[MOMENTUM]
set label w_rmsprop at 2,2.8 left textcolor rgb COLOUR[RMSPROP]
set label w_adam at 6,0.09 left textcolor rgb COLOUR[ADAM]
plot DATA index "plain" with lines linetype DESCENT, DATA index "momentum" with lines linetype MOMENTUM, \
     DATA index "rmsprop" with lines linetype RMSPROP, DATA index "adam" with lines linetype ADAM
