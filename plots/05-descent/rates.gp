stats DATA index "small" using 3 nooutput; SMALL = STATS_min
stats DATA index "chosen" using 3 nooutput; CHOSEN = STATS_min
stats DATA index "large" using 3 nooutput; LARGE = STATS_min
stats DATA index "too_large" using 3 nooutput; TOO_LARGE = STATS_min
set xlabel w_x
set ylabel w_y
stats DATA index "too_large" using 2 nooutput
stats DATA using 1 nooutput name "STEP"
set xrange [0:1.2*STEP_max]
HIGH = 1.12*(STATS_max > -STATS_min ? STATS_max : -STATS_min) + (STATS_max == STATS_min)
set yrange [-HIGH:HIGH]
set xzeroaxis linetype 7 linewidth 1
set key top right Right noreverse
plot DATA index "too_large" using 1:2 with linespoints linetype 2 title sprintf(w_too_large, TOO_LARGE), \
     DATA index "large" using 1:2 with linespoints linetype 4 title sprintf(w_large, LARGE), \
     DATA index "small" using 1:2 with linespoints linetype 3 title sprintf(w_small, SMALL), \
     DATA index "chosen" using 1:2 with linespoints linetype 1 title sprintf(w_chosen, CHOSEN)
