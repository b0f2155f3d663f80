--- Single edits of a number that a text names outside of its functions, see mutants.lua.
local values = require 'judge.edits_of_values'

return { values.numbers }
