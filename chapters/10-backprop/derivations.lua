-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  values = {
    digits_share = 'floor(digits_parameters*2080/(2080 + 2112)/100 + 0.5)*100',
    fewer_tested = '(test_accuracy_4 - test_accuracy_50)/100*tested',
    more_learned = '(accuracy_50 - accuracy_4)/100*learned',
    slope_seen = '(one_cost_nudged - one_cost)/0.001',
    squared_dZ2 = 'one_dZ2_1*one_A2_1*(1 - one_A2_1)',
    z2 = '-one_A1_1 + 2*one_A1_2 + 0.5',
    a2 = '1/(1 + exp(-one_Z2_1))',
    dz1 = '-one_dZ2_1*(1 - one_A1_1^2)',
    dz2 = '2*one_dZ2_1*(1 - one_A1_2^2)',
    mean_dW1 = '(two_dZ1_1*2 + two_dZ1_2)/2',
    mean_db2 = '(two_dZ2_1 + two_dZ2_2)/2',
    logistic_test = 'digits_logistic_test_accuracy',
    logistic_steps = 'digits_logistic_iterations',
    longer_test = 'digits_longer_test_accuracy',
    longer_steps = 'digits_longer_iterations',
    lines_test = 'three_lines_test_accuracy',
    lines_train = 'three_lines_accuracy',
    cost_change = 'one_cost_nudged - one_cost',
    chance_after = '100*exp(-one_cost_after)',
    digits_size = 'digits_parameters',
    changes = 'c09_network.class_changes',
  },
  claims = {
    initialisation = [[
      flow_tanh > 0.4 and flow_he > 0.5 and flow_relu < 0.1 and flow_small < 1e-9
    ]],
    loss = [[
      abs(one_cost + ln(one_A2_1)) < 1e-8
      abs(-one_A1_1 + 2*one_A1_2 + 0.5 - one_Z2_1) < 1e-8
    ]],
    ['unit-1'] = [[abs(one_dW1_1 - 2*one_dZ1_1) + abs(one_dW1_2 - one_dZ1_1) < 1e-8]],
    ['unit-2'] = [[abs(one_dW1_3 - 2*one_dZ1_2) + abs(one_dW1_4 - one_dZ1_2) < 1e-8]],
    width = [[abs((one_cost_nudged - one_cost)/0.001 - one_dW1_1) < 0.002]],
    same = [[two_dZ1_1 == one_dZ1_1 and two_dZ1_3 == one_dZ1_2 and two_dZ2_1 == one_dZ2_1]],
    mean = [[
      abs(two_db2_1 - (two_dZ2_1 + two_dZ2_2)/2) < 1e-8
      abs(two_dW1_1 - (two_dZ1_1*2 + two_dZ1_2*1)/2) < 1e-8
    ]],
    ['fewer-mistakes'] = [[
      cost_2 < cost_1 and accuracy_2 < accuracy_1
      accuracy_3 > accuracy_2 + 20
    ]],
    petals = [[
      c09_network.class_changes == 2*3
      two_units_most < 80
      min(three_lines_accuracy, three_lines_test_accuracy) > 90 and three_tilt < 10 and three_distance < 1/100
    ]],
    fifty = [[
      accuracy_50 >= max(accuracy_1, accuracy_2, accuracy_3, accuracy_4, accuracy_5, accuracy_20)
      test_accuracy_50 < test_accuracy_4 and test_cost_50 < test_cost_4
    ]],
    digits = [[
      digits_test_accuracy > digits_logistic_test_accuracy + 2
      digits_longer_test_accuracy > digits_logistic_test_accuracy + 6
    ]],
  },
  derivations = {
    dZ = [[
      m = 5; A1 = matrix(4, m, -1, 1); Y = matrix(2, m, 0, 1)
      W2 = matrix(2, 4, -1, 1); b2 = matrix(2, 1, -1, 1)
      forward = function()
        local Z = product(W2, A1)
        return grid(2, m, function(r, i) return Z[r][i] + b2[r][1] end)
      end
      Z2 = forward(); A2 = each(Z2, sigmoid)
      loss = function(Z, i)
        return sum(2, function(r)
          return -(Y[r][i] * ln(sigmoid(Z[r][i])) + (1 - Y[r][i]) * ln(1 - sigmoid(Z[r][i])))
        end)
      end
      J = function(Z) return sum(m, function(i) return loss(Z, i) end) / m end
      slopes = function(M, f)
        return grid(#M, #M[1], function(j, k)
          local old = M[j][k]
          return slope(function(x) M[j][k] = x; local v = f(j, k); M[j][k] = old; return v end, old)
        end)
      end
      dZ2 = grid(2, m, function(r, i) return A2[r][i] - Y[r][i] end)
      dW2 = each(product(dZ2, transpose(A1)), function(x) return x / m end)
      db2 = grid(2, 1, function(r) return sum(m, function(i) return dZ2[r][i] end) / m end)

      {slopes(Z2, function(r, i) return loss(Z2, i) end), slopes(W2, function() return J(forward()) end),
        slopes(b2, function() return J(forward()) end)}
        == {dZ2, dW2, db2}

      slopes(Z2, function() return J(Z2) end) == each(dZ2, function(x) return x / m end)
    ]],
    ['equation-1'] = [[
      z = uniform(-3, 3); y = uniform(0, 1); a = sigmoid(z)
      L = function(z) return -(y * ln(sigmoid(z)) + (1 - y) * ln(1 - sigmoid(z))) end

      slope(L, z) == (-y/a + (1 - y)/(1 - a)) * (exp(-z)/(1 + exp(-z))^2)

      (-y/a + (1 - y)/(1 - a)) * a * (1 - a)

      -y * (1 - a) + (1 - y) * a

      -y + y * a + a - y * a

      a - y
    ]],
    equations = [[
      n0 = 3; n1 = 4; n2 = 2; m = 5; X = matrix(n0, m, -1, 1); Y = matrix(n2, m, 0, 1)
      W1 = matrix(n1, n0, -1, 1); b1 = matrix(n1, 1, -1, 1)
      W2 = matrix(n2, n1, -1, 1); b2 = matrix(n2, 1, -1, 1)
      linear = function(W, A, b)
        local Z = product(W, A)
        return grid(#Z, m, function(j, i) return Z[j][i] + b[j][1] end)
      end
      Z1 = linear(W1, X, b1); A1 = each(Z1, tanh)
      Z2 = linear(W2, A1, b2); A2 = each(Z2, sigmoid)
      loss = function(Z, i)
        return sum(n2, function(r)
          return -(Y[r][i] * ln(sigmoid(Z[r][i])) + (1 - Y[r][i]) * ln(1 - sigmoid(Z[r][i])))
        end)
      end
      from_Z2 = function(i) return loss(Z2, i) end
      from_A1 = function(i) return loss(linear(W2, A1, b2), i) end
      from_Z1 = function(i) return loss(linear(W2, each(Z1, tanh), b2), i) end
      J = function()
        local Z = linear(W2, each(linear(W1, X, b1), tanh), b2)
        return sum(m, function(i) return loss(Z, i) end) / m
      end
      by = function(M, j, k, f)
        local old = M[j][k]
        return slope(function(x) M[j][k] = x; local v = f(k); M[j][k] = old; return v end, old)
      end
      slopes = function(M, f) return grid(#M, #M[1], function(j, k) return by(M, j, k, f) end) end
      mean = function(M) return each(M, function(x) return x / m end) end
      sums = function(M) return grid(#M, 1, function(j) return sum(m, function(i) return M[j][i] end) end) end
      times = function(A, B) return grid(#A, m, function(j, i) return A[j][i] * B[j][i] end) end
      tanh_slope = function(z) return 1 - tanh(z)^2 end
      dZ2 = grid(n2, m, function(r, i) return A2[r][i] - Y[r][i] end)
      dZ1 = times(product(transpose(W2), dZ2), each(Z1, tanh_slope))
      r = 1 + floor(uniform(0, n2)); j = 1 + floor(uniform(0, n1))
      k = 1 + floor(uniform(0, n0)); i = 1 + floor(uniform(0, m))

      slopes(Z2, from_Z2) == grid(n2, m, function(r, i) return A2[r][i] - Y[r][i] end)

      by(W2, r, j, function() return from_A1(i) end)
        == dZ2[r][i] * ((W2[r][j] + 1) * A1[j][i] - W2[r][j] * A1[j][i])

      dZ2[r][i] * A1[j][i]

      by(W2, r, j, J) == sum(m, function(i) return dZ2[r][i] * A1[j][i] end) / m

      sum(m, function(i) return dZ2[r][i] * transpose(A1)[i][j] end) / m

      slopes(W2, J) == mean(product(dZ2, transpose(A1)))

      slopes(b2, J) == mean(sums(dZ2))

      by(A1, j, i, from_A1)
        == sum(n2, function(r) return dZ2[r][i] * ((A1[j][i] + 1) * W2[r][j] - A1[j][i] * W2[r][j]) end)

      sum(n2, function(r) return dZ2[r][i] * W2[r][j] end)

      sum(n2, function(r) return transpose(W2)[j][r] * dZ2[r][i] end)

      slopes(A1, from_A1) == product(transpose(W2), dZ2)

      by(Z1, j, i, from_Z1) == product(transpose(W2), dZ2)[j][i] * tanh_slope(Z1[j][i])

      slopes(Z1, from_Z1) == times(product(transpose(W2), dZ2), each(Z1, tanh_slope))

      by(W1, j, k, J) == sum(m, function(i) return dZ1[j][i] * X[k][i] end) / m

      slopes(W1, J) == mean(product(dZ1, transpose(X)))

      slopes(b1, J) == mean(sums(dZ1))
    ]],
    ['cost-of-a-pass'] = [[
      L = 2 + floor(uniform(0, 6)); width = 1 + floor(uniform(0, 9)); n = {}
      for l = 0, L do n[l] = 1 + floor(uniform(0, 9)) end
      times = function(rows, inner, cols)
        local count = 0
        for _ = 1, rows do for _ = 1, cols do for _ = 1, inner do count = count + 1 end end end
        return count
      end
      forward = function(n) return sum(L, function(l) return times(n[l], n[l - 1], 1) end) end
      backward = function(n)
        return sum(L, function(l)
          return times(n[l], 1, n[l - 1]) + (l > 1 and times(n[l - 1], n[l], 1) or 0)
        end)
      end
      alike = {}; for l = 0, L do alike[l] = width end

      backward(n) == 2*forward(n) - n[1]*n[0]

      backward(alike) / forward(alike) == 2 - 1/L
    ]],
    softmax = [[
      z = vector(5, -2, 2); y = vector(5, 0, 1); whole = sum(5, function(k) return y[k] end)
      for k = 1, 5 do y[k] = y[k]/whole end
      S = sum(5, function(k) return exp(z[k]) end); a = {}; for k = 1, 5 do a[k] = exp(z[k])/S end; r = 2
      moved = function(t)
        local others = sum(5, function(k) return k == r and 0 or exp(z[k]) end)
        return ln(others + exp(t)) - sum(5, function(k) return y[k]*(k == r and t or z[k]) end)
      end

      sum(5, function(k) return a[k] end) == 1

      -sum(5, function(k) return y[k]*ln(a[k]) end) == moved(z[r])

      -sum(5, function(k) return y[k]*ln(a[k]) end) == ln(S) - sum(5, function(k) return y[k]*z[k] end)

      slope(moved, z[r]) == exp(z[r])/S - y[r]

      slope(moved, z[r]) == a[r] - y[r]
    ]],
    ['weak-push'] = [[
      a = uniform(0.05, 0.95)

      slope(function(t) return t*(1 - t)^2 end, a) == (1 - a)*(1 - 3*a)
    ]],
  },
}
