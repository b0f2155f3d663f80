# narrow 390x330
set xlabel w_x
set ylabel w_y
stats DATA using 1 nooutput name "W"
set xrange [W_min - 0.1:W_max + 0.1]
set yrange [0:16]
set key top center
set label w_lowest at -0.75,0.5 center textcolor rgb INK
plot DATA index "curve" with lines linetype 8 dashtype solid linewidth 2 notitle, \
     for [k = 1:5] DATA index "path".k with linespoints linetype EACH(k) pointsize 0.7 notitle, \
     for [k = 1:5] DATA index "path".k every ::0::0 with points linetype 7 pointtype 6 pointsize 1.8 linewidth 2 title (k == 1 ? w_start : "")
