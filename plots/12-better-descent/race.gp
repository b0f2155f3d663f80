# size 860x600
set logscale y
set format y "10^{%T}"
set xrange [0:120]
set xtics 30
set yrange [1e-5:1e8]
set ytics 1e-4, 100, 1e8
set multiplot layout 2,2 margins 0.105,0.97,0.14,0.92 spacing 0.09,0.17
do for [i=1:4] {
    name = word("plain momentum rmsprop adam", i)
    set title (i == 1 ? w_plain : i == 2 ? w_momentum : i == 3 ? w_rmsprop : w_adam)
    set xlabel (i > 2 ? w_x : "")
    set ylabel (i % 2 == 1 ? w_y : "")
    if (i == 1) {
        set key top right Right noreverse
    } else {
        unset key
    }
    plot DATA index name."_upright" with linespoints linetype 1 linewidth 3.5 pointsize 0.9 title w_upright, \
         DATA index name."_turned" with linespoints linetype 2 pointsize 0.6 title w_turned, \
         DATA index "target" with lines linetype 8 notitle
}
unset multiplot
