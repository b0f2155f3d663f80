# size 720x560
set contour base
unset surface
set cntrparam cubicspline points 6 levels discrete 0.46,0.5,0.56,0.64,0.8,1,1.3,1.7,2.2,2.8,3.5,4.3
set table $lines
splot DATA index "surface" using 1:2:3 with lines notitle
unset table
set xlabel w_x
set ylabel w_y
set xrange [*:*] noextend
set yrange [*:*] noextend
set key opaque at graph 0.98,0.02 bottom right Right noreverse
set size ratio -1
plot $lines using 1:2 with lines linetype 8 dashtype solid linewidth 1.2 notitle, \
     DATA index "path" using 1:2 with linespoints linetype 2 dashtype solid linewidth 1.6 pointtype 7 pointsize 0.8 title w_path, \
     DATA index "other" using 1:2 with linespoints linetype 1 linewidth 1.6 pointtype 5 pointsize 0.7 title w_other, \
     DATA index "path" every ::0::0 using 1:2 with points linetype 2 pointtype 7 pointsize 1.8 notitle, \
     DATA index "other" every ::0::0 using 1:2 with points linetype 1 pointtype 5 pointsize 1.6 notitle, \
     DATA index "minimum" using 1:2 with points linetype 7 pointtype 2 pointsize 1.8 linewidth 3 title w_minimum
