# size 720x440
# narrow 390x430
# Nodes by number: x1 w1 x2 w2 b, p1 p2 s (parts of z, not drawn), z a L; then y.
if (!NARROW) {
    array X[12] = [1.15, 1.15, 1.15, 1.15, 1.15, NaN, NaN, NaN, 4.5, 7.1, 9.3, 9.3]
    array Y[12] = [5.4, 4.2, 3.0, 1.8, 0.6, NaN, NaN, NaN, 3.0, 3.0, 3.0, 1.2]
    array HALF[12] = [0.98, 0.98, 0.98, 0.98, 0.98, 0, 0, 0, 1.28, 0.92, 0.75, 0.75]
} else {
    # The formulas one below the other.
    array X[12] = [1.65, 1.65, 1.65, 1.65, 1.65, NaN, NaN, NaN, 7.1, 7.1, 7.1, 7.1]
    array Y[12] = [5.4, 4.2, 3.0, 1.8, 0.6, NaN, NaN, NaN, 4.95, 3.3, 1.85, 0.55]
    array HALF[12] = [1.5, 1.5, 1.5, 1.5, 1.5, 0, 0, 0, 2.2, 1.5, 1.2, 0.8]
}
array NAME[12] = [w_x1, w_w1, w_x2, w_w2, w_b, "", "", "", w_z, w_a, w_l, w_y]
array NAMED[12] = ["", w_dw1, "", w_dw2, w_db, "", "", "", w_dz, w_da, "", ""]
unset border; unset tics; unset grid; unset key
set margins 0, 0, 0, 0
set xrange [0:10.2]
set yrange [-0.1:6.1]
# Boxes with a formula have three lines, those of inputs one or two.
height(i) = (i == 9 || i == 10) ? 0.66 : 0.44
given(i) = i == 1 || i == 3 || i == 12
do for [i=1:12] {
    if (HALF[i] > 0) {
        set object i rectangle center X[i],Y[i] size 2*HALF[i],2*height(i) \
            fillcolor rgb PAPER fillstyle solid border linecolor rgb (given(i) ? SOFT : COLOUR[VALUE]) linewidth 2
    }
}
do for [i=9:11] { set label i NAME[i] at X[i],Y[i]+(i == 11 ? 0.18 : 0.4) center textcolor rgb INK }
set style arrow 1 head filled size 0.14,22 linecolor rgb SOFT linewidth 1.8
do for [i=1:5] { set arrow from X[i]+HALF[i],Y[i] to X[9]-HALF[9],Y[9]+(3-i)*0.2 arrowstyle 1 }
if (NARROW) {
    set arrow from X[9],Y[9]-height(9) to X[10],Y[10]+height(10) arrowstyle 1
    set arrow from X[10],Y[10]-height(10) to X[11],Y[11]+height(11) arrowstyle 1
    set arrow from X[12],Y[12]+height(12) to X[11],Y[11]-height(11) arrowstyle 1
} else {
    set arrow from X[9]+HALF[9],Y[9] to X[10]-HALF[10],Y[10] arrowstyle 1
    set arrow from X[10]+HALF[10],Y[10] to X[11]-HALF[11],Y[11] arrowstyle 1
    set arrow from X[12],Y[12]+height(12) to X[11],Y[11]-height(11) arrowstyle 1
}
formula(i) = i >= 9 && i <= 11
value_at(i) = formula(i) ? (i == 11 ? -0.18 : 0) : NAMED[i] eq "" ? 0 : 0.18
slope_at(i) = formula(i) ? -0.4 : -0.18
plot DATA using (X[int($1)+1]):(Y[int($1)+1]+value_at(int($1)+1)): \
         ((formula(int($1)+1) ? "" : NAME[int($1)+1] . " = ") . gprintf("%.4g", $2)) \
         with labels textcolor rgb COLOUR[VALUE] notitle, \
     DATA using (X[int($1)+1]):(Y[int($1)+1]+slope_at(int($1)+1)): \
         (NAMED[int($1)+1] eq "" ? "" : NAMED[int($1)+1] . " = " . gprintf("%.4f", $3)) \
         with labels textcolor rgb COLOUR[SLOPE] notitle
