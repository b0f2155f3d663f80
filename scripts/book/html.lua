--- Small questions to a piece of HTML that pandoc wrote. It closes what it opens and
-- quotes what it names, so patterns are enough.
local html = {}

local ENTITY = { amp = '&', lt = '<', gt = '>', quot = '"', ['#39'] = "'" }

function html.escaped(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

--- The text of a piece, in one line.
function html.text(piece)
  local text = piece:gsub('<annotation.-</annotation>', ''):gsub('</?[%a][^>]*>', function(tag)
    -- The end of a block parts words, the end of an emphasis does not.
    return tag:match '^</?[pdlthuofb][^>/]*>?' and not tag:match '^</?b>' and ' ' or ''
  end)
  return (text:gsub('&([%a#%d]+);', ENTITY):gsub('\194\160', ' '):gsub('%s+', ' '):gsub('^ ', ''):gsub(' $', ''))
end

--- The headings of a piece: { level, id, inner, first, last }, the last two being
-- where the heading's element begins and ends.
function html.headings(piece)
  local list, at = {}, 1
  while true do
    local first, last, level, id, inner = piece:find('<h(%d) id="([^"]*)"[^>]*>(.-)</h%d>', at)
    if not first then return list end
    list[#list + 1] = { level = tonumber(level), id = id, inner = inner, first = first, last = last }
    at = last + 1
  end
end

--- The piece cut at its headings: { id, title, body }; what stands before the first
-- heading has neither id nor title.
function html.sections(piece)
  local headings, list = html.headings(piece), {}
  list[1] = { body = piece:sub(1, (headings[1] and headings[1].first or #piece + 1) - 1) }
  for i, heading in ipairs(headings) do
    local next_one = headings[i + 1]
    list[#list + 1] = { id = heading.id, title = html.text(heading.inner),
      body = piece:sub(heading.last + 1, next_one and next_one.first - 1 or #piece) }
  end
  return list
end

--- One section with all that is below it: from its heading up to the next of the
-- same level or a higher one. Nil if there is none of that name.
function html.section(piece, id)
  local headings = html.headings(piece)
  for i, heading in ipairs(headings) do
    if heading.id == id then
      local last = #piece
      for k = i + 1, #headings do
        if headings[k].level <= heading.level then last = headings[k].first - 1 break end
      end
      return piece:sub(heading.first, last)
    end
  end
end

--- Puts values into a template: {{name}}.
function html.fill(template, values)
  return (template:gsub('{{([%w_]+)}}', function(name)
    return values[name] or error('the template asks for «' .. name .. '»', 0)
  end))
end

return html
