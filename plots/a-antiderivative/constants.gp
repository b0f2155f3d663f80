# size 720x400
# narrow 390x640
set multiplot
unset key
set xlabel w_x
set ylabel w_y offset (NARROW ? 1.5 : 0.5),0
set tmargin at screen (NARROW ? 0.94 : 0.91)
set bmargin at screen (NARROW ? 0.6 : 0.19)

set lmargin at screen (NARROW ? 0.175 : 0.12)
set rmargin at screen (NARROW ? 0.97 : 0.48)
set xrange [*:*] noextend
set yrange [-1:1]
set xtics 0.5
set ytics 0.5
set title w_sine offset 0,-0.4
plot DATA index "sin_3" using 1:2 with lines linetype OTHER, \
     DATA index "sin_2" using 1:2 with lines linetype VALUE, \
     DATA index "sin_1" using 1:2 with lines linetype OTHER, \
     DATA index "touch" using ($1 - 0.35):($2 - 0.35 * $3):(0.7):(0.7 * $3) with vectors nohead linetype 7

set tmargin at screen (NARROW ? 0.455 : 0.91)
set bmargin at screen (NARROW ? 0.1 : 0.19)
set lmargin at screen (NARROW ? 0.175 : 0.61)
set rmargin at screen (NARROW ? 0.97 : 0.98)
set xrange [*:*] noextend
set yrange [-2:2.6]
set xtics 1
set ytics 1
set title w_reciprocal
set arrow from 2.5, graph 0 to 2.5, graph 1 nohead linetype 8
plot DATA index "same" using 1:2 with lines linetype VALUE, \
     DATA index "other" using 1:2 with lines linetype OTHER, \
     DATA index "shifts" using 1:2:(0):3 with vectors filled linetype 7, \
     DATA index "shifts" using ($1 + ($3 > 0 ? -0.42 : 0.45)):($2 + $3 / 2):(gprintf(w_shift, $3)) with labels textcolor rgb INK
unset multiplot
