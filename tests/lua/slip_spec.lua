-- The edits that a wrong answer is a slip of, and what is said of them.
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local kinds = require 'judge.kinds'
local mutants = require 'judge.mutants'
local parts = require 'judge.parts'
local reader = require 'tests.lua.reader'
local slip = require 'judge.slip'
local source = require 'judge.source'
local wording = require 'judge.wording'

local exercises, write, stub = reader.exercises, reader.write, reader.stub

-- Every fifth exercise; all of them in the long form.
local some_exercises = {}
for i, e in ipairs(exercise.list()) do
  if os.getenv 'GW_LONG' or i % 5 == 0 then some_exercises[#some_exercises + 1] = e end
end

before_each(reader.enter)
after_each(reader.leave)

describe('a slip', function()
  it('is named by its line, and its edit only with the third hint', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(-z));\nreturn s + z * s * (2 - s);\n')
    local said = exercises 'try 4 swish_slope'
    assert.matches('Probably: line 5: the number «2»', said)
    assert.falsy(said:match '1 %- s')
    for _ = 1, 2 do assert.falsy((exercises 'hint 4 swish_slope'):match '%(1 %- s%)') end
    assert.matches('«return s %+ z %* s %* %(1 %- s%)»', (exercises 'hint 4 swish_slope'))
  end)

  -- The edit that leads from one body to the other, in words.
  local SLIPS = {
    { 'return 1 + z * z;', 'return 1 + z * z * z;', 'a power: a factor is there, but not often enough' },
    { 'return z * z * z;', 'return z * z * z / z;', 'an extra factor' },
    { 'return 2 / z;', 'return 2 / z * z;', 'an extra factor in the denominator' },
    { 'return 2 * z;', 'return 2 * z * exp(-z);', 'a factor is missing' },
    { 'return 2 * z;', 'return 2 * z / exp(-z);', 'something is still to be divided' },
    { 'return fabs(z) + 1;', 'return (z) + 1;', 'a function too many' },
    { 'return sin(z) + 1;', 'return cos(z) + 1;', 'another function than «sin» belongs there' },
    { 'return cos(z) / z;', 'return cos(sqrt(z)) / z;', 'what goes into «cos»' },
    { 'return z / (1 + z);', 'return z / sqrt(1 + z);', 'a function is missing around «(1 + z)»' },
    { 'if (z < -10) return 0;\nreturn z;', 'if (0) return 0;\nreturn z;', 'what this if treats apart needs no case' },
    { 'if (z < -10) return 0;\nreturn z;', 'if (z > -10) return 0;\nreturn z;', 'the condition of this if' },
    { 'for (int i = 0; i < 9; i++) z *= 2;\nreturn z;', 'for (int i = 0; i < 8; i++) z *= 2;\nreturn z;',
      'where this loop begins or ends' },
    { 'double h = 4e-9;\nreturn z * h;', 'double h = sqrt(4e-9);\nreturn z * h;', 'the number «4e-9»' },
    { 'return sqrt(3 * z);', 'return 3 * sqrt(z);', '«3» belongs before the function' },
    { 'double w = 1;\nint i = 0;\ndo {\nw *= z;\ni++;\n} while (i < 3);\nreturn w;',
      'double w = 1;\nint i = 0;\nwhile (i < 3) {\nw *= z;\ni++;\n}\nreturn w;', 'a do makes its first round' },
    { 'if (z > 1000) return 1;\nreturn z;', 'if (z > 100) return 1;\nreturn z;', 'the condition of this if' },
    { 'return pow(-z, 3) + 1;', 'return -pow(z, 3) + 1;', 'the minus belongs before the function' },
    { 'return exp(z) * (2 * z + 3);', 'return (exp(z) * 2 * z + 3);', '«exp(z)» belongs to one term of the bracket' },
    { 'return z * pow(2, z - 1);', 'return pow(2, z) * log(2);', 'the power rule is for x^n' },
    { 'if (z > 0 && z < 9) return 1;\nreturn z;', 'if (z > 0) return 1;\nreturn z;',
      'the condition of this if: «&& z < 9» does not belong there' },
    { 'if (z < 9) return 1;\nreturn z;', 'if (z <= 9) return 1;\nreturn z;',
      'the condition of this if: «<» leaves out the case that both are equal' },
    { 'return z > 3 ? z : 1;', 'return z;', 'of «z > 3 ? z : 1» one of the two belongs there in every case' },
    { 'return 1 / (1 + exp(z));', 'return 1 / (1 + exp(-z));', 'a sign' },
    { 'return sin(z) + z * 3;', 'return sin(z) + exp(-z) * 3;',
      'all is right but the second «z»: a function is missing there' },
    { 'return 4 + sin(z) * z;', 'return 4 + exp(-z) * z;',
      'all is right but «sin(z)»: another function than sin belongs there' },
    { 'return 4 + z * sin(z);', 'return 4 + (-z);', 'all is right but «z * sin(z)»: sin does not belong there' },
    { 'double a = 3 * z;\nreturn 4 / (a + z);', 'double a = 3 * z;\nreturn 4 / (-z);',
      'all is right but «(a + z)»: what a holds is wrong there' },
    { 'return 4 / (z + 3);', 'return 4 / (-z);', 'all is right but «(z + 3)»' },
    { 'double a = 3 * z;\nreturn 4 / (a + 2);', 'double a = 3 * z;\nreturn 4 / (-z);',
      'all is right but «(a + 2)»: what a holds is wrong there' },
    { 'return z / (3 + 2);', 'return z / (-z);', 'all is right but «(3 + 2)»: something is missing there' },
  }
  for _, each in ipairs(SLIPS) do
    it('has a name that is true: ' .. each[3], function()
      local text, found = stub(each[1] .. '\n'), nil
      for _, edit in ipairs(mutants.of(text, parts.of(stub 'double s = exp(-z);\nreturn 1 + s * z;\n'))) do
        local is_meant = edit.text:gsub('%s', '') == stub(each[2]):gsub('%s', '')
        if is_meant then found = kinds.of(edit, text) end
      end
      assert.truthy(found, 'no edit leads there')
      assert.equal(1, (found:find(each[3], 1, true)), found)
    end)
  end

  -- What is said of a part and of what belongs there, held to both.
  it('says of a part only what is so, in the edits of every solution', function()
    local ORDINAL, count = { first = 1, second = 2, third = 3, fourth = 4 }, {}
    local function has(text, word) return text:find('%f[%w_]' .. word .. '%f[^%w_]') ~= nil end
    local function calls(text, word) return text:find('%f[%w_]' .. word .. '%s*%(') ~= nil end
    -- Has the first a word that the second has not: a function if `is_called`, another name if not?
    local function is_new(one, other, is_called)
      for word, after in one:gmatch '%f[%w_]([%a_][%w_]*)()' do
        if (one:match('^%s*%(', after) ~= nil) == is_called and not has(other, word) then return true end
      end
      return false
    end
    local CLAIMS = {
      ['(%S+) does not belong there'] = function(old, new, word) return has(old, word) and not has(new, word) end,
      ['another function than (%S+) belongs there'] = function(old, new, word)
        return calls(old, word) and not has(new, word) and is_new(new, old, true)
      end,
      ['another name than (%S+) belongs there'] = function(old, new, word)
        return has(old, word) and not has(new, word) and is_new(new, old, false)
      end,
      ['what (%S+) holds is wrong there'] = function(old, new, word)
        return has(old, word) and not calls(old, word) and not has(new, word)
      end,
      ['what (%S+) gives is wrong there'] = function(old, new, word) return calls(old, word) and not has(new, word) end,
      ['a function is missing (there)'] = function(old, new) return is_new(new, old, true) end,
      ['something is missing (there)'] = function(old, new) return is_new(new, old, false) end,
    }
    -- Which of the words of its line that are the same an edit replaces, if there are more.
    local function place(text, edit)
      local from = text:sub(1, edit.from - 1):match '()[^\n]*$'
      local line, here, all = text:match('^[^\n]*', from):gsub('/%*.*', ''), nil, 0
      for at in line:gmatch('()%f[%w_]' .. edit.old .. '%f[^%w_]') do
        all = all + 1
        if from + at - 1 == edit.from then here = all end
      end
      return all > 1 and here or nil
    end
    local STEP, number = os.getenv 'GW_LONG' and 1 or 5, 0
    for _, e in ipairs(exercise.list()) do
      local text = files.read(e.solution)
      for _, each in ipairs(mutants.of(text, parts.of(text))) do
        local edit = each.kind == 'everywhere' and each.of or each
        number = number + (edit.kind == 'part' and 1 or 0)
        local said = edit.kind == 'part' and number % STEP == 0 and kinds.of(edit, text, each.parts) or ''
        if said:match '^all is right but [^w]' then
          local context = ('%s: %s → %s: %s'):format(e.name, edit.old, edit.new, said)
          local ordinal = ORDINAL[said:match '^all is right but the (%a+)']
          local wanted = not each.parts and edit.old:match '^[%w_]+$' and place(text, edit) or nil
          if not (wanted and wanted > 4) then assert.equal(wanted, ordinal, context) end
          if ordinal then count.ordinal = (count.ordinal or 0) + 1 end
          local claim = said:match '»: (.*)$'
          for words, is_so in pairs(claim and CLAIMS or {}) do
            local word = claim:match('^' .. words .. '$')
            if word then
              assert.is_true(is_so(edit.old, edit.new, word), context)
              count[words], claim = (count[words] or 0) + 1, nil
              break
            end
          end
          assert.is_nil(claim, context)
        end
      end
    end
    -- No solution has two functions for each other; the first test has.
    count['another function than (%S+) belongs there'] = 1
    for words in pairs(CLAIMS) do assert.is_truthy(count[words], words) end
    assert.is_truthy(count.ordinal)
  end)
end)

