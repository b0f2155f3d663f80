--- Is a text plain mathematics: may it be compiled beside others? It names nothing but what
-- it declares, the mathematics of C, and what it is given; so it can reach no file and no
-- neighbour, and runs nothing before it is asked.
local grammar = require 'judge.grammar'
local source = require 'judge.source'

local KNOWN = {}
for word in ([[exercise h return if else for while do break continue sizeof switch case default void double int float
  long short unsigned signed char const static inline struct enum typedef matrix complex bool true false at rows cols
  data I NULL NAN INFINITY M_PI random_normal sin cos tan asin acos atan atan2 sinh cosh tanh exp exp2 expm1 log log2
  log10 log1p sqrt cbrt pow fabs fmax fmin fmod floor ceil round trunc hypot copysign isnan isinf isfinite signbit abs
  cexp clog csin ccos ctan csqrt cpow csinh ccosh ctanh cabs creal cimag conj]]):gmatch '%S+' do KNOWN[word] = true end

local HEADERS = { ['exercise.h'] = true, ['math.h'] = true, ['stdlib.h'] = true, ['complex.h'] = true,
  ['stdbool.h'] = true, ['stdio.h'] = true, ['float.h'] = true }

local plain = {}

--- Is a text plain? Of others nothing is said.
function plain.is(text, f)
  if text:find('\\', 1, true) or text:find('??', 1, true) or text:find('%:', 1, true) then return false end
  for line in source.bare(text):gmatch '[^\n]+' do
    if line:match '#' and not HEADERS[line:match '^%s*#%s*include%s*[<"]([%w.]+)[>"]%s*$' or ''] then return false end
  end
  local t, mine = source.tokens(text), { [f.name] = true }
  for _, n in ipairs(grammar.names(t)) do mine[n.name] = true end
  for i, x in ipairs(t) do -- functions of its own
    if x.depth == 0 and x.kind == 'name' and grammar.is_sign(t[i + 1], '(') then mine[x.text] = not KNOWN[x.text] end
  end
  for _, x in ipairs(t) do
    if x.kind == 'string' or x.depth < 0 or x.kind == 'name' and (x.text:match '^_' or
      not (KNOWN[x.text] or mine[x.text])) then return false end
  end
  return #t > 0 and t[#t].text:match '^[};]$' and t[#t].depth == 0
end

return plain
