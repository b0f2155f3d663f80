# size 800x450
# narrow 390x790
# Block "prediction": x1, x2, σ of a network without and with tanh, on a lattice;
# block "examples": x1, x2, y.
stats DATA index "prediction" using 1 nooutput name "X"
stats DATA index "prediction" using 2 nooutput name "Y"
set xrange [X_min:X_max]
set yrange [Y_min:Y_max]
set size ratio 1
set xtics 2.5
set ytics 2.5
set xlabel w_x offset 0,0.4
eval "set palette ".TWO
set cbrange [0:1]
REGION(p) = p > 0.5 ? 0.9 : 0.1
unset colorbox
set key bottom left samplen 1 spacing 1.1 opaque
unset grid
do for [column=3:4] {
    set contour base
    unset surface
    set cntrparam levels discrete 0.5
    eval sprintf("set table $boundary%d", column)
    splot DATA index "prediction" using 1:2:column
    unset table
    unset contour
    set surface
}
if (NARROW) { set multiplot layout 2,1 margins 0.145,0.97,0.085,0.955 spacing 0,0.14 } \
else { set multiplot layout 1,2 margins 0.085,0.985,0.155,0.93 spacing 0.075 }
set title w_linear offset 0,(NARROW ? -0.5 : 0)
# gnuplot leaves out a ylabel in the first plot after a table.
set label 1 w_y at graph (NARROW ? -0.135 : -0.16),0.5 center rotate textcolor rgb INK
POINTS = 'DATA index "examples" using ($3 < 0.5 ? $1 : 1/0):2 with points linecolor rgb COLOUR[ZERO] pointtype 6 pointsize 0.5 title w_zero, '. \
         'DATA index "examples" using ($3 > 0.5 ? $1 : 1/0):2 with points linecolor rgb COLOUR[ONE] pointtype 7 pointsize 0.45 title w_one'
plot DATA index "prediction" using 1:2:(REGION($3)) with image notitle, $boundary3 using 1:2 with lines linetype 7 linewidth 2.4 notitle, @POINTS
set title w_tanh
unset key
plot DATA index "prediction" using 1:2:(REGION($4)) with image notitle, $boundary4 using 1:2 with lines linetype 7 linewidth 2.4 notitle, @POINTS
unset multiplot
