# size 760x400
# A number in each cell; its colour says the same.
unset key
unset colorbox
unset grid
set border 0
set tics scale 0
stats DATA using 3 nooutput
most = STATS_max > -STATS_min ? STATS_max : -STATS_min
set cbrange [-most:most]
if (THEME eq "print") { set palette defined (-1 "#ffffff", 0 "#dddddd", 1 "#999999") } \
else { set palette @TWO }
set xrange [0.5:5.5]
set yrange [5.5:0.5]
set xtics 1
set ytics 1
set xlabel w_example
set multiplot layout 1,2 margins 0.09,0.98,0.16,0.76 spacing 0.12
set label w_what at screen 0.5,0.94 center textcolor rgb INK
set ylabel w_unit
set title w_column
plot DATA using 1:2:3 with image pixels, DATA using 1:2:(gprintf("%+.3f", $3)) with labels font ",12" textcolor rgb INK
unset label
set title w_flat
plot DATA using 1:2:4 with image pixels, DATA using 1:2:(gprintf("%+.3f", $4)) with labels font ",12" textcolor rgb INK
unset multiplot
