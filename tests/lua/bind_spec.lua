local ffi = require 'ffi'
local bind = require 'gw.bind'
local gw = require 'gw'
local library = require 'gw.ffi'
local record = require 'gw.record'
local C = library.C

describe('a C function from Lua', function()
  it('says which shapes disagree, and blames the caller', function()
    local Z, A = gw.matrix.new(3, 2), gw.matrix.new(2, 3)
    local ok, message = pcall(function() gw.activation_forward(gw.TANH, Z, A) end)
    assert.is_false(ok)
    assert.matches('^tests/lua/bind_spec%.lua:%d+: gw%.activation_forward: Z is 3x2 but A is 2x3', message)
  end)

  it('says which member of a struct disagrees, or what struct it must be', function()
    local net, pass = record.new 'gw_network', record.new 'gw_network_pass'
    net.c.layers = 2
    for l, n in ipairs { 4, 1 } do
      net:set('W', l, gw.matrix.new(n, l == 1 and 2 or 4))
      net:set('b', l, gw.matrix.new(n, 1))
      for _, name in ipairs { 'Z', 'A' } do pass:set(name, l, gw.matrix.new(n, 5)) end
    end
    local function said(f) return (select(2, pcall(f)):gsub('^[^ ]+:%d+: ', '')) end
    local function forward() gw.network_forward(net, pass) end
    assert.equal('gw.network_forward: a pointer is NULL', said(forward)) -- no X yet
    pass:set('A', 0, gw.matrix.new(3, 5))
    assert.equal('gw.network_forward: net.W[1] is 4x2 but pass.A[0] is 3x5 (it must be 2x5)', said(forward))
    pass:set('A', 0, gw.matrix.new(2, 6))
    assert.equal('gw.network_forward: pass.A[0] is 2x6 but pass.Z[1] is 4x5 (it must be 4x6)', said(forward))
    pass:set('A', 0, gw.matrix.new(2, 5))
    forward()
    net.c.g[1] = gw.ACTIVATIONS
    assert.equal('gw.network_forward: an argument is outside its range', said(forward))
    assert.equal('gw.network_forward: net must be a gw_network, but is a gw_network_pass',
      said(function() gw.network_forward(pass, pass) end))
    assert.equal('gw.network_forward: pass must be a gw_network_pass, but is nil',
      said(function() gw.network_forward(net) end))
    net.c.g[1], net.c.layers = gw.TANH, 3
    assert.equal('gw.network_forward: an argument is outside its range', said(forward))
  end)

  it('says what an argument must be', function()
    assert.has_error(function() gw.sigmoid_value 'x' end, 'gw.sigmoid_value: z must be a number, but is a string')
    local ok, message = pcall(function() gw.activation_forward(gw.TANH, 3, 3) end)
    assert.is_false(ok)
    assert.matches('Z must be a matrix, but is 3', message)
    assert.has_error(function() gw.random_seed(gw.random(1), 1.5) end)
    assert.has_error(function() gw.random_seed(gw.random(1), -1) end)
  end)

  it('turns a status into a sentence', function()
    local Z = gw.matrix.new(1, 1)
    assert.has_error(function() gw.activation_forward(99, Z, Z) end,
      'gw.activation_forward: an argument is outside its range')
  end)

  it('returns what C writes through pointers', function()
    local value, scale = gw.sigmoid_derivation(1, 0)
    assert.equal(0.25, value)
    assert.equal(0.25, scale)
    local Z, Y = gw.matrix.from { { 1, -1, -1 } }, gw.matrix.from { { 1, 1, 0 } }
    assert.equal(1, gw.loss_mistakes(Z, Y))
  end)

  it('may have an argument of any name', function()
    local product = gw.matrix.new(1, 1) -- the argument C of the C function
    gw.matrix_multiply(gw.matrix.from { { 1, 2 } }, gw.matrix.from { { 3 }, { 4 } }, product)
    assert.equal(11, product:get(1, 1))
  end)

  it('returns a whole number that C writes', function()
    local Z, Y = gw.matrix.from { { -1, 2, 3 } }, gw.matrix.from { { 1, 1, 0 } }
    assert.equal(2, gw.loss_mistakes(Z, Y))
  end)

  it('keeps a result when the next call has one too, compiled or not', function()
    local wrong = 0
    for _ = 1, 200 do
      for k = 0, 20 do
        local first = gw.sigmoid_derivation(1, 1)
        local second = gw.sigmoid_derivation(1, 1 + 2 ^ -k) - first
        if second == 0 then wrong = wrong + 1 end
      end
    end
    assert.equal(0, wrong)
  end)

  it('does not know a name that the library lacks', function()
    assert.has_error(function() return gw.no_such_function end,
      'gw.no_such_function: the library has no such function or constant')
  end)
end)

