# size 720x680
# Above, the slopes at one x: the height u of the first picture is the width of
# the second. Below, the same product at every x.
slope(s) = sprintf(w_slope, s)
u(s) = sprintf(w_at_u, s)
unset key
set multiplot

set tmargin at screen 0.93
set bmargin at screen 0.61
set xrange [0:1.3]
set yrange [0:1.5]
set xtics 0.4
set ytics 0.5
set ylabel offset 1.2,0

set lmargin at screen 0.11
set rmargin at screen 0.325
set title w_inner offset 0,-0.4
set xlabel w_x
set ylabel w_u
plot DATA index "inner" using 1:2 with lines linetype 2, \
     DATA index "touch" every ::0::0 using ($1 - 0.3):($2 - 0.3 * $3):(0.6):(0.6 * $3) with vectors nohead linetype 7, \
     DATA index "touch" every ::0::0 using 1:2:(-$1):(0) with vectors nohead linetype 8, \
     DATA index "touch" every ::0::0 using 1:2 with impulses linetype 8, \
     DATA index "touch" every ::0::0 using 1:2 with points linetype 7 pointsize 1, \
     DATA index "touch" every ::0::0 using (0.05):($2 + 0.1):(u($2)) with labels left textcolor rgb INK, \
     DATA index "touch" every ::0::0 using (0.08):(1.36):(slope($3)) with labels left textcolor rgb INK

set lmargin at screen 0.43
set rmargin at screen 0.645
set title w_outer
set xlabel w_u
set ylabel w_y
plot DATA index "outer" using 1:2 with lines linetype 3, \
     DATA index "touch" every ::1::1 using ($1 - 0.3):($2 - 0.3 * $3):(0.6):(0.6 * $3) with vectors nohead linetype 7, \
     DATA index "touch" every ::1::1 using 1:2:(-$1):(0) with vectors nohead linetype 8, \
     DATA index "touch" every ::1::1 using 1:2 with impulses linetype 8, \
     DATA index "touch" every ::1::1 using 1:2 with points linetype 7 pointsize 1, \
     DATA index "touch" every ::1::1 using ($1 + 0.04):(0.12):(u($1)) with labels left textcolor rgb INK, \
     DATA index "touch" every ::1::1 using (0.08):(1.36):(slope($3)) with labels left textcolor rgb INK

# The three slopes stand on one line: slope × slope = slope.
set label "×" at screen 0.37,0.9 center textcolor rgb INK font ",22"
set label "=" at screen 0.695,0.9 center textcolor rgb INK font ",22"
set lmargin at screen 0.77
set rmargin at screen 0.985
set title w_whole
set xlabel w_x
plot DATA index "whole" using 1:2 with lines linetype 1, \
     DATA index "touch" every ::2::2 using ($1 - 0.3):($2 - 0.3 * $3):(0.6):(0.6 * $3) with vectors nohead linetype 7, \
     DATA index "touch" every ::2::2 using 1:2:(-$1):(0) with vectors nohead linetype 8, \
     DATA index "touch" every ::2::2 using 1:2 with impulses linetype 8, \
     DATA index "touch" every ::2::2 using 1:2 with points linetype 7 pointsize 1, \
     DATA index "touch" every ::2::2 using (0.08):(1.36):(slope($3)) with labels left textcolor rgb INK
unset label

set tmargin at screen 0.435
set bmargin at screen 0.11
set lmargin at screen 0.11
set rmargin at screen 0.985
set title w_slopes
set ylabel w_slope_axis offset 1,0
set xrange [*:*] noextend
set yrange [-15:15]
set xtics 0.5
set ytics 5
set key at graph 0.275, 0.97
plot DATA index "inner" using 1:3 with lines linetype 2 title w_inner_slope, \
     DATA index "factor" using 1:3 with lines linetype 3 title w_outer_slope, \
     DATA index "whole" using 1:3 with lines linetype 1 linewidth 3 title w_product
unset multiplot
