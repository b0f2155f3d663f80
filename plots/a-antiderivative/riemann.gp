# size 720x620
# narrow 390x480
stats DATA index "curve" using 1 name "X" nooutput
set multiplot
unset key
set xrange [X_min:X_max]
set yrange [0:1.05]
set xtics 0.5
set ytics 0.5
set xlabel w_x offset 0,0.4
set ylabel w_y offset 0.5,0
set style fill transparent solid 0.25 border linecolor rgb COLOUR[LEFT_ENDS]

do for [k = 1:3] {
    set lmargin at screen (k == 2 ? 0.64 : NARROW ? 0.16 : 0.12)
    set rmargin at screen (k == 2 ? 0.98 : NARROW ? 0.46 : 0.48)
    set tmargin at screen (k == 3 ? 0.45 : 0.96)
    set bmargin at screen (k == 3 ? 0.12 : 0.63)
    set ylabel (k == 2 ? "" : w_y) offset (NARROW ? 2 : 0.5),0
    plot DATA index "pieces_".k using 1:2:3 with boxes linetype LEFT_ENDS linewidth 1.2 dashtype solid, \
         DATA index "curve" using 1:2 with lines linetype VALUE linewidth 2.4 dashtype solid, \
         DATA index "sum_".k using (0.08):(0.95):(sprintf(w_pieces, $1, $2)) with labels left textcolor rgb INK, \
         DATA index "sum_".k using (0.08):(0.81):(sprintf(w_area, $3)) with labels left textcolor rgb INK
}

set lmargin at screen (NARROW ? 0.71 : 0.62)
set rmargin at screen (NARROW ? 0.96 : 0.98)
set logscale xy
set format xy "10^{%T}"
set xrange [(NARROW ? 1e-4 : 4e-4):1.2]
set yrange [(NARROW ? 1e-10 : 1e-8):3]
set xtics NARROW ? 100 : 10
set ytics NARROW ? 1e4 : 100
unset mxtics
unset mytics
set xlabel w_widest
set ylabel w_error offset 0.5,0
set label w_left at 6e-4,0.5 left textcolor rgb INK
set label w_middle at 0.9,(NARROW ? 1e-9 : 1.2e-7) right textcolor rgb INK
plot DATA index "rates" using 1:2 with linespoints linetype LEFT_ENDS, \
     DATA index "rates" using 1:3 with linespoints linetype MIDDLES
unset multiplot
