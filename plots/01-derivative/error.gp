# narrow 390x330
set xrange [-15.5:(NARROW ? 0.6 : 2)]
set yrange [(NARROW ? -17 : -15):0.6]
set xlabel w_x
set ylabel w_y
set xtics NARROW ? 4 : 2
set ytics 3
set format "10^{%g}"
set key bottom left samplen (NARROW ? 2 : 3)
# A narrow page has no room beside the curves.
if (!NARROW) {
    set label w_forward at -4.6,-3.7 right textcolor rgb COLOUR[FORWARD]
    set label w_central at -3.6,-7.7 right textcolor rgb COLOUR[CENTRAL]
    set label w_extrapolated at -2.3,-14.3 left textcolor rgb COLOUR[EXTRAPOLATED]
}
set label w_rounding at (NARROW ? -12.4 : -11.4),-1.6 left textcolor rgb SOFT
set label w_truncation at -1.6,-0.25 right textcolor rgb SOFT
plot DATA index "forward" with lines linetype FORWARD title (NARROW ? w_forward : ""), \
     DATA index "central" with lines linetype CENTRAL title (NARROW ? w_central : ""), \
     DATA index "extrapolated" with lines linetype EXTRAPOLATED title (NARROW ? w_extrapolated : ""), \
     DATA index "best" with points linetype 7 pointtype 6 pointsize 1.4 linewidth 2 title w_best
