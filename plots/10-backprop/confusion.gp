# size 720x520
# narrow 390x390
set xrange [-0.7:9.7]
set yrange [9.7:-0.7]
set xtics 1 scale 0
set ytics 1 scale 0
set xlabel w_x
set ylabel w_y
unset key
unset grid
set style fill solid noborder
# Right answers in one colour, mistakes in another; the areas are as the numbers.
plot DATA using ($1 == $2 ? $1 : NaN):2:(0.45*sqrt($3/50.)) with circles linecolor rgb COLOUR[CORRECT] notitle, \
     DATA using ($1 != $2 && $3 > 0 ? $1 : NaN):2:(0.45*sqrt($3/50.)) with circles linecolor rgb COLOUR[WRONG] notitle, \
     DATA using ($1 != $2 && $3 > 0 ? $1 + 0.2 : NaN):2:(sprintf("%d", $3)) with labels left textcolor rgb INK notitle, \
     DATA using ($1 == $2 ? $1 : NaN):2:(sprintf("%d", $3)) with labels center textcolor rgb PAPER notitle
