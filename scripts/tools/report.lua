-- Gathers the chapters' reports into build/report.json and says what they say.
--
--   luajit scripts/tools/report.lua [--checks] [--only [--verbose]] SLUG …
--
-- With --only it says what differs from the book, one example or, with --verbose, all.
-- Status 1 if a check failed.
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local json = require 'dkjson'
local account = require 'gw.account'
local files = require 'gw.files'
local figure = require 'figures.figure'
local golden = require 'gw.golden'
local paths = require 'gw.paths'
local program = require 'gw.program'
local term = require 'gw.term'

local KEY_ORDER = { 'chapters', 'totals', 'id', 'title', 'claim', 'formula', 'verdict', 'cause', 'entries', 'passed',
  'failed', 'seconds', 'checks', 'pass', 'fail', 'undecided', 'zeros', 'unit', 'digits', 'used', 'worst', 'where',
  'analytic', 'numeric', 'bound', 'figures', 'facts' }

local function array(t) return setmetatable(t, { __jsontype = 'array' }) end

program.run('report', function()
  local slugs, show_checks, only, verbose = {}, false, false, false
  for _, word in ipairs(arg) do
    if word == '--checks' then show_checks = true
    elseif word == '--only' then only = true
    elseif word == '--verbose' then verbose = true
    else slugs[#slugs + 1] = word end
  end

  local figures_of = {}
  for _, name in ipairs(figure.list()) do
    local slug = name:match '^[^/]+'
    figures_of[slug] = figures_of[slug] or {}
    table.insert(figures_of[slug], ('plots/%s.%s'):format(name, figure.format_of(name)))
  end

  local chapters, totals = {}, { checks = 0, pass = 0, fail = 0, undecided = 0 }
  local moved, undecided = {}, {}
  for i, slug in ipairs(slugs) do
    local path = ('%s/reports/%s.json'):format(paths.build, slug)
    local text = files.read(path)
    if not text then error(('%s is missing: run make'):format(path), 0) end
    local chapter = json.decode(text)
    local count = { pass = 0, fail = 0, undecided = 0 }
    for _, check in ipairs(chapter.checks) do
      count[check.verdict] = count[check.verdict] + 1
      totals.checks = totals.checks + 1
      totals[check.verdict] = totals[check.verdict] + 1
      if check.verdict ~= 'pass' then undecided[#undecided + 1] = { slug, check } end
    end
    chapter.count = count
    chapter.figures = array(figures_of[slug] or {})
    chapters[i] = chapter
    for _, m in ipairs(golden.compare(slug)) do moved[#moved + 1] = { slug, m.text, chapter.changed } end
  end

  if not only then
    local out = {}
    for i, c in ipairs(chapters) do
      local facts = setmetatable(c.facts, { __jsontype = 'object' })
      out[i] = { id = c.id, title = c.title, claim = c.claim, seconds = c.seconds, checks = array(c.checks),
        figures = c.figures, facts = facts }
    end
    files.write(paths.build .. '/report.json',
      json.encode({ chapters = array(out), totals = totals }, { indent = true, keyorder = KEY_ORDER }) .. '\n')
  end

  if show_checks then
    for _, c in ipairs(chapters) do
      print(term.bold(('%s · %s'):format(c.id, c.title)))
      for _, check in ipairs(c.checks) do print(table.concat(account.detail(check), '\n')) end
    end
    print()
  end
  if not only then
    print(('%-24s %6s %6s %10s %8s %8s %s'):format('chapter', 'passed', 'failed', 'undecided', 'figures', 'seconds',
      'bits'))
    local figures, seconds = 0, 0
    for _, c in ipairs(chapters) do
      local identical = golden.identical(c.id)
      print((('%-24s %6d %6d %10d %8d %8.2f %s'):format(c.id, c.count.pass, c.count.fail, c.count.undecided,
        #c.figures, c.seconds, identical and 'identical' or identical == false and 'other' or ''):gsub(' +$', '')))
      figures, seconds = figures + #c.figures, seconds + c.seconds
    end
    print(('%-24s %6d %6d %10d %8d %8.2f'):format('all', totals.pass, totals.fail, totals.undecided, figures, seconds))
    for _, u in ipairs(undecided) do
      local slug, check = u[1], u[2]
      print(account.labelled(term.verdict(check.verdict), ('%s: %s: %s'):format(slug, check.formula,
        account.sentence(check))))
    end
  end
  for i, m in ipairs(moved) do
    if not only then
      print(account.labelled('differs', ('%s: %s'):format(m[1], m[2])))
    elseif i == 1 or verbose then
      print(account.labelled(i == 1 and 'differs' or '', m[2] .. ((i > 1 or #moved == 1 or verbose) and '' or
        (', and %d more differ'):format(#moved - 1))))
    end
  end
  if #moved > 0 then
    local text = moved[1][3] and 'So it must, with parameters of your own.' or
      totals.fail == 0 and 'If you meant it, `make accept` takes it over into the book.'
    if text then print(account.labelled('', text)) end
  end
  if not only then
    print(('The report is %s/report.json, the figures are in %s/figures/.'):format(paths.build, paths.build))
  end
  return totals.fail == 0 and 0 or 1
end)
