# narrow 390x330
set logscale xy
set xrange [0.9:*]
if (NARROW) { set xtics (1, 4, 16, 64, 256, 1024, 4096) } else { set xtics (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192) }
if (NARROW) { set ytics (0.001, 0.01, 0.1, 1, 10) } else { set ytics (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10) }
set xlabel w_x
set ylabel w_y
unset key
plot DATA index "theory" with lines linetype VALUE, \
     DATA index "gradient" with lines linetype 8, \
     DATA index "measured" with points linetype 7 pointsize 0.9, \
     DATA index "measured" every ::0::0 using ($1*1.15):($2*1.2):(w_measured) with labels left textcolor rgb INK, \
     DATA index "theory" every ::30::30 using ($1*1.1):($2*1.25):(w_theory) with labels left textcolor rgb INK, \
     DATA index "gradient" every ::0::0 using ($1*1.1):($2*1.25):(w_gradient) with labels left textcolor rgb INK
