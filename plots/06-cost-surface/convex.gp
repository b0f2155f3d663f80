# size 800x440
# narrow 390x700
set contour base
unset surface
set cntrparam levels discrete 0.46,0.6,0.9,1.3,1.8,2.4,3.2,4.2,5.4,7
set table $log
splot DATA index "log" using 1:2:3 with lines notitle
unset table
set cntrparam levels discrete 0.075,0.085,0.1,0.12,0.15,0.18,0.22,0.26,0.3,0.34,0.38,0.42
set table $squared
splot DATA index "squared" using 1:2:3 with lines notitle
unset table
unset contour
set xrange [*:*] noextend
set yrange [*:*] noextend
set size ratio -1
set xtics 4
set ytics 4
set xlabel w_x
set ylabel w_y
unset key
unset grid
unset colorbox
set palette @MAP
if (NARROW) { set multiplot layout 2,1 } else { set multiplot layout 1,2 }
set title w_log
set cbrange [0.4:6]
plot DATA index "log" using 1:2:3 with image, $log using 1:2 with lines linetype 7 linewidth 0.8
set title w_squared
set cbrange [0.07:0.5]
plot DATA index "squared" using 1:2:3 with image, $squared using 1:2 with lines linetype 7 linewidth 0.8
unset multiplot
