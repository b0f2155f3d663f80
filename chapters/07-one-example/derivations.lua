-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    graph = [[
      a = uniform(-5, 5); b = uniform(-5, 5); c = uniform(-5, 5); u = b*c; v = a + u

      slope(function(t) return 3*t end, v) == 3

      slope(function(t) return 3*(a + t) end, u) == 3*1

      slope(function(t) return 3*(t + u) end, a) == 3*1

      slope(function(t) return 3*(a + t*c) end, b) == 3*c

      slope(function(t) return 3*(a + b*t) end, c) == 3*b
    ]],
    twice = [[
      x = uniform(-3, 3); h = uniform(-1, 1)

      (x + h)*(x + h) == x*x + h*x + x*h + h*h

      slope(function(t) return t*t end, x) == x + x
    ]],
    ['sum-of-paths'] = [[
      x = uniform(-2, 2); h = uniform(0.1, 1)
      up = function(t) return t^2 end; vp = sigmoid; u = up(x); v = vp(x); du = 2*x; dv = v*(1 - v)
      Du = up(x + h) - u; Dv = vp(x + h) - v
      f = function(u, v) return u^2*v end; k = uniform(-1, 1); l = uniform(-1, 1)
      s = function(k, l) return (2*u + k)*(v + l) end; t = function() return u^2 end
      jump = function(u, v) if u == 0 and v == 0 then return 0 end return u^2*v/(u^2 + v^2) end

      (u + Du)*(v + Dv) - u*v == (v + Dv)*Du + u*Dv

      slope(function(t) return up(t)*vp(t) end, x) == v*du + u*dv

      f(u + k, v + l) - f(u, v) == s(k, l)*k + t(k, l)*l

      slope(function(t) return f(up(t), vp(t)) end, x) == 2*u*v*du + u^2*dv

      {jump(u, 0), jump(0, v), jump(x, x), slope(function(t) return jump(t, t) end, 0)} == {0, 0, x/2, 1/2}
    ]],
    da = [[
      y = uniform(0, 1); a = uniform(0.2, 0.8)

      slope(function(t) return -(y*ln(t) + (1 - y)*ln(1 - t)) end, a) == -(y/a + (1 - y)*(-1)/(1 - a))

      -(y*(1/a) + (1 - y)*(-1/(1 - a)))

      -(y*(1/a) + (1 - y)*(1/(1 - a))*(-1))

      -y/a + (1 - y)/(1 - a)
    ]],
    dz = [[
      y = uniform(0, 1); z = uniform(-3, 3); a = sigmoid(z); da = -y/a + (1 - y)/(1 - a)

      slope(function(t) return -(y*ln(sigmoid(t)) + (1 - y)*ln(1 - sigmoid(t))) end, z) == da * (a*(1 - a))

      (-y/a + (1 - y)/(1 - a)) * a*(1 - a)

      -(y/a)*a*(1 - a) + (1 - y)/(1 - a)*a*(1 - a)

      -y*(1 - a) + (1 - y)*a

      -y + y*a + a - y*a

      a - y
    ]],
    parameters = [[
      x1 = uniform(-2, 2); x2 = uniform(-2, 2); w1 = uniform(-1, 1); w2 = uniform(-1, 1); b = uniform(-1, 1)
      y = uniform(0, 1)
      L = function(p, q, r) local s = sigmoid(p*x1 + q*x2 + r); return -(y*ln(s) + (1 - y)*ln(1 - s)) end
      dz = sigmoid(w1*x1 + w2*x2 + b) - y

      slope(function(t) return L(t, w2, b) end, w1) == dz * x1

      slope(function(t) return L(w1, t, b) end, w2) == dz * x2

      slope(function(t) return L(w1, w2, t) end, b) == dz * 1
    ]],
    step = [[
      x1 = uniform(-2, 2); x2 = uniform(-2, 2); w1 = uniform(-1, 1); w2 = uniform(-1, 1); b = uniform(-1, 1)
      alpha = uniform(0, 2); z = w1*x1 + w2*x2 + b; dz = sigmoid(z) - uniform(0, 1)

      (w1 - alpha*x1*dz)*x1 + (w2 - alpha*x2*dz)*x2 + (b - alpha*dz) - z
        == -alpha*x1*dz*x1 - alpha*x2*dz*x2 - alpha*dz
      -alpha*(1 + x1^2 + x2^2)*dz

      dz*(-alpha*(1 + x1^2 + x2^2)*dz) + (alpha*(1 + x1^2 + x2^2)*dz)^2/8
        == -alpha*(1 + x1^2 + x2^2)*dz^2*(1 - alpha*(1 + x1^2 + x2^2)/8)
    ]],
  },
}
