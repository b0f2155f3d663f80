# size 720x330
# narrow 390x330
# Nodes by number: x, x·x, 1, 1 + x, f. Only their places are chosen here.
array X[5] = [1.1, 4.2, 1.1, 4.2, 7.6]
if (NARROW) { X[1] = 1.4; X[3] = 1.4; X[2] = 4.6; X[4] = 4.6; X[5] = 7.8 }
array Y[5] = [3.2, 3.2, 0.7, 0.7, 1.95]
array NAME[5] = [w_x, w_square, w_one, w_sum, w_f]
array WIDE[5] = [0.85, 0.95, 0.85, 0.95, 1.2]
if (NARROW) { do for [i=1:5] { WIDE[i] = 1.36 } }
unset border; unset tics; unset grid; unset key
set margins 0, 0, 0, 0
set xrange [0:9.2]
set yrange [-0.2:4.3]
H = 0.62
signed(x) = (x < 0 ? "−" : "") . sprintf("%.4g", abs(x))
do for [i=1:5] {
    set object i rectangle center X[i],Y[i] size 2*WIDE[i],2*H \
        fillcolor rgb PAPER fillstyle solid border linecolor rgb INK linewidth 2
}
set style arrow 1 head filled size 0.16,22 linecolor rgb SOFT linewidth 2
set arrow from X[1]+WIDE[1],Y[1] to X[2]-WIDE[2],Y[2] arrowstyle 1
set arrow from X[1]+WIDE[1],Y[1]-0.3 to X[4]-WIDE[4],Y[4]+0.2 arrowstyle 1
set arrow from X[3]+WIDE[3],Y[3] to X[4]-WIDE[4],Y[4] arrowstyle 1
set arrow from X[2]+WIDE[2],Y[2] to X[5]-WIDE[5],Y[5]+0.2 arrowstyle 1
set arrow from X[4]+WIDE[4],Y[4] to X[5]-WIDE[5],Y[5]-0.2 arrowstyle 1
plot DATA using (X[int($1)+1]):(Y[int($1)+1]+0.34):(NAME[int($1)+1] . " = " . signed($2)) \
         with labels textcolor rgb INK notitle, \
     DATA using (X[int($1)+1]):(Y[int($1)+1]):(sprintf(w_tangent, signed($3))) \
         with labels textcolor rgb COLOUR[TANGENT] notitle, \
     DATA using (X[int($1)+1]):(Y[int($1)+1]-0.34):(sprintf(w_adjoint, signed($4))) \
         with labels textcolor rgb COLOUR[SLOPE] notitle
