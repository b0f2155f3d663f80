set logscale xy
set xrange [0.9:700]
set yrange [0.004:1]
set xtics (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
set ytics (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1)
set xlabel w_x
set ylabel w_y
set key at graph 0.03, 0.33
set label w_gradient at 1.1,0.029 left textcolor rgb INK
plot DATA index "theory" with lines linetype 1 title w_theory, \
     DATA index "measured" with points linetype 7 pointsize 0.9 title w_measured, \
     DATA index "gradient" with lines linetype 8 notitle
