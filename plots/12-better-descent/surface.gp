# size 760x520
# narrow 390x320
set xlabel w_x offset 0,0
set ylabel w_y offset 0,0
set zlabel w_z rotate parallel
set xrange [*:*] noextend
set yrange [*:*] noextend
FLOOR = -0.9
set zrange [FLOOR:1.1]
set ztics 0.5
set xtics 1
set ytics 1
set xyplane at FLOOR
set view 40,145,(NARROW ? 0.91 : 1.05),1.05
set border 31 linecolor rgb SOFT linewidth 1
set grid xtics ytics noztics
set contour base
unset surface
set cntrparam levels discrete -0.225,-0.15,-0.04,0.1,0.25,0.45
set table $lines
splot DATA index "surface" using 1:2:3 with lines notitle
unset table
unset contour
set surface
set pm3d depthorder border linecolor rgb (THEME eq "dark" ? "#1b4b70" : THEME eq "print" ? "#777777" : "#6f8fb0") linewidth 0.4
set hidden3d front
set style data pm3d
if (FORMAT eq "dumb") { set style data lines }
set cbrange [-0.4:1]
unset colorbox
set key at screen 0.97,0.96 right Right noreverse samplen 2
splot $lines using 1:2:(FLOOR) with lines linetype 8 dashtype solid linewidth 1 notitle, \
      DATA index "surface" using 1:2:3 notitle, \
      DATA index "path" using 1:2:(FLOOR) with lines linetype DESCENT dashtype solid linewidth 1.6 notitle, \
      DATA index "path" using 1:2:($3 + 0.015) with linespoints linetype DESCENT dashtype solid linewidth 2.4 pointtype 7 pointsize 0.5 title w_path, \
      DATA index "path" every ::0::0 using 1:2:($3 + 0.015) with points linetype DESCENT pointtype 7 pointsize 1.6 title w_start, \
      DATA index "saddle" using 1:2:($3 + 0.015) with points linetype 7 pointtype 2 pointsize 1.5 linewidth 2.5 title w_saddle
