-- Where a program is: in which loop that does not end, in which line that computes no number.
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local compile = require 'judge.compile'
local conduct = require 'judge.conduct'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local explain = require 'judge.explain'
local files = require 'gw.files'
local judge = require 'judge.answer'
local reader = require 'tests.lua.reader'
local trace = require 'judge.trace'

local e
for _, each in ipairs(exercise.list '04-sigmoid') do if each.name == 'swish_slope' then e = each end end

-- Calls body with an answer that is compiled, its function's lines from line 4 on.
local function with(lines, before, body)
  child.with_scratch('trace', function(scratch)
    local answer = { e = e, d = declaration.read(e), path = scratch .. '/swish_slope.c', scratch = scratch,
      text = reader.stub(lines .. '\n') .. before }
    if before ~= '' then answer.text = '#include "exercise.h"\n' .. before .. reader.stub(lines .. '\n') end
    files.write(answer.path, answer.text)
    assert.truthy(compile(e, answer.d, answer.path, scratch))
    body(answer)
  end)
end

describe('a loop without an end', function()
  local LOOPS = {
    { 'while (z < 9) {\nfor (int k = 0; k < 3; k++)\nz -= k;\n}\nreturn z;', 4, 'z < 9' },
    { 'for (int k = 0; k < 3; k++) {\nint n = 0;\nwhile (n < 3)\nz += k;\n}\nreturn z;', 6, 'n < 3', 'n' },
    { 'int k = 0;\ndo {\nz += 1e-9;\n} while (k < 2);\nreturn z;', 5, 'k < 2', 'k' },
    { 'for (;;)\nz += 1;\nreturn z;', 4 },
    { 'int n = 0;\nwhile (n >= 0)\nz += further(z);\nreturn z;', 13, 'n >= 0', 'n',
      'static double further(double z) {\n    double y = z;\n    for (int i = 0; i < 9; i++)\n        y /= 2;\n' ..
      '    return y;\n}\n' },
  }
  for _, each in ipairs(LOOPS) do
    it('is found by its line, and what in its condition stays: ' .. each[1]:gsub('\n', ' '), function()
      with(each[1], each[5] or '', function(answer)
        local found = trace.loop(answer, { { z = 1 }, ask.BEFORE })
        local line = 0
        local t = answer.text
        for l in t:gmatch '[^\n]*\n' do
          line = line + 1
          if not each[5] and line == each[2] or each[5] and l:match '^while' then
            assert.same({ line, each[3], each[4] and { each[4] } or nil }, { found.line, found.condition,
              found.fixed or nil })
          end
        end
      end)
    end)
  end
end)

describe('what is no number', function()
  it('has the line where it comes about', function()
    with('double r = z - 2;\ndouble q = r / r;\nreturn q + 1;', '', function(answer)
      assert.equal(5, trace.number(answer, { { z = 2 }, ask.BEFORE }, 'invalid'))
      assert.falsy(trace.number(answer, { { z = 3 }, ask.BEFORE }, 'invalid'))
    end)
    with('double q = z;\nreturn 1 / q + exp(z);', '', function(answer)
      for z, line in pairs { [0] = 5, [1e4] = 5, [1] = false } do
        assert.equal(line, trace.number(answer, { { z = z }, ask.BEFORE }, 'infinite') or false)
      end
    end)
  end)

  it('is what is wrong where it comes about wherever the answer is wrong, and only there', function()
    local RIGHT = 'double s = 1 / (1 + exp(-z));\n%s\nreturn q > 0 ? s + z * s * (1 - s) : 3;'
    for line, said in pairs { ['double q = z / z;'] = 'line 5: something becomes no number here',
      ['double q = z * z;'] = false } do
      with(RIGHT:format(line), '', function(answer)
        local list = judge.points(e, answer.d, answer.text, answer.scratch)
        assert.is_nil(conduct.manners(answer, list, (conduct.answers(answer, list))))
        assert.truthy(explain.failed(answer.d, list))
        local found = conduct.undefined(answer, list)
        assert.equal(said and 1, said and (found.text:find(said, 1, true)))
        if not said then assert.is_nil(found) end
      end)
    end
  end)
end)
