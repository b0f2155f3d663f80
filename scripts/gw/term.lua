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

--- Words on a terminal's last line until others take their place.
function term.passing(words)
  if unistd.isatty(1) == 1 and os.getenv 'TERM' ~= 'dumb' then
    io.write('\r\27[K', words)
    io.flush()
  end
end

--- Characters, not bytes, of UTF-8 text; its colours take no room.
function term.width(text)
  return select(2, text:gsub('\27%[[%d;]*m', ''):gsub('[^\128-\191]', ''))
end

-- By how many bytes follow; what could be said shorter, or is half of a pair, is none.
local UTF8 = { [0] = '[%z\1-\127]', '[\194-\223]', '[\224-\239]', '[\240-\244]' }

--- Somebody else's text on one line: what controls a terminal, or is no UTF-8, becomes
-- ?, and after `most` characters, 40 if left out, it is cut.
function term.safe(text, most)
  most = most or 40
  local out, i = {}, 1
  while i <= #text and #out <= most do
    local length = 1
    for more = 0, 3 do
      if text:match('^' .. UTF8[more] .. ('[\128-\191]'):rep(more), i)
        and not text:match('^\224[\128-\159]', i) and not text:match('^\237[\160-\191]', i)
        and not text:match('^\240[\128-\143]', i) and not text:match('^\244[\144-\191]', i) then length = 1 + more end
    end
    local c = text:sub(i, i + length - 1)
    out[#out + 1] = (c:match '^[%z\1-\31\127-\255]$' or c:match '^\194[\128-\159]$') and '?' or c
    i = i + length
  end
  if #out > most then out[most + 1] = '…' end
  return table.concat(out)
end

--- Text with spaces after it, to a width in characters.
function term.pad(text, width)
  return text .. (' '):rep(width - term.width(text))
end

return term