describe('the edits that are tried', function()
  -- The right sides of a text that stand on one line and are long enough to be known again: {from, to}; and
  -- where the name of what is set stands, {name, ends}, if it is not returned. Is it a variable of its own?
  local function right_sides(text)
    local list, bare = {}, source.bare(text)
    for from, line in bare:gmatch '()([^\n]+)' do
      local at, side, stop = line:match '^[^=;{}]+[^=<>!]=%s*()([^=;{}][^;{}]*)();%s*$'
      if not at then at, side, stop = line:match '^%s*return%f[%W]%s*()([^;]+)();%s*$' end
      if at and #side:gsub('%s', '') > 8 then
        local place = line:sub(1, at - 1):match '^[^=]*=%s*$' or ''
        local is_own = place:match '^[%w_%s]+[-+*/]?=%s*$' ~= nil
        local name, ends = place:match(is_own and '()[%w_]+()%s*[-+*/]?=%s*$' or '%f[%w_]()[%w_]+()%s*[^%w_%s(]')
        list[#list + 1] = { from = from + at - 1, to = from + stop - 2, is_own = is_own,
          name = name and from + name - 1, ends = ends and from + ends - 2 }
      end
    end
    return list
  end

  local function changes(edit, side) return edit.from ~= nil and edit.from >= side.from and edit.from <= side.to end

  it('leave alone what the solution has just so, and nothing else', function()
    local tried, left = 0, 0
    for _, e in ipairs(some_exercises) do
      local text = files.read(e.solution)
      local sides = right_sides(text)
      local last = sides[#sides]
      if last then
        -- A factor more in the last right side; what is before it stays where it was.
        local wrong = ('%s3 * (%s)%s'):format(text:sub(1, last.from - 1), text:sub(last.from, last.to),
          text:sub(last.to + 1))
        local is_tried = false
        for _, edit in ipairs(slip.ordered(wrong, e)) do
          is_tried = is_tried or changes(edit, last)
          for i = 1, #sides - 1 do
            assert.is_falsy(changes(edit, sides[i]), ('%s: %s → %s'):format(e.name, edit.old, edit.new))
          end
        end
        assert.is_true(is_tried, e.name)
        tried, left = tried + 1, left + #sides - 1
      end
    end
    assert.is_true(tried > 5 and left > 2, ('%d, %d'):format(tried, left))
  end)

  it('are those of a right side in another place, but for a variable under another name', function()
    local own, others = 0, 0
    for _, e in ipairs(some_exercises) do
      local text, side = files.read(e.solution), nil
      for _, each in ipairs(right_sides(text)) do side = each.name and each or side end
      if side then
        local moved = text:sub(1, side.name - 1) .. 'elsewhere' .. text:sub(side.ends + 1)
        local is_tried, by = false, #moved - #text
        for _, edit in ipairs(slip.ordered(moved, e)) do
          is_tried = is_tried or changes(edit, { from = side.from + by, to = side.to + by })
        end
        assert.equal(not side.is_own, is_tried, e.name)
        own, others = own + (side.is_own and 1 or 0), others + (side.is_own and 0 or 1)
      end
    end
    assert.is_true(own > 0 and others > 0, ('%d, %d'):format(own, others))
  end)
end)

describe('a slip at several places', function()
  -- What was meant, and what it is said to be.
  local SLIPS = {
    { 'return sin(z) + z * sin(2 * z);', 'return cos(z) + z * cos(2 * z);',
      'line 4: another function than «sin» belongs there, twice' },
    { 'double a = 1 / (1 + z);\nreturn a * a / (1 + z);', 'double a = 1 / sqrt(1 + z);\nreturn a * a / sqrt(1 + z);',
      'lines 4 and 5: a function is missing around «(1 + z)», twice' },
    { 'double a = z, b = 2;\nreturn a * a + b;', 'double a = z, b = 2;\nreturn b * b + a;',
      'line 5: a and b are exchanged, from here on' },
    { 'return z + exp(z) + 3;', 'return z * exp(z) * 3;', 'line 4: a sum, where a product belongs' },
    { 'return z * exp(z) * 3;', 'return z + exp(z) + 3;', 'line 4: a product, where a sum belongs' },
    { 'double s = 2 * z;\ns = s * s;\nreturn s + z * s;',
      'double s = 2 * z;\ndouble t = s;\ns = s * s;\nreturn t + z * s;',
      'line 5: s gets its new number here, and line 6 still needs the old one' },
    { 'double sum = 0;\nfor (int i = 0; i < 3; i++) {\nsum += z;\nz += sum / 3;\n}\nreturn z;',
      'double sum = 0;\nfor (int i = 0; i < 3; i++) {\nsum += z;\n}\nfor (int i = 0; i < 3; i++) {\n' ..
      'z += sum / 3;\n}\nreturn z;', 'line 5: this loop does two things' },
    { 'double p = z;\nreturn p + 1;', 'double p = 0;\nreturn p + 1;', 'line 4: what it starts with, «z»' },
    { 'for (int i = 0; i < 30 && i < 10; i++) z += i;\nreturn z;', 'for (int i = 0; i < 30; i++) z += i;\nreturn z;',
      'line 4: where this loop begins or ends' },
    { 'for (int i = 0; i < 9; i += 2) z += i;\nreturn z;', 'for (int i = 0; i < 9; i += 4) z += i;\nreturn z;',
      'line 4: the step of this loop' },
    { 'int n = 2;\nreturn 1 / (n * 3) * z + 1 / (n * 3);',
      'int n = 2;\nreturn 1 / (double)(n * 3) * z + 1 / (double)(n * 3);',
      'line 5: «1 / (n * 3)» divides two whole numbers' },
    { 'return (int)z + 0.5;', 'return z + 0.5;', 'line 4: «(int)» drops what comes after the point' },
    { 'float a = 0.5f;\nreturn a * expf(z);', 'double a = 0.5;\nreturn a * exp(z);',
      'lines 4 and 5: a float keeps 7 digits, a double 16: here «float», «0.5f», «expf»' },
    { 'int n = 2;\nfor (int i = 0; i < 3; i++) {\nint n = 0;\nn++;\n}\nreturn z + n;',
      'int n = 2;\nfor (int i = 0; i < 3; i++) {\nn++;\n}\nreturn z + n;',
      'line 6: «int n = 0;» makes a new variable, and the one that is there stays as it was: leave it out' },
    { 'double s = sin(z);\nreturn 1 / (1 + sin(z)) / sin(2 * z);', 'double s = cos(z);\nreturn 1 / (1 + cos(z)) / ' ..
      'sin(2 * z);', 'lines 4 and 5: another function than «sin» belongs there, twice' },
    { 'double s = 2 * z;\nfor (int i = 0; i < 3; i++) {\nz += s;\n}\nreturn z;',
      'double s = 2 * z;\nfor (int i = 0; i < 3; i++) {\nz += s;\ns = 2 * z;\n}\nreturn z;',
      'line 4: s is worked out here, once, and the loop of line 5 needs it anew' },
    { 'return z * 7;', 'return z * z;', 'line 4: instead of the number «7» a name belongs' },
    { '#define FAR 15\nreturn z > FAR ? z : 0;', 'return z > 16 ? z : 0;', 'line 5: the number «15»' },
    { 'if (z = 3) return 1;\nreturn z;', 'if (z == 3) return 1;\nreturn z;',
      'line 4: one = in «(z = 3)» sets a variable, and two, ==, compare' },
    { 'double s = 0;\nfor (int i = 0; i < 3; i++) {\nif (i == z) continue;\ns += i;\n}\nreturn s;',
      'double s = 0;\nfor (int i = 0; i < 3; i++) {\nif (i == z) continue;\n}\nfor (int i = 0; i < 3; i++) {\n' ..
      's += i;\n}\nreturn s;', nil, 'is none where a round is left' },
    { 'double s = z, t = 1;\nif (z > 0)\ns = 3;\nreturn s * t;', 'double s = z, t = 1;\nif (z > 0)\n{ s = 3; ' ..
      't = 2; }\nreturn s * t;', nil },
  }
  local d = { outputs = { { name = 'your answer' } } }
  local solution = parts.of(stub 'double s = 1 / (1 + exp(-z));\nreturn s + z * s * (1 - s);\n')

  -- The same to the compiler, however it is written.
  local function essence(text)
    return (text:gsub('double was_it = 0;', ''):gsub('%s', ''):gsub('[{}]', ''):gsub('was_it=s;', 'doublet=s;')
      :gsub('was_it', 't'))
  end

  for _, each in ipairs(SLIPS) do
    local name = each[3] and 'has a name that is true: ' .. each[3] or each[4] or 'is none where two lines are missing'
    it(name, function()
      local text, found = source.expanded(stub(each[1] .. '\n')), nil
      for _, edit in ipairs(mutants.of(text, solution)) do
        local meant = each[1]:match '^#' and stub('#define FAR 15\n' .. each[2] .. '\n') or stub(each[2] .. '\n')
        if not found and essence(edit.text) == essence(meant) then found = wording.of(d, edit, text).text end
      end
      if each[3] then assert.equal(1, (found or 'no edit leads there'):find(each[3], 1, true), found)
      else assert.is_nil(found) end
    end)
  end

  it('stands beside a known mistake that answers the same', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(-z));\nreturn s + z * s * 1 - s;\n')
    local said = exercises 'try 4 swish_slope':gsub('%s+', ' ')
    assert.matches('Each of these would answer exactly this: – line 5: C does .* around «1 %- s»', said)
    assert.matches('– this is swish itself, not its slope', said)
  end)

  it('is two slips, each with its line', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(z));\nreturn s + 3 * s * (1 - s);\n')
    assert.matches('Probably: line 4: a sign – and line 5: instead of the number «3» a name belongs',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)

  it('is what is too many, and not a number that only makes it dead', function()
    write('swish_slope', stub('if (z > 5) z = 5;\nif (z < -5) z = -5;\ndouble s = 1 / (1 + exp(-z));\n' ..
      'return s + z * s * (1 - s);\n'))
    assert.matches('line 4: what this if treats apart needs no case of its own – and line 5: what this if treats',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)

  it('is said to be one of two where either mends it', function()
    write('swish_slope', stub 'double s = 1 / (1 + exp(-z));\ndouble t = s * s * (1 - s);\nreturn s + z * t;\n')
    assert.matches('Probably: line 5: an extra factor – or line 6: a factor is missing',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)

  it('is a known mistake, though a case of its own is right', function()
    write('swish_slope', stub 'if (z == 0) return 0.5;\nreturn z / (1 + exp(-z));\n')
    assert.matches('Probably: this is swish itself, not its slope', (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)

  it('is a step, where nearly right is all that it makes it', function()
    write('swish_slope', 'static double f(double z) { return z / (1 + exp(-z)); }\n' ..
      stub 'double h = 1e-4;\nreturn (f(z + h) - f(z - h)) / (2 * h);\n')
    assert.matches('Probably: line 5: how nearly right it is depends on «1e%-4»',
      (exercises 'try 4 swish_slope':gsub('%s+', ' ')))
  end)
end)
