-- The chapters with live figures, { slug = …, part = tests/book/live/SLUG.lua }, and the
-- names of all their figures; $LIVE is one of them, alone. The parts have the words of the
-- spec that asks, for busted's own, it and assert, are not global.
local files = require 'gw.files'

return function(words)
  local chapters, names = {}, {}
  for path in io.popen('ls scripts/live/*-*.js'):lines() do
    local slug = path:match '([^/]+)%.js$'
    if slug == (os.getenv 'LIVE' or slug) then
      local part = assert(loadfile(('tests/book/live/%s.lua'):format(slug)))
      chapters[#chapters + 1] = { slug = slug, part = setfenv(part, words)() }
      for name in files.read(path):gmatch "live%.figure%('([^']+)'" do names[name] = true end
    end
  end
  return chapters, names
end