-- What is long to call is hard to call right. These few take what their equation names,
-- and nothing else.
local LONG = {
  gw_one_example_gradient = "chapter 7's equations on one example, each number by its name, nothing in structs yet",
  gw_logistic_regression_gradient = "chapter 8's equations: X, Y, w, b to Z, dZ, dw, db, J",
  gw_fast_logistic_regression_gradient = "the same with workspace and threads: X, Y, w, b to dw, db, J",
  gw_logistic_regression_newton = "Newton's equation H step = -dθ, with the factor L of H",
  gw_better_descent_adam = "Adam's α, β1, β2, ε, t, dP, V, S, P, as its authors name them",
  gw_learner_train = "gw_logistic_regression_gradient's, with α and the steps",
  gw_mistakes_logistic = "gw_logistic_regression_gradient's, with λ, and which mistake",
  gw_mistakes_names = "gw_mistakes_network's, with a gradient to compare, and how closely",
}

describe('a public function', function()
  it('has at most eight parameters, or its reason', function()
    local long = {}
    for name, signature in pairs(library.signatures) do
      if #signature.arguments > 8 then long[name] = LONG[name] or (#signature.arguments .. ' parameters') end
    end
    assert.same(LONG, long)
  end)
end)

-- Every function that states its shapes is held to them, in C itself: whatever
-- module is added, this looks at it. Each number of rows and of columns is broken by
-- itself, of matrices and of the members of structs.
describe('every C function with shapes', function()
  -- k is enough for every workspace, m even and above n by 1, as some want it;
  -- gw_network_steps wants one output.
  local SIZE = { n = 3, m = 4, k = 5000, p = 5, q = 6, r = 7, ['n[0]'] = 2, ['n[1]'] = 5, ['n[2]'] = 1 }
  -- Sizes that GW_SHAPES cannot bind together.
  local RELATED = { gw_antiderivative_places = 'm = n + 1', gw_antiderivative_sum = 'm = n + 1' }
  local LAYERS = 2

  local function size_of(name)
    return tonumber(name) or SIZE[name] or 2
  end

  -- Arguments that fit, or nil where there is no saying what would; and the matrices
  -- among them: of which label and sizes, whether C may write there, and put(M), which
  -- puts another there, or none. Outputs hold 7s, so that a write shows.
  local function arguments_for(signature)
    local values, records, index, matrices = {}, {}, {}, {}
    for i, argument in ipairs(signature.arguments) do
      local id, kind = argument[1], argument[2]
      index[id] = i
      if signature.members[id] then
        local r = record.new(signature.members[id].kind)
        if r.kind == 'gw_network' then r.c.layers = LAYERS end
        values[i], records[id] = r.c, r
      elseif kind:match 'gw_matrix %*$' and signature.shapes[id] then values[i] = false -- below
      elseif kind == 'double' then values[i] = 0.5
      elseif kind == 'uint64_t' or kind == 'int32_t' or kind == 'int' then values[i] = SIZE[id] or 1
      elseif kind == 'gw_random *' then values[i] = gw.random(1)
      elseif kind:match '^gw_%w+$' then values[i] = ffi.new(kind, 0)
      elseif kind == 'double *' or kind == 'int32_t *' then values[i] = ffi.new(kind:match '^[%w_]+' .. '[1]')
      else return nil end
    end
    for _, each in ipairs(bind.shaped(signature, LAYERS)) do
      local id, member, l = each.label:match '^([%w_]+)%.?([%w_]*)%[?(%d*)'
      local i = index[id]
      if signature.arguments[i][2] ~= 'int32_t' then
        local place = { label = each.label, sizes = each.sizes }
        place.writable = not signature.arguments[i][2]:match '^const'
        function place.put(M)
          place.M = M
          if not records[id] then values[i] = M and M.c or ffi.cast('gw_matrix *', nil)
          elseif M then records[id]:set(member, tonumber(l), M)
          else records[id].c[member][tonumber(l)].data = nil end
        end
        place.put(gw.matrix.new(size_of(each.sizes[1]), size_of(each.sizes[2])))
        C.gw_matrix_fill(place.M.c, 7)
        matrices[#matrices + 1] = place
      end
    end
    return values, matrices, records, index
  end

  -- How often each size occurs: what occurs once is free.
  local function occurrences(signature)
    local count = {}
    for _, each in ipairs(bind.shaped(signature, LAYERS)) do
      for _, size in ipairs(each.sizes) do count[size] = (count[size] or 0) + 1 end
    end
    return count
  end

  local function testable(signature)
    return (next(signature.shapes) or next(signature.members)) and signature.result == 'gw_status' and
      arguments_for(signature) ~= nil
  end

  local seen, members_seen = 0, 0
  local SHAPE, NULL = tonumber(C.GW_SHAPE), tonumber(C.GW_NULL)
  for name, signature in pairs(library.signatures) do
    if testable(signature) then
      seen = seen + 1
      local function call(values) return tonumber(C[name](unpack(values, 1, #signature.arguments))) end
      local function untouched(matrices, what)
        for _, other in ipairs(matrices) do
          if other.writable and other.M then
            local message = what .. ': ' .. other.label .. ' was written'
            for _, x in ipairs(other.M:values()) do assert.equal(7, x, message) end
          end
        end
      end
      it(name .. ' refuses a NULL and a wrong shape, and writes nothing', function()
        local _, first, records = arguments_for(signature)
        local count = occurrences(signature)
        local fits = call((arguments_for(signature)))
        assert.is_true(fits ~= SHAPE and fits ~= NULL, 'what fits is refused')
        for id in pairs(records) do
          local values, matrices, _, index = arguments_for(signature)
          values[index[id]] = nil
          assert.equal(NULL, call(values), id .. ' is NULL')
          untouched(matrices, id)
        end
        for k, place in ipairs(first) do
          local values, matrices = arguments_for(signature)
          matrices[k].put(nil)
          assert.equal(NULL, call(values), place.label .. ' is NULL')
          untouched(matrices, place.label)
          for d, size in ipairs(place.sizes) do
            local bound = tonumber(size) ~= nil or count[size] > 1 or RELATED[name] ~= nil
            values, matrices = arguments_for(signature)
            local M = matrices[k].M
            local other = gw.matrix.new(M.rows + (d == 1 and 1 or 0), M.cols + (d == 2 and 1 or 0))
            C.gw_matrix_fill(other.c, 7)
            matrices[k].put(other)
            local status = call(values)
            assert.equal(bound, status == SHAPE,
              ('%s is %s where GW_SHAPES says %s: status %d'):format(place.label, other:shape(),
                table.concat(place.sizes, ' x '), status))
            if bound then untouched(matrices, place.label) end
            if place.label:find('.', 1, true) then members_seen = members_seen + 1 end
          end
        end
      end)
    end
  end

  it('is found by this test', function()
    assert.is_true(seen > 40, seen .. ' functions')
    assert.is_true(members_seen > 100, members_seen .. ' members broken')
  end)

  -- What inputs may hold, tried in turn until the function has no objection.
  local FILLS = {
    function(rng) return gw.random_uniform(rng) end,
    function(rng) return gw.random_below(rng, 2) end,
    function() return 1 end,
    function(_, i) return i end,
    function(rng) return 20 * gw.random_normal(rng) end,
  }
  local GUARD = -12345.5

  -- Arguments whose matrices are parts of wider ones, with guards to the left
  -- and right of every row.
  local function guarded_arguments(signature, fill)
    local values, wides = arguments_for(signature)
    local rng = gw.random(3)
    for _, place in ipairs(wides) do
      local M = place.M
      place.wide = gw.matrix.new(M.rows, M.cols + 3)
      C.gw_matrix_fill(place.wide.c, GUARD)
      local view = place.wide:columns(2, M.cols + 1)
      for r = 1, M.rows do
        for c = 1, M.cols do view:set(r, c, fill(rng, c - 1)) end
      end
      place.put(view)
    end
    return values, wides
  end

  local function bytes(M) return ffi.string(M.buffer, M.rows * M.cols * 8) end

  local worked, objected = 0, {}
  for name, signature in pairs(library.signatures) do
    if testable(signature) then
      it(name .. ' leaves its inputs and what surrounds its outputs alone', function()
        local status
        for _, fill in ipairs(FILLS) do
          local values, wides = guarded_arguments(signature, fill)
          local before = {}
          for k, m in ipairs(wides) do before[k] = bytes(m.wide) end
          status = tonumber(C[name](unpack(values, 1, #signature.arguments)))
          for k, m in ipairs(wides) do
            if not m.writable then
              assert.is_true(before[k] == bytes(m.wide), m.label .. ' is const and was written to')
            end
            for r = 1, m.wide.rows do
              for _, c in ipairs { 1, m.wide.cols - 1, m.wide.cols } do
                assert.equal(GUARD, m.wide:get(r, c), m.label .. ' was written to beside its rows')
              end
            end
          end
          if status == 0 then break end
        end
        if status == 0 then worked = worked + 1 else objected[#objected + 1] = name end
      end)
    end
  end

  it('mostly works in that test', function()
    table.sort(objected)
    assert.is_true(worked > 4 * #objected, table.concat(objected, ' '))
  end)
end)
