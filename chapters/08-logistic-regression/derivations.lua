-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  values = {
    odds_least = '100*(1 - exp(oring_slope + 2*oring_slope_error))',
    odds_most = '100*(1 - exp(oring_slope - 2*oring_slope_error))',
    most_66 = '1/(1 + exp(-2*oring_z_66_error - oring_z_66))',
    least_31 = '1/(1 + exp(2*oring_z_31_error - oring_z_31))',
    least_66 = '1/(1 + exp(2*oring_z_66_error - oring_z_66))',
    patients = 'train_size + test_size',
    validation_size = 'train_size - learn_size',
    covered = '100*refits_within/(refits - refits_without)',
    b_from = 'oring_intercept - 2*oring_intercept_error',
    b_to = 'oring_intercept + 2*oring_intercept_error',
    w_from = 'oring_slope - 2*oring_slope_error',
    w_to = 'oring_slope + 2*oring_slope_error',
    z31_from = 'oring_z_31 - 2*oring_z_31_error',
    z31_to = 'oring_z_31 + 2*oring_z_31_error',
    z66_from = 'oring_z_66 - 2*oring_z_66_error',
    z66_to = 'oring_z_66 + 2*oring_z_66_error',
    half_rise = '100*(shuffles_half_rise - 1)',
    benign = 'shuffles*test_size - shuffles_positive',
    summed_rate = 'oring_alpha*c06_cost_surface.flights',
    first_sum = '2*three_dz1 + three_dz2 - three_dz3',
    rise = '100*(test_cost/best_test_cost - 1)',
    majority = '100*(1 - test_malignant/test_size)',
    two_wrong = 'two_features_mistakes',
    two_test_wrong = 'two_features_test_mistakes',
  },
  claims = {
    rarer = [[
      abs(oring_first_db - (16/2 - 7/2)/23) < 1e-9
      oring_first_dw > 0
      c06_cost_surface.flights - oring_distress == 16
    ]],
    outvoted = [[
      abs((2*three_dz1 + three_dz2 - three_dz3)/3 - three_dw1) < 1e-8
      c07_one_example.dw1 < 0 and three_dw1 > 0
      abs(three_dz1 - c07_one_example.dz) < 1e-9
    ]],
    maximum = [[
      abs(oring_intercept - 15.0429) < 5e-4
      abs(oring_slope + 0.23216) < 5e-6
    ]],
    cold = [[
      abs(1 - oring_odds_per_degree - 0.2) < 0.01
      oring_chance_31 > 0.999 and oring_chance_31 < 0.9999
    ]],
    sure = [[
      oring_slope + 2*oring_slope_error < 0
      oring_intercept_error/oring_intercept > 0.4
    ]],
    refits = [[
      abs(refits_within/(refits - refits_without) - 0.95) < 0.03
      refits_without/refits < 0.05
    ]],
    overfits = [[
      train_cost < best_test_cost and best_test_cost < test_cost
      abs(best_test_iteration - 100) < 20
    ]],
    shuffles = [[shuffles_turned > shuffles/2 and shuffles_rise_more < shuffles/4]],
    missed = [[
      test_missed == test_mistakes
      shuffles_missed/shuffles_positive > 2*shuffles_alarms/(shuffles*test_size - shuffles_positive)
    ]],
    ['two-features'] = [[
      two_features_test_mistakes > 2*test_mistakes
      two_features_mistakes > 10*train_mistakes
    ]],
    wrong = [[
      separable_mistakes == 0
      rise_by_wrong > test_cost - best_test_cost
    ]],
    ridge = [[
      abs(ridge_test/ridge_validation - 6) < 0.5
      ridge_found > 1.1*ridge_promised
      ridge_free > 5*ridge_found
      abs(test_cost - ridge_test) < 0.01
    ]],
  },
  derivations = {
    product = [[
      times = product

      times({{1, 2, 0}}, {{2}, {0}, {5}}) == {{1*2 + 2*0 + 0*5}}
      {{2}}

      times({{1, 2, 0}, {3, 1, -1}}, {{2, 1}, {0, 3}, {5, -2}})
        == {{1*2 + 2*0 + 0*5, 1*1 + 2*3 + 0*(-2)}, {3*2 + 1*0 - 1*5, 3*1 + 1*3 - 1*(-2)}}
      {{2, 7}, {1, 8}}
    ]],
    ['one-z'] = [[
      m = 5; z = vector(m, -3, 3); y = vector(m, 0, 1)
      J = function(t)
        return sum(m, function(i)
          local a = sigmoid(i == 2 and t or z[i])
          return -(y[i]*ln(a) + (1 - y[i])*ln(1 - a))
        end)/m
      end

      slope(J, z[2]) == 1/m * (sigmoid(z[2]) - y[2])
    ]],
    vectorised = [[
      n = 3; m = 5; k = 2; X = matrix(n, m, -2, 2); w = vector(n, -1, 1); b = uniform(-1, 1)
      y = vector(m, 0, 1)
      z = function(i) return b + sum(n, function(j) return w[j]*X[j][i] end) end
      dz = function(i) return sigmoid(z(i)) - y[i] end
      J = function(t)
        local old = w[k]
        w[k] = t
        local r = sum(m, function(i)
          local a = sigmoid(z(i))
          return -(y[i]*ln(a) + (1 - y[i])*ln(1 - a))
        end)/m
        w[k] = old
        return r
      end
      dZ = {{}}
      for i = 1, m do dZ[1][i] = dz(i) end
      times = product; T = transpose

      slope(J, w[k]) == 1/m * sum(m, function(i) return dz(i) * X[k][i] end)

      1/m * sum(m, function(i) return X[k][i] * T(dZ)[i][1] end)
      1/m * times(X, T(dZ))[k][1]
    ]],
    ridge = [[
      m = 5; x = vector(m, -2, 2); y = vector(m, 0, 1); b = uniform(-1, 1); w = uniform(-1, 1); other = uniform(-2, 2)
      price = uniform(0, 5)
      J = function(t)
        return sum(m, function(i)
          local a = sigmoid(t*x[i] + b)
          return -(y[i]*ln(a) + (1 - y[i])*ln(1 - a))
        end)/m
      end

      slope(function(t) return J(t) + price/(2*m)*(t^2 + other^2) end, w)
        == sum(m, function(i) return x[i]*(sigmoid(w*x[i] + b) - y[i]) end)/m + price/m*w
    ]],
    odds = [[
      z = uniform(-5, 5); a = sigmoid(z)

      a/(1 - a) == (1/(1 + exp(-z)))/(exp(-z)/(1 + exp(-z)))
      1/exp(-z)
      exp(z)
    ]],
    boundary = [[
      p = uniform(-2, 2); q = uniform(0.1, 3)

      p + q*(-p/q) == 0
    ]],
    error = [[
      m = 5; x = vector(m, -2, 2); w = uniform(-1, 1); a = uniform(0, 1)
      s = function(i) return sigmoid(w*x[i]) end
      y = {1, 0, 1, 1, 0}
      likely = function(n)
        local p = 1
        for i = 1, m do p = p*(floor(n/2^(i - 1))%2 == 1 and s(i) or 1 - s(i)) end
        return p
      end
      g = function(n) return sum(m, function(i) return x[i]*(s(i) - floor(n/2^(i - 1))%2) end) end
      outcomes = function(f) return sum(2^m, function(n) return likely(n)*f(g(n)) end) end

      a*(1 - a)^2 + (1 - a)*(0 - a)^2 == a*(1 - a)*((1 - a) + a)
      a*(1 - a)

      outcomes(function(v) return v^2 end) == sum(m, function(i) return x[i]^2*s(i)*(1 - s(i)) end)

      slope(function(t) return sum(m, function(i) return x[i]*(sigmoid(t*x[i]) - y[i]) end) end, w)
        == sum(m, function(i) return x[i]^2*s(i)*(1 - s(i)) end)
    ]],
  },
}
