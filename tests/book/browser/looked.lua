--- Looks at pages of the site by light and by dark, at the same time, and says what
-- they suffer from.
local fragments = require 'book.fragments'
local paths = require 'gw.paths'
local look = dofile 'tests/book/browser/look.lua'

local looked = { SITE = 'file://' .. fragments.absolute(paths.build) .. '/book/' }
looked.__index = looked

--- Returns { light = {what was seen, case by case}, dark = … }, with the methods below.
function looked.at(name, light, dark)
  -- By light there is more to do, and much of it is waiting: two tabs share it.
  local halves = { {}, {} }
  for i, case in ipairs(light) do table.insert(halves[1 + i % 2], case) end
  local seen = look.chromium(name, { light = halves[1], other = halves[2], dark = dark })
  for _, case in ipairs(seen.other) do table.insert(seen.light, case) end
  return setmetatable({ light = seen.light, dark = seen.dark }, looked)
end

--- As looked.at, by light alone.
function looked.by_light(name, cases) return look.chromium(name, { light = cases }).light end

--- As looked.at, by light, in Firefox.
function looked.in_firefox(name, cases, seconds)
  return setmetatable({ light = look.firefox(name, cases, seconds), dark = {} }, looked)
end

--- What pages suffer from, those that could be looked at: what(case) returns a list of sentences about one.
function looked:suffering(what)
  local list = {}
  for _, theme in ipairs { 'light', 'dark' } do
    for _, case in ipairs(self[theme]) do
      for _, message in ipairs(case.error and { case.error } or what(case)) do
        list[#list + 1] = ('%s, %d wide, %s: %s'):format(case.url:match '/book/(.*)$', case.width, theme, message)
      end
    end
  end
  return list
end

function looked:errors() return self:suffering(function() return {} end) end

function looked:violations() return self:suffering(function(case) return case.violations end) end

--- Pages that scroll sideways; where but(case), they may.
function looked:sideways(but)
  return self:suffering(function(case)
    local wide = case.sideways > 0 and not (but and but(case))
    return { wide and ('by %d pixels: %s'):format(case.sideways, case.culprit) or nil }
  end)
end

--- What was asked of any other place, but for what matches `allowed`.
function looked:elsewhere(allowed)
  return self:suffering(function(case)
    local list = {}
    for _, name in ipairs(case.requests) do
      local own = name:sub(1, #looked.SITE) == looked.SITE or name:match 'axe%.min%.js$'
      if not own and not (allowed and name:match(allowed)) then list[#list + 1] = name end
    end
    return list
  end)
end

--- Whether there is a Firefox.
looked.has_firefox = look.has_firefox

return looked
