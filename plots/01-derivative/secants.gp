# narrow 390x330
set xrange [-1:(NARROW ? 4.6 : 3.8)]
set yrange [-0.6:9.4]
set xlabel w_x
set ylabel w_y
set xtics 1
unset key
# Lines through (0, 1), each through a second point. The last row,
# with Δx = 0, is the tangent.
plot DATA index "curve" using 1:2 with lines linetype VALUE, \
     DATA index "secants" every ::0::2 using (-0.3):($2-0.3*$5):(2.7):(2.7*$5) with vectors nohead linetype 8 linewidth 1.8, \
     DATA index "secants" every ::3::3 using (-1):($2-$5):(3.4):(3.4*$5) with vectors nohead linetype SLOPE linewidth 3, \
     DATA index "secants" every ::0::2 using 3:4 with points linetype 7 pointsize 1, \
     DATA index "secants" every ::3::3 using 1:2 with points linetype 7 pointsize 1.3, \
     DATA index "secants" every ::0::2 using (2.46):($2+2.42*$5):(sprintf(w_secant, $3, $5)) with labels left textcolor rgb INK, \
     DATA index "secants" every ::3::3 using (2.46):($2+2.4*$5):(sprintf(w_tangent, $5)) with labels left textcolor rgb INK
