--- The known mistakes of an exercise, each with the sentence that says what is wrong.
--
-- mistakes/KEY.c is a wrong answer, and the comment that it begins with its sentence.
-- mistakes/KEY.diff has the sentence, a blank line, and what is otherwise than in the
-- solution: lines with «-» give way to those with «+», and lines with a blank stand there
-- and say where; between places stands a blank line. How far a line is indented is nothing.
local glob = require 'posix.glob'
local files = require 'gw.files'

local known_mistakes = {}

local function trimmed(line) return (line:match '^%s*(.-)%s*$') end

local function lines_of(text)
  local lines = {}
  for line in (text:gsub('\n$', '') .. '\n'):gmatch '(.-)\n' do lines[#lines + 1] = line end
  return lines
end

-- Where lines of a text begin that are these, and how often there are such.
local function places(lines, wanted)
  local first, count = nil, 0
  for at = 1, #lines - #wanted + 1 do
    local same = true
    for k, line in ipairs(wanted) do same = same and trimmed(lines[at + k - 1]) == trimmed(line) end
    if same then first, count = first or at, count + 1 end
  end
  return first, count
end

-- The solution with one place of it replaced.
local function replaced(lines, place, path)
  local old = {}
  for _, line in ipairs(place) do
    if not line:match '^[-+ ]' then error(('%s: «%s» begins with neither -, + nor a blank'):format(path, line), 0) end
    if not line:match '^%+' then old[#old + 1] = line:sub(2) end
  end
  if #old == 0 then error(('%s: nothing says where «%s» stands'):format(path, place[1]), 0) end
  local at, count = places(lines, old)
  if count ~= 1 then
    error(('%s: the solution has «%s» %d times; it must be there once'):format(path, trimmed(old[1]), count), 0)
  end
  local result = { unpack(lines, 1, at - 1) }
  for _, line in ipairs(place) do
    local sign = line:sub(1, 1)
    if sign == '+' then result[#result + 1] = line:sub(2) elseif sign == ' ' then result[#result + 1] = lines[at] end
    if sign ~= '+' then at = at + 1 end
  end
  for k = at, #lines do result[#result + 1] = lines[k] end
  return result
end

--- The sentence of a known mistake, and what stands behind it.
function known_mistakes.split(path, text)
  local sentence, rest
  if path:match '%.diff$' then
    sentence, rest = text:match '^(.-)\n\n+(.*)$'
    if not sentence then error(path .. ': behind its sentence and a blank line nothing stands', 0) end
  else
    sentence, rest = text:match '^/%*%s*(.-)%s*%*/(.*)$'
    if not sentence then error(path .. ': it does not begin with its sentence, a comment', 0) end
    sentence = sentence:gsub('\n *%*', ' ')
  end
  return sentence:gsub('%s+', ' '), rest
end

--- The answer that differs so from the solution, and the sentence.
function known_mistakes.applied(text, solution, path)
  local sentence, changes = known_mistakes.split(path, text)
  local lines, place = lines_of(solution), {}
  for _, line in ipairs(lines_of(changes .. '\n\n')) do
    if line ~= '' then
      place[#place + 1] = line
    elseif #place > 0 then
      lines, place = replaced(lines, place, path), {}
    end
  end
  return table.concat(lines, '\n') .. '\n', sentence
end

local function read(path, e)
  local code = files.read(path)
  if path:match '%.diff$' then return known_mistakes.applied(code, files.read(e.solution), path) end
  return code, (known_mistakes.split(path, code))
end

--- All of an exercise: {{key, text, path, code}, …}, by their names.
function known_mistakes.of(e)
  local list = {}
  for _, path in ipairs(glob.glob((e.stub:gsub('stub%.c$', 'mistakes/*'))) or {}) do
    local code, sentence = read(path, e)
    list[#list + 1] = { key = path:match '([^/]+)%.%w+$':gsub('%-%d+$', ''), path = path, code = code, text = sentence }
  end
  return list
end

return known_mistakes
