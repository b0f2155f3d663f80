set logscale xy
set xrange [4:1500]
set yrange [1:6000]
set xlabel w_x
set ylabel w_y
unset key
set label w_forward at 60,560 right textcolor rgb C2
set label w_differences at 90,62 left textcolor rgb C1
set label w_reverse at 60,5.2 left textcolor rgb C3
plot DATA index "differences" using 1:2 with linespoints linetype 1 notitle, \
     DATA index "forward" using 1:2 with linespoints linetype 2 notitle, \
     DATA index "reverse" using 1:2 with linespoints linetype 3 notitle
