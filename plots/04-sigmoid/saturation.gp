# narrow 390x330
set xrange [*:*] noextend
set yrange [-0.5:17.5]
set xlabel w_x
set ylabel w_y
set ytics 4
set key at graph 0.03, 0.32
plot DATA using 1:3 with lines linetype STABLE title w_stable, \
     DATA using 1:2 with lines linetype NAIVE title w_plain
