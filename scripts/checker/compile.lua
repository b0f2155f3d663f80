--- Makes a program that answers the checker's questions of a model in C or C++, or of a
-- shared object.
local glob = require 'posix.glob'
local stdlib = require 'posix.stdlib'
local child = require 'sandbox.child'
local crash = require 'checker.crash'
local files = require 'gw.files'
local paths = require 'gw.paths'

local LANGUAGES = {
  c = { compiler = { 'CC', 'cc' }, wording = { '-std=gnu11', '-w' } },
  -- A function with other parameters would be another one to C++: this says so.
  ['c++'] = { compiler = { 'CXX', 'c++' }, wording = { '-Wmissing-declarations' } },
  so = { compiler = { 'CC', 'cc' }, wording = {} },
}

-- Runs the compiler: what it says is to be read here, whatever language its user has.
local function run(command, name, scratch)
  local said = scratch .. '/compiler.txt'
  local status = child.compile(command, said)
  local words = files.read(said) or ''
  if status == 125 and words:match '^cannot run' then
    error(('there is no compiler «%s»; on Debian: apt-get install gcc g++ libc6-dev'):format(command[1]), 0)
  end
  local sentence = crash.compile_sentence(words, name, status)
  if sentence then error(sentence, 0) end
end

local function added(list, more)
  for _, word in ipairs(more) do list[#list + 1] = word end
  return list
end

-- Where shared libraries are that were named when the program was linked: it is to find
-- them there.
local function places_of(words)
  local places = {}
  for k, word in ipairs(words) do
    local place = word:match '^%-L(.+)' or word == '-L' and words[k + 1]
      or word:match '%.so[%d.]*$' and (word:match '^(.*)/' or '.')
    place = place and stdlib.realpath(place == '' and '/' or place)
    if place then added(places, { '-Xlinker', '-rpath', '-Xlinker', place }) end
  end
  return places
end

--- The words of a command: the file in this language, with these words for compiler and
-- linker behind it.
return function(path, language, name, scratch, words, sanitize)
  local program = scratch .. '/model'
  local driver = child.compiler(unpack(LANGUAGES[language].compiler))
  added(driver, { '-g', '-O1', '-fno-omit-frame-pointer', '-ffp-contract=off' })
  if sanitize and language ~= 'so' then
    added(driver, { '-fsanitize=address,undefined', '-fno-sanitize-recover=undefined' })
  end
  added(driver, LANGUAGES[language].wording)
  if language ~= 'so' then added(driver, { '-include', paths.checker .. '/model.h' }) end
  -- What is needed stands behind what needs it.
  path = path:match '^-' and './' .. path or path
  added(driver, glob.glob(paths.thunk .. '/thunk*.o'))
  added(driver, language == 'so' and { path } or { '-x', language, path, '-x', 'none' })
  added(added(driver, words), { paths.thunk .. '/missing.a', '-lm', '-o', program })
  run(added(driver, places_of { path, unpack(words) }), name, scratch)
  return { program }
end
