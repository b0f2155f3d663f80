# size 720x400
# narrow 390x330
# Rows of the data: layer, from, to, value, slope; see plots/10-backprop/data.lua. Upright, unit k
# of a layer stands at height Y(layer, k).
array X[4] = [0.95, 5.1, 9.9, 9.9]
array HALF[4] = [0.75, 1.3, 1.32, 1.32]
Y(layer, k) = layer == 2 ? 3.5 : layer == 3 ? 0.75 : k == 1 ? 5.3 : 1.7
H(layer) = layer == 0 ? 0.42 : layer == 3 ? 0.42 : 1.12
unset border
unset tics
unset grid
unset key
set margins 0, 0, 0, 0
set xrange [0:11.3]
set yrange [0:7]
set style arrow 1 head filled size 0.16,22 linecolor rgb SOFT linewidth 1.6
do for [layer=1:2] {
    do for [to=1:3-layer] {
        do for [from=1:2] {
            set arrow from X[layer] + HALF[layer],Y(layer-1, from) to X[layer+1] - HALF[layer+1],Y(layer, to) + 0.12*(3 - 2*from) arrowstyle 1
        }
    }
}
set arrow from X[3],Y(2, 1) - H(2) to X[4],Y(3, 1) + H(3) arrowstyle 1
# Numbers of an edge stand on it, nearer to where it begins: its weight, below that the slope.
T(layer, from, to) = layer == 1 && from != to ? 0.25 : 0.5
EX(layer, from, to) = (1 - T(layer, from, to))*(X[layer] + HALF[layer]) + T(layer, from, to)*(X[layer+1] - HALF[layer+1])
EY(layer, from, to) = (1 - T(layer, from, to))*Y(layer-1, from) + T(layer, from, to)*(Y(layer, to) + 0.12*(3 - 2*from))
EDGE(layer, from, to, x) = layer > 0 && layer < 3 && from > 0 ? x : NaN
set style textbox opaque fillcolor rgb PAPER noborder margins 0.6,0.3
WORD(layer, from) = layer == 0 ? w_x : layer == 3 ? w_loss : from == 0 ? w_b : from == -1 ? w_z : layer == 2 ? w_yhat : w_a
LINE(layer, from) = layer == 0 || layer == 3 ? 0 : from == 0 ? 0.72 : from == -1 ? 0.25 : -0.22
NUMBER(v) = gprintf(v == floor(v*100 + 0.5)/100.0 ? "%g" : "%.3f", v)
plot DATA using ($2 == -2 ? X[int($1)+1] : NaN):(Y($1, $3)):(HALF[int($1)+1]):(H($1)) with boxxyerror \
         fillcolor rgb PAPER fillstyle solid border linecolor rgb COLOUR[VALUE], \
     DATA using ($2 <= 0 ? X[int($1)+1] : NaN):(Y($1, $3) + LINE($1, $2)):(WORD($1, $2)." = ".NUMBER($4)) \
         with labels textcolor rgb COLOUR[VALUE], \
     DATA using ($2 == -1 ? X[int($1)+1] : NaN):(Y($1, $3) - 0.72):(w_dz." = ".NUMBER($5)) with labels textcolor rgb COLOUR[SLOPE], \
     DATA using (EDGE($1, $2, $3, $1 > 0 && $1 < 3 && $2 > 0 ? EX(int($1), $2, $3) : NaN)):($1 > 0 && $1 < 3 && $2 > 0 ? EY(int($1), $2, $3) + 0.2 : NaN):(NUMBER($4)) \
         with labels boxed textcolor rgb INK, \
     DATA using (EDGE($1, $2, $3, $1 > 0 && $1 < 3 && $2 > 0 ? EX(int($1), $2, $3) : NaN)):($1 > 0 && $1 < 3 && $2 > 0 ? EY(int($1), $2, $3) - 0.2 : NaN):(NUMBER($5)) \
         with labels boxed textcolor rgb COLOUR[SLOPE]
