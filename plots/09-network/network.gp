# size 720x380
# narrow 390x330
# Columns: layer, unit, units in that layer. Unit k of n stands at a height that
# centres its layer on 0; with many units they stand closer.
stats DATA using 3 nooutput
MOST = STATS_max
GAP = MOST > 4 ? 8.0/MOST : 2.0
R = 0.4*(GAP < 2 ? GAP/1.2 : NARROW ? 1.5 : 1.2)
X(layer) = 4.4*layer
Y(k, n) = GAP*((n + 1)/2.0 - k)
unset border
unset tics
unset grid
unset key
set margins 0, 0, 0, 0
set xrange [-1.5:10.6]
set yrange [(NARROW ? -6.6 : -5.3):5.6]

# The arrows, from edge to edge of the circles; those into the first unit carry its weights.
stats DATA using ($1 == 1 ? $3 : 1/0) nooutput
HIDDEN = STATS_max
stats DATA using ($1 == 0 ? $3 : 1/0) nooutput
INPUTS = STATS_max
LONG(dx, dy) = sqrt(dx*dx + dy*dy)
set style arrow 1 linecolor rgb SOFT linewidth 1.1 size 0.16,20 filled
set style arrow 2 linecolor rgb COLOUR[LAYER_1] linewidth 2.4 size 0.2,20 filled
do for [j=1:HIDDEN] {
    do for [k=1:INPUTS] {
        dx = X(1) - X(0); dy = Y(j, HIDDEN) - Y(k, INPUTS); f = R/LONG(dx, dy)
        set arrow from X(0) + f*dx, Y(k, INPUTS) + f*dy to X(1) - f*dx, Y(j, HIDDEN) - f*dy arrowstyle (j == 1 ? 2 : 1)
        if (j == 1 && k == 1) {
            set label w_row at X(0) + 0.4*dx, Y(k, INPUTS) + 0.4*dy + 0.6 right textcolor rgb COLOUR[LAYER_1]
        }
    }
    dx = X(2) - X(1); dy = -Y(j, HIDDEN); f = R/LONG(dx, dy)
    set arrow from X(1) + f*dx, Y(j, HIDDEN) + f*dy to X(2) - f*dx, -f*dy arrowstyle 1
}
set arrow from X(2) + R, 0 to X(2) + R + 0.55, 0 arrowstyle 1
set label w_prediction at X(2) + R + 0.65, 0 left textcolor rgb INK

array TITLE[3] = [w_layer0, w_layer1, w_layer2]
array COUNT[3] = [sprintf(w_inputs, INPUTS), sprintf(w_hidden, HIDDEN), sprintf(w_output, 1)]
array IDEA[3] = [LAYER_0, LAYER_1, LAYER_2]
do for [l=0:2] {
    set label TITLE[l+1] at X(l), 5.1 center textcolor rgb INK
    set label COUNT[l+1] at X(l), 4.35 center textcolor rgb COLOUR[IDEA[l+1]]
}
set label sprintf(w_W1, HIDDEN, INPUTS, HIDDEN) at (X(0) + X(1))/2, -4.7 center textcolor rgb INK
set label sprintf(w_W2, 1, HIDDEN, 1) at (X(1) + X(2))/2, -4.7 center textcolor rgb INK

NAME(l, k) = l == 0 ? sprintf(w_x, k) : l == 1 ? sprintf(w_a1, k) : w_a2
plot for [l=0:2] DATA using ($1 == l ? X(l) : NaN):(Y($2, $3)):(R) with circles \
         fillcolor rgb COLOUR[IDEA[l+1]] fillstyle transparent solid 0.2 border linecolor rgb COLOUR[IDEA[l+1]] linewidth 2 dashtype solid, \
     DATA using (X($1)):(Y($2, $3)):(NAME(int($1), int($2))) with labels center textcolor rgb INK
