# size 720x560
# narrow 390x420
set multiplot
unset key
set lmargin at screen (NARROW ? 0.15 : 0.1)
set rmargin at screen 0.98
set xrange [*:*] noextend
set xtics 0.5

set tmargin at screen 0.98
set bmargin at screen 0.64
set format x ""
set yrange [0:2.3]
set ytics 1
set ylabel w_y
set label w_value at graph 0.5,0.75 center textcolor rgb INK
plot DATA using 1:2 with lines linetype VALUE linewidth 3
unset label

set tmargin at screen 0.58
set bmargin at screen 0.135
set format x
set xlabel w_x
set yrange [-3.2:4]
set ylabel w_slope offset 0.6,0
set label w_cube at (NARROW ? 1.14 : 1.2),3.75 left textcolor rgb INK
set label w_arctan at -1.97,0.5 left textcolor rgb INK
set label w_square at 1.99,(NARROW ? 3.2 : 2.1) right textcolor rgb INK
set label w_product at -0.72,-2.3 left textcolor rgb INK
plot DATA using 1:4 with lines linetype INNER, \
     DATA using 1:5 with lines linetype MIDDLE, \
     DATA using 1:6 with lines linetype OUTER, \
     DATA using 1:3 with lines linetype SLOPE dashtype solid linewidth 3
unset multiplot
