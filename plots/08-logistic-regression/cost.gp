set logscale x
set yrange [0:*]
set xlabel w_x
set ylabel w_y
set key top right Right noreverse
plot DATA index "curve" using 1:2 with lines linetype 1 title w_train, \
     DATA index "curve" using 1:3 with lines linetype 2 title w_test, \
     DATA index "best" using 1:3 with points linetype 2 pointsize 1.2 notitle, \
     DATA index "best" using 1:3:(sprintf(w_best, $1)) with labels offset 0,1.1 textcolor rgb INK notitle
