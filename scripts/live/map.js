// Maps of values over the plane: colours, pictures, lines of equal height, and landscapes that
// are surveyed a slice at a time.
'use strict';

// The colour that a variable of the style sheet stands for here, as [r, g, b]; until the
// page's colours change, which figure.js sees.
live.colour = (figure, name) => {
  if (figure.colours[name]) return figure.colours[name];
  const probe = live.make('span', { class: `probe ${name}`, hidden: true });
  figure.host.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return figure.colours[name] = parts.slice(0, 3);
};

// Shades from low over middle to high, each as one number in the order of bytes that a
// picture has; the last ones are kept.
const SHADES = 128, shaded = {};
const shades = colours => {
  if (shaded.of !== colours.join()) {
    const [low, middle, high] = colours;
    Object.assign(shaded, { of: colours.join(), list: new Uint32Array(new Uint8ClampedArray(Array.from({ length: 2 * SHADES + 1 }, (_, i) => {
      const t = i / SHADES - 1, end = t < 0 ? low : high;
      return [...middle.map((each, c) => each + Math.abs(t) * (end[c] - each)), 255];
    }).flat()).buffer) });
  }
  return shaded.list;
};

// A map of values on a grid of count × count, row by row from below, as a picture: from
// −reach in the first colour over the second to reach in the third.
live.map = (canvas, values, count, reach, colours) => {
  if (canvas.width !== count) { canvas.width = count; canvas.height = count; }
  const context = canvas.getContext('2d'), picture = context.createImageData(count, count), dots = new Uint32Array(picture.data.buffer), list = shades(colours);
  for (let j = 0; j < count; j++) {
    const at = (count - 1 - j) * count;
    for (let i = 0; i < count; i++) dots[at + i] = list[Math.round(SHADES * (1 + Math.max(-1, Math.min(1, values[j * count + i] / reach))))];
  }
  context.putImageData(picture, 0, 0);
};

// Where values on such a grid are at one of some levels: pieces of lines [x0, y0, x1, y1] in
// units of the grid. A cell of which a corner has no value has none.
live.levels = (values, count, levels) => {
  const pieces = [];
  for (let j = 0; j + 1 < count; j++) {
    for (let i = 0; i + 1 < count; i++) {
      const at = j * count + i, p = values[at], q = values[at + 1], r = values[at + count + 1], s = values[at + count];
      const lowest = Math.min(p, q, r, s), highest = Math.max(p, q, r, s);
      if (!(highest - lowest < Infinity)) continue;
      for (const level of levels) {
        if (!(lowest <= level && level < highest)) continue;
        const heights = [p - level, q - level, r - level, s - level], corner = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]], cuts = [];
        for (let k = 0; k < 4; k++) {
          const from = corner[k], to = corner[(k + 1) % 4], [u, v] = [heights[k], heights[(k + 1) % 4]];
          if (u > 0 !== v > 0) { const t = u / (u - v); cuts.push(from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])); }
        }
        pieces.push(cuts.slice(0, 4));
        if (cuts.length === 8) pieces.push(cuts.slice(4));
      }
    }
  }
  return pieces;
};

// The lines of equal height of a landscape, for a figure: of(key, view, value, levels) are
// those of value(x, y) over view = [[a, b], [c, d]], at levels, or levels(values). Another key
// has coarse ones at once, and the fine ones after some slices of work, when the figure is
// drawn again.
live.landscape = (figure, fine, coarse) => {
  const SLICE = 5;
  let job, lines;

  // Row by row; true when all is known.
  function on({ count, view: [[a, b], [c, d]], values, value }, end) {
    for (; job.row < count && performance.now() < end; job.row++) {
      const y = c + (d - c) * job.row / (count - 1);
      for (let i = 0; i < count; i++) values[job.row * count + i] = value(a + (b - a) * i / (count - 1), y);
    }
    return job.row === count;
  }
  function begin(count) { Object.assign(job, { count, row: 0, values: new Float64Array(count * count) }); }
  function finish() {
    const { count, values, levels, view: [[a, b], [c, d]] } = job, x = i => a + (b - a) * i / (count - 1), y = j => c + (d - c) * j / (count - 1);
    lines = live.levels(values, count, typeof levels === 'function' ? levels(values) : levels).map(([x0, y0, x1, y1]) => [x(x0), y(y0), x(x1), y(y1)]);
    job.done = count === fine;
  }
  const slice = budget => {
    if (job.done) return false;
    if (!on(job, performance.now() + budget)) return true;
    finish();
    figure.redraw();
    return false;
  };
  const later = figure.slices(() => slice(SLICE));
  return {
    of(key, view, value, levels) {
      if (job?.key === key) return lines;
      job = { key, view, value, levels };
      begin(coarse);
      on(job, Infinity);
      finish();
      begin(fine);
      later();
      return lines;
    },
    settle() { while (slice(Infinity)); },
  };
};
