# size 600x520
# narrow 390x390
# The line where the answer is 1/2.
set contour base
set cntrparam levels discrete 0
unset surface
set table $half
splot DATA index "map" using 1:2:3
unset table
unset contour
stats DATA index "labels" using 1 nooutput
accuracy = STATS_max
stats DATA index "labels" using 2 nooutput
hidden = int(STATS_max)
set xlabel w_x
set ylabel w_y
set size ratio -1
set autoscale fix
unset key
unset colorbox
unset grid
set border 15
set cbrange [-3.5:3.5]
set palette @TWO
set title sprintf(w_title, hidden, accuracy)
plot DATA index "map" using 1:2:3 with image, \
     $half using 1:2 with lines linetype 7 linewidth 2.4, \
     DATA index "ones" using 1:2 with points linetype ONE pointsize 0.5, \
     DATA index "zeros" using 1:2 with points linetype ZERO pointtype 6 pointsize 0.5
