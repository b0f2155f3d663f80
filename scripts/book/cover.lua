--- Draws the cover, as a PNG of a width and a height, into a file.
local figure = require 'figures.figure'
local files = require 'gw.files'
local paths = require 'gw.paths'

local DATA = '06-cost-surface/contours'

return function(path, width, height)
  local given = ("DATA='%s/plots/%s.tsv'; OUT='%s'; WIDTH=%d; HEIGHT=%d"):format(paths.root, DATA, path, width, height)
  local script = files.quoted(paths.root .. '/scripts/book/cover.gp')
  local status = os.execute(('gnuplot -d -e "%s" %s'):format(given, script))
  if status ~= 0 or not figure.is_whole(files.read(path) or '', 'png') then
    error('gnuplot could not draw the cover', 0)
  end
end
