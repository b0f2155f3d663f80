--- How long a text takes, counted and not guessed: 180 words of prose a minute, and a
-- minute for each formula that stands by itself, each piece of code and each output.
-- Exercises take ten minutes each, and are told apart; so is a section that begins with
-- «Come back». What is folded is not counted.
local reading = {}

local WORDS, EXERCISE = 180, 10

local function exactly(part) return part.words / WORDS + part.fences end

-- Minutes, as a multiple of five.
local function minutes(part) return 5 * math.max(1, math.floor(exactly(part) / 5 + 0.5)) end

--- Returns { minutes =, practice =, later = } of a text, and its minutes unrounded.
function reading.times(text)
  local _, exercises = text:gsub('\n### %w+%.%d+ ', '')
  for _, apart in ipairs { '<details>.-</details>', '<!%-%- exercises %-%->.-<!%-%- /exercises %-%->',
    '<!%-%- nav %-%->.-<!%-%- /nav %-%->', '!%[.-%]%(.-%)' } do
    text = text:gsub(apart, '')
  end
  local now, later = { words = 0, fences = 0 }, { words = 0, fences = 0 }
  local part, inside = now, false
  for line in (text:gsub('<!%-%-.-%-%->', '') .. '\n'):gmatch '(.-)\n' do
    if line:match '^```' then
      inside = not inside
      part.fences = part.fences + (inside and 1 or 0)
    elseif not inside then
      if line:match '^## ' then part = now elseif line:match '^> %*%*Come back' then part = later end
      part.words = part.words + select(2, line:gsub('%f[%S]%S*%w%S*', ''))
    end
  end
  return { minutes = minutes(now), practice = EXERCISE * exercises, later = minutes(later) }, exactly(now)
end

return reading
