# narrow 390x330
set logscale xy
set xrange [4:1500]
set yrange [1:6000]
set xlabel w_x
set ylabel w_y
unset key
set label w_tangents at 60,560 right textcolor rgb COLOUR[TANGENT]
set label w_quotients at (NARROW ? 70 : 90),(NARROW ? 40 : 62) left textcolor rgb INK
set label w_adjoints at 60,5.6 left textcolor rgb COLOUR[SLOPE]
plot DATA index "by_differences" using 1:2 with linespoints linetype 7 notitle, \
     DATA index "by_tangents" using 1:2 with linespoints linetype TANGENT notitle, \
     DATA index "by_adjoints" using 1:2 with linespoints linetype SLOPE notitle
