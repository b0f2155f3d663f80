# size 720x400
# narrow 390x300
# Row i of A comes from the left, column j of B from above; where they meet stands their entry.
# Columns of the data: matrix (0 A, 1 B, 2 AB), row, column, value.
stats DATA index "sizes" using 1 nooutput name "N"
stats DATA index "sizes" using 2 nooutput name "K"
stats DATA index "sizes" using 3 nooutput name "M"
stats DATA index "meet" using 1 nooutput name "I"
stats DATA index "meet" using 2 nooutput name "J"
n = N_max; k = K_max; m = M_max; i = I_max; j = J_max
GAP = 0.7
unset border
unset tics
unset grid
unset key
set size ratio -1
set xrange [-0.9:k + GAP + m + 3.4]
set yrange [-n - 0.45:k + GAP + 0.65]
# The middle of a cell.
X(which, column) = column - 0.5 + (which == 0 ? 0 : k + GAP)
Y(which, row) = 0.5 - row + (which == 1 ? k + GAP : 0)
set object 1 rectangle from 0,1-i to k,-i fillcolor rgb COLOUR[ROW] fillstyle transparent solid 0.3 noborder behind
set object 2 rectangle from k+GAP+j-1,GAP to k+GAP+j,k+GAP fillcolor rgb COLOUR[COLUMN] fillstyle transparent solid 0.3 noborder behind
set object 3 rectangle from k+GAP+j-1,1-i to k+GAP+j,-i fillstyle empty border linecolor rgb INK linewidth 3 front
set arrow 1 from k+0.06,0.84-i to k+GAP+j-1,0.84-i linecolor rgb COLOUR[ROW] linewidth 2.4 size 0.16,22 filled
set arrow 2 from k+GAP+j-0.5,GAP-0.06 to k+GAP+j-0.5,1-i linecolor rgb COLOUR[COLUMN] linewidth 2.4 size 0.16,22 filled
set label w_A at -0.2,-n/2.0 right textcolor rgb INK
set label w_B at k+GAP+m/2.0,k+GAP+0.32 center textcolor rgb INK
set label w_AB at k+GAP+m/2.0,-n-0.3 center textcolor rgb INK
set label sprintf(w_row, i) at k/2.0,0.3 center textcolor rgb COLOUR[ROW]
set label sprintf(w_column, j) at k+GAP+m+0.2,k/2.0+GAP left textcolor rgb COLOUR[COLUMN]
plot DATA index "cells" using (X($1, $3)):(Y($1, $2)):(0.5):(0.5) with boxxyerror fillstyle empty linecolor rgb SOFT linewidth 1.2 dashtype solid, \
     DATA index "cells" using (X($1, $3)):(Y($1, $2)):(gprintf("%g", $4)) with labels textcolor rgb INK, \
     DATA index "terms" using (k+GAP+m+0.2):(0.5-i-0.42*($0 - 1)):(sprintf($0 == 0 ? w_first : $2 < 0 ? w_negative : w_next, gprintf("%g", $1), gprintf("%g", $2))) with labels left textcolor rgb INK, \
     DATA index "meet" using (k+GAP+m+0.2):(0.5-i-0.42*(k - 1)):(sprintf(w_sum, $3)) with labels left textcolor rgb INK
