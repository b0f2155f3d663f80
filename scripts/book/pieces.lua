--- What stays together on paper.
--
-- Code: a listing stays on one page where it is small enough for little of the page before
-- it to stay empty. A larger one may be parted where something ends: after an empty line, a
-- line of a comment without words, the end of a long comment or of a function, before a `case`;
-- its frame stays open there. A paragraph that ends with a colon stays with what it
-- announces; a figure may go to the top of the next page, so its paragraph names it instead.
local pieces = {}

-- A third of a page in lines of a listing; what a listing's name and frame take, a heading
-- above, and a line of the text between, of which three lines at most must stay with it. An
-- exercise's stub has its task above its function, and is parted sooner.
local THIRD, FRAME, HEADING, SENTENCE, LETTERS, STUB = 16, 3, 4.5, 1.2, 75, 12
-- So many lines stay together at both ends.
local LEAST = 4

local function plain(code) return (code:gsub('<[^>]*>', '')) end

-- Whether something ends with this line of HTML, or begins with the next.
local function ends(line, next_line)
  local words, follows = plain(line), plain(next_line or '')
  return words:match '^%s*$' or words:match '^%s*%*$' or words:match '^%s*%*/%s*$'
    or words:match '^}' and not follows:match '^%s*$' or follows:match '^%s*case%s' or follows:match '^%s*default:'
end

-- The lines of a listing in pieces, each of which stays whole; nil if it is one.
local function parted(code)
  local lines, list, piece = {}, {}, {}
  for line in (code .. '\n'):gmatch '([^\n]*)\n' do lines[#lines + 1] = line end
  for i, line in ipairs(lines) do
    piece[#piece + 1] = line
    if ends(line, lines[i + 1]) and #piece >= LEAST and #lines - i >= LEAST then
      list[#list + 1], piece = table.concat(piece, '\n') .. '\n', {}
    end
  end
  list[#list + 1] = table.concat(piece, '\n')
  if #list == 1 then return nil end
  for i, text in ipairs(list) do list[i] = '<span class="piece">' .. text .. '</span>' end
  return table.concat(list)
end

-- How many lines must stay with a listing: its own, and those of what stands before it.
local function height(code, before)
  local sum = FRAME + select(2, code:gsub('\n', '\n')) + 1
  local rest, said = before:match '^(.*)<p[^>]*>(.-)</p>%s*$'
  if said then
    sum = sum + SENTENCE * math.min(3, math.ceil(#plain(said:gsub('<annotation.->.-</annotation>', '')) / LETTERS))
  end
  return (rest or before):match '</h%d>%s*$' and sum + HEADING or sum
end

--- HTML in which long listings have pieces, and paragraphs that lead in are marked.
function pieces.kept(body)
  body = body:gsub(':(</p>%s*<figure id="([^"]*)".-<figcaption><a [^>]*>([^<]*)</a>)', function(rest, id, number)
    return (' (<a href="#%s">%s</a>).%s'):format(id, number, rest)
  end)
  body = body:gsub('<p>(.-)</p>', function(words)
    local said = words:gsub('<annotation.->.-</annotation>', ''):gsub('<[^>]*>', '')
    return said:match ':%s*$' and ('<p class="leads">%s</p>'):format(words) or nil
  end)
  return (body:gsub('()<div class="listing%-box ([^"]*)">(.-<pre[^>]*><code[^>]*>)(.-)(</code></pre>)',
    function(start, kind, head, code, tail)
      local stub = head:find('/exercises/', 1, true)
      local small = stub and select(2, code:gsub('\n', '\n')) < STUB
        or not stub and height(code, body:sub(math.max(1, start - 4000), start - 1)) <= THIRD
      local new = not small and parted(code)
      return new and ('<div class="listing-box %s long">%s%s%s'):format(kind, head, new, tail) or nil
    end))
end

return pieces
