-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  values = {
    -- the bowl: how many steps each method takes
    plain = 'upright_iterations_plain',
    momentum = 'upright_iterations_momentum',
    rmsprop = 'upright_iterations_rmsprop',
    adam = 'upright_iterations_adam',
    best = 'upright_iterations_best_momentum',
    lucky = 'upright_iterations_lucky_momentum',
    added = 'upright_iterations_added_momentum',
    tilted = 'tilted_iterations_adam',
    hovers = 'tilted_floor_rmsprop',
    hovered = 'upright_floor_rmsprop',
    factor = '(kappa - 1)/(kappa + 1)',
    gained = '100*(1 - (kappa - 1)/(kappa + 1))',
    foretold = 'floor(ln(1e-4)/(2*ln((kappa - 1)/(kappa + 1)))) + 1',
    root = '(sqrt(kappa) - 1)/(sqrt(kappa) + 1)',
    best_alpha = 'best_momentum_alpha',
    best_beta = 'best_momentum_beta',
    highest = 'best_momentum_highest_cost',
    lucky_a = 'lucky_momentum_alpha',
    lucky_b = 'lucky_momentum_beta',
    rebound = '100*lucky_momentum_rebound',
    -- from other chapters, and how features are tied together
    c10_steps = 'c10_backprop.iterations',
    unscaled = 'c06_cost_surface.condition_original',
    scaled = 'c06_cost_surface.condition',
    centred = 'c06_cost_surface.condition_centred',
    stretched = 'c06_cost_surface.condition_stretched',
    c08_best = 'c08_logistic_regression.best_test_iteration',
    tied = 'largest_correlation',
    tied_kappa = 'floor((1 + largest_correlation)/(1 - largest_correlation))',
    -- the saddle
    off_plain = 'saddle_iterations_plain',
    off_mom = 'saddle_iterations_momentum',
    off_rms = 'saddle_iterations_rmsprop',
    quiet = 'saddle_quiet',
    stopped = 'saddle_stopped',
    -- mini-batches
    noise_1 = 'noise_one_example',
    noise = 'noise_batch',
    full = 'full_gradient',
    share = 'noise_batch/full_gradient',
    even_at = 'batch_noise_equals_gradient',
    first = 'start_gradient',
    first_dev = 'start_noise_batch',
    four = 'sqrt((examples - 4*batch)/(4*(examples - batch)))',
    batches = 'drawn_batches',
    usual = 'sqrt(1 - 0.999)/(1 - 0.9)',
    -- at its best: p plain, m momentum, r RMSProp, a Adam; on the bowl, turned, from the
    -- worst start (w), off the saddle and from closer to its ridge
    up_p = 'tuned_upright_plain',
    up_m = 'tuned_upright_momentum',
    up_r = 'tuned_upright_rmsprop',
    up_a = 'tuned_upright_adam',
    turn_p = 'tuned_turned_plain',
    turn_m = 'tuned_turned_momentum',
    turn_r = 'tuned_turned_rmsprop',
    turn_a = 'tuned_turned_adam',
    upw_p = 'tuned_upright_worst_plain',
    upw_m = 'tuned_upright_worst_momentum',
    upw_r = 'tuned_upright_worst_rmsprop',
    upw_a = 'tuned_upright_worst_adam',
    turnw_p = 'tuned_turned_worst_plain',
    turnw_m = 'tuned_turned_worst_momentum',
    turnw_r = 'tuned_turned_worst_rmsprop',
    turnw_a = 'tuned_turned_worst_adam',
    off_p = 'tuned_saddle_plain',
    off_m = 'tuned_saddle_momentum',
    off_r = 'tuned_saddle_rmsprop',
    off_a = 'tuned_saddle_adam',
    close_p = 'tuned_saddle_closer_plain',
    close_m = 'tuned_saddle_closer_momentum',
    close_r = 'tuned_saddle_closer_rmsprop',
    close_a = 'tuned_saddle_closer_adam',
    close_more = 'max(close_r - off_r, close_a - off_a)',
    stay_m = 'tuned_stays_momentum',
    alpha_r = 'alpha_upright_rmsprop',
    beta_r = 'beta_upright_rmsprop',
    leap = 'alpha_upright_rmsprop/sqrt(1 - beta_upright_rmsprop)',
    leap_cost = 'highest_upright_rmsprop/1e6',
    -- the data
    steps = 'data_iterations_plain',
    steps_mr = 'max(data_iterations_momentum, data_iterations_rmsprop)',
    steps_a = 'data_iterations_adam',
    cost_p = 'data_cost_plain',
    fresh = 'fresh_orders',
    fresh_m = 'data_fresh_cost_momentum',
    fresh_r = 'data_fresh_cost_rmsprop',
    fresh_p = 'data_fresh_cost_plain',
    least_m = 'data_lowest_momentum',
    most_m = 'data_highest_momentum',
    below_p = 'data_momentum_below_plain',
    below_r = 'data_momentum_below_rmsprop',
    below_a = 'data_momentum_below_adam',
    best_p = 'data_best_alpha_plain',
    best_a = 'data_best_alpha_adam',
    usual_a = 'data_cost_adam_usual',
    cost_a = 'data_best_cost_adam',
  },
  claims = {
    centring = [[
      c06_cost_surface.condition_original > 500*c06_cost_surface.condition_centred
      c06_cost_surface.condition_stretched > 500*c06_cost_surface.condition_centred
    ]],
    schedule = [[
      schedule_cost_falling < schedule_cost_small/2 and schedule_cost_small < schedule_cost_large/30
      abs(schedule_cost_large - 0.5/1.5/2) < 1e-9
    ]],
    luckier = [[tuned_upright_worst_plain == upright_iterations_plain and alpha_upright_plain < 2/(1 + kappa)]],
    agrees = [[upright_iterations_plain == floor(ln(1e-4)/(2*ln((kappa - 1)/(kappa + 1)))) + 1]],
    sooner = [[2*saddle_iterations_momentum < saddle_iterations_plain]],
    noise = [[noise_batch > full_gradient]],
    start = [[
      start_gradient > 3*start_noise_batch
      floor(examples/batch + 0.5) == 18
    ]],
    swing = [[
      best_momentum_highest_cost > 4*start_cost
      momentum_highest_cost == start_cost
    ]],
    lucky = [[lucky_momentum_rebound > 1e-4 and best_momentum_rebound < 1e-4]],
    added = [[abs(added_momentum_alpha - 2/(1 + kappa)) < 1e-9 and added_momentum_beta == 0.9]],
    turn = [[
      floor(tilted_floor_rmsprop/upright_floor_rmsprop + 0.5) == 2
      tilted_iterations_plain == upright_iterations_plain
      tilted_iterations_momentum == upright_iterations_momentum
    ]],
    tilted = [[tilted_iterations_adam > upright_iterations_adam]],
    worst = [[
      tuned_stays_momentum > tuned_upright_worst_momentum
      tuned_stays_momentum < min(tuned_turned_worst_adam, tuned_turned_worst_rmsprop)
      tuned_stays_plain == tuned_upright_worst_plain
      tuned_turned_worst_plain == upright_iterations_plain
      tuned_turned_worst_momentum == tuned_upright_worst_momentum
      tuned_turned_worst_momentum < min(tuned_turned_worst_adam, tuned_turned_worst_rmsprop)
      tuned_turned_momentum < min(tuned_turned_adam, tuned_turned_rmsprop)
    ]],
    leap = [[
      tuned_turned_worst_rmsprop > 0.8*tuned_turned_worst_plain
      alpha_upright_rmsprop == 10 and abs(beta_upright_rmsprop - 0.999) < 1e-9
    ]],
    closer = [[
      tuned_saddle_closer_plain >= 2*tuned_saddle_plain and tuned_saddle_closer_momentum >= 2*tuned_saddle_momentum
    ]],
    steps = [[data_iterations_momentum == data_iterations_rmsprop]],
    fresh = [[
      data_highest_momentum > data_fresh_cost_plain and floor(1e4*data_fresh_cost_rmsprop + 0.5)
        == floor(1e4*data_fresh_cost_adam + 0.5)
      min(data_momentum_below_plain, data_momentum_below_rmsprop,
        data_momentum_below_adam) >= 0.75*fresh_orders
      data_cost_plain - data_fresh_cost_plain > 8*(data_fresh_cost_plain - data_fresh_cost_momentum)
      abs(data_best_alpha_plain/data_best_alpha_momentum - 10) < 1e-9 and data_best_alpha_rmsprop
        == data_best_alpha_adam
    ]],
    usual = [[data_cost_adam_usual > 2*data_best_cost_adam]],
  },
  derivations = {
    schedule = [[
      a = uniform(0.01, 1.9); v = uniform(0, 3); mean = uniform(-2, 2); e = uniform(0, 1)
      two = function(f) return (f(1) + f(-1))/2 end
      next = two(function(s) return two(function(n) return ((1 - a)*s*sqrt(v) - a*n)^2 end) end)
      rest = a/(2 - a)

      next == (1 - a)^2*v + a^2

      rest == (1 - a)^2*rest + a^2
    ]],
    tub = [[
      k = uniform(2, 100); u = uniform(-9, 9); v = uniform(-2, 2); alpha = uniform(0.001, 0.02); A = 2/(1 + k)

      slope(function(t) return (t^2 + k*v^2)/2 end, u) == u
      slope(function(t) return (u^2 + k*t^2)/2 end, v) == k*v

      u - alpha*u == (1 - alpha)*u
      v - alpha*k*v == (1 - alpha*k)*v

      1 - A == -(1 - A*k)
      A == 2/(1 + k)

      1 - A == (k - 1)/(k + 1)
    ]],
    hessian = [[
      w = uniform(-1, 1); b = uniform(-1, 1); m = 5; X = vector(m, -2, 2); Y = {}
      for i = 1, m do Y[i] = floor(uniform(0, 2)) end
      a = function(w, b, i) return sigmoid(w*X[i] + b) end
      Dw = function(w, b) return sum(m, function(i) return X[i]*(a(w, b, i) - Y[i]) end)/m end
      Db = function(w, b) return sum(m, function(i) return a(w, b, i) - Y[i] end)/m end
      C = {}
      for i = 1, m do C[i] = a(w, b, i)*(1 - a(w, b, i)) end
      ww = sum(m, function(i) return C[i]*X[i]^2 end)/m
      wb = sum(m, function(i) return C[i]*X[i] end)/m
      bb = sum(m, function(i) return C[i] end)/m
      p = uniform(-3, 3); q = uniform(-3, 3)

      {slope(function(v) return Dw(v, b) end, w), slope(function(v) return Dw(w, v) end, b),
        slope(function(v) return Db(w, v) end, b)}
        == {ww, wb, bb}

      ww*p^2 + 2*wb*p*q + bb*q^2 == sum(m, function(i) return C[i]*(X[i]^2*p^2 + 2*X[i]*p*q + q^2) end)/m
      sum(m, function(i) return C[i]*(X[i]*p + q)^2 end)/m
    ]],
    batch = [[
      m = 4; B = 2; d = {normal(), normal(), normal()}; d[4] = -(d[1] + d[2] + d[3])
      pairs = function(f)
        return sum(m, function(i) return sum(m, function(j) return i == j and 0 or f(d[i], d[j]) end) end)
      end
      q = sum(m, function(i) return d[i]^2 end); s2 = q/m
      cross = pairs(function(a, b) return a*b end)
      mean = pairs(function(a, b) return (a + b)^2 end)/(m*(m - 1))

      0 == q + cross
      cross == -m*s2

      mean == B/m*q + B*(B - 1)/(m*(m - 1))*cross

      B*s2 - B*(B - 1)/(m - 1)*s2 == mean
      B*s2*(m - B)/(m - 1)

      mean/B^2 == s2/B*(m - B)/(m - 1)
    ]],
    memory = [[
      b = uniform(0.05, 0.95); t = floor(uniform(1, 20))

      sum(t, function(s) return b^(s - 1) end) == (1 - b^t)/(1 - b)

      sum(t, function(s) return (-b)^(s - 1) end) == (1 - (-b)^t)/(1 + b)
    ]],
    ['best-momentum'] = [[
      c = uniform(0.1, 5); alpha = uniform(0.01, 1); beta = uniform(0.05, 0.95); r = uniform(-1, 1)
      rho = uniform(0.05, 0.95)
      q = function(r) return r^2 - (1 + beta - alpha*c)*r + beta end
      V0 = normal(); P0 = normal()
      V1 = beta*V0 + c*P0; P1 = P0 - alpha*V1
      V2 = beta*V1 + c*P1; P2 = P1 - alpha*V2
      size = function(A, B, c)
        local half = (1 + B - A*c)/2
        local d = half^2 - B
        if d < 0 then return sqrt(B) end
        return abs(half) + sqrt(d)
      end
      k = uniform(2, 100); A = uniform(0.1, 3)/k; B = uniform(0.01, 0.95)
      R = max(size(A, B, 1), size(A, B, k)); best = (sqrt(k) - 1)/(sqrt(k) + 1)

      P2 - P1 == -alpha*V2
      -alpha*beta*V1 - alpha*c*P1
      beta*(P1 - P0) - alpha*c*P1

      (r^2 - r) - (beta*(r - 1) - alpha*c*r) == r^2 - (1 + beta - alpha*c)*r + beta

      q(rho) == rho*(alpha*c - (1 - rho)*(1 - beta/rho))
      q(-rho) == rho*((1 + rho)*(1 + beta/rho) - alpha*c)

      max(0, k*(1 - R)*(1 - B/R) - (1 + R)*(1 + B/R)) == 0

      (1 + best)/(1 - best) == sqrt(k)
      best == (sqrt(k) - 1)/(sqrt(k) + 1)
    ]],
    ['fair-scale'] = [[
      b = uniform(0.05, 0.95); t = floor(uniform(1, 20)); g = uniform(0.1, 5)
      S = (1 - b)*sum(t, function(s) return b^(s - 1)*g^2 end)

      S == (1 - b^t)*g^2

      g/sqrt(S) == 1/sqrt(1 - b^t)
    ]],
    hops = [[
      alpha = uniform(0.5, 1); eps = uniform(0.01, 0.1); c = uniform(1, 5); h = alpha/2 - eps/c

      h - alpha*c*h/(c*h + eps) == -h

      alpha*c == 2*(c*h + eps)
      h == alpha/2 - eps/c
    ]],
    ['fair-start'] = [[
      b = uniform(0.05, 0.95); t = floor(uniform(1, 20)); g = uniform(-5, 5)
      V = (1 - b)*sum(t, function(s) return b^(s - 1)*g end)

      (1 - b)*sum(t, function(s) return b^(s - 1) end) == 1 - b^t
      V/(1 - b^t) == g
    ]],
  },
}
