-- What the text refers to by name: scripts/text/beside.lua says how it is read.
return {
  values = {
    all_starts = 'minimum_1_starts+minimum_2_starts+minimum_3_starts+minimum_4_starts',
    valley_rate = '2/(0.4-4*(minimum_2_cost-minimum_2_w^2/5-3))',
    valley_bend = '0.4-4*(minimum_2_cost-minimum_2_w^2/5-3)',
    hilltop = '0.83-(0.4*0.83+4*cos(1.66))/(0.4-8*sin(1.66))',
    small_end = 'start*(1-2*alpha_small)^steps_small',
    tiny_part = '(start-tiny_alpha_w)/(2*start)',
    step_3 = 'alpha*2*factor^2*start',
    step_4 = 'alpha*2*factor^3*start',
    cost_2 = '(factor^2*start)^2+12',
    cost_3 = '(factor^3*start)^2+12',
    tenth = 'learner_steps_tenth', one = 'learner_steps_one', ten = 'learner_steps_ten',
    w_tenth = 'learner_w_tenth', w_one = 'learner_w_one', w_ten = 'learner_w_ten',
  },
  claims = {
    lowest = [[
      minimum_2_cost < min(minimum_1_cost, minimum_3_cost, minimum_4_cost)
    ]],
    stopped = [[
      ending == 0
      abs(last_w) < 0.1
      last_cost - 12 < epsilon
    ]],
    longer = [[
      steps < steps_large and steps_large < steps_small
      steps_too_large == rises
    ]],
    hilltop = [[
      abs(2*hilltop/5 + 4*cos(2*hilltop)) < 1e-4
      hills_start_3 < hilltop and hilltop < hills_start_4
    ]],
    early = [[
      start^2 - tiny_alpha_w^2 < epsilon
      2*tiny_alpha_w > 9.9
    ]],
  },
  derivations = {
    update = [[
      w = uniform(-8, 8); a = uniform(0.01, 1.3)
      L = function(v) return v^2 + 12 end

      slope(L, w) == 2*w

      w - a*(2*w) == w - 2*a*w
      (1 - 2*a)*w
    ]],
    iterations = [[
      w = uniform(-8, 8); a = uniform(0.01, 1.3); i = floor(uniform(0, 30)); u = w
      for k = 1, i do u = u - a*2*u end

      u == (1 - 2*a)^i * w
    ]],
    lower = [[
      w = uniform(-8, 8); a = uniform(0.01, 1.3); dw = 2*w
      L = function(v) return v^2 + 12 end

      L(w - a*dw) == (w - a*dw)^2 + 12
      w^2 - 2*w*a*dw + a^2*dw^2 + 12
      L(w) - 2*w*a*dw + a^2*dw^2
      L(w) - a*dw^2 + a^2*dw^2
      L(w) - a*(1 - a)*dw^2
    ]],
    ['half-slope'] = [[
      w = uniform(-5, 5); a = uniform(0.001, 0.1)
      L = function(v) return v^2/5 + 2*sin(2*v) + 3 end
      dw = 2*w/5 + 4*cos(2*w); k = -a*dw
      no_more = function(p, q) return min(p, q) == p and p or 0/0 end

      L(w - a*dw) - L(w) == (L(w + k) - L(w))/k*(-a*dw)
      no_more(L(w - a*dw) - L(w), dw/2*(-a*dw)) == L(w - a*dw) - L(w)
      dw/2*(-a*dw) == -a/2*dw^2
    ]],
    ['largest-rate'] = [[
      w = uniform(-8, 8); a = uniform(0.01, 1.3); c = uniform(0.1, 10)
      P = function(v) return c/2*v^2 end

      slope(P, w) == c*w

      w - a*c*w == (1 - a*c)*w
    ]],
    hills = [[
      w = uniform(-5, 5)

      slope(function(v) return v^2/5 + 2*sin(2*v) + 3 end, w) == 2*w/5 + 4*cos(2*w)
    ]],
  },
}
