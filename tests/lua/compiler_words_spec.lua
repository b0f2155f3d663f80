-- What the compiler says, in plain words.
local words = require 'judge.compiler_words'
local reader = require 'tests.lua.reader'

local folder

before_each(function() folder = reader.enter() end)
after_each(reader.leave)

describe('the compiler', function()
  local CASES = {
    { 'return z\n', 'a semicolon is missing' },
    { 'double s = z\nreturn s;\n', 'a semicolon is missing: at the end of the line above' },
    { 'return 2 * z);\n', 'there is an extra )' },
    { 'for (int i = 0; i < 3) z = 2;\nreturn z;\n', 'a ; is missing in the brackets of a for' },
    { 'for (int i = 0, i < 3, i++) z = 2;\nreturn z;\n', 'the parts of a for are separated by ;' },
    { 'for (i = 0; i < 3; i++) z = 2;\nreturn z;\n', '«for (int i = 0; …»' },
    { 'double s = 3 z;\nreturn s;\n', 'something is missing before «z»: a * if this is a product' },
    { 'return 1.8z;\n', 'put a * before «z»' },
    { 'return z : 2;\n', 'C has /, not :' },
    { 'return z ** 2;\n', '** is not a power in C' },
    { 'for (int i = 0; i < 3; i++)\ndouble z = z * z;\nreturn z;\n', 'leave the double out' },
    { 'return z / 1,8;\n', 'In C it is 1.8, not 1,8' },
    { 'return [z + 1] * 2;\n', 'square brackets are for arrays' },
    { 'retrun z;\n', 'write return, in small letters' },
    { 'Return (z);\n', 'write return, in small letters' },
    { 'doubel s = z;\nreturn s;\n', 'write double, in small letters' },
    { 'return zz;\n', 'is it a product? That is z * z' },
    { 'dw = 2 * z;\nreturn dw;\n', '«dw» is used but never declared' },
    { '/* dw = z */\nreturn dw;\n', '«dw» is used but never declared' },
    { 'if (z > 0) { double dw = z; z = dw; }\nreturn dw;\n', 'what is declared within braces' },
    { 'double s = sin(dw), dw = z;\nreturn s + dw;\n', 'what is declared within braces' },
    { 'if (z > 0) { double w = z; z = w; }\ndouble dw = w;\nreturn dw;\n', 'what is declared within braces' },
    { 'double left = z;\nlet = left * 2;\nreturn let;\n', 'is it «left»? Or is it one of your own?' },
    { 'return qz;\n', 'the name «qz» is not known here: is it spelled' },
    { 'double left = z;\nreturn letf;\n', 'is it «left»?' },
    { 'return sqrt;\n', 'a function needs its brackets' },
    { 'return 1 / sqrt + z;\n', 'a function needs its brackets' },
    { 'return sqrtz;\n', 'a function needs its brackets, sqrt(x)' },
    { 'return arctan(z);\n', 'arctan is called atan in C' },
    { 'return z²;\n', '² is x * x there' },
    { 'return σ(z);\n', 'it has sqrt and exp' },
    { 'int s = z;\nreturn s;\n', 'an int keeps whole numbers only' },
    { 'double z = 2;\nreturn z;\n', 'choose another for yours' },
    { 'for (int i = 0; i < 3; i++);\n    z = z * z;\nreturn z;\n', 'a ; right after it leaves none' },
    { 'return z 2;\n', 'before the number a sign is missing' },
    { 'return = z;\n', 'and return takes none' },
    { 'return "z";\n', 'text, not a number' },
    { 'return z; /* mine\n', '*/ is missing' },
    { 'printf("%d\\n", z);\nreturn z;\n', 'printf takes %g for a double' },
    { 'return y;\n', 'the name «y» is not known here' },
    { 'return e^z;\n', 'the power e^z is written exp(z) in C' },
    { 'return abs(z);\n', 'the size of a double is fabs(x)' },
    { 'int n = 3;\nreturn z * abs(n);\n', 'abs needs #include <stdlib.h>' },
    { 'return ln(z);\n', 'ln is called log in C' },
    { 'return sigma(z);\n', 'there is no function «sigma»' },
    { 'return (z + 1;\n', 'a bracket ( is opened and never closed' },
    { 'return z * ;\n', 'something is missing before «;»' },
    { 'z := z + 1;\nreturn z;\n', 'the := of a text is a plain =' },
    { 'z = 1;\n', 'can reach its end without a return' },
    { '/* a double complex */ return z + i;\n', 'the imaginary unit is a capital I in C' },
    { 'return z ^ 2;\n', '^ is not a power in C' },
    { 'return 2(z);\n', 'two things side by side are not a product' },
    { 'return z − 1;\n', 'a character here does not belong to C' },
    { 'return exp(z, 1);\n', '«exp» is given too many numbers' },
    { '1 + z = z;\nreturn z;\n', 'the left side of = must be the name of a variable' },
    { 'if (z > 0) {\nreturn z;\n', 'a closing } is missing' },
    { 'z == 3;\nreturn z;\n', 'this line computes something and keeps it nowhere' },
    { 'double s, *dw = &s;\ndw = z;\nreturn z;\n', 'a * before its name fills what it points to' },
    { 'struct { int rows; } m = { 1 }, *W = &m;\nreturn W.rows + z;\n', 'have an arrow: W->rows, W->cols' },
    { 'double x[2] = { z, z };\nreturn x * z;\n', 'whose entries are x[i], or a pointer, whose number is *V' },
    { 'typedef struct { int rows; } matrix;\nmatrix m = { 1 };\nreturn m * z;\n', 'a matrix is not a number: at(' },
    { 'return z[0];\n', 'only an array takes [ ]' },
    { 'double x[2] = { z, z };\nreturn x == 1 ? z : 0;\n', 'an array is compared with a number' },
    { 'return 0 <= z <= z * z;\n', 'C compares two numbers at a time' },
    { 'int n = 3;\nreturn n ^ n + 1;\n', '^ is not a power in C' },
    { 'const double x = z;\nx = 1;\nreturn x;\n', 'this is given to be read only' },
    { 'double s;\nreturn s + z;\n', 'a variable is used before it was given a value' },
  }
  for _, case in ipairs(CASES) do
    it('is put into words: ' .. case[2], function()
      local source = folder .. '/x.c'
      local file = assert(io.open(source, 'wb'))
      local text = '#include <math.h>\n#include <stdio.h>\ndouble swish_slope(double z) {\n' .. case[1] .. '}\n'
      file:write(text)
      file:close()
      local pipe = io.popen(("gcc -std=c11 -O1 -Wall -Wextra -Wfloat-conversion -Werror=return-type " ..
        "-fno-diagnostics-color -Werror=implicit-function-declaration -c '%s' -o /dev/null 2>&1"):format(source))
      local said = pipe:read '*a'
      pipe:close()
      local first = words.parse(said, 'x.c', text)[1]
      assert.truthy(first, said)
      assert.truthy((first.plain or first.message):find(case[2], 1, true), first.plain or first.message)
    end)
  end
end)
