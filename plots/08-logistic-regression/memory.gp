# size 720x230
# narrow 390x180
# Columns of the data: row, column, place, value. Above the matrix, below it the street.
stats DATA using 1 nooutput name "R"
stats DATA using 2 nooutput name "C"
rows = R_max + 1; cols = C_max + 1; all = rows*cols
unset border
unset tics
unset grid
unset key
set xrange [-0.9:all + 0.1]
set yrange [-1.75:rows + 1.9]
LEFT = (all - cols)/2.0
plot for [r=0:rows-1] DATA using ($1 == r ? LEFT + $2 + 0.5 : NaN):(rows - $1 + 0.5):(0.5):(0.5) with boxxyerror \
         dashtype solid linewidth 1.2 fillcolor rgb COLOUR[r % 2 ? COLUMN : ROW] fillstyle transparent solid 0.25 border linecolor rgb SOFT, \
     for [r=0:rows-1] DATA using ($1 == r ? $3 + 0.5 : NaN):(-0.5):(0.5):(0.5) with boxxyerror \
         dashtype solid linewidth 1.2 fillcolor rgb COLOUR[r % 2 ? COLUMN : ROW] fillstyle transparent solid 0.25 border linecolor rgb SOFT, \
     DATA using (LEFT + $2 + 0.5):(rows - $1 + 0.5):(gprintf("%g", $4)) with labels textcolor rgb INK, \
     DATA using ($3 + 0.5):(-0.5):(gprintf("%g", $4)) with labels textcolor rgb INK, \
     DATA using ($3 + 0.5):(-1.4):(sprintf("%d", $3)) with labels textcolor rgb SOFT, \
     DATA using ($1 == 0 ? LEFT + $2 + 0.5 : NaN):(rows + 1.4):(sprintf("%d", $2)) with labels textcolor rgb SOFT, \
     DATA using ($2 == 0 ? LEFT - 0.3 : NaN):(rows - $1 + 0.5):(sprintf("%d", $1)) with labels right textcolor rgb SOFT, \
     DATA every ::0::0 using (LEFT - 0.75):(rows + 1.4):(w_counted) with labels right textcolor rgb SOFT, \
     DATA every ::0::0 using (-0.15):(-1.4):(w_place) with labels right textcolor rgb SOFT
