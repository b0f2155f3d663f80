# size 720x430
# Columns: layer, unit, units in that layer. Unit k of n stands at a height that
# centres its layer on 0; with many units they stand closer.
stats DATA using 3 nooutput
MOST = STATS_max
GAP = MOST > 4 ? 8.0/MOST : 2.0
R = 0.38*(GAP < 2 ? GAP/1.2 : 1.3)
X(layer) = 4.4*layer
Y(k, n) = GAP*((n + 1)/2.0 - k)
N(l) = sprintf("%d", l)
unset border
unset tics
unset grid
unset key
set xrange [-1.6:10.4]
set yrange [-5.8:5.8]
set style fill solid 1 border linecolor rgb C1

# The arrows, from edge to edge of the circles.
stats DATA using ($1 == 1 ? $3 : 1/0) nooutput
HIDDEN = STATS_max
stats DATA using ($1 == 0 ? $3 : 1/0) nooutput
INPUTS = STATS_max
LONG(dx, dy) = sqrt(dx*dx + dy*dy)
do for [j=1:HIDDEN] {
    do for [k=1:INPUTS] {
        dx = X(1) - X(0); dy = Y(j, HIDDEN) - Y(k, INPUTS); f = R/LONG(dx, dy)
        set arrow from X(0) + f*dx, Y(k, INPUTS) + f*dy to X(1) - f*dx, Y(j, HIDDEN) - f*dy \
            linecolor rgb SOFT linewidth 1.3 size 0.16,20 filled
    }
    dx = X(2) - X(1); dy = -Y(j, HIDDEN); f = R/LONG(dx, dy)
    set arrow from X(1) + f*dx, Y(j, HIDDEN) + f*dy to X(2) - f*dx, -f*dy linecolor rgb SOFT linewidth 1.3 size 0.16,20 filled
}
set arrow from X(2) + R, 0 to X(2) + R + 0.75, 0 linecolor rgb SOFT linewidth 1.3 size 0.16,20 filled
set label w_prediction at X(2) + R + 0.1, 0.5 left textcolor rgb INK

set label w_layer0 at X(0), 5.2 center textcolor rgb INK
set label w_layer1 at X(1), 5.2 center textcolor rgb INK
set label w_layer2 at X(2), 5.2 center textcolor rgb INK
set label sprintf(w_inputs, INPUTS) at X(0), 4.4 center textcolor rgb INK
set label sprintf(w_hidden, HIDDEN) at X(1), 4.4 center textcolor rgb INK
set label sprintf(w_output, 1) at X(2), 4.4 center textcolor rgb INK
set label sprintf(w_W1, HIDDEN, INPUTS, HIDDEN) at (X(0) + X(1))/2, -5.0 center textcolor rgb C1
set label sprintf(w_W2, 1, HIDDEN, 1) at (X(1) + X(2))/2, -5.0 center textcolor rgb C1

NAME(l, k) = l == 0 ? sprintf(w_x, k) : l == 1 ? sprintf(w_a1, k) : w_a2
plot DATA using (X($1)):(Y($2, $3)):(R) with circles fillcolor rgb PAPER linewidth 2, \
     DATA using (X($1)):(Y($2, $3)):(NAME(int($1), int($2))) with labels center textcolor rgb INK
