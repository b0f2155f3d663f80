# size 760x560
# narrow 390x540
# The same bowl four times, one rate in each.
stats DATA index "bowl" using 2 nooutput name "W"
stats DATA index "bowl" using 4 nooutput name "L"
array RATE[4]
do for [k=1:4] {
    stats DATA index word("small chosen large too_large", k) using 3 nooutput
    RATE[k] = STATS_min
}
unset key
set xrange [W_min:W_max]
set yrange [L_min - 0.04*(L_max - L_min):L_max]
set xtics W_max > 30 ? W_max/2 : W_max > 12 ? 10 : 4
# Some five of them, at 1, 2 or 5 times a power of ten.
APART = (L_max - L_min)/4; POWER = 10**floor(log10(APART))
set ytics POWER*(APART < 2*POWER ? 1 : APART < 5*POWER ? 2 : 5)
set xlabel w_x
set title offset 0,-0.5
set multiplot layout 2,2 margins (NARROW ? 0.165 : 0.095),0.985,(NARROW ? 0.11 : 0.14),0.94 spacing (NARROW ? 0.13 : 0.08),(NARROW ? 0.13 : 0.15)
do for [k=1:4] {
    set title sprintf(k == 1 ? w_small : k == 2 ? w_chosen : k == 3 ? w_large : w_too_large, RATE[k])
    set xlabel (k > 2 ? w_x : "")
    set ylabel (k % 2 == 1 ? w_y : "") offset 1.5,0
    BLOCK = word("small chosen large too_large", k)
    IDEA = k == 1 ? CREEPING : k == 2 ? CHOSEN : k == 3 ? JUMPING : DIVERGING
    plot DATA index "bowl" using 2:4 with lines linetype 8 dashtype solid, \
         DATA index BLOCK using 2:4 with linespoints linetype IDEA dashtype solid linewidth 1.6 pointtype 7 pointsize 0.6, \
         DATA index BLOCK every ::0::0 using 2:4 with points linetype IDEA pointtype 7 pointsize 1.2
}
unset multiplot
