# size 800x460
# narrow 390x740
set contour base
unset surface
set cntrparam levels discrete 0.6,0.8,1.2,2,4,8,16
set table $original
splot DATA index "original" using 1:2:3 with lines notitle
unset table
set cntrparam levels discrete 0.45,0.47,0.5,0.54,0.6,0.7,0.8,0.95,1.1,1.3,1.6,2
set table $standardised
splot DATA index "standardised" using 1:2:3 with lines notitle
unset table
unset contour
stats DATA index "original_path" using 1 name "P" nooutput
STEPS = P_records - 1
set style textbox opaque noborder fillcolor rgb PAPER margins 0.6,0.4
unset key
unset grid
unset colorbox
set palette @MAP
set logscale cb
set cbrange [0.44:8]
if (NARROW) { set multiplot layout 2,1 } else { set multiplot layout 1,2 }
set xtics 0.2
set xlabel w_x_original
set ylabel w_y offset 0.5,0
set title w_original
set autoscale fix
set label 1 sprintf(w_stuck, STEPS) at -0.05,-4 center textcolor rgb INK front boxed
set label 2 w_lowest at -0.26,18 right textcolor rgb INK front boxed
plot DATA index "original" using 1:2:3 with image, \
     $original using 1:2 with lines linetype 7 linewidth 0.6, \
     DATA index "original_path" using 1:2 with linespoints linetype DESCENT dashtype solid linewidth 1.6 pointtype 7 pointsize 0.9, \
     DATA index "original_minimum" using 1:2 with points linetype 7 pointtype 2 pointsize 1.8 linewidth 3
unset label
set cbrange [0.44:3]
set xtics 1
set ytics 1
set xlabel w_x_standardised
set title w_standardised
set label 1 w_start at 0.1,0.15 left textcolor rgb INK front boxed
set label 2 sprintf(w_there, STEPS) at -1.75,-1.5 center textcolor rgb INK front boxed
plot DATA index "standardised" using 1:2:3 with image, \
     $standardised using 1:2 with lines linetype 7 linewidth 0.6, \
     DATA index "standardised_path" using 1:2 with linespoints linetype DESCENT dashtype solid linewidth 1.6 pointtype 7 pointsize 0.8, \
     DATA index "standardised_minimum" using 1:2 with points linetype 7 pointtype 2 pointsize 1.8 linewidth 3
unset multiplot
