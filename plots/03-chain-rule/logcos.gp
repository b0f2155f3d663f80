# size 720x560
# narrow 390x420
stats DATA using 1 nooutput name "X"
set multiplot
unset key
set lmargin at screen (NARROW ? 0.17 : 0.12)
set rmargin at screen 0.98
set xrange [0:floor(X_max)]
set xtics 5

set tmargin at screen 0.98
set bmargin at screen 0.66
set format x ""
set yrange [-1.4:0.1]
set ytics 0.5
set ylabel w_y
set label w_value at graph 0.98,0.15 right textcolor rgb INK
plot DATA using 1:2 with lines linetype VALUE linewidth 3
unset label

set tmargin at screen 0.60
set bmargin at screen 0.135
set format x
set xlabel w_x
set yrange [-1.7:2]
set ylabel w_slope
set label w_root at 1.1,1.3 left textcolor rgb INK
set label w_sin at 41.5,1.2 right textcolor rgb INK
set label w_tan at 22,1.75 center textcolor rgb INK
set label w_product at 33,(NARROW ? -0.55 : -0.25) center textcolor rgb INK
plot DATA using 1:4 with lines linetype INNER, \
     DATA using 1:5 with lines linetype MIDDLE, \
     DATA using 1:6 with lines linetype OUTER, \
     DATA using 1:3 with lines linetype SLOPE dashtype solid linewidth 3
unset multiplot
