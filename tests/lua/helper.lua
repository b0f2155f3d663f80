-- Loaded before every Lua test: where the workbook's modules are.
package.path = 'scripts/?.lua;' .. package.path
