# narrow 390x330
set logscale xy
set xrange [80:4e6]
set yrange [1e-17:1e-13]
set format xy "10^{%L}"
set xlabel w_x
set ylabel w_y
unset key
set label w_in_order at 1.2e5,4e-14 right textcolor rgb COLOUR[IN_ORDER]
set label w_in_lanes at 3e6,4.5e-15 right textcolor rgb COLOUR[IN_LANES]
set label w_by_tree at 1.5e4,3e-17 left textcolor rgb COLOUR[BY_TREE]
plot DATA index "in_order" using 1:2 with linespoints linetype IN_ORDER notitle, \
     DATA index "in_lanes" using 1:2 with linespoints linetype IN_LANES notitle, \
     DATA index "by_tree" using 1:2 with linespoints linetype BY_TREE notitle
