# size 860x600
# narrow 390x520
set logscale xy
set format x "10^{%T}"
set xrange [8e-4:12]
set yrange [0.04:0.7]
set xtics NARROW ? 100 : 10
set ytics (0.05, 0.1, 0.2, 0.4)
unset key
set title offset 0,-0.4
set multiplot layout 2,2 margins (NARROW ? 0.205 : 0.105),0.97,(NARROW ? 0.12 : 0.14),(NARROW ? 0.93 : 0.92) spacing (NARROW ? 0.13 : 0.09),(NARROW ? 0.15 : 0.17)
do for [i=1:4] {
    set title (i == 1 ? w_plain : i == 2 ? w_momentum : i == 3 ? w_rmsprop : w_adam)
    METHOD = i == 1 ? DESCENT : i == 2 ? MOMENTUM : i == 3 ? RMSPROP : ADAM
    set xlabel (i > 2 ? w_x : "")
    set ylabel (i % 2 == 1 ? w_y : "") offset 1.2,0
    plot for [k=1:4] DATA index k-1 with lines linetype 8 dashtype solid linewidth 1.2, \
         DATA index i-1 with linespoints linetype METHOD dashtype solid
}
unset multiplot
