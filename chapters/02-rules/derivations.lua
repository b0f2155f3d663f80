-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    sums = [[
      x = uniform(-2, 2); h = uniform(0.01, 1); C = uniform(-3, 3)
      f = function(t) return t^3 - t end
      g = exp; Df = f(x + h) - f(x); Dg = g(x + h) - g(x); df = 3*x^2 - 1; dg = exp(x)

      (f(x + h) + g(x + h)) - (f(x) + g(x)) == (f(x) + Df + g(x) + Dg) - (f(x) + g(x))
      Df + Dg

      (f(x + h) + g(x + h) - f(x) - g(x))/h == Df/h + Dg/h
      slope(function(t) return f(t) + g(t) end, x) == df + dg

      C*f(x + h) - C*f(x) == C*Df
      slope(function(t) return C*f(t) end, x) == C*df
    ]],
    product = [[
      x = uniform(-2, 2); h = uniform(0.01, 1)
      f = function(t) return t^3 - t end
      g = exp; Df = f(x + h) - f(x); Dg = g(x + h) - g(x); df = 3*x^2 - 1; dg = exp(x)

      f(x + h)*g(x + h) - f(x)*g(x) == (f(x) + Df)*(g(x) + Dg) - f(x)*g(x)
      Df*g(x) + f(x)*Dg + Df*Dg

      (f(x + h)*g(x + h) - f(x)*g(x))/h == Df/h*g(x) + f(x)*Dg/h + Df/h*Dg

      slope(function(t) return f(t)*g(t) end, x) == df*g(x) + f(x)*dg + df*0
      df*g(x) + f(x)*dg
    ]],
    quotient = [[
      x = uniform(-2, 2); h = uniform(0.01, 1)
      f = function(t) return t^3 - t end
      g = exp; Df = f(x + h) - f(x); Dg = g(x + h) - g(x); df = 3*x^2 - 1; dg = exp(x); G = g(x)

      1/g(x + h) - 1/g(x) == 1/(G + Dg) - 1/G
      (G - (G + Dg))/((G + Dg)*G)
      -Dg/((G + Dg)*G)

      (1/g(x + h) - 1/g(x))/h == -(Dg/h)/((G + Dg)*G)
      slope(function(t) return 1/g(t) end, x) == -dg/G^2

      slope(function(t) return f(t)/g(t) end, x) == df*(1/G) + f(x)*(-dg/G^2)
      df/G - f(x)*dg/G^2
      (df*G - f(x)*dg)/G^2
    ]],
    ['natural-power'] = [[
      x = uniform(0.5, 2); n = floor(uniform(1, 6))

      slope(function(t) return t^(n + 1) end, x) == 1*x^n + x*n*x^(n - 1)
      x^n + n*x^n
      (n + 1)*x^n

      slope(function(t) return 1/t^n end, x) == (0*x^n - 1*n*x^(n - 1))/(x^n)^2
      -n*x^(n - 1 - 2*n)
      -n*x^(-n - 1)
    ]],
    root = [[
      x = uniform(0.5, 3); h = uniform(0.01, 1)

      (sqrt(x + h) - sqrt(x))/h
        == ((sqrt(x + h) - sqrt(x))*(sqrt(x + h) + sqrt(x)))/(h*(sqrt(x + h) + sqrt(x)))
      (x + h - x)/(h*(sqrt(x + h) + sqrt(x)))
      1/(sqrt(x + h) + sqrt(x))

      slope(sqrt, x) == 1/(2*sqrt(x))
    ]],
    growth = [[
      n = floor(uniform(2, 40)); t = uniform(-1, 2)
      lower = function(k) return (1 + 1/k)^k end
      upper = function(k) return (1 + 1/k)^(k + 1) end
      no_less = function(a, b) return max(a, b) == a and a or 0/0 end

      lower(n)/lower(n - 1) == ((n + 1)*(n - 1)/n^2)^n*n/(n - 1)
      (1 - 1/n^2)^n*n/(n - 1)
      no_less(lower(n)/lower(n - 1), (1 - 1/n)*n/(n - 1)) == lower(n)/lower(n - 1)
      (1 - 1/n)*n/(n - 1) == 1

      upper(n - 1)/upper(n) == (n^2/((n - 1)*(n + 1)))^n*n/(n + 1)
      (1 + 1/(n^2 - 1))^n*n/(n + 1)
      no_less(upper(n - 1)/upper(n), (1 + n/(n^2 - 1))*n/(n + 1)) == upper(n - 1)/upper(n)
      no_less((1 + n/(n^2 - 1))*n/(n + 1), (1 + 1/n)*n/(n + 1)) + (1 + 1/n)*n/(n + 1)
        == (1 + n/(n^2 - 1))*n/(n + 1) + 1

      no_less(exp(1/n), 1 + 1/n) + no_less(1 + 1/(n - 1), exp(1/n)) == exp(1/n) + 1 + 1/(n - 1)
      no_less((exp(1/n) - 1)/(1/n), 1) + no_less(n/(n - 1), (exp(1/n) - 1)/(1/n))
        == (exp(1/n) - 1)/(1/n) + n/(n - 1)
    ]],
    exponential = [[
      x = uniform(-2, 2); h = uniform(0.01, 1); a = uniform(0.2, 4); k = h*ln(a)

      (exp(x + h) - exp(x))/h == exp(x)*(exp(h) - 1)/h

      slope(exp, x) == exp(x)*1

      (a^(x + h) - a^x)/h == a^x*(a^h - 1)/h
      a^x*(exp(k) - 1)/k*ln(a)

      slope(function(t) return a^t end, x) == a^x*1*ln(a)
    ]],
    turn = [[
      x = uniform(-3, 3); h = uniform(-3, 3)

      cos(x + h) == cos(x)*cos(h) + sin(x)*(-sin(h))
      sin(x + h) == cos(x)*sin(h) + sin(x)*cos(h)
    ]],
    squeeze = [[
      h = uniform(0.01, 1.5)
      no_less = function(a, b) return max(a, b) == a and a or 0/0 end

      no_less(h, sin(h)) + no_less(tan(h), h) == h + tan(h)
      no_less(sin(h)/h, cos(h)) + no_less(1, sin(h)/h) == sin(h)/h + 1
    ]],
    sine = [[
      x = uniform(-3, 3); h = uniform(0.01, 1)

      (cos(h) - 1)/h == (cos(h)^2 - 1)/(h*(cos(h) + 1))
      -(sin(h)/h)*(sin(h)/(cos(h) + 1))

      (sin(x + h) - sin(x))/h == sin(x)*(cos(h) - 1)/h + cos(x)*sin(h)/h
      (cos(x + h) - cos(x))/h == cos(x)*(cos(h) - 1)/h - sin(x)*sin(h)/h

      slope(sin, x) == sin(x)*0 + cos(x)*1
      slope(cos, x) == cos(x)*0 - sin(x)*1
    ]],
    tangent = [[
      x = uniform(-1.2, 1.2)

      slope(tan, x) == (cos(x)*cos(x) - sin(x)*(-sin(x)))/cos(x)^2
      (cos(x)^2 + sin(x)^2)/cos(x)^2
      1/cos(x)^2
    ]],
    inverses = [[
      x = uniform(0.2, 3); y = ln(x); s = uniform(-0.9, 0.9); a = uniform(1.5, 4)
      asin = function(t) return atan(t/sqrt(1 - t^2)) end
      t = atan(x); v = asin(s)

      slope(ln, x) == 1/exp(y)
      1/x
      slope(function(u) return ln(u)/ln(a) end, x) == 1/ln(a)*(1/x)

      slope(atan, x) == 1/(1/cos(t)^2)
      1/(1 + tan(t)^2)
      1/(1 + x^2)

      slope(asin, s) == 1/cos(v)
      1/sqrt(1 - sin(v)^2)
      1/sqrt(1 - s^2)
    ]],
    hyperbolic = [[
      x = uniform(-2, 2)
      sinh = function(t) return (exp(t) - exp(-t))/2 end
      cosh = function(t) return (exp(t) + exp(-t))/2 end

      slope(sinh, x) == (exp(x) - (-exp(-x)))/2
      slope(cosh, x) == (exp(x) + (-exp(-x)))/2

      slope(tanh, x) == (cosh(x)*cosh(x) - sinh(x)*sinh(x))/cosh(x)^2
      1/cosh(x)^2
    ]],
    learner = [[
      y = matrix(1, 5, 0, 1); c = uniform(-1, 2)

      slope(function(c) return sum(5, function(i) return (c - y[1][i])^2 end)/5 end, c)
        == sum(5, function(i) return 2*(c - y[1][i]) end)/5
    ]],
  },
}
