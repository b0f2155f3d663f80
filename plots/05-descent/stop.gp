# size 720x540
# narrow 390x420
stats DATA using 1 nooutput
LAST = STATS_max
set xrange [-0.3:LAST + 0.3]
set lmargin (NARROW ? 8 : 10)
set multiplot layout 2,1
set bmargin 1
set tmargin 1
set format x ""
set ylabel w_cost
plot DATA using 1:2 with linespoints linetype VALUE notitle
set format x "%g"
set bmargin 3.5
set tmargin 0.5
set xlabel w_x
set ylabel w_change
set logscale y
set format y "10^{%T}"
set key top right Right noreverse
plot DATA using 1:3 with linespoints linetype DESCENT notitle, \
     DATA using 1:4 with lines linetype 7 dashtype (6,5) title w_epsilon, \
     DATA using ($1 == LAST ? $1 : NaN):3 with points linetype DESCENT pointtype 6 pointsize 2.2 title w_stops
unset multiplot
