# size 720x520
# narrow 390x350
# Row 0 of "points": the end of the first leg; row 1: of the second, at x + h.
stats DATA index "points" every ::0::0 using 1 nooutput name "ax"
stats DATA index "points" every ::0::0 using 2 nooutput name "ay"
stats DATA index "points" every ::1::1 using 1 nooutput name "bx"
stats DATA index "points" every ::1::1 using 2 nooutput name "by"
AX = ax_min; AY = ay_min; BX = bx_min; BY = by_min
set size ratio -1
set xrange [(NARROW ? -0.1 : -0.35):(NARROW ? 1.2 : 1.3)]
set yrange [(NARROW ? -0.12 : -0.1):1.1]
unset border
unset tics
unset grid
unset key
set object 1 polygon from 0,0 to AX,AY to BX,BY to 0,0 fillcolor rgb COLOUR[SIN] fillstyle transparent solid 0.2 noborder
set arrow 1 from 0,0 to AX,AY nohead linetype COS
set arrow 2 from AX,AY to BX,BY nohead linetype SIN
set arrow 3 from 0,0 to BX,BY nohead linetype 7
# The rectangle around it.
set arrow 4 from 0,0 to AX,0 nohead linetype 8
set arrow 5 from AX,0 to AX,BY nohead linetype 8
set arrow 6 from AX,BY to BX,BY nohead linetype 8
set object 2 circle at 0,0 size 0.17 arc [0:atan2(AY,AX)*180/pi] fillstyle empty border rgb INK
set object 3 circle at 0,0 size 0.22 arc [atan2(AY,AX)*180/pi:atan2(BY,BX)*180/pi] fillstyle empty border rgb INK
set object 4 circle at AX,AY size 0.17 arc [90:90+atan2(AY,AX)*180/pi] fillstyle empty border rgb INK
set label w_h at 0.2,0.05 left textcolor rgb INK
set label w_x at 0.17,0.2 left textcolor rgb INK
set label w_h at AX-0.045,AY+0.21 center textcolor rgb INK
set label w_cos at AX/2+0.03,AY/2-0.04 left textcolor rgb INK
set label w_sin at (AX+BX)/2-0.03,(AY+BY)/2-0.03 right textcolor rgb INK
set label w_one at BX/2-0.03,BY/2+0.03 right textcolor rgb INK
set label w_bottom at AX/2,-0.05 center textcolor rgb INK
set label w_right at AX+0.03,AY/2 left textcolor rgb INK
set label w_upper at AX+0.03,(AY+BY)/2 left textcolor rgb INK
set label w_top at AX+0.02,BY+0.04 center textcolor rgb INK
set label w_point at BX-0.03,BY+0.14 right textcolor rgb INK
plot DATA index "edge" using 1:2 with lines linetype VALUE, \
     DATA index "points" every ::1::1 using 1:2 with points linetype 7 pointsize 1.1
