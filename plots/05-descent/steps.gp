# sketch x y curve path
# narrow 390x330
set xlabel w_x
set ylabel w_y
stats DATA index "curve" using 1 name "X" nooutput
stats DATA index "curve" using 2 name "Y" nooutput
set xrange [X_min:X_max]
set yrange [Y_min - 0.06*(Y_max - Y_min):Y_max]
set key at graph 0.5, 0.95 center samplen 2
if (FORMAT eq "dumb") { set key tmargin center vertical maxrows 2 } # a path that diverges crosses it
plot DATA index "curve" with lines linetype VALUE title w_curve, \
     DATA index "path" with linespoints linetype DESCENT linewidth 1.6 pointtype DOT pointsize 1.1 title w_path, \
     DATA index "path" every ::0::3 using 1:2:0 with labels offset 1.3,-0.5 textcolor rgb INK notitle
