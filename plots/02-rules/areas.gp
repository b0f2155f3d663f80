# size 760x290
# narrow 390x620
# The same slice three times: one area is filled in each, from the smallest to the largest.
# The tips of the two triangles are the last rows of theirs.
stats DATA index "inside" every ::2::2 using 1 nooutput name "tip_x"
stats DATA index "inside" every ::2::2 using 2 nooutput name "tip_y"
stats DATA index "around" every ::2::2 using 2 nooutput name "top"
X = tip_x_min; Y = tip_y_min; T = top_min
set size ratio -1
set xrange [(NARROW ? -0.7 : -0.06):(NARROW ? 1.88 : 1.24)]
set yrange [-0.12:T + 0.04]
unset border
unset tics
unset grid
unset key
if (NARROW) { set multiplot layout 3,1 margins 0.02,0.98,0.01,0.95 spacing 0,0.05 } \
else { set multiplot layout 1,3 margins 0.01,0.99,0.02,0.9 spacing 0.01,0 }
set object 1 circle at 0,0 size 0.16 arc [0:atan2(Y,X)*180/pi] fillstyle empty border rgb INK front
set label 1 w_angle at 0.19,0.07 left textcolor rgb INK front
set label 2 w_one at 0.5,-0.07 center textcolor rgb INK
do for [k=1:3] {
    set title (k == 1 ? w_inner : k == 2 ? w_slice : w_outer) offset 0,-0.5
    IDEA = k == 1 ? SIN : k == 2 ? VALUE : TAN
    if (k == 1) {
        set arrow 1 from X,0 to X,Y nohead linetype SIN dashtype solid front
        set label 3 w_sin at X-0.02,Y/2-0.08 right textcolor rgb INK front
    }
    if (k == 2) {
        unset arrow 1
        set label 3 w_arc at 1.02,0.38 left textcolor rgb INK front
    }
    if (k == 3) {
        set arrow 1 from 1,0 to 1,T nohead linetype TAN dashtype solid front
        set label 3 w_tan at 1.02,0.6*T left textcolor rgb INK front
    }
    BLOCK = k == 1 ? "inside" : k == 2 ? "slice" : "around"
    plot DATA index BLOCK using 1:2 with filledcurves closed fillcolor rgb COLOUR[IDEA] fillstyle transparent solid 0.3 noborder, \
         DATA index "around" using 1:2 with lines linetype 8 dashtype solid linewidth 1, \
         DATA index "around" every ::2::2 using (0):(0):1:2 with vectors nohead linetype 8 dashtype solid linewidth 1, \
         DATA index "inside" using 1:2 with lines linetype 8 dashtype solid linewidth 1, \
         DATA index "edge" using 1:2 with lines linetype 7 linewidth (k == 2 ? 3 : 1)
}
unset multiplot
