# size 760x600
# narrow 390x520
# Columns: matrix, equation, place, rows, cols. A cell for every entry, of the many examples
# the first and the last; each side has the colour of its size.
stats DATA using 4 nooutput
N = int(STATS_records)
array NAME[N]; array E[N]; array P[N]; array R[N]; array C[N]
do for [i=1:N] {
    stats DATA every ::i-1::i-1 using (NAME[i] = strcol(1), E[i] = $2, P[i] = $3, R[i] = $4, C[i] = $5, 0) nooutput
}
MOST = NARROW ? 5 : 8
SHOWN(n) = n > MOST ? MOST : n
# Each of n0, n1, n2, m: how large, its name and its colour; a 1 has none.
n0 = R[2]; n1 = R[1]; n2 = R[7]; m = C[2]
SIZE(k) = k == 1 ? n0 : k == 2 ? n1 : k == 3 ? n2 : m
WORD(k) = k == 1 ? w_n0 : k == 2 ? w_n1 : k == 3 ? w_n2 : k == 4 ? w_m : w_one
HUE(k) = k == 1 ? COLOUR[LAYER_0] : k == 2 ? COLOUR[LAYER_1] : k == 3 ? COLOUR[LAYER_2] : k == 4 ? COLOUR[EXAMPLES] : SOFT
# Which of them are the rows and columns of the matrix at place p of equation e.
ROWS(e, p) = e == 1 ? (p == 2 ? 1 : 2) : e == 2 ? 2 : e == 3 ? (p == 2 ? 2 : 3) : 3
COLS(e, p) = p == 3 ? 5 : e == 1 && p == 1 ? 1 : e == 3 && p == 1 ? 2 : 4
unset border
unset tics
unset grid
unset key
set margins 0, 0, 0, 0
set xrange [0:(NARROW ? 24.3 : 31)]
set yrange [-1.4:27.4]
array AT[4] = [NARROW ? 5.7 : 5.8, NARROW ? 8 : 8.4, NARROW ? 15.6 : 18.8, NARROW ? 19 : 22.4] # W's right side, then left ones
SIGN(p) = AT[p] - (NARROW ? (p == 4 ? 1.85 : 2.05) : p == 2 ? 1.8 : p == 3 ? 1.9 : 2.2) # what stands before a matrix
LEFT(e, p) = e == 2 || e == 4 ? AT[2*p] : p == 1 ? AT[1] - SIZE(e == 1 ? 1 : 2) : AT[p]
MIDDLE_OF(e) = e == 1 ? 21.2 : e == 2 ? 14.2 : e == 3 ? 7.6 : 2.4

do for [i=1:N] {
    c = SHOWN(C[i]); r = SHOWN(R[i]); x = LEFT(E[i], P[i]); y = MIDDLE_OF(E[i]) + r/2.0
    rows = ROWS(E[i], P[i]); cols = COLS(E[i], P[i])
    do for [j=0:c-1] {
        do for [k=0:r-1] {
            set object rectangle from x+j,y-k-1 to x+j+1,y-k fillcolor rgb PAPER fillstyle solid border linecolor rgb SOFT linewidth 1
        }
    }
    if (C[i] > c) {
        set object rectangle from x+c-3,y-r-0.05 to x+c-1,y+0.05 fillcolor rgb PAPER fillstyle solid noborder front
        set label "⋯" at x+c-2,y-r/2.0 center front textcolor rgb SOFT
    }
    set arrow from x-0.12,y-r to x-0.12,y nohead linecolor rgb HUE(rows) linewidth 4 front
    set arrow from x,y+0.12 to x+c,y+0.12 nohead linecolor rgb HUE(cols) linewidth 4 front
    set label WORD(rows) at x-(NARROW ? 0.3 : 0.4),y-r/2.0 right font (NARROW ? ",10" : "") textcolor rgb HUE(rows)
    set label WORD(cols) at x+c/2.0,y+0.85 center textcolor rgb HUE(cols)
    set label MATRIX(NAME[i]) at x+c/2.0,y-r-0.8 center textcolor rgb INK
}
do for [e=1:3:2] {
    set label w_times at SIGN(2), MIDDLE_OF(e) center textcolor rgb INK
    set label w_plus at SIGN(3), MIDDLE_OF(e) center textcolor rgb INK
    set label w_equals at SIGN(4), MIDDLE_OF(e) center textcolor rgb INK
}
do for [e=2:4:2] {
    set label (e == 2 ? w_g : w_sigma) at SIGN(2) + 0.3, MIDDLE_OF(e) right textcolor rgb INK
    set label w_close at AT[2] + MOST + 0.3, MIDDLE_OF(e) left textcolor rgb INK
    set label w_equals at SIGN(4), MIDDLE_OF(e) center textcolor rgb INK
}
set label sprintf(w_flower, n0, n1, n2, m) at (NARROW ? 12.1 : 15.5), 26.4 center textcolor rgb SOFT
set label w_rule at (NARROW ? 12.1 : 15.5), -0.6 center textcolor rgb SOFT
plot NaN
