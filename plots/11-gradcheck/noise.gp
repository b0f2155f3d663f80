stats DATA using 1 nooutput name "T"
set xrange [floor(T_min):ceil(T_max)]
set xlabel w_x
set ylabel w_y
set key top left
plot DATA using 1:($3-$4):($3+$4) with filledcurves linecolor rgb SOFT fillstyle solid 0.18 noborder title w_band, \
     DATA using 1:3 with lines linetype 2 title w_line, \
     DATA using 1:2 with points linetype 1 pointtype 7 pointsize 0.45 title w_noise
