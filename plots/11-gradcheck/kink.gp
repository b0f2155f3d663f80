# narrow 390x330
set xrange [*:*] noextend
set yrange [(NARROW ? -0.82 : -0.6):1.05]
set xlabel w_x
set ylabel w_y
unset key
set arrow from 0,0 to 0.75,0 nohead linetype 8
set arrow from -0.55,-0.55 to 0,0 nohead linetype 8
set label w_left at (NARROW ? 0.1 : 0.35),-0.08 left textcolor rgb INK
set label w_right at (NARROW ? 0.66 : 0.62),0.86 right textcolor rgb INK
set label w_central at (NARROW ? -0.95 : -0.3),(NARROW ? -0.7 : -0.5) left textcolor rgb COLOUR[CENTRAL]
set label w_kink at -0.04,0.1 right textcolor rgb INK
set object 1 circle at 0,0 size 0.022 fillcolor rgb INK fillstyle solid noborder
plot DATA using 1:2 with lines linetype RELU dashtype solid linewidth 3.2 notitle, \
     DATA using 1:3 with lines linetype CENTRAL notitle
