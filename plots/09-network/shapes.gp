# size 760x600
# Columns: matrix, equation, place, rows, cols. A box is as high as its matrix
# has rows and as wide as it has columns; the many examples are cut short.
MATRIX(name, column) = strcol(1) eq name ? column : 1/0
stats DATA using (MATRIX("X", $4)) nooutput
n0 = STATS_max
stats DATA using (MATRIX("X", $5)) nooutput
m = STATS_max
stats DATA using (MATRIX("W2", $4)) nooutput
n2 = STATS_max
stats DATA using (MATRIX("W2", $5)) nooutput
n1 = STATS_max
UNIT = 0.42
SHORT(n) = n > 20 ? 3.1 : n > 8 ? 2.6 : UNIT*n
H(n) = n > 8 ? UNIT*8 : UNIT*n
unset border
unset tics
unset grid
unset key
set xrange [0:16.4]
set yrange [-0.6:14.3]
set style fill solid 1 border linecolor rgb C1

CENTRE(e, p) = e == 2 || e == 4 ? (p == 1 ? 6.0 : 14.0) : (p == 1 ? 2.2 : p == 2 ? 6.0 : p == 3 ? 9.6 : 14.0)
LEVEL(e) = e == 1 ? 11.6 : e == 2 ? 8.1 : e == 3 ? 4.7 : 1.8
HALF_W(c) = SHORT(c)/2
HALF_H(r) = H(r)/2

# The names of the sizes: equation, place -> rows and columns.
ROWS(e, p) = e == 1 ? (p == 2 ? w_n0 : w_n1) : e == 2 ? w_n1 : e == 3 ? (p == 2 ? w_n1 : w_n2) : w_n2
COLS(e, p) = e == 1 ? (p == 1 ? w_n0 : p == 3 ? w_one : w_m) : e == 3 ? (p == 1 ? w_n1 : p == 3 ? w_one : w_m) : w_m
BOTH(e, p) = sprintf("(%s, %s)", ROWS(e, p), COLS(e, p))

do for [e in "1 3"] {
    set label "·" at 3.75, LEVEL(int(e)) center font ",22" textcolor rgb INK
    set label "+" at 8.35, LEVEL(int(e)) center font ",22" textcolor rgb INK
    set label "=" at 11.4, LEVEL(int(e)) center font ",22" textcolor rgb INK
    set label w_added at 9.6, LEVEL(int(e)) - (e eq "1" ? 0.84 : 0.21) - 1 center font ",12" textcolor rgb SOFT
}
set label w_g at 3.75, LEVEL(2) center font ",20" textcolor rgb INK
set label ")" at 7.9, LEVEL(2) center font ",20" textcolor rgb INK
set label "=" at 11.4, LEVEL(2) center font ",22" textcolor rgb INK
set label w_sigma at 3.75, LEVEL(4) center font ",20" textcolor rgb INK
set label ")" at 7.9, LEVEL(4) center font ",20" textcolor rgb INK
set label "=" at 11.4, LEVEL(4) center font ",22" textcolor rgb INK

set label sprintf(w_flower, n0, n1, n2, m) at 8.2, 13.9 center textcolor rgb SOFT
set label w_rule at 8.2, -0.1 center textcolor rgb SOFT

plot DATA using (CENTRE($2, $3)):(LEVEL($2)):(HALF_W($5)):(HALF_H($4)) with boxxyerror linetype 1 linewidth 2 fillcolor rgb PAPER, \
     DATA using (CENTRE($2, $3)):(LEVEL($2) + HALF_H($4) + 0.42):1 with labels center textcolor rgb INK, \
     DATA using ($5 > 20 ? CENTRE($2, $3) : 1/0):(LEVEL($2)):("⋯") with labels center textcolor rgb SOFT, \
     DATA using (CENTRE($2, $3)):(LEVEL($2) - HALF_H($4) - 0.45):(BOTH($2, $3)) with labels center textcolor rgb C1
