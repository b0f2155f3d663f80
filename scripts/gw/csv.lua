--- Reads CSV (RFC 4180): quoted fields, doubled quotes, line breaks inside
-- quotes, LF or CRLF; the first row names the columns. A file is read record by
-- record, and no more of it is kept than one.
local lpeg = require 'lpeg'
local stat = require 'posix.sys.stat'
local files = require 'gw.files'
local term = require 'gw.term'

local csv = {}

local BLOCK = 2 ^ 16 -- bytes read at a time
local MOST_BYTES = 2 ^ 22 -- of a record
local MOST_CELL_BYTES = 1000

local P, S, C, Cs, Ct, Cp = lpeg.P, lpeg.S, lpeg.C, lpeg.Cs, lpeg.Ct, lpeg.Cp
local newline = P '\r\n' + P '\n' + P '\r'
local quoted = P '"' * Cs(((P(1) - '"') + P '""' / '"') ^ 0) * P '"'
local plain = C((P(1) - S ',\r\n"') ^ 0)
local field = quoted + plain
local record = Ct(field * (P ',' * field) ^ 0)
-- A record and the place after it. More may be to come: a line break tells that a
-- record is over, but a CR at the end may be half of one.
local whole = record * newline * Cp()
local last = record * -P(1) * Cp()

local function lines_in(text, first, after)
  return select(2, text:sub(first, after - 1):gsub('\r\n?', '\n'):gsub('\n', ''))
end

--- A plain file, opened.
function csv.file(path)
  local found = path ~= '' and stat.stat(path)
  if found and stat.S_ISREG(found.st_mode) == 0 then
    error(('%s is %s, not a plain file'):format(path, stat.S_ISDIR(found.st_mode) ~= 0 and 'a folder' or
      stat.S_ISFIFO(found.st_mode) ~= 0 and 'a pipe' or 'a device'), 0)
  end
  files.seen[path] = true
  local file, message = io.open(path, 'rb')
  if not file then error('cannot read ' .. message, 0) end
  return file
end

-- Of what is no text that can be read, the sentence.
local function refused(text, path)
  if text:match '^\255\254' or text:match '^\254\255' then
    return path .. ' is in UTF-16: save it as UTF-8'
  elseif text:find('\0', 1, true) then
    return path .. ' holds bytes that no text does: is it a CSV file?'
  end
end

--- Opens a file: {path, columns = {…}, next = function}. next() returns the cells of
-- the next row, all as text, and its line, or nil at the end. Errors name file and line.
function csv.open(path)
  local file = csv.file(path)
  local text, at, line, is_over = '', 1, 1, false

  local function more()
    local block = file:read(BLOCK)
    local rest = text:sub(at)
    if block then
      if #rest > MOST_BYTES then
        error(('%s:%d: a row of more than %d bytes: is it a CSV file, with a line break after each row?'):format(path,
          line, MOST_BYTES), 0)
      end
      text, at = rest .. block, 1
      local sentence = refused(line == 1 and text or block, path)
      if sentence then error(sentence, 0) end
    else
      is_over = true
    end
  end

  -- The next record, blank or not, and the line that it began on.
  local function next_record()
    while true do
      local cells, after = whole:match(text, at)
      if cells and after > #text and not is_over and text:sub(-1) == '\r' then cells = nil end
      if not cells and is_over then
        cells, after = last:match(text, at)
        if at > #text then return nil end
        if not cells then
          error(('%s:%d: not CSV: a quote where none may stand, or one that never ends'):format(path, line), 0)
        end
      end
      if cells then
        local began = line
        line, at = line + lines_in(text, at, after), after
        return cells, began
      end
      more()
    end
  end

  local function next_row()
    local cells, began
    repeat cells, began = next_record() until not cells or #cells > 1 or cells[1]:match '%S'
    if not cells then
      file:close()
      return nil
    end
    for _, cell in ipairs(cells) do
      if #cell > MOST_CELL_BYTES then
        error(('%s:%d: a cell of %d bytes, «%s»: at most %d are read'):format(path, began, #cell, term.safe(cell),
          MOST_CELL_BYTES), 0)
      end
    end
    return cells, began
  end

  more()
  text = text:gsub('^\239\187\191', '') -- a byte order mark
  local columns = next_row()
  if not columns then error(path .. ' is empty', 0) end
  return { path = path, columns = columns, next = function()
    local cells, began = next_row()
    if cells and #cells ~= #columns then
      error(('%s:%d: %d cells, but the header names %d columns'):format(path, began, #cells, #columns), 0)
    end
    return cells, began
  end }
end

return csv
