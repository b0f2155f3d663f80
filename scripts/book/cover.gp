# The cover of PDF and EPUB, and, wider than high, what a link to the site shows: the cost
# of chapter 6 from above, and the way down.
# gnuplot -e "DATA='…/contours.tsv'; OUT='…png'; WIDTH=1200; HEIGHT=1600" cover.gp
PAPER = "#0b2239"; INK = "#ffffff"; LINE = "#3f78a6"; PATH = "#ff8a3d"; OTHER = "#f0e442"
set terminal pngcairo size WIDTH,HEIGHT font "DejaVu Sans,16" background PAPER rounded
set output OUT
set contour base
unset surface
set cntrparam cubicspline points 6 levels discrete 0.46,0.5,0.56,0.64,0.8,1,1.3,1.7,2.2,2.8,3.5,4.3
set table $lines
splot DATA index "surface" using 1:2:3 with lines notitle
unset table
unset border
unset tics
unset key
set xrange [-4.6:3.1]
set yrange [-4.2:3.5]
wide = WIDTH > HEIGHT
set lmargin at screen (wide ? 0.48 : 0)
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen (wide ? 1 : 0.75)
left = wide ? 0.05 : 0.09
size = wide ? "DejaVu Sans,50" : "DejaVu Sans,62"
set label 1 "The Gradient\nWorkbook" at screen left,(wide ? 0.62 : 0.9) left font size textcolor rgb INK
set label 2 "A book you run" at screen left+0.002,(wide ? 0.3 : 0.775) left \
  font "DejaVu Sans,26" textcolor rgb "#9ad0f5"
plot $lines using 1:2 with lines linecolor rgb LINE linewidth 2.5, \
     DATA index "path" using 1:2 with linespoints linecolor rgb PATH linewidth 4 pointtype 7 pointsize 1.8, \
     DATA index "other" using 1:2 with linespoints linecolor rgb OTHER linewidth 4 pointtype 5 pointsize 1.4, \
     DATA index "minimum" using 1:2 with points linecolor rgb INK pointtype 2 pointsize 4 linewidth 6
unset output
