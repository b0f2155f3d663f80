# size 720x330
set xrange [-11:4]
set yrange [-2.5:2.5]
set size ratio -1
set xlabel w_x
set ylabel w_y
set xtics 2
set ytics 1
unset grid
unset key
set label w_start at -9.2,1.62 right textcolor rgb INK
set label w_rule at 3.8,2.15 right textcolor rgb INK
plot DATA index "contours" with lines linetype 7 linecolor rgb FAINT linewidth 1.2, \
     DATA index "path" with lines linetype 3 linewidth 1.6 dashtype solid, \
     DATA index "path" with points linetype 3 pointtype 7 pointsize 0.45, \
     DATA index "path" every ::0::0 with points linetype 7 pointtype 7 pointsize 0.9, \
     DATA index "contours" every ::0::0 using (0):(0) with points linetype 7 pointtype 2 pointsize 0.9
