# size 760x370
# narrow 390x560
# Block "numbers": x1 x2, w1 w2, b, z a; block "curve": z and g(z).
do for [i=0:3] {
    stats DATA index "numbers" every ::i::i using 1 name sprintf("LEFT%d", i) nooutput
    stats DATA index "numbers" every ::i::i using 2 name sprintf("RIGHT%d", i) nooutput
}
x1 = LEFT0_min; x2 = RIGHT0_min
w1 = LEFT1_min; w2 = RIGHT1_min
b = LEFT2_min
z = LEFT3_min; a = RIGHT3_min
unset key
set multiplot

# Left: the neuron.
if (NARROW) { set origin 0, 0.5; set size 1, 0.5 } else { set origin 0, 0; set size 0.6, 1 }
set lmargin 0
set rmargin 0
unset border
unset tics
unset grid
set xrange [0:10]
set yrange [-5:5]
set style fill solid 1 border linecolor rgb COLOUR[VALUE]
set arrow 1 from 2.25,2.6 to 4.25,0.95 linecolor rgb SOFT linewidth 1.6 size 0.25,20 filled
set arrow 2 from 2.25,0 to 4.0,0 linecolor rgb SOFT linewidth 1.6 size 0.25,20 filled
set arrow 3 from 2.25,-2.6 to 4.25,-0.95 linecolor rgb SOFT linewidth 1.6 size 0.25,20 filled
set arrow 4 from 7.6,0 to 8.55,0 linecolor rgb SOFT linewidth 1.6 size 0.25,20 filled
set object 1 ellipse center 5.8,0 size 3.6,4.6 fillcolor rgb PAPER linewidth 2.4
set arrow 5 from 5.8,-2.3 to 5.8,2.3 nohead linecolor rgb COLOUR[VALUE] linewidth 1.2 dashtype (6,4) front
set label 1 gprintf(w_x1, x1) at 2.1,2.9 right textcolor rgb INK
set label 2 gprintf(w_x2, x2) at 2.1,0 right textcolor rgb INK
set label 3 w_one at 2.1,-2.9 right textcolor rgb INK
set label 4 gprintf(w_w1, w1) at 3.1,2.7 left textcolor rgb COLOUR[VALUE]
set label 5 gprintf(w_w2, w2) at 3.05,0.5 center textcolor rgb COLOUR[VALUE]
set label 6 gprintf(w_b, b) at 3.1,-2.7 left textcolor rgb COLOUR[VALUE]
set label 7 w_linear at 4.95,0.7 center textcolor rgb INK front
set label 8 gprintf("%.2f", z) at 4.95,-0.4 center textcolor rgb INK front
set label 9 w_activation at 6.65,0.7 center textcolor rgb INK front
set label 10 gprintf("%.2f", a) at 6.65,-0.4 center textcolor rgb INK front
set label 11 w_formula at 4.9,-4.1 center textcolor rgb INK
set label 12 w_out at 8.7,0 left textcolor rgb INK
set label 13 w_first at 4.6,3.4 left textcolor rgb SOFT
set label 14 w_second at 6.4,3.4 left textcolor rgb SOFT
plot NaN

# Right: z goes in below, a comes out at the left.
unset arrow
unset label
unset object
if (NARROW) { set origin 0.05, 0; set size 0.9, 0.5 } else { set origin 0.62, 0.08; set size 0.37, 0.84 }
set lmargin 6
set rmargin 1
set border 3
set tics nomirror out scale 0.6 textcolor rgb INK
set grid
stats DATA index "curve" using 1 nooutput name "Z"
set xrange [Z_min:Z_max]
set yrange [-1.25:1.25]
set xtics 2 nomirror
set ytics 0.5 nomirror
set xlabel w_xlabel
set ylabel w_ylabel
set arrow from z,-1.25 to z,a nohead linetype 8 front
set arrow from z,a to Z_min,a linetype 8 size 0.3,20 front
plot DATA index "curve" using 1:2 with lines linetype VALUE, \
     DATA index "numbers" every ::3::3 using 1:2 with points linetype 7 pointtype 7 pointsize 1.3
unset multiplot
