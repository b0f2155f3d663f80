# size 720x330
# narrow 390x330
array NAME[6] = [w_loop, w_matrices, w_two, w_four, w_eight, w_read]
stats DATA using 2 nooutput
set xrange [0:1.12*STATS_max] # room for a number behind the longest
set yrange [-0.6:5.6]
set xlabel w_x
unset ytics
unset key
set grid noytics
set border 1
set lmargin (NARROW ? 2 : 30)
set style fill solid 0.85 noborder
BAR = NARROW ? 0.16 : 0.32
do for [i=1:6] {
    if (NARROW) { set label NAME[i] at 0,(6-i)+0.36 left textcolor rgb INK } \
    else { set label NAME[i] at -1.5,(6-i) right textcolor rgb INK }
}
plot DATA using (0):1:(0):2:($1-BAR):($1+BAR) with boxxyerror linecolor rgb COLOUR[COMPUTE] notitle, \
     DATA using ($2+1.5):1:(sprintf("%.0f", $2)) with labels left textcolor rgb INK notitle
