# size 780x370
# narrow 390x480
# Blocks zeros, equal, random: unit, its weight to x1, its weight to x2; a blank
# line between units.
stats DATA index "random" using 1 nooutput
UNITS = int(STATS_max)
LAST = int(STATS_records/UNITS) - 1
stats DATA index "random" using 2 name "ACROSS" nooutput
stats DATA index "random" using 3 name "UP" nooutput
LARGER(a, b) = a > b ? a : b
SIDE = 1.25*LARGER(LARGER(-ACROSS_min, ACROSS_max), LARGER(-UP_min, UP_max))
do for [i=2:3] {
    stats DATA index "equal" every ::LAST::LAST using i name sprintf("END%d", i) nooutput
}
unset key
set xrange [-SIDE:SIDE]
set yrange [-SIDE:SIDE]
set size ratio 1
TIC = SIDE > 5 ? 4 : SIDE > 2.5 ? 2 : SIDE > 1.2 ? 1 : 0.5
set xtics TIC
set ytics TIC
set xlabel w_x offset 0,0.4
set xzeroaxis linetype 8
set yzeroaxis linetype 8
if (NARROW) { set multiplot layout 2,2 margins 0.15,0.97,0.12,0.94 spacing 0.16,0.21 } \
else { set multiplot layout 1,3 margins 0.085,0.985,0.2,0.9 spacing 0.06 }
do for [start in "zeros equal random"] {
    set title start eq "zeros" ? w_zeros : start eq "equal" ? w_equal : w_random
    set ylabel start eq "zeros" ? w_y : "" offset 0.8,0
    unset label
    if (start eq "zeros") { set label sprintf(w_all, UNITS) at 0.06*SIDE, 0.16*SIDE left textcolor rgb INK }
    if (start eq "equal") { set label sprintf(w_all, UNITS) at (END2_min < 0 ? -0.06 : 0.9)*SIDE, END3_min + 0.16*SIDE right textcolor rgb INK }
    plot for [k=0:UNITS-1] DATA index start every :::k::k using 2:3 with lines linetype EACH(k+1), \
         DATA index start every ::::0 using 2:3 with points linetype 7 pointtype 6 pointsize 1, \
         DATA index start every ::LAST using 2:3 with points linetype 7 pointtype 7 pointsize 0.8, \
         DATA index start every ::LAST using ($2 + ($2 < 0 ? -0.1 : 0.1)*SIDE):($3 + 0.08*SIDE): \
             (start eq "random" ? sprintf("%d", $1) : "") with labels textcolor rgb INK
}
unset multiplot
