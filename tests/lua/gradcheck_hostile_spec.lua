-- gradcheck of programs that nobody chose: each answers rightly for a while, and then does
-- something hostile. Each check ends in a verdict or in one clear sentence, soon, and leaves
-- nothing. HOSTILE=1000 tries so many.
-- Slow: it goes first.
local hostile = dofile 'tests/gradcheck/doors/hostile.lua'
local shell = require 'tests.lua.shell'
local term = require 'gw.term'

local COUNT, SECONDS = tonumber(os.getenv 'HOSTILE') or hostile.count, 2

-- What is wrong with how gradcheck ended, in a sentence; or nothing.
local function fault(outcome, status, said, printed, seconds)
  local sentence = said:match '^gradcheck: ([^\n]+)\n$'
  if seconds > SECONDS + 20 then return ('it takes %d s'):format(seconds) end
  if outcome == 'same' and status ~= 0 then return 'a right gradient does not pass' end
  if outcome == 2 and status ~= 2 then return 'there is no sentence' end
  if outcome == 'late' and status ~= 2 and status ~= 3 then return 'it is neither a sentence nor undecided' end
  if status ~= 2 then
    return not (said == '' and printed:find('\n' .. ({ [0] = 'pass', 'fail', [3] = 'undecided' })[status] .. ': '))
      and 'there is no verdict' or nil
  end
  if printed ~= '' then return 'it prints besides' end
  if not sentence then return 'it is not one sentence' end
  if term.safe(sentence, 5000) ~= sentence then return 'it cannot be shown' end
  if term.width(sentence) > 450 then return 'it is long' end
  if not sentence:find('hostile.lua', 1, true) then return 'it does not say who' end
  if sentence:gsub('hostile%.lua', ''):find '%.lua' or sentence:find 'traceback' then return 'it is a riddle' end
end

describe('gradcheck of a hostile program', function()
  local here, first
  setup(function()
    here = shell.lines 'mktemp -d'[1]
    first = os.getenv 'HOSTILE' and os.time() * hostile.count or 0
  end)
  teardown(function() shell.run('rm -rf %s', here) end)

  it('ends in a verdict or in one clear sentence, and leaves nothing', function()
    -- Many wait for their time, so several are tried at once.
    local status, said = shell.run([[cd %s && mkdir tmp && seq %d %d | TMPDIR=$PWD/tmp xargs -P 4 -I{} sh -c '
      began=$(date +%%s); timeout 60 "$0/scripts/gradcheck" --seconds %d -- luajit \
      "$0/tests/gradcheck/doors/hostile.lua" {} >{}.out 2>{}.err; echo $? $(( $(date +%%s) - began )) >{}' "$OLDPWD"]],
      here, first, first + COUNT - 1, SECONDS)
    assert(status == 0, said)
    local function read(name)
      local file = assert(io.open(here .. '/' .. name))
      local text = file:read '*a'
      file:close()
      return text
    end
    local found = {}
    for seed = first, first + COUNT - 1 do
      local chosen = hostile.of(seed)
      local ended, seconds = read(tostring(seed)):match '(%d+) (%d+)'
      local err = read(seed .. '.err')
      local what = fault(chosen.outcome, tonumber(ended), err, read(seed .. '.out'), tonumber(seconds))
      if what then found[#found + 1] = ('%d, %s: %s: %s'):format(seed, chosen.name, what, err:sub(1, 500)) end
    end
    assert.equal('', table.concat(found, '\n'))
    assert.same({}, shell.lines('ls %s/tmp', here))
    assert.same({}, shell.lines 'pgrep -f "^luajit .*/doors/hostile.lua" || true')
  end)
end)
