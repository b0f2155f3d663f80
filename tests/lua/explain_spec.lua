-- What is said of wrong numbers: where they are right, what they are seen from the right ones, and
-- what is no number.
local agreement = require 'judge.agreement'
local child = require 'sandbox.child'
local conduct = require 'judge.conduct'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local explain = require 'judge.explain'
local files = require 'gw.files'
local judge = require 'judge.answer'
local reader = require 'tests.lua.reader'
local relations = require 'judge.relations'
local tell = require 'judge.tell'
local trace = require 'judge.trace'
local trying = require 'judge.trying'

describe('where an answer is right', function()
  -- What is said of an answer to z, and to c, that is right where this holds.
  local function said(is_right, code, wrong, fresh)
    local d = { unit = 0, letters = {}, outputs = { { name = 'your answer' } },
      inputs = { { name = 'z', domain = { -9, 9 } }, { name = 'c', domain = { 1, 5 } } } }
    local list = {}
    for i = 0, 60 do
      local z, c = (i * 17 % 61) * 0.3 - 8.95, 1 + i % 4
      list[i + 1] = { z = z, c = c, right_ = { { z + 20 } }, bound_ = { { 1e-9 } },
        yours_ = { { is_right(z, c) and z + 20 or wrong or z - 1 } } }
    end
    return agreement(d, list, 1, code or '', fresh)
  end

  it('is said from both sides', function()
    local function inside(z) return math.abs(z) < 4 end
    local function outside(z) return math.abs(z) > 4 end
    assert.matches('^right for z from about %-3%.%d+ to 3%.%d+, wrong outside$', said(inside))
    assert.matches('^wrong for z from about %-[34]%.%d+ to [34]%.%d+, right elsewhere$', said(outside))
    assert.equal('right but where c is 3', said(function(_, c) return c ~= 3 end))
  end)

  it('names the number of the code that lies there', function()
    local function low(z) return z < 5 end
    assert.matches('wrong beyond; line 2 has the number 5$', said(low, '\nz > 5'))
    assert.matches('wrong beyond$', said(low, '\nz > 7'))
    assert.matches('wrong beyond$', said(low, '\nz[5]')) -- an index bounds nothing
  end)

  it('says what stands there, if it is always the same', function()
    assert.matches('wrong beyond; there yours is always 7$', said(function(z) return z < 5 end, '', 7))
  end)

  it('holds at fresh points, too', function()
    local function inside(z) return math.abs(z) < 4 end
    local function at(z, is_right)
      return { { z = z, c = 2, right_ = { { z + 20 } }, bound_ = { { 1e-9 } },
        yours_ = { { is_right and z + 20 or 0 } } } }
    end
    assert.matches('^right for z from', said(inside, '', nil, at(0.01, true)))
    assert.is_nil(said(inside, '', nil, at(0.01, false)))
    assert.is_nil(said(inside, '', nil, at(8.01, true)))
  end)
end)

