# The one look of every figure. scripts/figures/draw.lua sets THEME, FORMAT,
# WIDTH and HEIGHT, the terminal, and the words (w_title, w_x, …) before it
# loads this; a figure's own file loads nothing and computes nothing. gnuplot has
# no default colour for labels: each `set label` names its own (textcolor rgb INK).
#
# Colours are Okabe and Ito's, safe for colour-blind readers; every line type
# also has a dash of its own, so that print without colour stays readable.

if (THEME eq "dark") {
    PAPER = "#15181c"; INK = "#e6e6e6"; FAINT = "#454b54"; SOFT = "#9aa3ad"
    C1 = "#56b4e9"; C2 = "#ff8a3d"; C3 = "#2fc79a"; C4 = "#e39ac3"; C5 = "#f0e442"; C6 = "#9ad0f5"
} else { if (THEME eq "print") {
    PAPER = "#ffffff"; INK = "#000000"; FAINT = "#cccccc"; SOFT = "#555555"
    C1 = "#000000"; C2 = "#555555"; C3 = "#000000"; C4 = "#888888"; C5 = "#333333"; C6 = "#aaaaaa"
} else {
    PAPER = "#ffffff"; INK = "#222222"; FAINT = "#dddddd"; SOFT = "#666666"
    C1 = "#0072b2"; C2 = "#d55e00"; C3 = "#009e73"; C4 = "#b0568a"; C5 = "#a07800"; C6 = "#56b4e9"
} }

set linetype 1 linecolor rgb C1 linewidth 2.4 dashtype solid    pointtype 7 pointsize 0.7
set linetype 2 linecolor rgb C2 linewidth 2.4 dashtype (12,5)   pointtype 5 pointsize 0.7
set linetype 3 linecolor rgb C3 linewidth 2.4 dashtype (3,4)    pointtype 9 pointsize 0.8
set linetype 4 linecolor rgb C4 linewidth 2.4 dashtype (12,4,3,4) pointtype 13 pointsize 0.8
set linetype 5 linecolor rgb C5 linewidth 2.4 dashtype (20,6)   pointtype 11 pointsize 0.8
set linetype 6 linecolor rgb C6 linewidth 2.4 dashtype (2,3)    pointtype 6 pointsize 0.8
set linetype 7 linecolor rgb INK linewidth 1.6 dashtype solid   pointtype 7 pointsize 0.6
set linetype 8 linecolor rgb SOFT linewidth 1.4 dashtype (6,5)  pointtype 7 pointsize 0.6
# 9: an area under a curve.
set linetype 9 linecolor rgb C1 linewidth 1.2 dashtype solid

set border 3 linecolor rgb SOFT linewidth 1.2
set tics nomirror out scale 0.6 textcolor rgb INK
set grid linecolor rgb FAINT linewidth 1 dashtype solid
set title textcolor rgb INK
set xlabel textcolor rgb INK
set ylabel textcolor rgb INK
set zlabel textcolor rgb INK
set cblabel textcolor rgb INK
set key textcolor rgb INK top left Left reverse noopaque samplen 3 spacing 1.2
set minussign
# In characters a grid is noise, and points are letters. A figure that reads well so
# says «# sketch», and which of its words stay: make chapter-NN shows it.
DOT = 7
if (FORMAT eq "dumb") {
    DOT = "o"
    unset grid
    set key noreverse
    do for [i=1:9] { set linetype i pointtype "o" }
}
set samples 200

# Surfaces and maps, from low to high: one hue, so that grey keeps the order.
if (THEME eq "dark") {
    set palette defined (0 "#0b2239", 0.5 "#2f7fb8", 1 "#d6ecff")
} else { if (THEME eq "print") {
    set palette defined (0 "#404040", 1 "#ffffff")
} else {
    set palette defined (0 "#08519c", 0.5 "#6baed6", 1 "#f2f8fd")
} }
# Two classes, y = 0 and y = 1, and what lies between.
TWO = "defined (0 \"" . (THEME eq "dark" ? "#7a3d12" : THEME eq "print" ? "#ffffff" : "#f6c8a6") . \
      "\", 0.5 \"" . (THEME eq "dark" ? "#2a2f36" : THEME eq "print" ? "#e8e8e8" : "#f7f7f7") . \
      "\", 1 \"" . (THEME eq "dark" ? "#1c4d74" : THEME eq "print" ? "#bbbbbb" : "#a9cfe8") . "\")"
