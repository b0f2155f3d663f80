--- Where a file of the repository stands in the book. Plain Lua: pandoc's own
-- interpreter reads this as well as LuaJIT.
local names = {}

--- Joins a relative link to the folder of the file that holds it:
-- 'chapters/04-sigmoid/README.md', '../../csrc/sigmoid.h' → 'csrc/sigmoid.h'.
-- Nil where it climbs out of the repository.
function names.resolve(from, link)
  local parts = {}
  for part in (from:match '^(.*/)' or ''):gmatch '[^/]+' do parts[#parts + 1] = part end
  for part in link:gmatch '[^/]+' do
    if part == '..' then
      if #parts == 0 then return nil end
      parts[#parts] = nil
    elseif part ~= '.' then
      parts[#parts + 1] = part
    end
  end
  return table.concat(parts, '/')
end

--- The short name of a text: README.md → readme, chapters/04-sigmoid/README.md →
-- 04-sigmoid, data/README.md → data, CONTRIBUTING.md → contributing.
function names.page(path)
  return (path:gsub('%.md$', ''):gsub('/README$', ''):gsub('^chapters/', ''):gsub('/', '-'):lower())
end

--- Whether a file is a page of prose. Every other file is shown as source.
function names.is_page(path)
  return path:match '^%u+%.md$' ~= nil or path:match '^chapters/[^/]+/README%.md$' ~= nil
    or path:match '^%l+/README%.md$' ~= nil
end

--- Where a file stands in the site, from the site's root.
function names.in_site(path)
  if names.is_page(path) then return names.page(path) .. '.html' end
  local figure = path:match '^plots/(.+%.svg)$' or path:match '^plots/(.+%.png)$'
  if figure then return 'figures/' .. figure end
  return 'source/' .. path .. '.html'
end

--- The twin of a figure for a narrow page.
function names.narrow(path)
  return (path:gsub('%.(%a+)$', '-narrow.%1'))
end

--- The dark twin of a figure.
function names.dark(path)
  return (path:gsub('%.(%a+)$', '-dark.%1'))
end

return names
