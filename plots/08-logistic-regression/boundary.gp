# size 720x480
set xrange [6:29]
set yrange [8:42]
set xlabel w_x
set ylabel w_y
set key top right Right noreverse
set label w_half at 11.4,40 left textcolor rgb INK
plot DATA index "benign" using 1:2 with points linetype 1 pointtype 6 title w_benign, \
     DATA index "malignant" using 1:2 with points linetype 2 title w_malignant, \
     DATA index "line" using 1:2 with lines linetype 7 notitle
