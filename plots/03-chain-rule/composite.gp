# size 720x700
# narrow 390x520
# Above, the slopes at one x: the height u of the first picture is the width of
# the second, and their slopes multiply. Below, the same product at every x.
unset key
set multiplot

set tmargin at screen 0.935
set bmargin at screen 0.66
set xrange [0:1.3]
set yrange [0:1.4]
set xtics 0.5
set ytics 0.5
set xlabel offset 0,0.6
set ylabel offset 1.8,0
set title offset 0,-0.5

array LEFT[3] = [0.1, 0.42, 0.74]
WIDE = NARROW ? 0.22 : 0.235
if (NARROW) { set format y "" }
do for [k=1:3] {
    set lmargin at screen LEFT[k]
    set rmargin at screen LEFT[k] + WIDE
    set title (k == 1 ? w_inner : k == 2 ? w_outer : w_whole)
    set xlabel (k == 2 ? w_u : w_x)
    set ylabel (k == 1 ? w_u : w_y)
    K = k - 1
    IDEA = k == 1 ? INNER : k == 2 ? OUTER : VALUE
    BLOCK = k == 1 ? "inner" : k == 2 ? "outer" : "whole"
    plot DATA index BLOCK using 1:2 with lines linetype IDEA dashtype solid, \
         DATA index "touch" every ::K::K using 1:2:(-$1):(0) with vectors nohead linetype 8, \
         DATA index "touch" every ::K::K using 1:2 with impulses linetype 8, \
         DATA index "touch" every ::K::K using ($1 - 0.3):($2 - 0.3 * $3):(0.6):(0.6 * $3) with vectors nohead linetype 7, \
         DATA index "touch" every ::K::K using 1:2 with points linetype 7 pointsize 1, \
         DATA index "touch" every ::K::K using (k == 1 ? 0.06 : -9):($2 + 0.1):(sprintf(w_at_u, $2)) with labels left textcolor rgb INK, \
         DATA index "touch" every ::K::K using (k == 2 ? $1 + 0.05 : -9):(0.12):(sprintf(w_at_u, $1)) with labels left textcolor rgb INK
}
set format y

# A line of its own: slope × slope = slope, each below its picture.
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0.52
set tmargin at screen 0.57
set xrange [0:1]
set yrange [0:1]
unset border
unset tics
unset grid
set title ""
set xlabel ""
set ylabel ""
set label w_times at (LEFT[1] + LEFT[2] + WIDE)/2,0.5 center textcolor rgb INK
set label w_equals at (LEFT[2] + LEFT[3] + WIDE)/2,0.5 center textcolor rgb INK
plot for [k=1:3] DATA index "touch" every ::(k-1)::(k-1) using (LEFT[k] + WIDE/2):(0.5):(sprintf(w_slope, $3)) with labels \
         center textcolor rgb INK font ",17"
unset label

set tmargin at screen 0.44
set bmargin at screen (NARROW ? 0.12 : 0.105)
set lmargin at screen (NARROW ? 0.14 : 0.1)
set rmargin at screen 0.985
set border 3
set grid
set xtics nomirror out scale 0.6 textcolor rgb INK
set ytics nomirror out scale 0.6 textcolor rgb INK
set title w_slopes
set xlabel w_x
set ylabel w_slope_axis offset 2,0
set xrange [*:*] noextend
set yrange [-15:15]
set xtics 1
set ytics 5
set key at graph (NARROW ? 0.52 : 0.6), 0.02 bottom center Left reverse samplen (NARROW ? 2 : 3)
plot DATA index "inner" using 1:3 with lines linetype INNER title w_inner_slope, \
     DATA index "factor" using 1:3 with lines linetype OUTER title w_outer_slope, \
     DATA index "whole" using 1:3 with lines linetype SLOPE dashtype solid linewidth 3 title w_product
unset multiplot
