# sketch x y y1 y0
# narrow 390x330
set xrange [0:1]
set yrange [0:5]
set xlabel w_x
set ylabel w_y
set label w_y1 at 0.07,3.9 left textcolor rgb INK
set label w_y0 at 0.93,3.9 right textcolor rgb INK
set label w_half at 0.5,(NARROW ? 1.5 : 1.05) center textcolor rgb INK
plot DATA using 1:2 with lines linetype ONE notitle, \
     DATA using 1:3 with lines linetype ZERO notitle
