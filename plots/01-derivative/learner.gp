# narrow 390x330
set xlabel w_x
set ylabel w_y
set xrange [*:*] noextend
set yrange [0.18:(NARROW ? 0.385 : 0.34)]
set xtics 0.1
set ytics 0.05
set key at graph 0.98, 0.95 right top
set label w_share at 0.304,0.197 center front textcolor rgb INK
plot DATA index "curve" with lines linetype VALUE title w_curve, \
     DATA index "path" with linespoints linetype DESCENT linewidth 1.6 pointtype DOT pointsize 1.1 title w_path, \
     DATA index "path" every ::0::4 using 1:2:0 with labels offset 1.3,0.5 textcolor rgb INK notitle
