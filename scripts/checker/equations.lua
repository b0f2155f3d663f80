--- gradcheck --mode equations for a model in Lua: the twin of the second half of
-- harness_modes.c.
local equations = {}

-- Intermediates of more entries are checked along random directions.
local MANY = 1000

--- Reads which equations the model has; returns a function that checks them at a
-- point, and tells which is wrong first.
-- @param h what harness.lua shares: its model, and functions that ask and tell
function equations.new(h)
  local model = h.model
  for key, kind in pairs { equations = 'string', equation = 'function', cost_from = 'function' } do
    if type(model[key]) ~= kind then
      h.stop('mode', ('--mode equations needs a %s «%s», which its table does not hold'):format(kind, key))
    end
  end
  local list = h.read_blocks('equations', model.equations)
  for _, block in ipairs(list) do
    for _, parameter in ipairs(h.blocks) do
      if block[1] == parameter[1] then
        h.stop('blocks', block[1] .. ' is both a parameter and an intermediate')
      end
    end
  end

  local function equation(name)
    return function(theta, value, gradient) return model.equation(name, theta, value, gradient) end
  end

  -- Do the values of an intermediate depend on block b of θ?
  local function depends(e, theta, b)
    local first, moved = 1, h.copy(theta)
    for k = 1, b - 1 do first = first + h.blocks[k][2] * h.blocks[k][3] end
    for i = first, first + h.blocks[b][2] * h.blocks[b][3] - 1 do
      moved[i] = moved[i] + (i % 2 == 0 and 0.125 or -0.25) * math.max(1, math.abs(moved[i]))
    end
    local value, gradient = {}, {}
    for i = 1, #e.value do value[i], gradient[i] = 0, 0 end
    h.call('equation', equation(e.name), moved, value, gradient)
    for i = 1, #e.value do
      if value[i] ~= e.value[i] then return true end
    end
    return false
  end

  return function(theta, gradient, of_theta, cost)
    local J = cost(h.copy(theta))
    local allowed = 64 * math.max(of_theta.noise, 2 ^ -52 * math.abs(J))
    local found = {}
    for k = #list, 1, -1 do
      local name, rows, cols = unpack(list[k])
      local e = { name = name }
      e.value, e.gradient = h.pure_answers('equation', equation(name), theta, rows * cols, { 'value', 'gradient' })
      function e.cost(point)
        local from = h.call('cost_from', model.cost_from, name, h.copy(theta), point)
        if type(from) ~= 'number' then
          h.stop('cost', ('cost_from returns a %s, not a number'):format(type(from)))
        end
        return from
      end
      local from = e.cost(h.copy(e.value))
      local agrees = math.abs(from - J) <= allowed -- not so NaN
      if not agrees then
        h.stop('equation', ('cost_from gives %.10g for %s as equation has it, where cost is %.10g'):format(from, name,
          J))
      end
      e.result = h.check_at({ list[k] }, e.value, e.gradient, e.cost, rows * cols > MANY and 'directions' or 'entries')
      found[#found + 1] = e
    end

    -- What is said of a failed block: whether it is wrong first, or follows from one
    -- of the intermediates behind it, which it returns.
    local function blame(name, behind)
      local known = true
      for _, e in ipairs(behind) do
        if e.result.verdict == 'fail' then
          h.say('diagnosis', 'follows', ('It is computed from d%s, which is wrong: mend that first.'):format(e.name))
          return true
        end
        known = known and e.result.verdict == 'pass'
      end
      h.say('diagnosis', 'first-wrong', (not known and 'The equation of d%s is the first that is known to be wrong.'
        or #behind > 0 and 'The equation of d%s itself is wrong: all that it is computed from is right.'
        or 'The equation of d%s itself is wrong: it is the first, counted from the cost back.'):format(name))
      return false
    end

    for k, e in ipairs(found) do
      h.report(e.result, e.value, e.gradient, e.cost, function() return blame(e.name, { unpack(found, 1, k - 1) }) end)
    end
    h.report(of_theta, theta, gradient, cost, function(b)
      local behind = {}
      for _, e in ipairs(found) do
        if depends(e, theta, b) then behind[#behind + 1] = e end
      end
      return blame(h.blocks[b][1], behind)
    end)
  end
end

return equations
