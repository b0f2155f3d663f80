# size 800x440
set contour base
unset surface
set cntrparam cubicspline points 6
set cntrparam levels discrete 0.46,0.6,0.9,1.3,1.8,2.4,3.2,4.2,5.4,7
set table $log
splot DATA index "log" using 1:2:3 with lines notitle
unset table
set cntrparam levels discrete 0.075,0.085,0.1,0.12,0.15,0.18,0.22,0.26,0.3,0.34,0.38,0.42
set table $squared
splot DATA index "squared" using 1:2:3 with lines notitle
unset table
set xrange [*:*] noextend
set yrange [*:*] noextend
set xtics 4
set ytics 4
set xlabel w_x
set multiplot layout 1,2
set ylabel w_y
set title w_log
plot $log using 1:2 with lines linetype 1 linewidth 1.5 notitle
unset ylabel
set title w_squared
plot $squared using 1:2 with lines linetype 2 dashtype solid linewidth 1.5 notitle
unset multiplot
