--- The words of the command line: which options there are, and what stands behind --.
local argparse = require 'argparse'

local arguments = {}

local function could_not(text) error(text, 0) end

local parser = argparse('gradcheck',
  'Checks a gradient against the values of its function, with a bound on its own error.')
  :help_max_width(80)
  :epilog('A model gives size, cost and gradient, and if it likes point, blocks, examples, pattern and '
    .. 'alpha: see gradcheck(1).\n\nExit status: 0 pass, 1 fail, 2 it could not be run, 3 undecided.')
parser:argument('what', 'FILE.c, FILE.cpp, FILE.lua, FILE.so, or - for a model on standard input; a formula in x '
  .. 'and its derivative; or -- and a program that answers on a pipe, with its arguments. After a FILE, -- comes '
  .. 'before words for compiler and linker'):args '0-2'
parser:option('--seed', 'of the random points and steps'):default '1'
parser:option('--points', 'how many points to check at (default: 3)')
parser:option('--mode', 'each entry on its own, two random directions through each block, each entry and the complex '
  .. 'step, or the intermediates too, to say which equation is wrong first (default: entries)')
  :choices { 'entries', 'directions', 'complex', 'equations' }
parser:option('--alpha', "the step size of an update, so that a factor can be read as it, and the gradient after or "
  .. "before the update be known; else the model's own")
parser:option('--digits', 'accept what agrees to so many digits: of a gradient in single precision, or of an '
  .. 'iteration that stops early')
parser:option('--noise', 'accept as noise by how much the cost trembles at any distance, which may be a ripple too')
parser:option('--seconds', 'time limit of a model (default: 60)')
parser:option('--lang', 'language of the model, whatever it is called'):choices { 'c', 'c++', 'lua' }
parser:flag('--no-sanitize', 'compile without the sanitizers'):target 'no_sanitize'
parser:flag('--explain', 'show error against step size for the worst entry, and who is to blame')
parser:flag('--json', 'print the result for machines')
parser:flag('--list-mistakes', 'name every mistake that can be recognised'):target 'list_mistakes'
parser:flag('--version', 'print the version')

-- A word that it does not know is no failed check.
function parser:error(message) -- luacheck: no self
  could_not(message .. '; see gradcheck --help')
end

local function number(options, name, is_right, kind)
  if not options[name] then return end
  local value = tonumber(options[name])
  if not (value and is_right(value)) then could_not(('--%s must be %s'):format(name, kind)) end
  options[name] = value
end

local function whole(options, name, least, most)
  number(options, name, function(value) return value >= least and value <= most and value % 1 == 0 end,
    ('a whole number from %.0f to %.0f'):format(least, most))
end

--- Sorts words into those of the command and those behind --, nil where there is no --. A
-- formula may start with a minus and is no option.
function arguments.sorted(given)
  local words, behind = {}, nil
  for _, word in ipairs(given) do
    if behind then
      behind[#behind + 1] = word
    elseif word == '--' then
      behind = {}
    else
      words[#words + 1] = word:match '^%-[^-]' and word ~= '-h' and ' ' .. word or word
    end
  end
  return words, behind
end

--- The options in words; each number is one, in its range.
function arguments.parse(words)
  local options = parser:parse(words)
  whole(options, 'seed', 0, 2 ^ 53)
  whole(options, 'points', 1, 1000)
  whole(options, 'seconds', 1, 86400)
  number(options, 'digits', function(value) return value >= 1 and value <= 15 end, 'a number from 1 to 15')
  number(options, 'noise', function(value) return value > 0 and value < math.huge end, 'a positive number')
  number(options, 'alpha', function(value) return value > 0 and value < math.huge end, 'a positive number')
  return options
end

return arguments
