--- Words on a terminal: colour only where there is one and NO_COLOR is unset or
-- empty. make gathers what recipes say before it prints it, and tells in
-- MAKE_TERMOUT that its own output is a terminal.
local unistd = require 'posix.unistd'

local term = {}

local function given(name) return (os.getenv(name) or '') ~= '' end

term.colour = (unistd.isatty(1) == 1 or given 'MAKE_TERMOUT') and not given 'NO_COLOR' and os.getenv 'TERM' ~= 'dumb'

local function paint(code)
  return function(text)
    return term.colour and ('\27[%sm%s\27[0m'):format(code, text) or text
  end
end

term.bold, term.dim = paint '1', paint '2'
local PAINT = { pass = paint '32', fail = paint '1;31', undecided = paint '33' }

--- A verdict in nine columns, or other words in its colour.
function term.verdict(verdict, words)
  return PAINT[verdict](words or ('%-9s'):format(verdict))
end

--- Characters, not bytes, of UTF-8 text.
function term.width(text)
  return select(2, text:gsub('[^\128-\191]', ''))
end

--- Text with spaces after it, to a width in characters.
function term.pad(text, width)
  return text .. (' '):rep(width - term.width(text))
end

return term
