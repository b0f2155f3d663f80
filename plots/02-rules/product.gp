# sketch f g growth_f growth_g old top side
# size 720x440
# narrow 390x330
stats DATA using 1 nooutput name "f"
stats DATA using 2 nooutput name "g"
stats DATA using 3 nooutput name "Df"
stats DATA using 4 nooutput name "Dg"
F = f_min; G = g_min; DF = Df_min; DG = Dg_min
set xrange [(NARROW ? -0.85 : -0.62):G+DG+0.12]
set yrange [-0.28:F+DF+0.12]
unset border
unset tics
unset grid
unset key
# g to the right, f upwards: the old rectangle, a strip on each side, the corner.
set object 1 rectangle from 0,0 to G,F fillcolor rgb COLOUR[VALUE] fillstyle transparent solid 0.15 border rgb INK
set object 2 rectangle from 0,F to G,F+DF fillcolor rgb COLOUR[STRIP_F] fillstyle transparent solid 0.35 border rgb INK
set object 3 rectangle from G,0 to G+DG,F fillcolor rgb COLOUR[STRIP_G] fillstyle transparent solid 0.35 border rgb INK
set object 4 rectangle from G,F to G+DG,F+DF fillcolor rgb COLOUR[CORNER] fillstyle transparent solid 0.5 border rgb INK
set label sprintf(w_old, F*G) at G/2,F/2 center textcolor rgb INK
set label sprintf(w_top, DF*G) at G/2,F+DF/2 center textcolor rgb INK
set label sprintf(w_side, F*DG) at G+DG/2,F/2 center textcolor rgb INK
set label sprintf(w_corner, DF*DG) at G+DG/2,F+DF/2 center textcolor rgb INK
set label sprintf(w_g, G) at G/2,-0.1 center textcolor rgb INK
set label sprintf(w_growth_g, DG) at G+DG/2,-0.1 center textcolor rgb INK
set label sprintf(w_f, F) at -0.08,F/2 right textcolor rgb INK
set label sprintf(w_growth_f, DF) at -0.08,F+DF/2 right textcolor rgb INK
plot NaN
