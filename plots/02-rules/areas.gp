# size 720x430
# The tips of the two triangles are the last rows of theirs.
stats DATA index "inside" every ::2::2 using 1 nooutput name "tip_x"
stats DATA index "inside" every ::2::2 using 2 nooutput name "tip_y"
stats DATA index "around" every ::2::2 using 2 nooutput name "top"
X = tip_x_min; Y = tip_y_min; T = top_min
set size ratio -1
set xrange [-0.2:1.8]
set yrange [-0.1:1.14]
unset border
unset tics
unset grid
unset key
set arrow 1 from X,0 to X,Y nohead linetype 8 front
set arrow 6 from X,Y to 1,T nohead linecolor rgb C2 linewidth 2
set object 1 circle at 0,0 size 0.16 arc [0:atan2(Y,X)*180/pi] fillstyle empty border rgb INK front
set label w_angle at 0.18,0.07 left textcolor rgb INK front
set label w_sin at X-0.02,Y/2-0.1 right textcolor rgb INK front
set label w_tan at 1.03,0.8*T left textcolor rgb INK
set label w_one at 0.5,-0.06 center textcolor rgb INK
# From each name a line to what it names.
set arrow 2 from 1.12,0.08 to 0.75,0.08 nohead linetype 7 linewidth 0.8 front
set arrow 3 from 1.12,0.23 to 0.973,0.23 nohead linetype 7 linewidth 0.8 front
set arrow 4 from 1.12,0.38 to 0.895,0.38 nohead linetype 7 linewidth 0.8 front
set arrow 5 from 1.12,0.53 to 0.94,0.53 nohead linetype 7 linewidth 0.8 front
set label w_inner at 1.14,0.08 left textcolor rgb INK
set label w_arc at 1.14,0.23 left textcolor rgb INK
set label w_slice at 1.14,0.38 left textcolor rgb INK
set label w_outer at 1.14,0.53 left textcolor rgb INK
plot DATA index "around" using 1:2 with filledcurves closed fillcolor rgb C2 fillstyle transparent solid 0.2 border rgb C2, \
     DATA index "slice" using 1:2 with filledcurves closed fillcolor rgb C1 fillstyle transparent solid 0.2 border rgb C1, \
     DATA index "inside" using 1:2 with filledcurves closed fillcolor rgb C3 fillstyle transparent solid 0.2 border rgb C3, \
     DATA index "edge" using 1:2 with lines linetype 1
