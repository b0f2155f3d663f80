# size 720x330
# narrow 390x220
set xrange [-11:4]
set yrange [-2.5:2.5]
set size ratio -1
set xlabel w_x
set ylabel w_y
set xtics NARROW ? 4 : 2
set ytics NARROW ? 2 : 1
unset grid
unset key
set label w_start at -9.2,(NARROW ? 2 : 1.62) right textcolor rgb INK
set label w_rule at 3.9,(NARROW ? 3.1 : 2.15) right textcolor rgb INK
plot DATA index "contours" with lines linetype 7 linecolor rgb FAINT linewidth 1.2, \
     DATA index "path" with lines linetype MOMENTUM linewidth 1.6 dashtype solid, \
     DATA index "path" with points linetype MOMENTUM pointtype 7 pointsize 0.45, \
     DATA index "path" every ::0::0 with points linetype 7 pointtype 7 pointsize 0.9, \
     DATA index "contours" every ::0::0 using (0):(0) with points linetype 7 pointtype 2 pointsize 0.9
