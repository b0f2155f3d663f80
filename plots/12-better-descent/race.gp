# size 860x600
# narrow 390x520
set logscale y
set xrange [0:120]
APART = NARROW ? 60 : 30
set xtics APART
set yrange [1e-5:1e8]
set ytics 1e-4, 1e4, 1e8
set title offset 0,-0.4
set multiplot layout 2,2 margins (NARROW ? 0.19 : 0.105),(NARROW ? 0.955 : 0.97),(NARROW ? 0.12 : 0.14),(NARROW ? 0.93 : 0.92) spacing (NARROW ? 0.08 : 0.06),(NARROW ? 0.15 : 0.17)
do for [i=1:4] {
    name = word("plain momentum rmsprop adam", i)
    set title (i == 1 ? w_plain : i == 2 ? w_momentum : i == 3 ? w_rmsprop : w_adam)
    set xlabel (i > 2 ? w_x : "")
    set ylabel (i % 2 == 1 ? w_y : "")
    set format y (i % 2 == 1 ? "10^{%T}" : "")
    if (i == 1) {
        set key top right Right noreverse samplen 2
    } else {
        unset key
    }
    METHOD = i == 1 ? DESCENT : i == 2 ? MOMENTUM : i == 3 ? RMSPROP : ADAM
    plot DATA index "target" with lines linetype 8 notitle, \
         DATA index name."_upright" with linespoints linetype METHOD dashtype solid linewidth (NARROW ? 3 : 4) pointtype 7 pointsize (NARROW ? 0.5 : 0.7) title w_upright, \
         DATA index name."_turned" with lines linetype 7 linewidth 1.2 title w_turned
}
unset multiplot
