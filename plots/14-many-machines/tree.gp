# size 720x330
# narrow 390x330
unset border; unset tics; unset grid; unset key
set margins 1, 1, 1, 1
set xrange [0.3:10.7]
set yrange [-0.95:4.4]
# which leaves are whose, and what each hands on.
do for [k=1:3] { set label sprintf(w_machine, k) at (k == 1 ? 2 : k == 2 ? 5 : 8.5),-0.7 center textcolor rgb COLOUR[EACH(k)] }
set label w_all at 0.45,3.55 left textcolor rgb INK
plot DATA index "all" using 3:4:($1-$3):($2-$4) with vectors nohead linecolor rgb SOFT linewidth 1.5 dashtype 2 notitle, \
     DATA index "all" using 5:6:($1-$5):($2-$6) with vectors nohead linecolor rgb SOFT linewidth 1.5 dashtype 2 notitle, \
     for [k=1:3] DATA index "own" using ($7 == k ? $3 : NaN):4:($1-$3):($2-$4) with vectors nohead linecolor rgb COLOUR[EACH(k)] linewidth 2.4 dashtype solid notitle, \
     for [k=1:3] DATA index "own" using ($7 == k ? $5 : NaN):6:($1-$5):($2-$6) with vectors nohead linecolor rgb COLOUR[EACH(k)] linewidth 2.4 dashtype solid notitle, \
     for [k=1:3] DATA index "leaf" using ($7 == k ? $1 : NaN):2 with points pointtype 4*k + 1 pointsize (k == 2 ? 1.9 : 1.6) linecolor rgb COLOUR[EACH(k)] notitle, \
     for [k=1:3] DATA index "own" using ($7 == k ? $1 : NaN):2 with points pointtype 7 pointsize 1.6 linecolor rgb COLOUR[EACH(k)] notitle, \
     DATA index "all" using 1:2 with points pointtype 7 pointsize 1.8 linecolor rgb PAPER notitle, \
     DATA index "all" using 1:2 with points pointtype 6 pointsize 1.8 linewidth 2 linecolor rgb INK notitle