describe('what an answer is, seen from the right one,', function()
  -- Points with a table of n numbers, and with x and c; what is answered is made of what is right.
  local function d_of(size)
    return { outputs = { { name = 'v', size = size } }, inputs = { { name = 'x' }, { name = 'c' } }, domain = {},
      letters = size and { 'n', 'm' } or {}, derive = function() end }
  end
  local function made(size, answered)
    local list = {}
    for n = 2, 7 do
      local p = { n = n, m = n % 3 + 2, x = 0.3 * n - 1, c = 1.7 + n * n / 9 }
      local right, count = {}, size and p.n * (size[2] and p.m or 1) or 1
      for k = 1, count do right[k] = math.sin(5 * k + n) + 2 end
      p.right_, p.bound_, p.yours_ = { right }, { {} }, { {} }
      for k = 1, count do
        p.bound_[1][k] = 1e-9
        p.yours_[1][k] = answered(right, k, p)
      end
      list[n - 1] = p
    end
    local key, text = relations.of(nil, d_of(size), list, 1)
    return text or key
  end
  local RELATIONS = {
    { 'v holds the right numbers in the reverse order', { 'n' }, function(r, k) return r[#r + 1 - k] end },
    { 'v holds the right numbers one entry too late', { 'n' }, function(r, k) return r[k - 1] or 0 end },
    { 'v holds the right numbers one entry too early', { 'n' }, function(r, k) return r[k + 1] or 0 end },
    { 'v holds everywhere what belongs into its first entry', { 'n' }, function(r) return r[1] end },
    { 'v is transposed: its rows are what belongs into its columns', { 'n', 'm' }, function(r, k, p)
      local i, j = math.floor((k - 1) / p.m), (k - 1) % p.m
      return j < p.n and i < p.m and r[j * p.m + i + 1] or 0
    end },
    { 'v holds in every column what belongs into the first', { 'n', 'm' }, function(r, k, p)
      return r[math.floor((k - 1) / p.m) * p.m + 1] end },
    { 'v is everywhere what is right times x', nil, function(r, k, p) return r[k] * p.x end },
    { 'v is everywhere what is right divided by c', nil, function(r, k, p) return r[k] / p.c end },
    { 'v is everywhere what is right minus c', nil, function(r, k, p) return r[k] - p.c end },
    { 'v is everywhere 2 too small', nil, function(r, k) return r[k] - 2 end },
  }
  for _, each in ipairs(RELATIONS) do
    it('is told: ' .. each[1], function() assert.equal(each[1], made(each[2], each[3])) end)
  end

  it('is not told where it does not hold at one point', function()
    for _, each in ipairs(RELATIONS) do
      assert.is_nil(made(each[2], function(r, k, p)
        return each[3](r, k, p) + (p.n == 5 and 1e-3 or 0)
      end), each[1])
    end
  end)

  it('is told where it is right for other inputs', function()
    for _, e in ipairs(exercise.list '04-sigmoid') do
      if e.name == 'swish_slope' then
        local d = declaration.read(e)
        child.with_scratch('relations', function(scratch)
          local list = judge.points(e, d, '', scratch)
          for _, each in ipairs { { 'without its sign', math.abs }, { 'with 2 z instead of z', function(z)
            return 2 * z end }, { 'with z cut to a whole number', function(z)
            return z < 0 and math.ceil(z) or math.floor(z) end }, { nil, function(z) return z + 0.1 end } } do
            for _, p in ipairs(list) do
              local u = each[2](p.z)
              local s = 1 / (1 + math.exp(-u))
              p.yours_ = { { s + u * s * (1 - s) } }
            end
            local _, text = relations.of(e, d, list, 1, scratch)
            if each[1] then assert.matches(each[1], text) else assert.is_nil(text) end
          end
        end)
      end
    end
  end)
end)

describe('what is said of numbers', function()
  local d = { f = { returns = 'double' }, digits = 11, unit = 0, letters = {}, inputs = { { name = 'z' } },
    outputs = { { name = 'your answer' } } }
  local function point(yours)
    return { z = 16, yours_ = { { yours } }, right_ = { { 2 } }, bound_ = { { 2e-11 } } }
  end

  it('shows an input so that nobody takes it for another', function()
    local function shown(z) return explain.inputs(d, { z = z }) end
    assert.equal('z = 2', shown(2))
    assert.equal('z = 2 + 2e-09', shown(2 + 2e-9))
    assert.equal('z = 0.5 − 1e-10', shown(0.5 - 1e-10))
    assert.equal('z = 0.12345679', shown(0.123456789))
  end)

  it('is counted from where an answer is a number, where a constant is free', function()
    local function made(yours, right) return { yours_ = { { yours } }, right_ = { { right } }, bound_ = { { 1 } } } end
    local list = { made(0 / 0, 3), made(5, 4), made(7, 6) }
    explain.take_constant(list)
    assert.same({ 2, 0, 2, 2 }, { list.base_, list[2].yours_[1][1], list[3].yours_[1][1], list[3].right_[1][1] })
  end)

  it('tells what is the same everywhere from what is not', function()
    for _, each in ipairs { { true, 0, 0 }, { true, 0 / 0, 1 / 0 }, { false, 0, 1 }, { false, 0 / 0, 1 },
      { false, 1, 0 / 0 } } do
      assert.equal(each[1], explain.is_the_same({ point(each[2]), point(each[3]) }, 1))
    end
  end)

  it('names a float only where there is one', function()
    local function said(text) return explain.lost_digits(d, { point(2 + 3e-8) }, 1, text)[1].text end
    for _, text in ipairs { 'float s = z;', 'return expf(z);', 'return 0.1f * z;' } do
      assert.matches('a float keeps 7', said(text))
    end
    for _, text in ipairs { 'if (z > 15) return z;', 'double f, half(double z);', 'return 0x1f * z;' } do
      assert.matches('of the 11 digits asked, 7 are right at z = 16', said(text))
    end
  end)

  it('names only what the text has where one is none', function()
    local number = trace.number
    trace.number = function() end -- there is no program
    finally(function() trace.number = number end)
    local function said(yours, text) return conduct.not_a_number({ d = d, text = text }, { point(yours) }).text end
    local ENDS = { { 0 / 0, 'z / z', '0/0' }, { 0 / 0, 'log(z)', 'the ln of a negative' },
      { 1 / 0, 'exp(z)', 'an exp' }, { 0 / 0, 'sqrt(z)', 'the √ of a negative' },
      { 0 / 0, '0 * exp(z)', '0 times infinite' }, { 1 / 0, '1 / z', 'a division by 0' },
      { 1 / 0, 'for (;;) z *= z', 'what grows from round to round' } }
    for _, this in ipairs(ENDS) do
      for _, other in ipairs(ENDS) do
        local said_too = said(this[1], 'return ' .. this[2] .. ';'):find(other[3], 1, true) ~= nil
        assert.equal(this[3] == other[3], said_too, this[2] .. ': ' .. other[3])
      end
    end
  end)

  it('is a wrong number or none: which there are, in the outputs that are wrong', function()
    local YOURS = { right = 2, number = 3, nan = 0 / 0, infinite = 1 / 0 }
    local two = { yours_ = { { 5 }, { 2 } }, right_ = { { 2 }, { 2 } }, bound_ = { { 1e-11 }, { 1e-11 } } }
    for one, x in pairs(YOURS) do
      for other, y in pairs(YOURS) do
        local list, between = { point(x), point(y) }, one .. ', ' .. other
        local has, right = conduct.has_wrong_number(list, { true })
        assert.equal(one == 'number' or other == 'number', has, between)
        assert.equal(one == 'right' or other == 'right', right, between)
        assert.equal(right and not has, conduct.is_only_no_number(list, { true }), between)
      end
    end
    assert.is_false((conduct.has_wrong_number({ two }, { false, true })))
  end)

  it('is seen where it is a number, if it is one; then in the worked example, or in the shortest', function()
    local function seen(...)
      local list = {}
      for i, yours in ipairs { ... } do
        list[i] = point(yours)
        list[i].z = ({ 1.25, 1.5, 3 })[i]
      end
      return explain.evidence(d, list, 1):match '^at z = (%S+),'
    end
    for wanted, each in pairs { ['1.25'] = { 3, 3, 3 }, ['3'] = { 2, 3, 3 }, ['1.5'] = { 0 / 0, 3, 2 } } do
      assert.equal(wanted, seen(unpack(each)))
    end
    assert.equal('3', seen(1 / 0, 0 / 0, 3))
    assert.equal('1.25', seen(0 / 0, 0 / 0, 1 / 0))
  end)

  -- What is found and said of a body of swish_slope, where no edit is looked for.
  local function found(body)
    local patience, said, print_, result = trying.patience, {}, print, nil
    trying.patience, _G.print = -1, function(line) said[#said + 1] = line end
    local is_fine, why = pcall(child.with_scratch, 'besides', function(scratch)
      files.write(scratch .. '/answer.c', reader.stub(body .. '\n'))
      for _, e in ipairs(exercise.list '04-sigmoid') do
        if e.name == 'swish_slope' then
          result = judge.run(e, scratch .. '/answer.c')
          tell.found(e, result)
        end
      end
    end)
    trying.patience, _G.print = patience, print_
    assert(is_fine, why)
    return table.concat(said, ' '):gsub('%s+', ' '), result
  end

  it('is no cause, and said besides, where it is none in one place and a wrong number in another', function()
    local S = 'double s = 1 / (1 + exp(-z));\n'
    local NONE = 'line 5: your answer is not a number: the √ of a negative number'
    local said, result = found(S .. 'return s + sqrt(z) * cos(z) * s;')
    assert.equal(NONE .. ' (called with z = -30)', result.besides)
    assert.equal('wrong', result.key)
    assert.matches('^ At z = 1, yours is 1%.126.*%. Besides, line 5: your answer is not a number', said)
    -- Where it is right but for what is none, that is the cause.
    said, result = found(S .. 'return s + z * s * (1 - s) + 0 * sqrt(z);')
    assert.is_nil(result.besides)
    assert.equal('nan', result.key)
    assert.matches('^ Line 5: your answer is not a number', said)
    said, result = found(S .. 'return s + sqrt(-1 - z * z);')
    assert.is_nil(result.besides)
    assert.matches('^ Line 5: your answer is not a number', said)
    said, result = found(S .. 'return s + cos(z) * s;')
    assert.is_nil(result.besides)
    assert.is_nil(said:match 'not a number')
  end)
end)
