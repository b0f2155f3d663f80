# size 720x450
# narrow 390x330
stats DATA index "point" using 1 nooutput name "right"
stats DATA index "point" using 2 nooutput name "up"
X = right_min; Y = up_min
T = atan2(Y, X)
set size ratio -1
set xrange [(NARROW ? -1.4 : -1.75):(NARROW ? 1.6 : 1.75)]
set yrange [-1.26:1.26]
unset border
unset tics
unset grid
unset key
set xzeroaxis linetype 8 dashtype solid
set yzeroaxis linetype 8 dashtype solid
set object 1 polygon from 0,0 to X,0 to X,Y to 0,0 fillcolor rgb COLOUR[SIN] fillstyle transparent solid 0.2 noborder
set arrow 1 from 0,0 to X,Y nohead linetype 7
set arrow 2 from 0,0 to X,0 nohead linetype COS
set arrow 3 from X,0 to X,Y nohead linetype SIN
set object 2 circle at 0,0 size 0.2 arc [0:T*180/pi] fillstyle empty border rgb COLOUR[VALUE]
set label w_one at X/2-0.07,Y/2+0.07 right textcolor rgb INK
set label w_cos at X/2,-0.1 center textcolor rgb INK
set label w_sin at X+0.04,0.2 left textcolor rgb INK
set label w_angle at 0.26,0.11 left textcolor rgb COLOUR[VALUE]
set label w_walk at 1.08*cos(T/2),1.08*sin(T/2) left textcolor rgb COLOUR[VALUE]
set label w_start at 1.06,(NARROW ? -0.14 : -0.11) left textcolor rgb INK
set label w_quarter_1 at 0.06,1.14 left textcolor rgb SOFT
set label w_quarter_2 at -1.06,0.1 right textcolor rgb SOFT
set label w_quarter_3 at 0.06,-1.14 left textcolor rgb SOFT
plot DATA index "edge" using 1:2 with lines linetype 8 dashtype solid, \
     DATA index "walk" using 1:2 with lines linetype VALUE linewidth 5, \
     DATA index "quarters" using 1:2 with points linetype 8 pointtype 7 pointsize 0.7, \
     DATA index "point" using 1:2 with points linetype 7 pointsize 1.1
