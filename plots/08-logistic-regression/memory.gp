# size 720x260
# narrow 390x220
# Columns of the data: row, column, place, value. Above the matrix, below it the street; the
# entry with the frame is looked for in both.
stats DATA using 1 nooutput name "R"
stats DATA using 2 nooutput name "C"
rows = R_max + 1; cols = C_max + 1; all = rows*cols
i = R_max; j = C_max - 1
unset border
unset tics
unset grid
unset key
set xrange [(NARROW ? -1.3 : -1.6):all + 0.3]
set yrange [-1.8:rows + 2]
LEFT = (all - cols)/2.0
X(r, c) = LEFT + c + 0.5
Y(r) = rows - r + 0.5
HUE(r) = COLOUR[r % 2 ? COLUMN : ROW]
set label w_column at LEFT-0.35,rows+1.45 right textcolor rgb SOFT
set label w_row at LEFT-(NARROW ? 1.05 : 0.8),Y(0) right textcolor rgb SOFT
set label sprintf(w_place, cols) at -0.2,-1.35 right textcolor rgb SOFT
set label sprintf(w_found, i, cols, j, i*cols + j) at LEFT+cols+0.3,Y(i) left textcolor rgb INK
set arrow 1 from X(i, j),Y(i)-0.56 to i*cols+j+0.5,0.1 linecolor rgb INK linewidth 2 size 0.18,22 filled front
set object 1 rectangle from X(i, j)-0.5,Y(i)-0.5 to X(i, j)+0.5,Y(i)+0.5 fillstyle empty border linecolor rgb INK linewidth 3 front
set object 2 rectangle from i*cols+j,-1 to i*cols+j+1,0 fillstyle empty border linecolor rgb INK linewidth 3 front
plot for [r=0:rows-1] DATA using ($1 == r ? X(r, $2) : NaN):(Y(r)):(0.5):(0.5) with boxxyerror \
         dashtype solid linewidth 1.2 fillcolor rgb HUE(r) fillstyle transparent solid 0.3 border linecolor rgb SOFT, \
     for [r=0:rows-1] DATA using ($1 == r ? $3 + 0.5 : NaN):(-0.5):(0.5):(0.5) with boxxyerror \
         dashtype solid linewidth 1.2 fillcolor rgb HUE(r) fillstyle transparent solid 0.3 border linecolor rgb SOFT, \
     DATA using (X($1, $2)):(Y($1)):(gprintf("%g", $4)) with labels textcolor rgb INK, \
     DATA using ($3 + 0.5):(-0.5):(gprintf("%g", $4)) with labels textcolor rgb INK, \
     DATA using ($3 + 0.5):(-1.4):(sprintf("%d", $3)) with labels textcolor rgb INK, \
     DATA using ($1 == 0 ? X(0, $2) : NaN):(rows + 1.4):(sprintf("%d", $2)) with labels textcolor rgb INK, \
     DATA using ($2 == 0 ? LEFT - 0.35 : NaN):(Y($1)):(sprintf("%d", $1)) with labels right textcolor rgb INK
