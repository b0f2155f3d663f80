# size 720x980
# narrow 390x760
unset key
set border 0
# Five rows of three panels: name in the data, then the title above it.
names = "constant power sqrt to-the-x exp ln log sin cos tan arctan arcsin sinh cosh tanh"
array TITLE[15] = [w_constant, w_power, w_sqrt, w_exponential, w_exp, w_ln, w_log, w_sin, w_cos, w_tan, w_arctan, w_arcsin, w_sinh, w_cosh, w_tanh]
stats DATA using 1 nooutput name "X"
# One line above all says which curve is which.
set multiplot
set lmargin at screen 0.02; set rmargin at screen 0.98
set tmargin at screen 0.995; set bmargin at screen 0.955
unset grid; unset tics
set xrange [0:1]; set yrange [0:1]
set arrow 1 from 0.14,0.5 to 0.2,0.5 nohead linetype VALUE
set arrow 2 from 0.53,0.5 to 0.59,0.5 nohead linetype SLOPE
set label 1 w_f at 0.215,0.5 left textcolor rgb INK
set label 2 w_slope at 0.605,0.5 left textcolor rgb INK
plot NaN
unset arrow; unset label
set xrange [X_min:X_max]; set yrange [-3:3]
set grid
set xzeroaxis linetype 8 linewidth 0.9 dashtype solid
set yzeroaxis linetype 8 linewidth 0.9 dashtype solid
set tics scale 0 textcolor rgb INK
LEFT = NARROW ? 0.08 : 0.055; ACROSS = NARROW ? 0.315 : 0.325
do for [i=1:15] {
    column = (i-1) % 3
    row = (i-1) / 3
    set lmargin at screen LEFT + column*ACROSS
    set rmargin at screen LEFT + column*ACROSS + 0.86*ACROSS
    set tmargin at screen 0.93 - row*0.178
    set bmargin at screen 0.93 - row*0.178 - 0.138
    set title TITLE[i] offset 0,-0.6
    set xtics 3 format (row == 4 ? "%g" : "")
    set ytics 3 format (column == 0 ? "%g" : "")
    set label 3 (row == 4 ? w_x : "") at graph 0.5, graph -0.32 center textcolor rgb INK
    plot DATA index word(names, i) using 1:2 with lines linetype VALUE, \
         DATA index word(names, i) using 1:3 with lines linetype SLOPE
}
unset multiplot
