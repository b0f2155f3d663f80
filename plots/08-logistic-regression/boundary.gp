# size 720x480
# narrow 390x360
set xrange [6:29]
set yrange [8:42]
set xlabel w_x
set ylabel w_y
set key top right Right noreverse
set label w_half at 10.4,40.4 right textcolor rgb INK
plot DATA index "benign" using 1:2 with points linetype ZERO pointtype 6 title w_benign, \
     DATA index "malignant" using 1:2 with points linetype ONE pointtype 5 title w_malignant, \
     DATA index "line" using 1:2 with lines linetype 7 notitle
