# size 720x480
# narrow 390x400
set xlabel w_x
set ylabel w_y
set style arrow 1 filled size 0.2,20 linewidth 3 linecolor rgb COLOUR[DESCENT]
set label w_minimum at 0,10.4 center textcolor rgb INK
# Each step goes from the point at its outer end to its inner end; the triangle
# hangs on the point's outer side.
do for [side in "right left"] {
    stats DATA index side."_step" using 1 name "X" nooutput
    stats DATA index side."_step" using 2 name "Y" nooutput
    RIGHT = side eq "right"
    FROM = RIGHT ? X_max : X_min
    TO = RIGHT ? X_min : X_max
    set arrow from FROM,Y_min to TO,Y_min arrowstyle 1
    if (RIGHT) {
        set label w_right at TO - 0.12,Y_min right textcolor rgb INK
    } else {
        set label w_left at TO + 0.12,Y_min left textcolor rgb INK
    }
    stats DATA index side."_triangle" using 1 name "X" nooutput
    stats DATA index side."_triangle" using 2 name "Y" nooutput
    HEIGHT = sprintf(w_height, gprintf("%.3g", RIGHT ? Y_max - Y_min : Y_min - Y_max))
    if (RIGHT) {
        set label w_width at X_min + 0.3,Y_min - 1 left textcolor rgb INK
        set label HEIGHT at X_max + 0.12,0.5*(Y_min + Y_max) left textcolor rgb INK
    } else {
        set label w_width at X_max - 0.3,Y_min - 1 right textcolor rgb INK
        set label HEIGHT at X_min - 0.12,0.5*(Y_min + Y_max) right textcolor rgb INK
    }
}
set xrange [(NARROW ? -9 : -6.8):6.8]
set yrange [7:35]
plot DATA index "curve" with lines linetype VALUE notitle, \
     for [side in "right left"] DATA index side."_tangent" with lines linetype 7 notitle, \
     for [side in "right left"] DATA index side."_triangle" with lines linetype 8 notitle, \
     for [side in "right left"] DATA index side."_step" every ::0::0 with points linetype DESCENT pointtype 7 pointsize 1.4 notitle
