set xrange [*:*] noextend
set yrange [-0.05:1.15]
set xlabel w_x
set ylabel w_y
set key at graph 0.02, 0.9
plot DATA index "sigmoid" with lines linetype 1 title w_sigmoid, \
     DATA index "tanh" with lines linetype 2 title w_tanh, \
     DATA index "relu" with lines linetype 3 linewidth 5 title w_relu, \
     DATA index "leaky_relu" with lines linetype 4 title w_leaky
