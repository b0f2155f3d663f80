# narrow 390x330
set logscale xy
set xrange [0.9:1500]
set yrange [1e-7:40]
set format y "10^{%L}"
set xlabel w_x
set ylabel w_y
unset key
set label w_whole at 3,12 left textcolor rgb INK
set label w_compute at 25,0.25 right textcolor rgb COLOUR[COMPUTE]
set label w_ethernet at (NARROW ? 4 : 10),1.2e-3 left textcolor rgb COLOUR[HANDING]
set label w_here at (NARROW ? 4 : 10),4e-7 left textcolor rgb COLOUR[HANDING]
plot DATA index "whole" using 1:2 with lines linetype 7 notitle, \
     DATA index "compute" using 1:2 with points linetype COMPUTE notitle, \
     DATA index "ethernet" using 1:2 with linespoints linetype HANDING notitle, \
     DATA index "here" using 1:2 with lines linetype HANDING dashtype 3 notitle
