--- What the C compiler says, in plain words: its commonest messages to a beginner.
local words = {}

-- What a reader may call, and the words of C that a reader types.
local FUNCTIONS = { exp = true, log = true, sqrt = true, pow = true, sin = true, cos = true, tan = true, atan = true,
  fabs = true }
local KEYWORDS = { 'return', 'double', 'int', 'for', 'if', 'else', 'while' }
local OTHER_NAMES = { ln = 'the natural logarithm ln is called log in C', arctan = 'arctan is called atan in C',
  abs = 'the size of a double is fabs(x) in C; abs is for int, and needs #include <stdlib.h>' }

local function letters(word)
  local list = {}
  for letter in word:lower():gmatch '.' do list[#list + 1] = letter end
  table.sort(list)
  return table.concat(list)
end

-- retrun, Return: a word of C with its letters exchanged, or with capitals.
local function misspelled(name)
  for _, keyword in ipairs(KEYWORDS) do
    if letters(name) == letters(keyword) then
      return ('«%s» is not a word of C: write %s, in small letters'):format(name, keyword)
    end
  end
end

-- The compiler's own guess, where it is a name that a reader may have meant; one letter is
-- near to everything.
local function guess(message)
  local name = message:match "did you mean '([%w_]+)'"
  if not name or #name == 1 or name:match '^[jy][01n]' or FUNCTIONS[name:sub(1, -2)] then return nil end
  return name
end

-- Is a name set somewhere in a text: in its code, or in the formulas of its comments?
local function is_set(name, text)
  for at in text:gmatch('%f[%w_]' .. name .. '%f[^%w_]()') do
    local rest = text:match('^[^\n]*', at)
    if rest:match '^%s*[-+*/:]?=[^=]' or rest:match '^%s*=$' then return true end
  end
end

-- Is a variable of that name declared somewhere in a text, alone or in a list?
local function is_declared(name, text)
  for _, type_ in ipairs { 'double', 'int' } do
    for list in text:gsub('/%*.-%*/', ''):gmatch('%f[%w_]' .. type_ .. '%s+([^;{}]*)') do
      for one in list:gsub('%b()', ''):gmatch '[^,]+' do if one:match '^%s*([%w_]*)' == name then return true end end
    end
  end
  return false
end

-- Two letters side by side are a product if both are names of the text, and the two
-- together are none.
local function is_product(name, text)
  if not text then return true end
  local function has(word) return text:match('%f[%w_]' .. word .. '%f[^%w_]') end
  return has(name:sub(1, 1)) and has(name:sub(2)) and not is_set(name, text)
end

local function undeclared(name, message, text)
  if name == 'e' then return 'the power e^z is written exp(z) in C' end
  if name:match '[\128-\255]' then
    return ('«%s» has a sign that C does not know: ² is x * x there, and a Greek letter a name: alpha'):format(name)
  end
  local word, meant = misspelled(name), guess(message)
  if word then return word end
  for called in pairs(FUNCTIONS) do
    if name:match('^' .. called .. '[xzuvr]?$') then
      return ('«%s» is not a name: a function needs its brackets, %s(x)'):format(name, called)
    end
  end
  if name:match '^%l%l$' and is_product(name, text) then
    return ('the name «%s» is not known here: is it a product? That is %s * %s'):format(name, name:sub(1, 1),
      name:sub(2))
  end
  if text and is_declared(name, text) then
    return ('the name «%s» is not known here: what is declared within braces is known there, behind its declaration')
      :format(name)
  end
  local is_in_code = text and is_set(name, (text:gsub('/%*.-%*/', '')))
  if meant then
    return ('the name «%s» is not known here: is it «%s»?'):format(name, meant) .. (not is_in_code and '' or
      (' Or is it one of your own? Then its type belongs before it, «double %s = …;»'):format(name))
  end
  if name == 'i' and text and (text:match '%f[%w]complex%f[%W]' or text:match '%f[%w]c[a-z]+%(') and
    not text:match 'int%s+i%f[%W]' then
    return 'the imaginary unit is a capital I in C'
  end
  if name:match '^[ijk]$' then
    return ('the name «%s» is not known here: a loop brings its own along, «for (int %s = 0; …»'):format(name, name)
  end
  if text and is_set(name, text) then
    return ('«%s» is used but never declared: where it is first set, write its type before it, «double %s = …;»')
      :format(name, name)
  end
  return ('the name «%s» is not known here: is it spelled as in the first line? (f and F are two names.) One of ' ..
    'your own needs its type before it: «double %s = …;»'):format(name, name)
end

-- Is what a function is called with an int?
local function is_given_int(name, text)
  local given = text and text:match('%f[%w_]' .. name .. '%s*%(%s*([%a_][%w_]*)%s*%)')
  return given and text:match('%f[%w_]int%s+' .. given .. '%f[^%w_]')
end

local function no_function(name, message, text)
  if name == 'abs' and is_given_int(name, text) then
    return 'abs needs #include <stdlib.h> above: it is for int, as fabs is for double'
  end
  if name:match '[\128-\255]' then
    return ('there is no function «%s»: C has no √ and no σ, it has sqrt and exp'):format(name)
  end
  local word, meant = OTHER_NAMES[name] or misspelled(name), guess(message)
  if word then return word end
  if meant then return ('there is no function «%s»: is it «%s»?'):format(name, meant) end
  return ('there is no function «%s»: is it spelled right? There are exp, log, sqrt, pow, sin, cos, tan, atan, fabs')
    :format(name)
end

-- «w x», «1.8 c»: what follows is not a new statement, but the rest of a product.
local function missing_semicolon(before)
  if before == ')' then return 'there is an extra ): count ( and ). (Or a ; is missing in the brackets of a for)' end
  if before == 'numeric constant' then
    return 'before the number a sign is missing, such as * or /, or a ; at the end of the line above'
  end
  if before == ':' then return 'to divide, C has /, not :' end
  if before:match '^[%a_]' and not (' return double int for if else while const ')
    :find(' ' .. before .. ' ', 1, true) then
    return ('something is missing before «%s»: a * if this is a product, or a ; at the end of the line above')
      :format(before)
  end
  return 'a semicolon is missing: at the end of this line, or of the one before'
end

-- Each: a pattern in the message, whose quotes are all ', and the sentence, with what
-- the pattern found.
local SENTENCES = {
  { "implicit declaration of function '([^']+)'", no_function },
  { "'([^']+)' undeclared", undeclared },
  { "unknown type name '([^']+)'", function(name)
    return misspelled(name) or 'C knows no such type: numbers are double, whole numbers int'
  end },
  { 'invalid suffix "([^"]+)" on', 'a number and a name side by side are not a product in C: put a * before «%s»' },
  { "expected expression before '='",
    'something is missing before «=»; the := of a text is a plain = in C, and return takes none' },
  { "expected expression before '%['", 'square brackets are for arrays only: in a formula use ( and )' },
  { "expected expression before 'double'",
    'a double declares a new variable, which is not allowed here: if you have it already, leave the double out' },
  { "expected expression before '([^']+)", 'something is missing before «%s», a number or a name' },
  { "expected ';' before '?([^']+)", missing_semicolon },
  { "expected ',' or ';' before '?([^']+)", function(before, _, text)
    -- «double r = 1, s = 2 v = 3;»: a list goes on.
    if text and text:match('double [^;]*[%w)%]]%s+' .. before:gsub('%p', '%%%0') .. '%s*=[^=][^;]*;') then
      return ('between two names that are declared together belongs a comma: it is missing before «%s»'):format(before)
    end
    local words_of = missing_semicolon(before)
    return words_of:match '^a semicolon' and 'a semicolon is missing: at the end of the line above, or in this one' or
      words_of
  end },
  { "expected '=', ',', ';', 'asm'",
    'a sign is missing or wrong here: the parts of a for are separated by ; and = gives a name its value' },
  { "expected ['%a, ]*';'", 'a semicolon is missing: at the end of this line, or of the one before' },
  { 'expected declaration or statement at end of input', 'a closing } is missing: count { and }' },
  { "expected ['%a,; ]*'%)'",
    'a bracket ( is opened and never closed: count ( and ). (Or there is a ; within: a for has two)' },
  { "expected '%('", 'a bracket ( is missing here' },
  { 'unterminated argument list invoking macro "([^"]+)"', 'the ( behind «%s» is never closed: count ( and )' },
  { "expected ['%a, ]*'}'", 'a closing } is missing: count { and }' },
  { 'expected statement before', 'there is an extra ) or }: count them' },
  { "expected identifier or '%(' before numeric", 'there is a number where a name belongs: is 1,8 meant as 1.8?' },
  { "expected identifier or '%(' before '{'", 'the first line of the function ends with {, without a ; before it' },
  { 'expected declaration specifiers', 'the { after the first line of the function is missing' },
  { 'unterminated comment', 'a comment begins here with /* and is never ended: */ is missing' },
  { "type of '[^']+' defaults to", 'the first line of the function was changed: put it back as it was given' },
  { "format '.- expects", 'printf takes %g for a double and %d for an int, and as many numbers as it has gaps' },
  { "expected identifier or '%('", 'there is an extra } before this line, or this line is outside of the function' },
  { 'control reaches end of non%-void function',
    'the function can reach its end without a return: return the result, «return …;»' },
  { "'return' with no value", 'this return has no value: write return and a number' },
  { "too few arguments to function '([%w_]+)", '«%s» is given too few numbers' },
  { "too many arguments to function '([%w_]+)", '«%s» is given too many numbers' },
  { 'lvalue required as left operand', 'the left side of = must be the name of a variable, not a formula' },
  { 'stray ', 'a character here does not belong to C: a − × ÷ √ or “quote” copied from a text? Type - * / sqrt " ' ..
    'on the keyboard' },
  { 'extended character .- is not valid',
    'a character here does not belong to C: a − × or ÷ copied from a text? Type - * /' },
  { "invalid type argument of unary '%*'", '** is not a power in C, and * needs something on both sides: x * x' },
  { 'invalid operands to binary.*%(%*%)', 'a function needs its brackets: sqrt(x), exp(z)' },
  { "invalid operands to binary %^", '^ is not a power in C: the square of x is x * x there' },
  { "invalid operands to binary.*'matrix", 'a matrix is not a number: at(W, j, k) is one of its entries' },
  { 'invalid operands to binary',
    'one of these two is not a number but an array, whose entries are x[i], or a pointer, whose number is *V' },
  { 'called object', 'two things side by side are not a product in C: write 2 * (x), not 2(x)' },
  { 'subscripted value is neither array', 'only an array takes [ ]: one number has none, and a matrix at(W, j, k)' },
  { "'([%w_]+)' is a pointer; did you mean", 'the sizes of a matrix that is given have an arrow: %s->rows, %s->cols' },
  { 'macro "at" requires 3', 'at takes three things, a matrix, a row and a column: at(W, j, k)' },
  { 'macro "at" passed', 'at takes three things, a matrix, a row and a column: at(W, j, k)' },
  { 'assignment of read%-only',
    'this is given to be read only; compute into a variable of your own (and in an if, == compares)' },
  { 'discards .-const', 'an array is filled entry by entry, in a loop: what is given stays as it is' },
  { 'comparison between pointer', 'an array is compared with a number: one of its numbers is y[i]' },
  { 'comparisons like', 'C compares two numbers at a time: not a <= b <= c, but a <= b && b <= c' },
  { "in operand of '%^'", '^ is not a power in C: the square of x is x * x there' },
  { "function 'fabs' when argument is of integer", 'this fabs is given an int: declare it as double' },
  { "redefinition of '([^']+)'", 'the name «%s» is declared twice: is it a second function of that name, or a ' ..
    'double before a variable that you have already?' },
  { 'redeclared as different kind', 'the name is that of what the function is given: choose another for yours' },
  { 'conflicting types for', 'the first line of the function was changed: put it back as it was given' },
  { "assigning to type '?double %*",
    'the left side of = is a pointer: a * before its name fills what it points to (an array: its name with [k])' },
  { 'incompatible types.*%(%*%)', 'a function needs its brackets: sqrt(x), exp(z)' },
  { "incompatible types.*'char %*'", 'what is in quotes is text, not a number' },
  { 'incompatible', 'there is an array or a matrix where a number is needed, or the other way round' },
  { 'missing terminating', 'a quote " is opened and never closed' },
  { "'else' without a previous", 'this else has no if: is there an extra ; after the if?' },
  { 'assignment used as truth value', 'one = sets a variable; two, ==, compare' },
  { 'comma expression has no effect', 'a comma where a point belongs? In C it is 1.8, not 1,8' },
  { 'statement with no effect', 'this line computes something and keeps it nowhere: one = sets, two compare' },
  { 'value computed is not used',
    'this line computes something and keeps it nowhere. Has a number a comma? In C it is 1.8, not 1,8' },
  { 'is used uninitialized', 'a variable is used before it was given a value: a sum starts with 0, a product with 1' },
  { 'may be used uninitialized',
    'a variable may be used before it was given a value: a sum starts with 0, a product with 1' },
  { 'unused variable', 'this variable is never used. (With double before it, it is a new one, whatever its name)' },
  { 'using integer absolute value function',
    'abs is for whole numbers, and drops what comes after the point: for a double there is fabs' },
  { 'empty body in', 'the ; at the end of this line ends the if or the loop before it has done anything' },
  { 'clause does not guard',
    'this if or for controls only the next statement: braces { } let it control more, a ; right after it leaves none' },
  { "conversion from 'double' to 'int'",
    'an int keeps whole numbers only, and drops what comes after the point: declare it as double' },
  { "conversion from 'double' to 'float'", 'a double is put into a float here, which keeps 7 of its digits' },
}

--- A message in plain words, or nil for one that is not among them; `text` is what the
-- compiler was given, and what its names mean may be seen there.
function words.of(message, text)
  message = message:gsub('‘', "'"):gsub('’', "'")
  for _, each in ipairs(SENTENCES) do
    local found = message:match(each[1])
    if found then
      if type(each[2]) == 'function' then return each[2](found, message, text) end
      return (each[2]:gsub('%%s', function() return found end))
    end
  end
end

--- What a compiler said about a file: {{line=, kind='error'|'warning', message=, plain=}, …},
-- errors first. `text` is the file's.
function words.parse(said, name, text)
  local list = {}
  for _, kind in ipairs { 'error', 'warning' } do
    for line, message in said:gmatch('/?' .. name:gsub('%p', '%%%0') .. ':(%d+):%d+: %a*%s*' .. kind .. ': ([^\n]+)') do
      list[#list + 1] = { line = tonumber(line), kind = kind, message = message:gsub(' %[%-W.-%]$', ''),
        plain = words.of(message, text) }
    end
  end
  -- A macro whose brackets stay open is noticed at the end of the file; its name is unknown where it stands.
  for _, open in ipairs(list) do
    local macro = open.message:match 'unterminated argument list invoking macro "([^"]+)"'
    for _, other in ipairs(macro and list or {}) do
      if other.message:match "undeclared" and other.message:find(macro, 1, true) then open.line = other.line end
    end
  end
  return list
end

return words
