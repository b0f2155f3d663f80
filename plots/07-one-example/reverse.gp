# size 720x300
# narrow 390x290
# Nodes by number: a, b, c, u, v, J. Only their places are chosen here.
array X[6] = [1, 1, 1, 3.4, 6, 8.6]
array Y[6] = [3.4, 1.9, 0.4, 1.15, 2.3, 2.3]
array NAME[6] = [w_a, w_b, w_c, w_u, w_v, w_j]
array NAMED[6] = [w_da, w_db, w_dc, w_du, w_dv, w_dj]
unset border; unset tics; unset grid; unset key
set margins 0, 0, 0, 0
set xrange [0:9.6]
set yrange [-0.3:4.1]
W = NARROW ? 0.76 : 0.62; WIDE = 0.92; H = 0.4
do for [i=1:6] {
    set object i rectangle center X[i],Y[i] size 2*(i > 3 ? WIDE : W),2*H \
        fillcolor rgb PAPER fillstyle solid border linecolor rgb COLOUR[SLOPE] linewidth 2
}
set style arrow 1 head filled size 0.16,22 linecolor rgb COLOUR[SLOPE] linewidth 2
set arrow to X[1]+W,Y[1] from X[5]-WIDE,Y[5]+0.2 arrowstyle 1
set arrow to X[2]+W,Y[2] from X[4]-WIDE,Y[4]+0.15 arrowstyle 1
set arrow to X[3]+W,Y[3] from X[4]-WIDE,Y[4]-0.15 arrowstyle 1
set arrow to X[4]+WIDE,Y[4] from X[5]-WIDE,Y[5]-0.15 arrowstyle 1
set arrow to X[5]+WIDE,Y[5] from X[6]-WIDE,Y[6] arrowstyle 1
# What each step back multiplies by.
set label w_by_one at 3.4,3.23 center textcolor rgb INK
set label w_by_one at 4.9,1.47 center textcolor rgb INK
set label w_by_three at 7.3,2.53 center textcolor rgb INK
set label w_by_c at (NARROW ? 2.2 : 2.1),1.85 left textcolor rgb INK
set label w_by_b at (NARROW ? 2.2 : 2.1),0.45 left textcolor rgb INK
plot DATA using (X[int($1)+1]):(Y[int($1)+1]+0.16):(NAME[int($1)+1] . " = " . gprintf("%.4g", $2)) \
         with labels textcolor rgb SOFT notitle, \
     DATA using (X[int($1)+1]):(Y[int($1)+1]-0.15):(NAMED[int($1)+1] . " = " . gprintf("%.4g", $3)) \
         with labels textcolor rgb COLOUR[SLOPE] notitle
