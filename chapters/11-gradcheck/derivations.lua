-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  values = {
    foot_ratio = '10^(2/3*(single_true_noise_log10-true_noise_log10)-6)',
    seen_ratio = '10^(single_best_log10-central_best_log10-6)',
    single_noise = '10^single_true_noise_log10',
    central_best = '10^central_best_log10',
    noise = '10^true_noise_log10',
    bfloat16_noise = '10^bfloat16_noise_log10',
    update_lost_entries = 'update_lost*entries',
    rounding_share = '2^-53/slope_of_first_weight/1e-16',
  },
  claims = {
    deeper = [[
      extrapolated_best_log10 < central_best_log10
      central_best_log10 < forward_best_log10
      complex_level_log10 < extrapolated_best_log10 - 3
    ]],
    digits = [[
      abs(single_best_log10 - central_best_log10 - 2/3*(single_true_noise_log10
        - true_noise_log10)) < log10(2)
      floor(log10(typical_slope) - single_best_log10) == 3
    ]],
    noise = [[
      abs(10^noise_log10/(2^-53*cost) - 1) < 1e-6
      true_noise_log10 < noise_log10
      single_noise_log10 > log10(2^-25*cost) + 0.1
    ]],
    single = [[
      single_tenths <= entries and single_tenths > entries/2
      single_failed == 0
      single_passed == entries and single_undecided == 0
    ]],
    bfloat16 = [[
      bfloat16_undecided == entries
      floor(log10(typical_slope) - bfloat16_best_log10) == 1
    ]],
    updates = [[
      abs(update_single/update_double - 1) < 1e-6
      abs(update_copied/update_double - 1) < 1e-3
      update_stuck > 2.5*update_double
    ]],
    named = [[
      caught == planted
      named == planted
      planted == 4*28 - 2
    ]],
    hidden = [[
      hidden_zeros > hidden_start
      hidden_order_1 == 0
    ]],
  },
  derivations = {
    extrapolation = [[
      x = uniform(-2, 2); h = uniform(0.1, 1)
      D = function(h) return ((x + h)^3 - (x - h)^3)/(2*h) end

      D(h) == 3*x^2 + h^2

      D(h/4) == 3*x^2 + h^2/16

      D(h/4) - D(h) == h^2/16 - h^2
      -15*h^2/16

      D(h/4) + (D(h/4) - D(h))/15 == 3*x^2
    ]],
    ['best-step'] = [[
      C = uniform(0.5, 2); eta = uniform(0.5, 2); h = uniform(0.5, 2); H = (eta/(2*C))^(1/3)
      B = function(t) return C*t^2 + eta/t end

      slope(B, h) == 2*C*h - eta/h^2

      2*C*H^3 == eta
      H == (eta/(2*C))^(1/3)

      B(H) == C*H^2 + 2*C*H^3/H
      3*C*H^2
    ]],
    noise = [[
      a = uniform(-1, 1); b = uniform(-1, 1); e = vector(3, -1, 1)

      ((a + 2*b + e[3]) - (a + b + e[2])) - ((a + b + e[2]) - (a + e[1])) == e[3] - 2*e[2] + e[1]

      1^2 + 1^2 == (1*2)/1^2
      1^2 + 2^2 + 1^2 == (1*2*3*4)/(1*2)^2
      1^2 + 3^2 + 3^2 + 1^2 == (1*2*3*4*5*6)/(1*2*3)^2
    ]],
    wiggle = [[
      x = uniform(-1, 1)

      slope(function(t) return t^2 + sin(32*pi*t)/10 end, x) == 2*x + 3.2*pi*cos(32*pi*x)

      sin(32*pi*(x + 1/4)) - sin(32*pi*(x - 1/4)) == 0
      sin(32*pi*(x + 1/16)) - sin(32*pi*(x - 1/16)) == 0
    ]],
    ['complex-step'] = [[
      x = uniform(-2, 2); h = uniform(0.1, 1)

      {x*x - h*h, x*h + h*x} == {x^2 - h^2, 2*x*h}

      {(x^2 - h^2)*x - 2*x*h*h, (x^2 - h^2)*h + 2*x*h*x} == {x^3 - 3*x*h^2, 3*x^2*h - h^3}

      (3*x^2*h - h^3)/h == 3*x^2 - h^2
    ]],
    kink = [[
      h = uniform(0.001, 1); x = uniform(-2, 2)
      r = function(z) return max(0, z) end

      (r(h) - r(-h))/(2*h) == (h - 0)/(2*h)
      1/2

      ((x + h)^2 - x^2)/h - (x^2 - (x - h)^2)/h == 2*h
      (r(h) - r(0))/h - (r(0) - r(-h))/h == 1
    ]],
  },
}
