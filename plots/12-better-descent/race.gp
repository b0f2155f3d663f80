# size 860x430
set logscale y
set format y "10^{%T}"
set xlabel w_x
set ylabel w_y
unset key
set multiplot layout 1,2 margins 0.105,0.98,0.185,0.89 spacing 0.1
set xrange [0:120]
set xtics 40
set yrange [1e-6:300]
set title w_bowl
set label w_plain at 26,22 left textcolor rgb INK
set label w_momentum at 56,1e-5 right textcolor rgb INK
set label w_rmsprop at 65,12 left textcolor rgb INK
set label w_adam at 99,4e-3 left textcolor rgb INK
plot DATA index "plain_bowl" with lines linetype 1, DATA index "momentum_bowl" with lines linetype 2, \
     DATA index "rmsprop_bowl" with lines linetype 3, DATA index "adam_bowl" with lines linetype 4
unset label
unset ylabel
set title w_data
set xrange [0:*]
set autoscale x
set autoscale y
set xtics autofreq
unset format
set ytics (0.03, 0.05, 0.1, 0.2, 0.4, 0.8)
set yrange [0.03:0.8]
set label w_plain at 330,0.098 left textcolor rgb INK
set label w_momentum at 330,0.063 left textcolor rgb INK
set label w_both at 330,0.038 left textcolor rgb INK
plot DATA index "plain_data" with lines linetype 1, DATA index "momentum_data" with lines linetype 2, \
     DATA index "rmsprop_data" with lines linetype 3 linewidth 1.6, \
     DATA index "adam_data" with lines linetype 4 linewidth 1.6
unset multiplot
