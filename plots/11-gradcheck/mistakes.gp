# size 720x720
# narrow 390x640
set multiplot layout 5,1 margins (NARROW ? 0.2 : 0.14),0.97,0.09,0.96 spacing 0,0.045
set xrange [0.3:17.7]
set yrange [-13.8:1.5]
set ytics ("10^{−12}" -12, "10^{−6}" -6, "1" 0)
unset xtics
set border 3
unset key
set style fill solid 0.85 noborder
set boxwidth 0.62
do for [k=0:4] {
    if (k == 4) {
        set xtics (MATRIX("W1") 4.5, MATRIX("b1") 10.5, MATRIX("W2") 14.5, MATRIX("b2") 17) scale 0
        set xlabel w_x
    }
    if (k == 2) { set ylabel w_y offset (NARROW ? 1 : 0),0 textcolor rgb INK } else { unset ylabel }
    unset label
    unset arrow
    set label (k == 0 ? w_right : k == 1 ? w_derivative : k == 2 ? w_axis : k == 3 ? w_regulariser : w_single) \
        at graph 0.01,1.06 left textcolor rgb INK
    do for [x in "8.5 12.5 16.5"] {
        set arrow from real(x), graph 0 to real(x), graph 1 nohead linecolor rgb SOFT dashtype (3,3)
    }
    if (k == 0) { set label 3 w_bound at 4.5,(NARROW ? -4.6 : -5) center textcolor rgb INK } else { unset label 3 }
    plot DATA index k using 1:(-13.8):($1-0.31):($1+0.31):(-13.8):2 with boxxyerror \
         linecolor rgb (k == 0 ? COLOUR[CORRECT] : COLOUR[WRONG]) notitle, \
         DATA index k using ($1-0.42):3:(0.84):(0) with vectors nohead linecolor rgb INK linewidth 2 dashtype solid notitle
}
unset multiplot
