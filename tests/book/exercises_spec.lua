-- Each exercise refuses its stub, accepts its solution and other right answers, and
-- refuses wrong ones with the diagnosis in their names, wrong-KEY.c; its known mistakes;
-- and what single edits make of its solution. The Makefile
-- has judged every file, with GW_LONG=1 also the slow ones; what was found lies in build/tested/.
local glob = require 'posix.glob'
local json = require 'dkjson'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local paths = require 'gw.paths'

local function tested(e, answer)
  local path = ('%s/tested/%s/%s/%s.json'):format(paths.build, e.slug, e.name, answer)
  local text = assert(files.read(path), path .. ' is missing: make test makes it')
  return json.decode(text)
end

local SLOW = '^// Slow: make test%-long judges it%.\n'

local function answers(e, kind)
  local list = {}
  for _, path in ipairs(glob.glob(('tests/exercises/%s/%s/%s-*.c'):format(e.slug, e.name, kind)) or {}) do
    if os.getenv 'GW_LONG' or not files.read(path):match(SLOW) then list[#list + 1] = path:match '([^/]+)%.c$' end
  end
  return list
end

-- Edits of a solution that answer as it does: EQUIVALENT[exercise][edit].
local EQUIVALENT, total = {}, { made = 0, refused = 0, mistakes = 0 }
for line in files.read 'tests/exercises/equivalent.tsv':gmatch '[^\n]+' do
  local name, shown = line:match '^([^#\t]+)\t([^\t]+)\t[^\t]+$'
  if name then
    EQUIVALENT[name] = EQUIVALENT[name] or {}
    EQUIVALENT[name][shown] = true
  end
end

-- The numbers that a text shows, each with the place of its last digit.
local function shown_numbers(text)
  local list = {}
  for sign, digits in text:gmatch '([-−]?)(%d[%d.]*%d?)' do
    local decimals = #(digits:match '%.(%d*)' or '')
    list[#list + 1] = { (sign ~= '' and -1 or 1) * tonumber(digits), 0.5 * 10 ^ -decimals }
  end
  return list
end

for _, e in ipairs(exercise.list()) do
  describe(('exercise %s, %s/%s,'):format(e.page.number, e.slug, e.name), function()
    it('has three hints, a reason, a task, and a stub that shows one worked number', function()
      assert.equal(3, #e.page.hints)
      assert.truthy(e.page.why and #e.page.why > 80)
      assert.truthy(#e.page.text > 80)
      local stub = files.read(e.stub)
      assert.truthy(stub:find(('/* Exercise %s: '):format(e.page.number), 1, true), 'its number')
      local worked = assert(stub:match 'Worked: ([^\n]+)', 'no worked number')
      local example = tested(e, 'solution').example
      local shown = shown_numbers(worked:match '.*[=:](.-)$')
      assert.truthy(#shown > 0 and #shown <= #example, 'the worked numbers are the first of the answer')
      for i, number in ipairs(shown) do
        assert.truthy(math.abs(number[1] - example[i]) <= number[2] * 1.0001,
          ('the stub says %g, the solution %g'):format(number[1], example[i]))
      end
    end)

    it('shows an example within its domain', function()
      local d = declaration.read(e)
      for name, range in pairs(d.domain or {}) do
        local given = d.example[name]
        for _, x in ipairs(type(given) == 'table' and given or { given }) do
          if type(x) == 'number' and type(range[1]) == 'number' then
            assert.truthy(x >= range[1] and x <= range[2], ('%s = %g'):format(name, x))
          end
        end
      end
    end)

    it('refuses the stub, and counts it as not started', function()
      assert.equal('wrong', tested(e, 'stub').state)
      assert.is_false(exercise.is_begun { work = e.stub, stub = e.stub })
    end)

    it('accepts the solution', function()
      local r = tested(e, 'solution')
      assert.same({ 'done', 0 }, { r.state, #r.warnings }, r.evidence)
    end)

    it('accepts two right answers that are written otherwise', function()
      local list = answers(e, 'right')
      assert.truthy(#list >= 2)
      for _, answer in ipairs(list) do
        local r = tested(e, answer)
        assert.equal('done', r.state, ('%s: %s %s'):format(answer, r.text, r.evidence))
      end
    end)

    it('refuses wrong answers and says which mistake each is', function()
      for _, answer in ipairs(answers(e, 'wrong')) do
        local r, key = tested(e, answer), answer:match '^wrong%-(.*)$'
        assert.equal('wrong', r.state, answer)
        local keys = { r.key }
        for _, mistake in ipairs(r.mistakes) do keys[#keys + 1] = mistake.key end
        local said = ' ' .. table.concat(keys, ' ') .. ' '
        local named = said:find(' ' .. key .. ' ', 1, true) -- mean-over-m-minus-1 ends in a number itself
        assert.truthy(named or said:find(' ' .. key:gsub('%-%d+$', '') .. ' ', 1, true),
          ('%s is said to be %s (%s)'):format(answer, table.concat(keys, ', '), r.evidence or r.text))
      end
    end)

    it('has a solution that the gradient checker holds to the cost, where there is one', function()
      local proof = tested(e, 'edits').proof
      if not proof then return end
      assert.equal(0, proof.fail)
      assert.truthy(proof.pass > proof.undecided, ('%d of %d undecided'):format(proof.undecided, proof.pass))
    end)

    it('refuses every known mistake, and every edit of the solution but those that answer as it does', function()
      local r = tested(e, 'edits')
      assert.same({}, r.mistakes_accepted)
      assert.truthy(r.made >= 10, ('%d edits'):format(r.made))
      local left = {}
      for shown in pairs(EQUIVALENT[e.name] or {}) do left[shown] = true end
      for _, edit in ipairs(r.survivors) do
        assert.truthy(EQUIVALENT[e.name] and EQUIVALENT[e.name][edit.shown],
          ('line %d would pass: %s'):format(edit.line,
          edit.shown))
        left[edit.shown] = nil
      end
      assert.is_nil(next(left), 'equivalent.tsv has one too many')
      total.made, total.refused, total.mistakes = total.made + r.made, total.refused + r.refused,
        total.mistakes + r.mistakes
    end)
  end)
end

it('states how much was refused', function()
  local kept, cheats = #glob.glob 'tests/exercises/*/*/wrong-*.c', #(glob.glob 'tests/exercises/cheats/*.c' or {})
  print(('# %d exercises: %d edits of solutions made, %d refused, %d answer as the solution does; %d known mistakes ' ..
    'and %d other answers refused; %d cheats'):format(#exercise.list(), total.made, total.refused,
    total.made - total.refused, total.mistakes, kept, cheats))
  assert.truthy(total.refused > 8 * 459, 'eight times as many as were written by hand')
end)

it('every chapter has at least two exercises', function()
  for _, path in ipairs(glob.glob(paths.root .. '/chapters/*-*/README.md')) do
    local slug = path:match 'chapters/([^/]+)/'
    assert.truthy(not files.read(path):match '^# %w+%. ' or #exercise.list(slug) >= 2, slug)
  end
end)
