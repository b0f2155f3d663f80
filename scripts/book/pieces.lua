--- What stays together on paper.
--
-- Code: a short listing stays on one page, a long one may be parted, where
-- something ends: after an empty line, a line of a comment without words, or the end of a
-- comment. A paragraph that ends with a colon stays with what it announces; a figure may
-- go to the top of the next page, so its paragraph names it instead.
local pieces = {}

-- So many lines are never parted, fewer of an exercise's stub, whose task stands above its
-- function; and so many stay together at both ends.
local SHORT, SHORT_STUB, LEAST = 35, 12, 4

-- Whether something ends with this line of HTML.
local function ends(line)
  local words = line:gsub('<[^>]*>', '')
  return words:match '^%s*$' or words:match '^%s*%*$' or words:match '%*/%s*$'
end

-- The lines of a listing in pieces, each of which stays whole.
local function parted(code)
  local list, piece, left = {}, {}, select(2, code:gsub('\n', '\n')) + 1
  for line in (code .. '\n'):gmatch '([^\n]*)\n' do
    piece[#piece + 1], left = line, left - 1
    if ends(line) and #piece >= LEAST and left >= LEAST then
      list[#list + 1], piece = table.concat(piece, '\n') .. '\n', {}
    end
  end
  list[#list + 1] = table.concat(piece, '\n')
  if #list == 1 then return nil end
  for i, lines in ipairs(list) do list[i] = '<span class="piece">' .. lines .. '</span>' end
  return table.concat(list)
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
  return (body:gsub('<div class="listing%-box ([^"]*)">(.-<pre[^>]*><code[^>]*>)(.-)(</code></pre>)',
    function(kind, head, code, tail)
      local short = head:find('/exercises/', 1, true) and SHORT_STUB or SHORT
      if select(2, code:gsub('\n', '\n')) < short then return nil end
      local new = parted(code)
      return new and ('<div class="listing-box %s long">%s%s%s'):format(kind, head, new, tail)
    end))
end

return pieces
