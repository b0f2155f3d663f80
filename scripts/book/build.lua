-- Builds the book's formats, step by step, for make.
--
--   luajit scripts/book/build.lua pages PATH…   pandoc: the bodies of pages
--   luajit scripts/book/build.lua sources       the same for the sources that pages show
--   luajit scripts/book/build.lua site live|still [ADDRESS]
--                                               the site, from these, with live figures or still
--                                               ones; ADDRESS is where it will stand
--   luajit scripts/book/build.lua pdf [no]      the PDF; «no»: without hints and answers
--   luajit scripts/book/build.lua epub          the EPUB
--   luajit scripts/book/build.lua needs         what tests of these will be skipped
--   luajit scripts/book/build.lua handout 04    a chapter's exercises, and their key
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local fragments = require 'book.fragments'
local pages = require 'book.pages'
local program = require 'gw.program'

-- Says what the tests will have to skip.
local function needs()
  local missing = require('book.needs').missing('chromium', 'axe-core', 'epubcheck', 'clang for wasm32', 'pdftotext')
  if missing then print('Some tests of the book are ' .. missing) end
end

local STEPS = {
  pages = function(...) fragments.bodies { ... } end,
  sources = function() fragments.sources(pages.sources(pages.all())) end,
  site = function(live, address) require('book.site').build(live == 'live', address) end,
  pdf = function(answers) require('book.print').book(answers ~= 'no') end,
  needs = needs,
  epub = function() require('book.epub').build() end,
  handout = function(number) require('book.print').handout(number) end,
}

program.run('book', function()
  local step = STEPS[arg[1]]
  if not step then error('there is no step ' .. tostring(arg[1]), 0) end
  step(unpack(arg, 2))
end)
