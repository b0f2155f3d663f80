# size 720x190
# narrow 390x190
# Columns of the data: place, value, whether it is the array's. Its neighbours in memory are
# somebody else's, and what is in them nobody says.
stats DATA using ($3 == 1 ? $1 : NaN) nooutput
LAST = STATS_max
unset border
unset tics
unset grid
unset key
set xrange [(NARROW ? -3.4 : -4.2):LAST + 2.9]
set yrange [-1.55:1.75]
LEFT = -1.25
set object 1 rectangle from 0,-0.5 to LAST+1,0.5 fillcolor rgb COLOUR[ROW] fillstyle transparent solid 0.3 noborder behind
set arrow 1 from LEFT+0.15,0 to -0.08,0 linecolor rgb INK linewidth 2 size 0.18,22 filled front
set label w_name at LEFT,0 right textcolor rgb INK
set label w_maths at LEFT,1 right textcolor rgb SOFT
set label w_C at LEFT,-1 right textcolor rgb SOFT
set label w_else at LAST+1.95,1 center textcolor rgb SOFT
plot DATA using ($3 == 0 ? $1 + 0.5 : NaN):(0):(0.5):(0.5) with boxxyerror fillstyle empty linecolor rgb SOFT linewidth 1.2 dashtype (4,4), \
     DATA using ($3 == 1 ? $1 + 0.5 : NaN):(0):(0.5):(0.5) with boxxyerror fillstyle empty linecolor rgb INK linewidth 1.6 dashtype solid, \
     DATA using ($1 + 0.5):(0):($3 == 1 ? gprintf("%g", $2) : "?") with labels textcolor rgb INK, \
     DATA using ($3 == 1 ? $1 + 0.5 : NaN):(1):(sprintf(w_entry, $1 + 1)) with labels textcolor rgb INK, \
     DATA using ($1 + 0.5):(-1):(sprintf(w_index, $1)) with labels textcolor rgb INK
