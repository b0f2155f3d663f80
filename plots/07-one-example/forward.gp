# size 720x300
# narrow 390x260
# Nodes by number: a, b, c, u, v, J. Only their places are chosen here.
array X[6] = [1, 1, 1, 3.4, 6, 8.6]
array Y[6] = [3.4, 1.9, 0.4, 1.15, 2.3, 2.3]
array NAME[6] = [w_a, w_b, w_c, w_u, w_v, w_j]
unset border; unset tics; unset grid; unset key
set margins 0, 0, 0, 0
set xrange [0:9.6]
set yrange [-0.3:4.1]
W = 0.62; WIDE = 0.92; H = 0.4
do for [i=1:6] {
    set object i rectangle center X[i],Y[i] size 2*(i > 3 ? WIDE : W),2*H \
        fillcolor rgb PAPER fillstyle solid border linecolor rgb COLOUR[VALUE] linewidth 2
    set label i NAME[i] at X[i],Y[i]+0.14 center textcolor rgb INK
}
set style arrow 1 head filled size 0.16,22 linecolor rgb SOFT linewidth 1.8
set arrow from X[1]+W,Y[1] to X[5]-WIDE,Y[5]+0.2 arrowstyle 1
set arrow from X[2]+W,Y[2] to X[4]-WIDE,Y[4]+0.15 arrowstyle 1
set arrow from X[3]+W,Y[3] to X[4]-WIDE,Y[4]-0.15 arrowstyle 1
set arrow from X[4]+WIDE,Y[4] to X[5]-WIDE,Y[5]-0.15 arrowstyle 1
set arrow from X[5]+WIDE,Y[5] to X[6]-WIDE,Y[6] arrowstyle 1
plot DATA using (X[int($1)+1]):(Y[int($1)+1]-0.16):(sprintf("%.4g", $2)) with labels textcolor rgb COLOUR[VALUE] font ",17" notitle
