# size 860x500
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
    left = 0.01 + 0.245 * ((k - 1) % 4)
    bottom = k <= 4 ? 0.53 : 0.03
    set lmargin at screen left; set rmargin at screen left + 0.225
    set bmargin at screen bottom; set tmargin at screen bottom + 0.39
    set title sprintf(HIDDEN[k] == 1 ? w_one : w_many, HIDDEN[k], RIGHT[k]) offset 0,-0.6
    eval sprintf("plot DATA index 'map' using 1:2:%d with image, $half%d using 1:2 with lines linetype 7, ", k + 2, k) . \
         "DATA index 'ones' every 2 using 1:2 with points linetype 1 pointsize 0.2, " . \
         "DATA index 'zeros' every 2 using 1:2 with points linetype 2 pointtype 4 pointsize 0.2"
}
# The last panel: accuracy by size, on the examples learned from and on others.
set size noratio
set border 3
set lmargin at screen 0.80; set rmargin at screen 0.975; set bmargin at screen 0.14; set tmargin at screen 0.42
set title w_accuracy offset 0,-0.6
set xlabel w_units offset 0,0.6
set logscale x
set xtics (1, 2, 5, 20, 50) nomirror scale 0.5
set ytics 60,10,100 nomirror scale 0.5 format "%g %%"
set grid
set xrange [0.85:60]
set yrange [60:100]
set label w_learned at 4.2,96.5 left textcolor rgb C1
set label w_others at 6,84 left textcolor rgb C2
plot DATA index "labels" using 1:2 with linespoints linetype 1, \
     DATA index "labels" using 1:3 with linespoints linetype 2
unset multiplot
