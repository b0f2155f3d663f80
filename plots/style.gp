# The one look of every figure. scripts/figures/draw.lua sets THEME, FORMAT, NARROW
# (1 for a page as narrow as a telephone), the terminal, and the words (w_title, w_x, …)
# before it loads this; a figure's own file loads nothing and computes nothing. gnuplot has
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
# 7 and 8 are no idea's: what stands beside, and what leads the eye.
set linetype 7 linecolor rgb INK linewidth 1.6 dashtype solid   pointtype 7 pointsize 0.6
set linetype 8 linecolor rgb SOFT linewidth 1.4 dashtype (6,5)  pointtype 7 pointsize 0.6

# One idea has one colour, in every figure and its live form: `linetype ONE`,
# `textcolor rgb COLOUR[ONE]`. Two ideas may share one where no figure has both.
# tests/book/ideas_spec.lua holds the figures to this table.
# [ideas]
VALUE = 1           # a function, a cost, what goes forward
SLOPE = 2           # a derivative, what goes backward
TANGENT = 3         # of a dual number: a slope that goes forward
INNER = 3           # a chain of functions, from its inside
MIDDLE = 6
OUTER = 4
ONE = 1             # examples with y = 1, what speaks for them, their probability
ZERO = 2            # examples with y = 0
DESCENT = 2         # the steps of a descent; plain, where there are others
MOMENTUM = 1
RMSPROP = 3
ADAM = 4
OTHER = 3           # another start, another constant
TRAIN = 3           # examples learned from
TEST = 4            # examples kept apart
VALIDATION = 1      # examples that choose
LOG_LOSS = 1
SQUARED = 2
SIGMOID = 1
TANH = 2
RELU = 3
LEAKY = 4
STABLE = 1          # a form that keeps its digits, and one that loses them
NAIVE = 2
FORWARD = 1         # numerical slopes
CENTRAL = 2
EXTRAPOLATED = 3
COMPLEX = 4
DOUBLE = 1
SINGLE = 2
BFLOAT16 = 3
CORRECT = 1         # a right gradient, and a wrong one
WRONG = 2
LEFT_ENDS = 2       # heights of a sum's pieces
MIDDLES = 3
COS = 2             # sides of triangles in a circle
SIN = 3
TAN = 4
STRIP_F = 2         # what a rectangle gains
STRIP_G = 3
CORNER = 6
ROW = 3             # of a matrix
COLUMN = 4
LAYER_0 = 3         # sizes: of the input, the hidden layer, the output; and how many examples
LAYER_1 = 1
LAYER_2 = 2
EXAMPLES = 4
CREEPING = 3        # learning rates
CHOSEN = 1
JUMPING = 4
DIVERGING = 2
IN_ORDER = 2        # orders of a sum
IN_LANES = 4
BY_TREE = 1
COMPUTE = 1         # where the time goes
HANDING = 2
# [/ideas]
# A matrix of the text, W1 in C, as its formulas write it.
MATRIX(s) = strstrt("12", s[strlen(s):]) > 0 ? s[1:strlen(s)-1]."^{[".s[strlen(s):]."]}" : s
EACH(k) = (k - 1) % 6 + 1 # one of several that are alike
array COLOUR[6] = [C1, C2, C3, C4, C5, C6]

set border 3 linecolor rgb SOFT linewidth 1.2
set tics nomirror out scale 0.6 textcolor rgb INK
set grid linecolor rgb FAINT linewidth 1 dashtype solid
set title textcolor rgb INK
set xlabel textcolor rgb INK
set ylabel textcolor rgb INK
set zlabel textcolor rgb INK
set cblabel textcolor rgb INK
set key textcolor rgb INK top left Left reverse noopaque samplen 3 spacing 1.2
if (NARROW) { set xlabel offset 0,0.5; set ylabel offset 1.5,0 }
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
    set palette defined (0 "#8c8c8c", 1 "#ffffff")
} else {
    set palette defined (0 "#08519c", 0.5 "#6baed6", 1 "#f2f8fd")
} }
# A plane under paths and lines: deepest where it is darkest, paper where it is high.
MAP = "defined (0 \"" . (THEME eq "dark" ? "#1f5a86" : THEME eq "print" ? "#c4c4c4" : "#9cc7e6") . \
      "\", 1 \"" . PAPER . "\")"
# Two classes, y = 0 and y = 1, and what lies between.
TWO = "defined (0 \"" . (THEME eq "dark" ? "#4f2a10" : THEME eq "print" ? "#ffffff" : "#f6c8a6") . \
      "\", 0.5 \"" . (THEME eq "dark" ? "#2a2f36" : THEME eq "print" ? "#e8e8e8" : "#f7f7f7") . \
      "\", 1 \"" . (THEME eq "dark" ? "#173c59" : THEME eq "print" ? "#bbbbbb" : "#a9cfe8") . "\")"
