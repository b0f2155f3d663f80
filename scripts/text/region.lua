--- What a text quotes of a source: the lines between /* [slope] */ and /* [/slope] */
-- in C, -- [slope] and -- [/slope] in Lua, # in Python; [all] is the whole file. Plain Lua, for
-- pandoc.

local function found(text, name)
  if name == 'all' then return 1, (text:gsub('\n$', '')) end
  local quoted = name:gsub('%p', '%%%0')
  local at, body = text:match('/%* %[' .. quoted .. '%] %*/\n()(.-)\n[ \t]*/%* %[/' .. quoted .. '%] %*/')
  if not at then at, body = text:match('%-%- %[' .. quoted .. '%][^\n]*\n()(.-)\n[ \t]*%-%- %[/' .. quoted .. '%]') end
  if not at then at, body = text:match('\n# %[' .. quoted .. '%]\n()(.-)\n# %[/' .. quoted .. '%]') end
  return at, body
end

--- The lines of a region as they stand in the text, and the numbers of the first and
-- the last; nil where it has none of that name.
return function(text, name)
  local at, body = found(text, name)
  if not at then return nil end
  local first = 1 + select(2, text:sub(1, at - 1):gsub('\n', ''))
  return body, first, first + select(2, body:gsub('\n', ''))
end
