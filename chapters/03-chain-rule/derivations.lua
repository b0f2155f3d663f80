-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    chain = [[
      x = uniform(-1, 1); h = uniform(-0.5, 0.5)
      g = function(t) return t^2 end
      f = tan; u = g(x); du = 2*x; df = 1/cos(u)^2; Du = g(x + h) - u; Dy = f(u + Du) - f(u)
      s = function(k) if k == 0 then return df end return (f(u + k) - f(u))/k end

      f(u + Du) - f(u) == s(Du)*Du
      f(u + 0) - f(u) == s(0)*0

      Dy/h == s(Du)*Du/h

      slope(function(t) return f(g(t)) end, x) == df*du
    ]],
    ['tan-square'] = [[
      x = uniform(-1.1, 1.1); u = x^2

      slope(function(t) return tan(t^2) end, x) == (1 + tan(u)^2)*(2*x)
      1/cos(u)^2*(2*x)
      1/cos(x^2)^2*(2*x)
      1/cos(x^2)^2*2*x
      2*x/cos(x^2)^2
    ]],
    gauss = [[
      x = uniform(-1.5, 1.5)

      slope(function(t) return exp(-t^2) end, x) == exp(-x^2)*(-2*x)
      exp(-x^2)*(-1)*(2*x)
      exp(-x^2)*(-1)*2*x
      -2*x*exp(-x^2)
    ]],
    ['any-power'] = [[
      x = uniform(0.3, 3); n = uniform(-3, 3)

      slope(function(t) return t^n end, x) == exp(n*ln(x))*(n/x)
      exp(n*ln(x))*n*(1/x)
      x^n*n/x
      n*x^(n - 1)
    ]],
    arctan = [[
      x = uniform(0.3, 1.8)

      slope(function(t) return atan(t^3)^2 end, x) == 2*atan(x^3)*(3*x^2/(1 + x^6))
      2*atan(x^3)*(1/(1 + (x^3)^2))*(3*x^2)
      2*atan(x^3)*(1/(1 + (x^3)^2))*3*x^2
      2*atan(x^3)*(1/(1 + x^6))*3*x^2
      6*x^2*atan(x^3)/(1 + x^6)
    ]],
    logcos = [[
      x = uniform(0.3, 8); s = sin(sqrt(x))

      slope(function(t) return ln(cos(sin(sqrt(t)))^2) end, x)
        == 1/cos(s)^2*(2*cos(s)*(-sin(s))*cos(sqrt(x))/(2*sqrt(x)))
      1/cos(s)^2*2*cos(s)*(-sin(s)*cos(sqrt(x))/(2*sqrt(x)))
      1/cos(s)^2*2*cos(s)*(-sin(s))*(cos(sqrt(x))/(2*sqrt(x)))
      1/cos(s)^2*2*cos(s)*(-sin(s))*cos(sqrt(x))*(1/2*x^(-1/2))
      1/cos(s)^2*2*cos(s)*(-sin(s))*cos(sqrt(x))*(1/(2*sqrt(x)))

      1/cos(s)*2*(-sin(s))*cos(sqrt(x))*(1/(2*sqrt(x)))
      -sin(s)/cos(s)*cos(sqrt(x))/sqrt(x)
      -tan(s)*cos(sqrt(x))/sqrt(x)
      -tan(sin(sqrt(x)))*cos(sqrt(x))/sqrt(x)
    ]],
  },
}
