# size 860x430
set logscale y
set format y "10^{%T}"
set xlabel w_x
unset key
set multiplot layout 1,2 margins 0.09,0.985,0.14,0.9 spacing 0.11
set ylabel w_y
set xrange [0:120]
set yrange [1e-6:200]
set title w_bowl
set label w_plain at 88,0.16 left textcolor rgb INK
set label w_momentum at 42,1e-5 left textcolor rgb INK
set label w_rmsprop at 80,1.2 left textcolor rgb INK
set label w_adam at 76,1.2e-3 left textcolor rgb INK
plot DATA index "plain_bowl" with lines linetype 1, DATA index "momentum_bowl" with lines linetype 2, \
     DATA index "rmsprop_bowl" with lines linetype 3, DATA index "adam_bowl" with lines linetype 4
unset label
unset ylabel
set title w_data
set xrange [0:600]
set yrange [0.04:0.8]
unset format
set format y "%g"
set ytics (0.05, 0.1, 0.2, 0.4)
plot DATA index "plain_data" with lines linetype 1, DATA index "momentum_data" with lines linetype 2, \
     DATA index "rmsprop_data" with lines linetype 3, DATA index "adam_data" with lines linetype 4
unset multiplot
