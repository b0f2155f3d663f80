# size 760x480
# narrow 390x620
# Where the twelve matrices stand, in the order of the data:
#           X   Z1  A1  Z2  A2  Y   dZ2 dW2 db2 dZ1 dW1 db1
# Wide, forward runs to the right and backward to the left; narrow, down and up.
if (!NARROW) {
    array PX[12] = [10, 30, 50, 70, 90, 90, 70, 60, 82, 30, 14, 36]
    array PY[12] = [88, 88, 88, 88, 88, 52, 52, 14, 14, 52, 14, 14]
} else {
    array PX[12] = [16, 16, 16, 16, 16, 16, 50, 84, 84, 50, 84, 84]
    array PY[12] = [92, 75, 58, 41, 24, 7, 24, 34, 14, 66, 76, 56]
}
# The formula for dZ1 is the longest.
W(i) = NARROW ? 15.5 : i == 10 ? 11.5 : 8.4
H = NARROW ? 6.6 : 10
unset border; unset tics; unset grid; unset key
set xrange [0:100]
set yrange [(NARROW ? 0 : 2):(NARROW ? 104 : 103)]
set margins 0, 0, 0, 0
set label w_forward at (NARROW ? 10 : 0.7),(NARROW ? 101.5 : 100.5) left textcolor rgb COLOUR[VALUE]
set label w_backward at (NARROW ? 60 : 0.7),(NARROW ? 101.5 : 52) left textcolor rgb COLOUR[SLOPE]
# Forward, then what the backward equations take from it, then backward.
HEAD = NARROW ? 2 : 1.4
set style arrow 1 linecolor rgb SOFT linewidth 1.2 dashtype (4,4) size HEAD,20 filled
set style arrow 2 linecolor rgb COLOUR[SLOPE] linewidth 2.6 size HEAD*1.2,20 filled
set style arrow 3 linecolor rgb COLOUR[VALUE] linewidth 2.6 size HEAD*1.2,20 filled
if (!NARROW) {
    do for [i=1:4] { set arrow from PX[i]+W(i),88 to PX[i+1]-W(i+1),88 arrowstyle 3 }
    set arrow from 10,88-H to 13,14+H arrowstyle 1
    set arrow from 30,88-H to 30,52+H arrowstyle 1
    set arrow from 50,88-H to 58,14+H arrowstyle 1
    set arrow from 86,88-H to 76,52+H arrowstyle 2
    set arrow from 90-W(6),52 to 70+W(7),52 arrowstyle 2
    set arrow from 70-W(7),52 to 30+W(10),52 arrowstyle 2
    set arrow from 69,52-H to 62,14+H arrowstyle 2
    set arrow from 72,52-H to 80,14+H arrowstyle 2
    set arrow from 28,52-H to 17,14+H arrowstyle 2
    set arrow from 32,52-H to 35,14+H arrowstyle 2
} else {
    do for [i=1:4] { set arrow from 16,PY[i]-H to 16,PY[i+1]+H arrowstyle 3 }
    set arrow from 16+W(1),24 to 50-W(1),24 arrowstyle 2
    set arrow from 16+W(1),9 to 50-W(1),24-0.8*H arrowstyle 2
    set arrow from 50,24+H to 50,66-H arrowstyle 2
    set arrow from 50+W(1),26 to 84-W(1),32 arrowstyle 2
    set arrow from 50+W(1),22 to 84-W(1),16 arrowstyle 2
    set arrow from 50+W(1),68 to 84-W(1),74 arrowstyle 2
    set arrow from 50+W(1),64 to 84-W(1),58 arrowstyle 2
    set arrow from 16+W(1),75 to 50-W(1),68 arrowstyle 1
    set arrow from 16+W(1),94 to 84-W(1),80 arrowstyle 1
    set arrow from 16+W(1),55 to 84-W(1),37 arrowstyle 1
}
FORMULA(i) = i == 1 ? w_X : i == 2 ? w_Z1 : i == 3 ? w_A1 : i == 4 ? w_Z2 : i == 5 ? w_A2 : i == 6 ? w_Y : \
    i == 7 ? w_dZ2 : i == 8 ? w_dW2 : i == 9 ? w_db2 : i == 10 ? w_dZ1 : i == 11 ? w_dW1 : w_db1
LINE = H*0.58
LETTERS = NARROW ? ",12" : ",13"
plot DATA using (PX[int($0)+1]):(PY[int($0)+1]):(W(1)):(H) every ::0::5 with boxxyerror dashtype solid \
         fillcolor rgb PAPER fillstyle solid border linecolor rgb COLOUR[VALUE], \
     DATA using (PX[int($0)+7]):(PY[int($0)+7]):(W(int($0)+7)):(H) every ::6::11 with boxxyerror dashtype solid \
         fillcolor rgb PAPER fillstyle solid border linecolor rgb COLOUR[SLOPE], \
     DATA using (PX[int($0)+1]):(PY[int($0)+1]+LINE):(MATRIX(strcol(1))) with labels textcolor rgb INK, \
     DATA using (PX[int($0)+1]):(PY[int($0)+1]):(FORMULA(int($0)+1)) with labels font LETTERS textcolor rgb INK, \
     DATA using (PX[int($0)+1]):(PY[int($0)+1]-LINE):(sprintf("%d × %d", $2, $3)) with labels font LETTERS \
         textcolor rgb SOFT
