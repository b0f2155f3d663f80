# narrow 390x330
set logscale y
set xrange [0.6:8.4]
set yrange [1e-11:10]
set xtics 1
set format y "10^{%T}"
set xlabel w_x
set ylabel w_y
unset key
set label w_he at 1.1,1.6 left textcolor rgb COLOUR[RELU]
set label w_tanh at 4.6,1.6 left textcolor rgb COLOUR[TANH]
set label w_relu at 1.1,0.007 left textcolor rgb COLOUR[RELU]
set label w_sigmoid at (NARROW ? 2.3 : 3.1),(NARROW ? 1e-5 : 3e-5) left textcolor rgb COLOUR[SIGMOID]
set label w_small at (NARROW ? 3.1 : 2.7),(NARROW ? 1e-10 : 1e-9) left textcolor rgb COLOUR[TANH]
plot DATA index "he" using 1:2 with linespoints linetype RELU dashtype solid notitle, \
     DATA index "tanh" using 1:2 with linespoints linetype TANH dashtype solid notitle, \
     DATA index "relu" using 1:2 with linespoints linetype RELU notitle, \
     DATA index "sigmoid" using 1:2 with linespoints linetype SIGMOID notitle, \
     DATA index "small" using 1:2 with linespoints linetype TANH notitle
