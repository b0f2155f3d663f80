--- What the C compiler says, in plain words: its commonest messages to a beginner.
local words = {}

-- Each: a pattern in the message, and the sentence, with what the pattern found.
local SENTENCES = {
  { "implicit declaration of function ['‘]+ln['’]+", 'the natural logarithm ln is called log in C' },
  { "implicit declaration of function ['‘]*([%w_]+)",
    'there is no function «%s»: is it spelled right? There are exp, log, sqrt, pow, sin, cos, tan, atan, fabs' },
  { "^['‘]*e['’]* undeclared", 'the power e^z is written exp(z) in C' },
  { "['‘]*([%w_]+)['’]* undeclared",
    'the name «%s» is not known here: spell it as in the first line, or declare it (double %s = 0;)' },
  { "expected ['‘]*[,;, or]*['‘]*;", 'a semicolon is missing: at the end of this line, or of the one before' },
  { 'expected declaration or statement at end of input', 'a closing } is missing: count { and }' },
  { "expected ['‘]*%)", 'a bracket ( is opened and never closed: count ( and )' },
  { "expected ['‘]*%(", 'a bracket ( is missing here' },
  { "expected ['‘]*}", 'a closing } is missing: count { and }' },
  { 'expected statement before', 'there is a ) or } too many: count them' },
  { "expected identifier or ['‘]*%(", 'there is a } too many before this line, or it stands outside of the function' },
  { "expected expression before ['‘]*=['’]", 'something is missing before «=»; the := of a text is a plain = in C' },
  { "expected expression before ['‘]*([^'’]+)", 'something is missing before «%s», a number or a name' },
  { 'control reaches end of non%-void function', 'the function can come to its end without a return' },
  { "['‘]*return['’]* with no value", 'this return gives nothing back: write return and a number' },
  { "too few arguments to function ['‘]*([%w_]+)", '«%s» is given too few numbers' },
  { "too many arguments to function ['‘]*([%w_]+)", '«%s» is given too many numbers' },
  { 'lvalue required as left operand', 'left of = must stand the name of a variable, not a formula' },
  { 'stray ', 'a character here is none of C: a − × ÷ or “quote” copied from a text? Type - * / " on the keyboard' },
  { 'extended character .- is not valid', 'a character here is none of C: a − × or ÷ copied from a text? Type - * /' },
  { "invalid operands to binary %^", '^ is no power in C: write pow(x, 2), or x * x' },
  { 'invalid operands to binary', 'one of these two is no number but an array or a matrix' },
  { 'called object', 'two things side by side are no product in C: write 2 * (x), not 2(x)' },
  { 'subscripted value is neither array', 'this is one number, not an array: it takes no [ ]' },
  { 'assignment of read%-only', 'this is given to be read only; compute into a variable of your own' },
  { 'redefinition of', 'the same name is defined twice' },
  { 'conflicting types for', 'the first line of the function was changed: put it back as it was given' },
  { "assigning to type ['‘]*double %*", 'left of = stands a place: *dw = … fills it (an array: dw[k] = …)' },
  { 'incompatible', 'an array or a matrix stands where a number is wanted, or the other way round' },
  { 'missing terminating', 'a quote " is opened and never closed' },
  { "['‘]*else['’]* without a previous", 'this else belongs to no if: is there a ; too many after the if?' },
  { 'unknown type name', 'C knows no such type: numbers are double, whole numbers int' },
  { 'assignment used as truth value', 'one = sets a variable; two, ==, compare' },
  { 'statement with no effect', 'this line computes something and keeps it nowhere: one = sets, two compare' },
  { 'value computed is not used', 'this line computes something and keeps it nowhere' },
  { 'is used uninitialized', 'a variable is used before it was given a value: start a sum with = 0' },
  { 'may be used uninitialized', 'a variable may be used before it was given a value: start a sum with = 0' },
  { 'unused variable', 'this variable is never used' },
  { 'empty body in', 'the ; at the end of this line ends the if or the loop before it has done anything' },
}

--- A message in plain words, or nil for one that is not among them.
function words.of(message)
  for _, each in ipairs(SENTENCES) do
    local found = message:match(each[1])
    if found then return (each[2]:gsub('%%s', function() return found end)) end
  end
end

--- What a compiler said about a file: {{line=, kind='error'|'warning', message=, plain=}, …},
-- errors first.
function words.parse(said, name)
  local list = {}
  for _, kind in ipairs { 'error', 'warning' } do
    for line, message in said:gmatch('/?' .. name:gsub('%p', '%%%0') .. ':(%d+):%d+: %a*%s*' .. kind .. ': ([^\n]+)') do
      list[#list + 1] = { line = tonumber(line), kind = kind, message = message:gsub(' %[%-W.-%]$', ''),
        plain = words.of(message) }
    end
  end
  return list
end

return words
