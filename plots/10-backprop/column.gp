# size 760x420
# narrow 390x700
# A number in each cell; its colour says the same.
unset key
unset colorbox
unset grid
set border 0
set tics scale 0
stats DATA using 3 nooutput
most = STATS_max > -STATS_min ? STATS_max : -STATS_min
set cbrange [-most:1.6*most]
set palette @MAP
set xrange [0.5:5.5]
set yrange [5.5:0.5]
set xtics 1
set ytics 1
set xlabel w_example
if (NARROW) { set multiplot layout 2,1 margins 0.13,0.97,0.08,0.89 spacing 0,0.14 } \
else { set multiplot layout 1,2 margins 0.08,0.985,0.16,0.8 spacing 0.1 }
set label w_what at screen 0.5,(NARROW ? 0.97 : 0.95) center textcolor rgb INK
set ylabel w_unit
set title w_column
plot DATA using 1:2:3 with image pixels, DATA using 1:2:(gprintf("%+.3f", $3)) with labels font ",12" textcolor rgb INK
unset label
set title w_flat
plot DATA using 1:2:4 with image pixels, DATA using 1:2:(gprintf("%+.3f", $4)) with labels font ",12" textcolor rgb INK
unset multiplot
