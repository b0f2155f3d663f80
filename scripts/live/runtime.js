// The library of the book, as Lua has it: gw.sigmoid_value(0), gw.RISES,
// const M = gw.matrix(2, 3), gw.struct('gw_formula'). A function that can fail throws a
// GwError with the library's own sentence; its outputs of one number are what it returns.
//
// gw.at(address, n) are n numbers that C points to; gw.text(words) is where words now stand.
//
// Memory is a pile: mark() says how high it is, release(mark) takes away what lies above.
// It never grows, so that views of it stay valid.
'use strict';

class GwError extends Error {}

function gwLibrary({ functions, constants, layouts }, module) {
  const stubs = {};
  // What snprintf would write to a file, if it had one.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (stubs[from] ||= {})[name] = () => 8;
  const { exports } = new WebAssembly.Instance(module, stubs);
  if (exports._initialize) exports._initialize();
  const buffer = exports.memory.buffer;
  const bytes = new Uint8Array(buffer), i32 = new Int32Array(buffer), f64 = new Float64Array(buffer), u64 = new BigUint64Array(buffer);
  const decoder = new TextDecoder(), encoder = new TextEncoder();
  let top = Number(exports.__heap_base.value);

  function memory(count) {
    const address = Math.ceil(top / 16) * 16;
    if (!(count >= 0) || address + count > bytes.length) throw new GwError('there is not enough memory for this');
    top = address + count;
    bytes.fill(0, address, top);
    return address;
  }

  const textAt = address => decoder.decode(bytes.subarray(address, bytes.indexOf(0, address)));
  function text(words) {
    const coded = encoder.encode(words), address = memory(coded.length + 1);
    bytes.set(coded, address);
    return address;
  }

  // A scalar in memory: how it is read and written.
  const CELL = {
    i32: at => ({ get: () => i32[at / 4], set: value => { i32[at / 4] = value; } }),
    f64: at => ({ get: () => f64[at / 8], set: value => { f64[at / 8] = value; } }),
    u64: at => ({ get: () => u64[at / 8], set: value => { u64[at / 8] = BigInt(value); } }),
    pointer: at => ({ get: () => i32[at / 4], set: value => { i32[at / 4] = value.address ?? value; } }),
    char: at => ({ get: () => bytes[at], set: value => { bytes[at] = value; } }),
  };
  const ROW = { u64: (at, n) => u64.subarray(at / 8, at / 8 + n), i32: (at, n) => i32.subarray(at / 4, at / 4 + n), f64: (at, n) => f64.subarray(at / 8, at / 8 + n) };

  function view(kind, address) {
    const made = { address, kind };
    const { size, members } = layouts[kind];
    for (const [name, offset, code, length] of members) {
      const at = address + offset;
      let property;
      if (code === 'char' && length) {
        property = { get: () => textAt(at), set: words => { bytes.fill(0, at, at + length); bytes.set(encoder.encode(words).subarray(0, length - 1), at); } };
      } else if (layouts[code]) {
        // A long list of structs is seldom looked into.
        const each = i => view(code, at + i * layouts[code].size);
        property = length === undefined ? { value: each(0) } : length > 100 ? { value: { at: each } } : { value: Array.from({ length }, (_, i) => each(i)) };
      } else {
        property = length ? { value: ROW[code](at, length) } : CELL[code](at);
      }
      Object.defineProperty(made, name, property);
    }
    made.copy = other => bytes.copyWithin(address, other.address, other.address + size);
    return made;
  }

  const struct = kind => view(kind, memory(layouts[kind].size));
  function array(kind, length) {
    const address = memory(layouts[kind].size * length);
    return Object.assign(Array.from({ length }, (_, i) => view(kind, address + i * layouts[kind].size)), { address, kind });
  }
  function numbers(length) {
    const address = memory(8 * length);
    return Object.assign(ROW.f64(address, length), { address });
  }
  // Row by row; data[i * cols + j] is the entry i, j.
  const matrix = (rows, cols) => over(numbers(rows * cols), 0, rows, cols);
  // A matrix that looks at a part of numbers that are there already.
  function over(all, from, rows, cols) {
    const address = memory(layouts.gw_matrix.size);
    i32.set([rows, cols, cols, all.address + 8 * from], address / 4);
    return { address, kind: 'gw_matrix', rows, cols, data: all.subarray(from, from + rows * cols) };
  }

  function bind(name, [result, parameters]) {
    const call = exports['gw_' + name];
    const outs = parameters.filter(([code]) => code.endsWith(' out') || code === 'handles');
    const wrong = words => { throw new GwError(`gw.${name}: ${words}`); };
    return (...given) => {
      const kept = top, passed = [], cells = [];
      let next = 0;
      for (const [code, detail, sizes, fixed] of parameters) {
        if (code.endsWith(' out') || code === 'handles') {
          const at = memory(8);
          cells.push([detail, code === 'number out' ? CELL.f64(at) : CELL.i32(at)]);
          passed.push(at);
          continue;
        }
        const value = given[next++];
        if (code === 'number' || code === 'integer' || code === 'memory' || code === 'handle') {
          if (typeof value !== 'number') wrong(`an argument must be a number, but is ${value}`);
          passed.push(value);
        } else if (code === 'long') passed.push(BigInt(value));
        else if (code === 'text') passed.push(text(value));
        else {
          if (!value || value.address === undefined) wrong(`an argument must be ${code}, but is ${value}`);
          if (detail && code.startsWith('struct') && value.kind !== detail) wrong(`an argument must be a ${detail}, but is a ${value.kind}`);
          passed.push(value.address);
        }
      }
      if (given.length !== next) wrong(`${next} arguments, not ${given.length}`);
      // Lengths that other arguments give.
      parameters.forEach(([code, detail, sizes, fixed], i) => {
        if (code !== 'numbers' && code !== 'integers' && code !== 'structs') return;
        const value = given.find(each => each && each.address === passed[i]);
        const wanted = fixed ?? (code === 'structs' ? sizes : detail).reduce((product, at) => product * passed[at], 1);
        if (value.length < wanted) wrong(`an array of ${wanted} is asked for, not of ${value.length}`);
      });
      const said = call(...passed);
      const values = cells.map(([, cell]) => cell.get());
      top = kept;
      if (result === 'status' && said !== 0) throw Object.assign(new GwError(`gw.${name}: ${textAt(exports.gw_status_text(said))}`), { status: said });
      if (result === 'text') return textAt(said);
      if (!outs.length) return result === 'status' || result === 'nothing' ? undefined : said;
      return values.length === 1 ? values[0] : Object.fromEntries(cells.map(([id], i) => [id, values[i]]));
    };
  }

  const gw = { ...constants, struct, array, numbers, matrix, over, memory, text, at: ROW.f64, mark: () => top, release: mark => { top = mark; } };
  for (const name in functions) gw[name] = bind(name, functions[name]);
  return gw;
}
