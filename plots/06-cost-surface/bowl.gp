# size 760x600
set xlabel w_x
set ylabel w_y
set zlabel w_z rotate parallel
set xrange [*:*] noextend
set yrange [*:*] noextend
set zrange [0:4.5]
set xyplane at 0
set view 55,38,1.03
set ticslevel 0
set border 31 linecolor rgb SOFT linewidth 1
set grid xtics ytics ztics
set pm3d depthorder border linecolor rgb (THEME eq "dark" ? "#1b4b70" : THEME eq "print" ? "#777777" : "#6f8fb0") linewidth 0.4
set hidden3d front
# Characters have no colours to fill with: there the surface is its lines.
if (FORMAT eq "dumb") {
    set style data lines
} else {
    set style data pm3d
}
set cbrange [0.3:4.5]
unset colorbox
set key at screen 0.96,0.95 right Right noreverse
splot DATA index "surface" using 1:2:3 notitle, \
      DATA index "path" using 1:2:($3 + 0.03) with linespoints linetype 7 linewidth 2 pointtype 7 pointsize 0.5 title w_path, \
      DATA index "path" every ::0::0 using 1:2:($3 + 0.03) with points linetype 2 pointtype 7 pointsize 1.8 title w_start, \
      DATA index "minimum" using 1:2:($3 + 0.03) with points linetype 7 pointtype 2 pointsize 1.6 linewidth 2.5 title w_minimum
