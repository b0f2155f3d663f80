# size 600x520
# narrow 390x390
set xlabel w_x
set ylabel w_y
set size ratio -1
set offsets graph 0.03, graph 0.03, graph 0.03, graph 0.03
set key outside center top horizontal
plot DATA index "ones" using 1:2 with points linetype ONE pointsize 0.6 title w_ones, \
     DATA index "zeros" using 1:2 with points linetype ZERO pointtype 6 pointsize 0.6 title w_zeros
