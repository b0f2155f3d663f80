# size 760x460
# 32 pictures of 8 by 8 pixels, eight in a row.
stats DATA nooutput
unset border
unset tics
unset grid
unset key
set size ratio -1
set xrange [-1:71]
set yrange [-35.5:0.5]
set cbrange [-1:1]
if (THEME eq "print") { set palette defined (-1 "#ffffff", 0 "#b0b0b0", 1 "#000000") } \
else { set palette defined (-1 C2, 0 PAPER, 1 C1) }
set colorbox horizontal user origin 0.25,0.1 size 0.5,0.035
set cbtics (w_less -1, "0" 0, w_more 1) scale 0.4
set lmargin 1; set rmargin 1; set tmargin 1; set bmargin 5
do for [u=0:STATS_blocks-1] {
    set object u+1 rectangle from 9*(u%8)-0.5,-9*(u/8)-7.5 to 9*(u%8)+7.5,-9*(u/8)+0.5 front \
        fillstyle empty border linecolor rgb SOFT
}
plot for [u=0:STATS_blocks-1] DATA index u using (9*(u%8) + $1):(-9*(u/8) - $2):3 with image pixels
