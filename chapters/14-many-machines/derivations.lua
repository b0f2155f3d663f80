-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  derivations = {
    parts = [[
      x = matrix(1, 6, -2, 2); b = uniform(-1, 1); w = uniform(-1, 1)
      y = grid(1, 6, function(r, i) return i % 2 end)
      z = function(i, w) return w*x[1][i] + b end
      L = function(i, w) return ln(1 + exp(z(i, w))) - y[1][i]*z(i, w) end
      term = function(i) return (1/(1 + exp(-z(i, w))) - y[1][i])*x[1][i] end
      J = function(w) return 1/6*sum(6, function(i) return L(i, w) end) end

      J(w) == 1/6*sum(6, function(i) return L(i, w) end)
      J(w) == 1/6*(sum(2, function(i) return L(i, w) end) + sum(4, function(i) return L(i + 2, w) end))

      slope(J, w) == 1/6*sum(6, function(i) return term(i) end)
      slope(J, w) == 1/6*(sum(2, function(i) return term(i) end) + sum(4, function(i) return term(i + 2) end))
    ]],
  },
}
