--- gradcheck --explain: the error of a plain central difference against its step
-- h, drawn, and a sentence that says from the measured curve who is lying: noise,
-- truncation, or the gradient.
local child = require 'sandbox.child'
local files = require 'gw.files'

local explain = {}

--- {{h, |central difference − slope|}, …} from long steps to short ones.
function explain.curve(f, x, slope)
  local points, scale = {}, math.max(1, math.abs(x))
  for k = 0, 40 do
    local h = scale * 10 ^ (-0.35 * k)
    local plus, minus = x + h, x - h
    local error = math.abs((f(plus) - f(minus)) / (plus - minus) - slope)
    if error < math.huge then points[#points + 1] = { h, error } end
  end
  return points
end

local function drawn_by_gnuplot(points, bound)
  if not os.execute 'command -v gnuplot >/dev/null 2>&1' then return nil end
  local lines = {}
  for i, p in ipairs(points) do lines[i] = ('%g %g'):format(p[1], p[2]) end
  local shows_bound = bound > 0 and bound < math.huge
  local script = ([[
$error << END
%s
END
set terminal dumb noenhanced size 78, 20
set encoding utf8
set logscale xy
set format '1e%%+03T'
set xlabel 'step h'
set key %s
set offsets graph 0.03, graph 0.03, graph 0.06, graph 0.06
plot $error using 1:2 with points pointtype '*' title 'error of a central difference'%s
]]):format(table.concat(lines, '\n'), shows_bound and 'outside top left Left reverse horizontal' or 'off',
    shows_bound and (", %g with dots title 'bound of the checker'"):format(bound) or '')
  local picture = child.with_scratch('explain', function(scratch)
    files.write(scratch .. '/script', script)
    local pipe = io.popen(("GNUTERM=dumb gnuplot '%s/script' 2>/dev/null"):format(scratch))
    local text = pipe:read '*a'
    pipe:close()
    return text
  end):gsub('\f', ''):gsub('[ \t]+\n', '\n'):gsub('^\n+', ''):gsub('\n+$', '\n')
  return picture:find('*', 1, true) and picture or nil
end

local function drawn_in_bars(points)
  local lines, least, most = {}, math.huge, -math.huge
  for _, p in ipairs(points) do
    least, most = math.min(least, math.log10(p[2])), math.max(most, math.log10(p[2]))
  end
  for i, p in ipairs(points) do
    local bar = 2 + 44 * (math.log10(p[2]) - least) / math.max(most - least, 1e-3)
    lines[i] = ('  h = %.0e  %s %.1e'):format(p[1], ('#'):rep(math.floor(bar)), p[2])
  end
  return table.concat(lines, '\n') .. '\n'
end

local function lowest(points)
  local best = points[1]
  for _, p in ipairs(points) do
    if p[2] < best[2] then best = p end
  end
  return best
end

-- The longest run of steps at which the error is `level`, within a factor 2:
-- {longest h, shortest h} and how many decades that is.
local function plateau(points, level)
  local best, decades, from = nil, 0, nil
  for _, p in ipairs(points) do
    if p[2] > level / 2 and p[2] < level * 2 then
      from = from or p[1]
      local span = math.log10(from / p[1])
      if span > decades then best, decades = { from, p[1] }, span end
    else
      from = nil
    end
  end
  return best, decades
end

-- The power of h with which the error falls on the long side of the lowest point:
-- the median of what it does from step to step.
local function order(points, best)
  local powers = {}
  for i = 2, #points do
    if points[i][1] > 3 * best[1] then
      powers[#powers + 1] = math.log10(points[i - 1][2] / points[i][2]) / math.log10(points[i - 1][1] / points[i][1])
    end
  end
  table.sort(powers)
  return powers[math.ceil(#powers / 2)]
end

--- Who is lying, in words: 'gradient', 'noise', 'truncation' or 'none', and a
-- sentence with the evidence.
-- @param worst {analytic, numeric, bound} of the entry
function explain.culprit(points, worst, verdict, cause)
  if #points < 3 then
    return 'none', worst.analytic == worst.analytic and math.abs(worst.analytic) < math.huge
      and 'A central difference agrees with the gradient to the last bit, or has no value: there is no error to draw.'
      or 'The gradient is not a finite number: it is the gradient that is wrong.'
  end
  local best, off = lowest(points), math.abs(worst.analytic - worst.numeric)
  local flat, decades = plateau(points, off)
  if verdict == 'fail' then
    if decades >= 1.5 then
      return 'gradient', ('From h = %.0e down to %.0e the error stays at %.2g: neither less truncation nor less noise '
        .. 'brings the two nearer. It is the gradient that is wrong, by %.2g.'):format(flat[1], flat[2], off, off)
    end
    return 'gradient', ('A plain central difference cannot show it: its error falls no lower than %.1g. The '
      .. 'extrapolated one has the bound %.1g, and from it the gradient differs by %.2g. It is the gradient that is '
      .. 'wrong.'):format(best[2], worst.bound, off)
  end
  local power = order(points, best)
  local long = power and power > 0.5 and ('Right of h = %.0e the error grows as h^%.1f: there truncation lies. ')
    :format(best[1], power) or ''
  local short = best[1] > points[#points][1] * 3
    and ('Left of h = %.0e it grows as the step shrinks: there noise lies. '):format(best[1]) or ''
  if verdict == 'pass' then
    return 'none', ('%s%sAt the lowest point %.1g is left. The gradient does not lie.'):format(long, short, best[2])
  end
  if best[2] > 0.1 * math.abs(worst.analytic) then
    local who = short == '' and long ~= '' and 'truncation' or 'noise'
    return who, ('%s%sEven at the lowest point the error, %.1g, is as large as the slope, %.1g. It is %s that hides '
      .. 'it; the gradient may be right.'):format(long, short, best[2], math.abs(worst.analytic), who)
  end
  return 'none', ('%s%sNo step settles it: %s.'):format(long, short, cause)
end

--- The picture and the sentence, as text; wrap breaks lines.
function explain.text(result, wrap)
  local e, points = result.explain, {}
  if not e then return '' end
  for _, p in ipairs(e.curve) do
    if p[2] > 0 then points[#points + 1] = p end -- none at 0 on a logarithmic scale
  end
  local _, sentence = explain.culprit(points, e, result.verdict, result.cause)
  local picture = #points >= 3 and (drawn_by_gnuplot(points, e.bound) or drawn_in_bars(points)) .. '\n' or ''
  return ('\nAt %s, where the gradient says %.6g and the checker %.6g:\n\n%s%s\n'):format(e.where, e.analytic,
    e.numeric, picture, wrap(sentence))
end

return explain
