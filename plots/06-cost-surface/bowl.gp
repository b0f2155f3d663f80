# size 760x600
# narrow 390x380
set contour base
unset surface
set cntrparam levels discrete 0.5,0.7,1,1.4,1.9,2.5,3.2
set table $lines
splot DATA index "surface" using 1:2:3 with lines notitle
unset table
unset contour
set surface
set xlabel w_x offset 0,0
set ylabel w_y offset (NARROW ? -1.5 : 0),0
set zlabel w_z rotate parallel offset (NARROW ? 2 : 0),0
set xrange [*:*] noextend
set yrange [*:*] noextend
# The lines of equal cost lie on a floor of their own, below the bowl.
FLOOR = -2.2
set zrange [FLOOR:4.6]
set ztics 0,1
set xtics 2
set ytics 2
set xyplane at FLOOR
set view 62,28,1.04,(NARROW ? 1.1 : 1.15)
set border 31 linecolor rgb SOFT linewidth 1
set grid xtics ytics noztics
set pm3d depthorder border linecolor rgb (THEME eq "dark" ? "#1b4b70" : THEME eq "print" ? "#777777" : "#6f8fb0") linewidth 0.4
set hidden3d front
# Characters have no colours to fill with: there the surface is its lines.
if (FORMAT eq "dumb") {
    set style data lines
} else {
    set style data pm3d
}
set cbrange [0.3:5]
unset colorbox
set key at screen 0.97,0.97 right Right noreverse samplen 2
splot $lines using 1:2:(FLOOR) with lines linetype 8 dashtype solid linewidth 1 notitle, \
      DATA index "surface" using 1:2:3 notitle, \
      DATA index "path" using 1:2:(FLOOR) with lines linetype DESCENT dashtype solid linewidth 1.6 notitle, \
      DATA index "minimum" using 1:2:(FLOOR):(0):(0):($3 - FLOOR) with vectors nohead linetype 8 notitle, \
      DATA index "path" using 1:2:($3 + 0.03) with linespoints linetype DESCENT dashtype solid linewidth 2.4 pointtype 7 pointsize 0.5 title w_path, \
      DATA index "path" every ::0::0 using 1:2:($3 + 0.03) with points linetype DESCENT pointtype 7 pointsize 1.8 title w_start, \
      DATA index "minimum" using 1:2:($3 + 0.03) with points linetype 7 pointtype 2 pointsize 1.6 linewidth 2.5 title w_minimum
