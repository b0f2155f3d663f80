# narrow 390x330
stats DATA using 1 nooutput name "T"
set xrange [floor(T_min):ceil(T_max)]
set xlabel w_x
set ylabel w_y offset 0.5,0
set key top left samplen 2
plot DATA using 1:($3-$4):($3+$4) with filledcurves linecolor rgb SOFT fillstyle solid 0.18 noborder title w_band, \
     DATA using 1:3 with lines linetype SLOPE title w_line, \
     DATA using 1:2 with points linetype VALUE pointtype 7 pointsize 0.45 title w_noise
