# narrow 390x330
set xrange [0:(NARROW ? 4.7 : 3.8)]
set yrange [0:11.4]
set xtics 1
set xlabel w_x
set ylabel w_y
unset key
set label w_line at 3.35,10.6 right textcolor rgb INK
# Each triangle: its width along x, then its height, then what they make.
plot DATA index "line" using 1:2 with lines linetype VALUE, \
     DATA index "triangle" using 1:2:3:(0) with vectors nohead linetype 8 dashtype solid linewidth 2, \
     DATA index "triangle" using ($1+$3):2:(0):4 with vectors nohead linetype SLOPE dashtype solid linewidth 3, \
     DATA index "triangle" using 1:2 with points linetype 7 pointsize 0.9, \
     DATA index "triangle" using ($1+$3):($2+$4) with points linetype 7 pointsize 0.9, \
     DATA index "triangle" using ($1+$3/2):($2-0.42):(sprintf(w_width, $3)) with labels center textcolor rgb INK, \
     DATA index "triangle" using ($1+$3+0.06):($2+$4/2+0.3):(sprintf(w_height, $4)) with labels left textcolor rgb INK, \
     DATA index "triangle" using ($1+$3+0.06):($2+$4/2-0.4):(sprintf(w_slope, $4, $3, $4/$3)) with labels left textcolor rgb INK
