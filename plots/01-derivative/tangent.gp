# sketch x y
# size 720x430
# narrow 390x290
# Row 0 of "point": where it touches; row 1: where it meets the x axis, its angle
# and its slope.
stats DATA index "point" every ::0::0 using 1 nooutput name "touch_x"
stats DATA index "point" every ::0::0 using 2 nooutput name "touch_y"
stats DATA index "point" every ::1::1 using 1 nooutput name "foot"
stats DATA index "point" every ::1::1 using 2 nooutput name "angle"
stats DATA index "point" every ::1::1 using 3 nooutput name "slope"
# Equal units on both axes, so that the angle is the true one.
set size ratio -1
stats DATA index "curve" using 1 nooutput name "X"
set xrange [0:X_max]
set yrange [-0.8:2.2]
set xlabel w_x
set ylabel w_y
set xtics 1
set ytics 1
unset key
set xzeroaxis linetype 7 linewidth 1
set object 1 circle at foot_min,0 size 0.75 arc [0:angle_min] fillstyle transparent solid 0.25 border rgb COLOUR[SLOPE] fillcolor rgb COLOUR[SLOPE]
set label sprintf(w_angle, angle_min) at foot_min+0.86,0.16 left textcolor rgb INK
set label sprintf(w_point, touch_x_min) at touch_x_min+0.12,touch_y_min-0.14 left textcolor rgb INK
set label w_curve at 4.4,1.22 left textcolor rgb INK
set label sprintf(w_line, slope_min) at (NARROW ? 3.5 : 3.4),(NARROW ? 1.72 : 1.6) right textcolor rgb INK
plot DATA index "curve" using 1:2 with lines linetype VALUE, \
     DATA index "curve" using 1:3 with lines linetype SLOPE, \
     DATA index "point" every ::0::0 using 1:2 with points linetype 7 pointsize 1.1
