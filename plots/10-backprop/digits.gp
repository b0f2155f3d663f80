# size 760x430
# narrow 390x500
# Above, one digit of each kind; below, eight units, larger. Ten blocks, then eight.
unset border
unset tics
unset grid
unset key
unset colorbox
set size ratio -1
set xrange [-1:100]
set yrange [(NARROW ? -124 : -56):5]
set margins 0, 0, 0, 0
ACROSS = NARROW ? 5 : 10 # digits in a row
STEP = NARROW ? 20.4 : 10.2
SIZE = STEP*0.86/8
WIDE = NARROW ? 25.5 : 12.75 # from unit to unit
LARGE = WIDE*0.92/8
ROWS = (10 + ACROSS - 1)/ACROSS
TOP = -STEP*ROWS - (NARROW ? 12 : 13)
DX(u, c) = STEP*(u % ACROSS) + SIZE*(c + 0.5)
DY(u, r) = -STEP*(u/ACROSS) - SIZE*(r + 0.5)
ACROSS_UNITS = NARROW ? 4 : 8
UX(u, c) = WIDE*(u % ACROSS_UNITS) + LARGE*(c + 0.5)
UY(u, r) = TOP - WIDE*(u/ACROSS_UNITS) - LARGE*(r + 0.5)
set label w_digits at 0,2.4 left textcolor rgb INK
set label w_units at 0,TOP + 2.4 + (NARROW ? 1.4 : 0) left textcolor rgb INK
do for [u=0:9] {
    set object u+1 rectangle from DX(u, -0.5),DY(u, -0.5) to DX(u, 7.5),DY(u, 7.5) front fillstyle empty \
        border linecolor rgb COLOUR[u < 5 ? ZERO : ONE] linewidth 2
}
do for [u=0:7] {
    set object u+11 rectangle from UX(u, -0.5),UY(u, -0.5) to UX(u, 7.5),UY(u, 7.5) front fillstyle empty \
        border linecolor rgb SOFT linewidth 1
}
END = UY(7, 7.5) - (NARROW ? 9 : 5)
# A square has the colour of the pixels: on paper they are white and black.
SIDE = NARROW ? 4 : 2.4
set object 21 rectangle from 0,END - SIDE/2 to SIDE,END + SIDE/2 fillstyle solid border linecolor rgb SOFT \
    fillcolor rgb (THEME eq "print" ? PAPER : COLOUR[ZERO])
set object 22 rectangle from 100 - SIDE,END - SIDE/2 to 100,END + SIDE/2 fillstyle solid border linecolor rgb SOFT \
    fillcolor rgb (THEME eq "print" ? INK : COLOUR[ONE])
set label w_less at 1.5*SIDE,END left textcolor rgb (THEME eq "print" ? INK : COLOUR[ZERO])
set label w_more at 100 - 1.5*SIDE,END right textcolor rgb (THEME eq "print" ? INK : COLOUR[ONE])
# Ink from 0 to 1 is grey; a change from −1 to 1 has the colours of what it speaks for. Both
# run through one palette, ink above the changes.
set cbrange [-1:3.2]
if (THEME eq "print") { set palette defined (-1 "#ffffff", 0 "#b0b0b0", 1 "#000000", 1.02 "#ffffff", 2 "#ffffff", 3 "#000000") } \
else { set palette defined (-1 COLOUR[ZERO], 0 PAPER, 1 COLOUR[ONE], 1.02 PAPER, 2 PAPER, 3 INK) }
plot for [u=0:9] DATA index u using (DX(u, $1)):(DY(u, $2)):(SIZE/2):(SIZE/2):(2 + $3) with boxxyerror \
         fillcolor palette fillstyle solid noborder, \
     for [u=0:7] DATA index u+10 using (UX(u, $1)):(UY(u, $2)):(LARGE/2):(LARGE/2):3 with boxxyerror \
         fillcolor palette fillstyle solid noborder
