--- What is to be checked: a formula, a file in one of the languages, or a program.
local stat = require 'posix.sys.stat'
local unistd = require 'posix.unistd'

local function could_not(text) error(text, 0) end

-- Refuses options that would be passed over in silence.
local function must_not(options, names, why)
  for name in names:gmatch '%S+' do
    if options[name] then could_not(('--%s %s'):format(name:gsub('_', '-'), why)) end
  end
end

local function check_formula(what, behind_it, options)
  must_not(options, 'points mode alpha digits noise seconds lang no_sanitize',
    'is for models: a formula is checked at 24 points, one by one')
  if behind_it then could_not 'what follows -- is for models: a formula is not compiled' end
  return require('checker.derivative').run(what[1], what[2], options)
end

-- The languages are told apart by what a model in each must hold.
local function language_of(text)
  if not text:find('gradcheck_size', 1, true) then return 'lua' end
  local is_c_plus_plus = text:find 'extern%s+"C"' or text:find 'std::' or text:find 'using%s+namespace'
    or text:find 'template%s*<' or text:find '#%s*include%s*<%l+>' or text:find '%f[%w_]auto%s+[%w_]+%s*='
  return is_c_plus_plus and 'c++' or 'c'
end

local function check_file(path, behind_it, options)
  local model = require 'checker.model'
  local text
  if path == '-' then
    text = io.read '*a'
    if not text:find '%S' then could_not 'there is no model on standard input' end
  else
    local found = stat.stat(path)
    if found and stat.S_ISDIR(found.st_mode) ~= 0 then could_not(('%s is a folder, not a file'):format(path)) end
    if not (options.lang or model.language_of(path)) then
      could_not(('«%s» is not a file in .c, .cpp, .cc, .lua or .so, and a formula needs its derivative beside it')
        :format(path))
    end
    if not found then could_not(('there is no file %s'):format(path)) end
    if stat.S_ISREG(found.st_mode) == 0 then could_not(('%s is not a plain file'):format(path)) end
    if unistd.access(path, 'r') ~= 0 then could_not(('%s may not be read'):format(path)) end
  end
  local language = options.lang or (text and language_of(text) or model.language_of(path))
  if language == 'lua' and behind_it then
    could_not(('%s is not compiled: words behind it and -- are for compiler and linker'):format(path))
  end
  if language == 'lua' or language == 'so' then
    must_not(options, 'no_sanitize', ('is for models that are compiled here, not for %s'):format(path))
  end
  return (text and model.run_text or model.run)(text or path, language, behind_it or {}, options)
end

local function check_program(behind, options)
  must_not(options, 'lang no_sanitize', 'is for models in a file: what follows -- runs as it is')
  if not behind[1] then could_not 'there is no program behind --' end
  return require('checker.model').run_program(behind, options)
end

--- Checks what the words name, and what stands behind --. Returns the result.
return function(what, behind, options)
  if #what == 2 then return check_formula(what, behind, options) end
  options.points, options.seconds = options.points or 3, options.seconds or 60
  options.mode = options.mode or 'entries'
  if what[1] then return check_file(what[1], behind, options) end
  if behind then return check_program(behind, options) end
  could_not 'nothing to check: name a FILE.c, a FILE.lua, or a formula and its derivative'
end
