# size 860x560
# narrow 390x880
# The line where the answer is 1/2, for each of the seven networks.
set contour base
set cntrparam levels discrete 0
unset surface
do for [k=1:7] {
    eval sprintf("set table $half%d", k)
    splot DATA index "map" using 1:2:k+2
    unset table
}
unset contour
array HIDDEN[7]
array RIGHT[7]
do for [k=1:7] {
    stats DATA index "labels" every ::k-1::k-1 using 1 nooutput
    HIDDEN[k] = STATS_max
    stats DATA index "labels" every ::k-1::k-1 using 2 nooutput
    RIGHT[k] = STATS_max
}
unset key
unset colorbox
unset grid
set cbrange [-3.5:3.5]
set palette @TWO
set multiplot
set border 15
unset tics
set autoscale fix
set size ratio -1
do for [k=1:7] {
    ACROSS = NARROW ? 2 : 4
    wide = NARROW ? 0.49 : 0.245
    high = NARROW ? 0.245 : 0.5
    left = 0.01 + wide*((k - 1) % ACROSS)
    bottom = 0.99 - high*((k - 1)/ACROSS + 1)
    set lmargin at screen left; set rmargin at screen left + 0.93*wide
    set bmargin at screen bottom + 0.02; set tmargin at screen bottom + 0.85*high
    set title sprintf(HIDDEN[k] == 1 ? w_one : w_many, HIDDEN[k], RIGHT[k]) offset 0,-0.6
    eval sprintf("plot DATA index 'map' using 1:2:%d with image, $half%d using 1:2 with lines linetype 7, ", k + 2, k) . \
         "DATA index 'ones' every 2 using 1:2 with points linetype ONE pointtype 7 pointsize 0.25, " . \
         "DATA index 'zeros' every 2 using 1:2 with points linetype ZERO pointtype 6 pointsize 0.3"
}
# The last panel: accuracy by size, on the examples learned from and on others.
set size noratio
set border 3
set lmargin at screen (NARROW ? 0.65 : 0.815); set rmargin at screen 0.97
set bmargin at screen (NARROW ? 0.075 : 0.13); set tmargin at screen (NARROW ? 0.2 : 0.42)
set title w_accuracy offset 0,-0.6
set xlabel w_units offset 0,0.6
set logscale x
set xtics (1, 3, 10, 50) nomirror scale 0.5
set ytics 60,10,100 nomirror scale 0.5 format "%g %%"
set grid
set xrange [0.85:60]
set yrange [60:100]
set label w_learned at 3,97 left textcolor rgb COLOUR[TRAIN]
set label w_others at 3,84 left textcolor rgb COLOUR[TEST]
plot DATA index "labels" using 1:2 with linespoints linetype TRAIN dashtype solid pointtype 7, \
     DATA index "labels" using 1:3 with linespoints linetype TEST pointtype 7
unset multiplot
