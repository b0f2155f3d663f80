# size 720x500
# narrow 390x400
# One panel for each; the other three stand behind it.
set multiplot layout 2,2 margins (NARROW ? 0.145 : 0.09),0.98,(NARROW ? 0.13 : 0.15),0.93 spacing 0.08,0.15
set xrange [*:*] noextend
unset key
set xtics 1
set ytics 1
set ylabel offset 0.8,0
set title offset 0,-0.6
do for [k=1:4] {
    set title (k == 1 ? w_sigmoid : k == 2 ? w_tanh : k == 3 ? w_relu : w_leaky)
    set xlabel (k > 2 ? w_x : "")
    set ylabel (k % 2 == 1 ? w_y : "")
    if (k == 1) { IDEA = SIGMOID } else { if (k == 2) { IDEA = TANH } else { if (k == 3) { IDEA = RELU } else { IDEA = LEAKY } } }
    plot [][-1.3:3] for [j=0:3] DATA index j with lines linetype 7 linecolor rgb FAINT, \
         DATA index k-1 with lines linetype IDEA dashtype solid linewidth 3
}
unset multiplot
