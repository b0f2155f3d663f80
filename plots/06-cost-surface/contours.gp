# size 720x600
# narrow 390x400
set contour base
unset surface
set cntrparam levels discrete 0.46,0.5,0.56,0.64,0.8,1,1.3,1.7,2.2,2.8,3.5,4.3
set table $lines
splot DATA index "surface" using 1:2:3 with lines notitle
unset table
unset contour
set xlabel w_x
set ylabel w_y
set xrange [*:*] noextend
set yrange [*:*] noextend
set key opaque at graph 0.985,0.015 bottom right Right noreverse samplen 2
set size ratio -1
unset grid
set logscale cb
set cbrange [0.44:4]
unset colorbox
set palette @MAP
plot DATA index "surface" using 1:2:3 with image notitle, \
     $lines using 1:2 with lines linetype 8 dashtype solid linewidth 1 notitle, \
     DATA index "path" using 1:2 with linespoints linetype DESCENT dashtype solid linewidth 1.8 pointtype 7 pointsize 0.7 title w_path, \
     DATA index "other" using 1:2 with linespoints linetype OTHER dashtype solid linewidth 1.8 pointtype 5 pointsize 0.6 title w_other, \
     DATA index "path" every ::0::0 using 1:2 with points linetype DESCENT pointtype 7 pointsize 1.8 notitle, \
     DATA index "other" every ::0::0 using 1:2 with points linetype OTHER pointtype 5 pointsize 1.6 notitle, \
     DATA index "minimum" using 1:2 with points linetype 7 pointtype 2 pointsize 1.8 linewidth 3 title w_minimum
