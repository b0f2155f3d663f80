# size 720x430
# narrow 390x300
stats DATA index "point" using 1 nooutput name "right"
stats DATA index "point" using 2 nooutput name "up"
X = right_min; Y = up_min
set size ratio -1
set xrange [(NARROW ? -1.15 : -1.75):(NARROW ? 1.95 : 1.75)]
set yrange [-1.12:(NARROW ? 1.27 : 1.18)]
SIDE = NARROW ? "right" : "left"
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
set object 2 circle at 0,0 size 0.2 arc [0:atan2(Y,X)*180/pi] fillstyle empty border rgb INK
set label w_one at X/2-0.07,Y/2+0.07 right textcolor rgb INK
set label w_cos at X/2,-0.1 center textcolor rgb INK
set label w_sin at X+(NARROW ? -0.04 : 0.05),Y/2-0.06 @SIDE textcolor rgb INK
set label w_angle at 0.26,0.11 left textcolor rgb INK
set label w_point at X+0.09,Y+(NARROW ? 0.3 : 0.06) left textcolor rgb INK
set label w_start at 1.05,-0.1 left textcolor rgb INK
plot DATA index "edge" using 1:2 with lines linetype VALUE, \
     DATA index "point" using 1:2 with points linetype 7 pointsize 1.1
