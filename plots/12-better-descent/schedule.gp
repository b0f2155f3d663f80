set logscale y
set xrange [0:300]
set yrange [1e-3:10]
set format y "10^{%T}"
set xlabel w_x
set ylabel w_y
unset key
set label w_large at 200,0.27 left textcolor rgb C2
set label w_small at 62,1.2 left textcolor rgb C1
set label w_falling at 90,0.0036 right textcolor rgb C3
plot DATA index "large" using 1:2 with lines linetype 2 notitle, \
     DATA index "small" using 1:2 with lines linetype 1 notitle, \
     DATA index "falling" using 1:2 with lines linetype 3 notitle
