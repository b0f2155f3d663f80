-- Makes what an exercise is judged with: the program that answers for the solution and
-- the known mistakes, and the object that asks a reader's function.
--
--   luajit scripts/judge/build.lua SLUG/NAME FOLDER
package.path = arg[0]:gsub('[^/]*/[^/]*$', '?.lua;') .. package.path
local ask = require 'judge.ask'
local child = require 'sandbox.child'
local declaration = require 'judge.declaration'
local exercise = require 'judge.exercise'
local files = require 'gw.files'
local program = require 'gw.program'
local flags = require 'judge.flags'
local known_mistakes = require 'judge.known_mistakes'

program.run('judge', function()
  local slug, name = arg[1]:match '^(.-)/(.*)$'
  for _, e in ipairs(exercise.list(slug)) do
    if e.name == name then
      local d = declaration.read(e)
      local texts = { files.read(e.solution) }
      for i, mistake in ipairs(known_mistakes.of(e)) do texts[i + 1] = mistake.code end
      files.make_folder(arg[2])
      local place, count = ask.compile(texts, d, arg[2] .. '/judge', arg[2], '-O1')
      if not place or count < #texts then
        error(('%s: its solution or one of its mistakes does not compile: %s'):format(arg[1],
          files.read(arg[2] .. '/variants.said') or ''), 0)
      end
      local types = {}
      for i, a in ipairs(d.f.arguments) do types[i] = a.type end
      local prototype = ('%s %s(%s);\n'):format(d.f.returns, d.f.name, table.concat(types, ', '))
      files.write(arg[2] .. '/given.h', '#include "exercise.h"\n' .. prototype)
      files.write(arg[2] .. '/one.c', ('#define _GNU_SOURCE\n#include "given.h"\n#include "one.h"\n' ..
        'static %s (*const variant[])(%s) = {%s};\n%s')
        :format(d.f.returns, table.concat(types, ', '), d.f.name, declaration.thunk(d)))
      -- With sanitizers, and without for the count of what was reached.
      for object, how in pairs { ['/one.o'] = flags.SANITIZED, ['/plain.o'] = flags.PLAIN } do
        local command = child.compiler('CC', 'gcc')
        for _, list in ipairs { how, { '-w', '-O1', '-c', arg[2] .. '/one.c', '-o', arg[2] .. object } } do
          for _, word in ipairs(list) do command[#command + 1] = word end
        end
        if child.compile(command, arg[2] .. '/said') ~= 0 then
          error(('%s: %s'):format(arg[1], files.read(arg[2] .. '/said') or ''), 0)
        end
      end
      return 0
    end
  end
  error(('there is no exercise %s'):format(arg[1]), 0)
end, 2)
