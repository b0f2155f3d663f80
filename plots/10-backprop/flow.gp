# size 760x460
# Where the twelve matrices stand, in the order of the data:
#           X   Z1  A1  Z2  A2  Y   dZ2 dW2 db2 dZ1 dW1 db1
array PX = [ 9, 29, 49, 69, 91, 91, 69, 59, 81, 29, 16, 38]
array PY = [88, 88, 88, 88, 88, 52, 52, 14, 14, 52, 14, 14]
W = 8.5; V = 9.3; H = 9.5
unset border; unset tics; unset grid; unset key
set xrange [-1:101]
set yrange [2:103]
set margins 1, 1, 1, 1
set label w_forward at 0.5,100.5 left textcolor rgb SOFT
set label w_backward at 33,71 left textcolor rgb SOFT
# Forward, then what the backward equations take from it, then backward.
do for [i=1:4] { set arrow from PX[i]+W,88 to PX[i+1]-W,88 linecolor rgb SOFT linewidth 1.4 size 1.4,20 filled }
set style arrow 1 linecolor rgb SOFT linewidth 1.2 dashtype (4,4) size 1.4,20 filled
set style arrow 2 linecolor rgb C2 linewidth 2.6 size 1.8,20 filled
set arrow from 9,88-H to 14,14+H arrowstyle 1
set arrow from 29,88-H to 29,52+H arrowstyle 1
set arrow from 49,88-H to 56,14+H arrowstyle 1
set arrow from 86,88-H to 75,52+H arrowstyle 2
set arrow from 91-W,52 to 69+V,52 arrowstyle 2
set arrow from 69-V,52 to 29+V,52 arrowstyle 2
set arrow from 67,52-H to 61,14+H arrowstyle 2
set arrow from 71,52-H to 79,14+H arrowstyle 2
set arrow from 27,52-H to 19,14+H arrowstyle 2
set arrow from 31,52-H to 37,14+H arrowstyle 2
FORMULA(i) = i == 1 ? w_X : i == 2 ? w_Z1 : i == 3 ? w_A1 : i == 4 ? w_Z2 : i == 5 ? w_A2 : i == 6 ? w_Y : \
    i == 7 ? w_dZ2 : i == 8 ? w_dW2 : i == 9 ? w_db2 : i == 10 ? w_dZ1 : i == 11 ? w_dW1 : w_db1
plot DATA using (PX[int($0)+1]):(PY[int($0)+1]):(W):(H) every ::0::5 with boxxyerror fillstyle empty \
         linecolor rgb SOFT linewidth 1.4 dashtype solid, \
     DATA using (PX[int($0)+7]):(PY[int($0)+7]):(V):(H) every ::6::11 with boxxyerror fillstyle empty \
         linecolor rgb C2 linewidth 2.2 dashtype solid, \
     DATA using (PX[int($0)+1]):(PY[int($0)+1]+5.5):1 with labels font ",15" textcolor rgb INK, \
     DATA using (PX[int($0)+1]):(PY[int($0)+1]):(FORMULA(int($0)+1)) with labels font ",12" textcolor rgb INK, \
     DATA using (PX[int($0)+1]):(PY[int($0)+1]-6):(sprintf("%d × %d", $2, $3)) with labels font ",12" \
         textcolor rgb SOFT
