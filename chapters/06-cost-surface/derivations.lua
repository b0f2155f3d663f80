-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  claims = { published = [[
    abs(b_original - 15.0429) < 5e-5 and abs(w_original + 0.23216) < 5e-6
  ]] },
  derivations = {
    loss = [[
      a = uniform(0.01, 0.99)

      -(1*ln(a) + (1-1)*ln(1-a)) == -ln(a)

      -(0*ln(a) + (1-0)*ln(1-a)) == -ln(1-a)
    ]],
    cost = [[
      w = uniform(-2, 2); b = uniform(-2, 2); m = 5; X = vector(m, -2, 2); Y = {}
      for i = 1, m do Y[i] = floor(uniform(0, 2)) end
      a = {}
      for i = 1, m do a[i] = sigmoid(w*X[i] + b) end
      loss = function(i) if Y[i] > 0.5 then return -ln(a[i]) end return -ln(1 - a[i]) end

      sum(m, loss)/m == -sum(m, function(i) return Y[i]*ln(a[i]) + (1 - Y[i])*ln(1 - a[i]) end)/m
    ]],
    partials = [[
      w = uniform(-3, 3); b = uniform(-3, 3)
      f = function(w, b) return w^2 + 3*w*b end

      slope(function(v) return f(v, b) end, w) == 2*w + 3*b

      slope(function(v) return f(w, v) end, b) == 3*w
    ]],
    ['loss-slope'] = [[
      z = uniform(-4, 4); a = sigmoid(z)

      slope(function(v) return -ln(sigmoid(v)) end, z) == -(1/a) * (a*(1-a))
      -(1 - a)
      a - 1

      slope(function(v) return -ln(1 - sigmoid(v)) end, z) == -(1/(1-a)) * (-a*(1-a))
      (1/(1-a)) * (a*(1-a))
      a
    ]],
    gradient = [[
      w = uniform(-2, 2); b = uniform(-2, 2); x = uniform(-2, 2); y = floor(uniform(0, 2))
      loss = function(z, y) if y > 0.5 then return -ln(sigmoid(z)) end return -ln(1 - sigmoid(z)) end
      m = 5; X = vector(m, -2, 2); Y = {}
      for i = 1, m do Y[i] = floor(uniform(0, 2)) end
      J = function(w, b) return sum(m, function(i) return loss(w*X[i] + b, Y[i]) end)/m end

      slope(function(v) return loss(v*x + b, y) end, w) == (sigmoid(w*x + b) - y) * x

      slope(function(v) return loss(w*x + v, y) end, b) == (sigmoid(w*x + b) - y) * 1

      slope(function(v) return J(v, b) end, w)
        == sum(m, function(i) return X[i]*(sigmoid(w*X[i] + b) - Y[i]) end)/m

      slope(function(v) return J(w, v) end, b) == sum(m, function(i) return sigmoid(w*X[i] + b) - Y[i] end)/m
    ]],
    direction = [[
      w = uniform(-3, 3); b = uniform(-3, 3); t = uniform(0, 6.2)
      J = function(w, b) return w^2 + 3*w*b + 2*b^2 end
      p = 2*w + 3*b; q = 3*w + 4*b; c = cos(t); s = sin(t)

      slope(function(h) return J(w + h*c, b + h*s) end, 0) == p*cos(t) + q*sin(t)

      (p*c + q*s)^2 + (p*s - q*c)^2 == p^2*c^2 + 2*p*q*c*s + q^2*s^2 + p^2*s^2 - 2*p*q*s*c + q^2*c^2
      p^2*c^2 + q^2*s^2 + p^2*s^2 + q^2*c^2
      p^2*(c^2 + s^2) + q^2*(s^2 + c^2)
      p^2 + q^2
    ]],
    bend = [[
      z = uniform(-5, 5)

      -ln(1 - sigmoid(z)) == -ln(1 - 1/(1 + exp(-z)))
      -ln(exp(-z)/(1 + exp(-z)))
      -ln(1/(exp(z) + 1))
      ln(1 + exp(z))
    ]],
    determinant = [[
      z1 = uniform(-5, 5); z2 = uniform(-5, 5); u = exp(z1/2); v = exp(z2/2)
      k = function(z) return ln(1 + exp(z)) end

      (1 + u^2)*(1 + v^2) - (1 + u*v)^2 == 1 + u^2 + v^2 + u^2*v^2 - 1 - 2*u*v - u^2*v^2
      u^2 - 2*u*v + v^2
      (u - v)^2

      max(0, (1 + u*v)^2 - (1 + u^2)*(1 + v^2)) == 0

      max(0, 2*ln(1 + u*v) - ln(1 + u^2) - ln(1 + v^2)) == 0

      max(0, k((z1 + z2)/2) - (k(z1) + k(z2))/2) == 0
    ]],
    scaling = [[
      w = uniform(-3, 3); b = uniform(-3, 3); f = uniform(50, 85); mu = uniform(60, 75); s = uniform(2, 9)

      w*((f - mu)/s) + b == (w/s)*f - (w/s)*mu + b
      (w/s)*f + (b - (w/s)*mu)
    ]],
  },
}
