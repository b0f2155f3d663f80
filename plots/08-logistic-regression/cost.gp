# narrow 390x330
set logscale x
set yrange [0:*]
set xlabel w_x
set ylabel w_y
set key top right Right noreverse samplen 2
# A reader's own data are all for training: they have no test curve.
stats DATA using 1 nooutput
if (STATS_blocks > 1) {
    plot for [k=1:STATS_blocks-3] DATA index sprintf("shuffle%d", k) using 1:2 with lines linewidth 1 \
             dashtype solid linecolor rgb SOFT notitle, \
         DATA index "train" using 1:2 with lines linetype TRAIN title w_train, \
         DATA index "test" using 1:2 with lines linetype TEST title w_test, \
         NaN with lines linewidth 1 dashtype solid linecolor rgb SOFT title w_others, \
         DATA index "best" using 1:2 with points linetype TEST pointsize 1.2 notitle, \
         DATA index "best" using 1:2:(sprintf(w_best, $1)) with labels offset 0,1.8 textcolor rgb INK notitle
} else {
    plot DATA index "train" using 1:2 with lines linetype TRAIN title w_train
}
