local ffi = require 'ffi'
local gw = require 'gw'
local library = require 'gw.ffi'
local C = library.C

describe('a C function from Lua', function()
  it('says which shapes disagree, and blames the caller', function()
    local Z, A = gw.matrix.new(3, 2), gw.matrix.new(2, 3)
    local ok, message = pcall(function() gw.activation_forward(gw.TANH, Z, A) end)
    assert.is_false(ok)
    assert.matches('^tests/lua/bind_spec%.lua:%d+: gw%.activation_forward: Z is 3x2 but A is 2x3', message)
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

-- Every function that states its shapes is held to them, in C itself: whatever
-- module is added, this looks at it.
describe('every C function with shapes', function()
  local SIZE = { n = 2, m = 3, k = 4, p = 5, q = 6, r = 7 }

  local function size_of(name)
    return tonumber(name) or SIZE[name] or 2
  end

  -- Arguments that fit; matrices hold 7s in the outputs, so that a write shows.
  local function arguments_for(signature)
    local values, matrices = {}, {}
    for i, argument in ipairs(signature.arguments) do
      local id, kind = argument[1], argument[2]
      local sizes = signature.shapes[id]
      if kind:match 'gw_matrix %*$' and sizes then
        local M = gw.matrix.new(size_of(sizes[1]), size_of(sizes[2]))
        C.gw_matrix_fill(M.c, 7)
        values[i], matrices[#matrices + 1] = M.c, { i, M, kind:match '^const' == nil, id }
      elseif kind == 'double' then values[i] = 0.5
      elseif kind == 'uint64_t' or kind == 'int32_t' or kind == 'int' then values[i] = SIZE[id] or 1
      elseif kind == 'gw_random *' then values[i] = gw.random(1)
      elseif kind:match '^gw_%w+$' then values[i] = ffi.new(kind, 0)
      elseif kind == 'double *' or kind == 'int32_t *' then values[i] = ffi.new(kind:match '^[%w_]+' .. '[1]')
      else return nil end
    end
    return values, matrices
  end

  local seen = 0
  for name, signature in pairs(library.signatures) do
    local values = next(signature.shapes) and signature.result == 'gw_status' and arguments_for(signature)
    if values then
      seen = seen + 1
      it(name .. ' refuses a NULL and a wrong shape, and writes nothing', function()
        local count = #signature.arguments
        local _, first = arguments_for(signature)
        for k = 1, #first do
          local args, matrices = arguments_for(signature)
          local index = matrices[k][1]
          args[index] = ffi.cast('gw_matrix *', nil)
          assert.equal(tonumber(C.GW_NULL), tonumber(C[name](unpack(args, 1, count))), matrices[k][4] .. ' is NULL')
          -- One shape alone is free to be anything; two must agree.
          if #first > 1 then
            args, matrices = arguments_for(signature)
            local M = matrices[k][2]
            local wide = gw.matrix.new(M.rows + 1, M.cols + 2)
            args[index] = wide.c
            assert.equal(tonumber(C.GW_SHAPE), tonumber(C[name](unpack(args, 1, count))),
              matrices[k][4] .. ' is too large')
            for _, other in ipairs(matrices) do
              if other[3] then
                for _, x in ipairs(other[2]:values()) do assert.equal(7, x) end
              end
            end
          end
        end
      end)
    end
  end

  it('is found by this test', function() assert.is_true(seen > 5) end)

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
    for k, m in ipairs(wides) do
      local index, M, writable, id = unpack(m)
      local wide = gw.matrix.new(M.rows, M.cols + 3)
      C.gw_matrix_fill(wide.c, GUARD)
      local view = wide:columns(2, M.cols + 1)
      for r = 1, M.rows do
        for c = 1, M.cols do view:set(r, c, fill(rng, c - 1)) end
      end
      values[index] = view.c
      wides[k] = { wide = wide, view = view, writable = writable, id = id }
    end
    return values, wides
  end

  local function bytes(M) return ffi.string(M.buffer, M.rows * M.cols * 8) end

  local worked, objected = 0, {}
  for name, signature in pairs(library.signatures) do
    if next(signature.shapes) and signature.result == 'gw_status' and arguments_for(signature) then
      it(name .. ' leaves its inputs and what surrounds its outputs alone', function()
        local status
        for _, fill in ipairs(FILLS) do
          local values, wides = guarded_arguments(signature, fill)
          local before = {}
          for k, m in ipairs(wides) do before[k] = bytes(m.wide) end
          status = tonumber(C[name](unpack(values, 1, #signature.arguments)))
          for k, m in ipairs(wides) do
            if not m.writable then
              assert.is_true(before[k] == bytes(m.wide), m.id .. ' is const and was written to')
            end
            for r = 1, m.wide.rows do
              for _, c in ipairs { 1, m.wide.cols - 1, m.wide.cols } do
                assert.equal(GUARD, m.wide:get(r, c), m.id .. ' was written to beside its rows')
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
