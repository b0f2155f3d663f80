--- Reads CSV (RFC 4180): quoted fields, doubled quotes, line breaks inside
-- quotes, LF or CRLF; the first row names the columns.
local lpeg = require 'lpeg'
local files = require 'gw.files'

local csv = {}

local P, S, C, Cs, Ct, Cp = lpeg.P, lpeg.S, lpeg.C, lpeg.Cs, lpeg.Ct, lpeg.Cp
local newline = P '\r\n' + P '\n' + P '\r'
local quoted = P '"' * Cs(((P(1) - '"') + P '""' / '"') ^ 0) * P '"'
local plain = C((P(1) - S ',\r\n"') ^ 0)
local field = quoted + plain
local record = Ct(field * (P ',' * field) ^ 0)
-- Each record with the place after it, so that the first bad one can be named.
local grammar = Ct((record * newline * Cp()) ^ 0 * (record * Cp()) ^ -1) * Cp()

local function lines_in(text, first, last)
  return select(2, text:sub(first, last):gsub('\r\n?', '\n'):gsub('\n', ''))
end

--- The table in a file: {path, columns = {…}, rows = {{…}, …}, line = {…}},
-- every cell as text. Errors name file and line.
function csv.read(path)
  local text, message = files.read(path)
  if not text then error(('cannot read %s'):format(message), 0) end
  text = text:gsub('^\239\187\191', '') -- a byte order mark
  if not text:match '%S' then error(path .. ' is empty', 0) end
  local parsed, stop = grammar:match(text)
  if stop <= #text then
    error(('%s:%d: not CSV: a quote where none may stand, or one that never ends'):format(path,
      lines_in(text, 1, stop) + 1), 0)
  end
  local t = { path = path, rows = {}, line = {} }
  local start, line = 1, 1
  for i = 1, #parsed, 2 do
    local cells, after = parsed[i], parsed[i + 1]
    if #cells > 1 or cells[1] ~= '' then
      if not t.columns then
        t.columns = cells
      elseif #cells ~= #t.columns then
        error(('%s:%d: %d cells, but the header names %d columns'):format(path, line, #cells, #t.columns), 0)
      else
        t.rows[#t.rows + 1], t.line[#t.line + 1] = cells, line
      end
    end
    start, line = after, line + lines_in(text, start, after - 1)
  end
  if #t.rows == 0 then error(path .. ' has a header but no rows', 0) end
  return t
end

return csv
