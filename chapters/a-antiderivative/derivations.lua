-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    telescope = [[
      n = 5; w = vector(n, 0.1, 0.5); x = {uniform(-1, 0)}
      for i = 1, n do x[i + 1] = x[i] + w[i] end
      a = x[1]; b = x[n + 1]
      F = function(v) return -ln(abs(5 - 2*v))/2 end
      f = function(v) return 1/(5 - 2*v) end
      t = {}
      for i = 1, n do t[i] = (5 - w[i]/(F(x[i + 1]) - F(x[i])))/2 end

      F(b) - F(a) == sum(n, function(i) return F(x[i + 1]) - F(x[i]) end)
      sum(n, function(i) return 1/(5 - 2*t[i])*w[i] end)
      sum(n, function(i) return t[i] > x[i] and t[i] < x[i + 1] and f(t[i])*w[i] or 1/0 end)
    ]],
    bucket = [[
      F = function(x) return -ln(abs(5 - 2*x))/2 end

      F(2) - F(0)
      -ln(1)/2 - (-ln(5)/2)
      ln(5)/2
    ]],
    substitution = [[
      p = uniform(-2, 0); x = uniform(0, 2); U = function(t) return 3*t + 1 end
      integral = function(h, a, b)
        local n, total = 2000, 0
        local width = (b - a)/n
        for i = 0, n do total = total + (i % n == 0 and 1 or i % 2 == 1 and 4 or 2)*h(a + i*width) end
        return total*width/3
      end

      integral(function(t) return sin(3*t + 1) end, p, x)
        == 1/3*integral(function(t) return sin(3*t + 1)*3 end, p, x)
      1/3*integral(sin, U(p), U(x))
      -1/3*cos(U(x)) - (-1/3*cos(U(p)))
      -1/3*cos(3*x + 1) - (-1/3*cos(3*p + 1))

      slope(function(t) return -1/3*cos(3*t + 1) end, x) == -1/3*(-sin(3*x + 1))*3
      sin(3*x + 1)
    ]],
    logarithm = [[
      left = uniform(0, 1) < 0.5; z = -uniform(0.3, 3)
      p = left and uniform(-2, 2) or uniform(3, 6)
      x = left and uniform(-2, 2) or uniform(3, 6)
      U = function(t) return 5 - 2*t end
      integral = function(h, a, b)
        local n, total = 2000, 0
        local width = (b - a)/n
        for i = 0, n do total = total + (i % n == 0 and 1 or i % 2 == 1 and 4 or 2)*h(a + i*width) end
        return total*width/3
      end

      slope(function(t) return ln(-t) end, z) == 1/(-z)*(-1)
      1/z

      integral(function(t) return 1/(5 - 2*t) end, p, x)
        == -1/2*integral(function(t) return 1/(5 - 2*t)*(-2) end, p, x)
      -1/2*integral(function(v) return 1/v end, U(p), U(x))
      -1/2*ln(abs(U(x))) - (-1/2*ln(abs(U(p))))
      -1/2*ln(abs(5 - 2*x)) - (-1/2*ln(abs(5 - 2*p)))

      slope(function(t) return -1/2*ln(abs(5 - 2*t)) end, x) == -1/2*(1/(5 - 2*x))*(-2)
      1/(5 - 2*x)
    ]],
  },
}
