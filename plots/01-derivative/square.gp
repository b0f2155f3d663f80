# narrow 390x330
stats DATA using 1 nooutput name "X"
set xrange [(NARROW ? -0.9 : 0):X_max + (NARROW ? 0.8 : 0.2)]
set yrange [(NARROW ? -6 : -4):40]
set xlabel w_x
set ylabel w_y
set ytics 10
unset key
# A piece of each tangent, and the triangle under it, one unit wide.
plot DATA index "curve" using 1:2 with lines linetype VALUE, \
     DATA index "points" using ($1-1):($2-$3):(2.2):(2.2*$3) with vectors nohead linetype SLOPE, \
     DATA index "points" using 1:2:(1):(0) with vectors nohead linetype 8 dashtype solid, \
     DATA index "points" using ($1+1):2:(0):3 with vectors nohead linetype 8 dashtype solid, \
     DATA index "points" using 1:2 with points linetype 7 pointsize 1, \
     DATA index "points" using ($1+(NARROW ? 0.7 : 0.5)):($2-(NARROW ? 2.2 : 1.4)):(sprintf(w_width)) with labels center textcolor rgb INK, \
     DATA index "points" using ($1+1.06):($2+$3*0.42):(sprintf(w_height, $3)) with labels left textcolor rgb INK, \
     DATA index "points" using ($1-0.12):($2+(NARROW ? 3 : 1.6)):(sprintf(w_slope, $1, $3)) with labels right textcolor rgb INK
