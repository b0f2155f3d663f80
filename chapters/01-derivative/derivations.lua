-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  claims = {
    best = [[
      best_h_forward < best_h_central and best_h_central < best_h_extrapolated
      abs(ln(best_h_forward)/ln(2) - best_log2_h_measured_forward) <= 2
      abs(ln(best_h_central)/ln(2) - best_log2_h_measured_central) <= 2
      abs(ln(best_h_extrapolated)/ln(2) - best_log2_h_measured_extrapolated) <= 2
    ]],
  },
  derivations = {
    square = [[
      x = uniform(-3, 3); h = uniform(0.1, 1)

      ((x+h)^2 - x^2)/h

      (x^2 + 2*x*h + h^2 - x^2)/h

      (2*x*h + h^2)/h

      2*x + h

      slope(function(x) return x^2 end, x) == 2*x
    ]],
    cube = [[
      x = uniform(-3, 3); h = uniform(0.1, 1)
      D = function(h) return ((x+h)^3 - (x-h)^3)/(2*h) end

      ((x+h)^3 - x^3)/h == (3*x^2*h + 3*x*h^2 + h^3)/h
      3*x^2 + 3*x*h + h^2

      D(h) == (6*x^2*h + 2*h^3)/(2*h)
      3*x^2 + h^2

      (4*D(h/2) - D(h))/3 == (4*(3*x^2 + h^2/4) - (3*x^2 + h^2))/3
      (12*x^2 + h^2 - 3*x^2 - h^2)/3
      3*x^2
    ]],
    ['best-step'] = [[
      c = uniform(0.1, 2); r = uniform(0.1, 2); p = floor(uniform(1, 5)); h = uniform(0.5, 1.5)
      best = (r/(p*c))^(1/(p+1))

      slope(function(h) return c*h^p + r/h end, h) == p*c*h^(p-1) - r/h^2

      p*c*best^(p+1) - r == 0
      best^(p+1) == r/(p*c)
      best == (r/(p*c))^(1/(p+1))
    ]],
    ['shrinking-error'] = [[
      eta = uniform(0.01, 1); f2 = uniform(0.1, 2); f3 = uniform(0.1, 2); f5 = uniform(0.1, 2)

      ((2*eta)/(1*f2/2))^(1/2) == 2*sqrt(eta/f2)
      (eta/(2*f3/6))^(1/3) == (3*eta/f3)^(1/3)
      ((3*eta)/(4*f5/480))^(1/5) == (360*eta/f5)^(1/5)
    ]],
  },
}
