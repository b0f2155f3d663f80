-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  values = {
    tanh_slope_hundredth = 'tanh_slope_at_scale_hundredth',
    tanh_slope_tenth = 'tanh_slope_at_scale_tenth',
    tanh_slope_one = 'tanh_slope_at_scale_one',
    tanh_slope_ten = 'tanh_slope_at_scale_ten',
    z1_hundredth = 'z1_size_at_scale_hundredth',
    z1_tenth = 'z1_size_at_scale_tenth',
    z1_one = 'z1_size_at_scale_one',
    z1_ten = 'z1_size_at_scale_ten',
    steps_from_zeros = 'iterations_equal_from_zeros',
    steps_from_equal = 'iterations_equal_from_equal',
  },
  claims = {
    z = [[abs(neuron_w1*neuron_x1 + neuron_w2*neuron_x2 + neuron_b - neuron_z) < 1e-8]],
    apart = [[
      closest_units_after > 100*closest_units_at_start
      cost_from_random < cost_from_equal/2
    ]],
    spent = [[
      cost_in_the_middle > cost_from_random
      highest_of_starts > lowest_of_starts + 1/200
    ]],
    saturated = [[
      tanh_slope_at_scale_ten < 1/50
      tanh_slope_at_scale_hundredth > 0.99
    ]],
  },
  derivations = {
    layer = [[
      n = 3; W = matrix(4, n, -2, 2); X = matrix(n, 5, -2, 2); b = vector(4, -1, 1)
      j = 1 + floor(uniform(0, 4)); i = 1 + floor(uniform(0, 5))

      W[j][1]*X[1][i] + W[j][2]*X[2][i] + W[j][3]*X[3][i] + b[j]
        == sum(n, function(k) return W[j][k] * X[k][i] end) + b[j]

      product(W, X)[j][i] + b[j]
    ]],
    collapse = [[
      x = matrix(3, 1, -2, 2)
      W1 = matrix(4, 3, -1, 1); b1 = matrix(4, 1, -1, 1)
      W2 = matrix(2, 4, -1, 1); b2 = matrix(2, 1, -1, 1)
      plus = function(A, B) return grid(#A, #A[1], function(r, c) return A[r][c] + B[r][c] end) end
      W = product(W2, W1); b = plus(product(W2, b1), b2)
      a1 = plus(product(W1, x), b1)

      plus(product(W2, a1), b2) == plus(product(W2, plus(product(W1, x), b1)), b2)

      plus(plus(product(W2, product(W1, x)), product(W2, b1)), b2)

      plus(product(product(W2, W1), x), plus(product(W2, b1), b2))

      plus(product(W, x), b)
    ]],
    symmetry = [[
      x = vector(5, -2, 2); y = vector(5, 0, 1); h = uniform(0.1, 1)
      p = uniform(-2, 2); q = uniform(-2, 2); c = uniform(-1, 1)
      w = uniform(-2, 2); b = uniform(-1, 1)
      v = uniform(-2, 2)
      unit = { function(p, i)
        return w * tanh(p * x[i] + c)
      end, function(p, i) return w * tanh(v * x[i] + p) end,
        function(p, i) return p * tanh(v * x[i] + c) end }
      by = { function(p, i) return w * (1 - tanh(p * x[i] + c)^2) * x[i] end,
        function(p, i) return w * (1 - tanh(v * x[i] + p)^2) end
        , function(_, i) return tanh(v * x[i] + c) end }
      answer = function(k, p, q, i) return sigmoid(unit[k] (p, i) + unit[k] (q, i) + b) end
      loss = function(a, y) return -(y * ln(a) + (1 - y) * ln(1 - a)) end
      J = function(k, p, q) return sum(5, function(i) return loss(answer(k, p, q, i), y[i]) end) / 5 end
      D = function(k) return sum(5, function(i) return (answer(k, p, p, i) - y[i]) * by[k] (p, i) end) / 5 end
      all = function(f) return { f(1), f(2), f(3) } end

      all(function(k) return J(k, p, q) end) == all(function(k) return J(k, q, p) end)

      all(function(k) return (J(k, p + h, q) - J(k, p, q))/h end)
        == all(function(k) return (J(k, q, p + h) - J(k, q, p))/h end)

      {all(function(k) return slope(function(t) return J(k, t, p) end, p) end),
        all(function(k) return slope(function(t) return J(k, p, t) end, p) end)}
        == {all(D), all(D)}
    ]],
  },
}
