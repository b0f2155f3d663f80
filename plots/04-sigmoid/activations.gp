set xrange [*:*] noextend
stats DATA using 2 nooutput name "Y"
set yrange [floor(Y_min) - 0.2:Y_max]
set xlabel w_x
set ylabel w_y
plot DATA index "sigmoid" with lines linetype 1 title w_sigmoid, \
     DATA index "tanh" with lines linetype 2 title w_tanh, \
     DATA index "relu" with lines linetype 3 linewidth 5 title w_relu, \
     DATA index "leaky_relu" with lines linetype 4 title w_leaky
