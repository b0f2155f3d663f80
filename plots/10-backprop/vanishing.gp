set logscale y
set xrange [0.6:8.4]
set yrange [1e-11:3]
set xtics 1
set format y "10^{%T}"
set xlabel w_x
set ylabel w_y
unset key
set label w_he at 1.1,1.1 left textcolor rgb C3
set label w_tanh at 1.65,0.075 left textcolor rgb C1
set label w_relu at 1.1,0.007 left textcolor rgb C5
set label w_sigmoid at 2.9,3e-5 left textcolor rgb C2
set label w_small at 2.7,1.2e-9 left textcolor rgb C4
plot DATA index "he" using 1:2 with linespoints linetype 3 notitle, \
     DATA index "tanh" using 1:2 with linespoints linetype 1 notitle, \
     DATA index "relu" using 1:2 with linespoints linetype 5 notitle, \
     DATA index "sigmoid" using 1:2 with linespoints linetype 2 notitle, \
     DATA index "small" using 1:2 with linespoints linetype 4 notitle
