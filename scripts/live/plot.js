// Axes with curves, points and handles, drawn as SVG in the size of their box, so that
// letters have the same size on every screen.
'use strict';

const SVG = 'http://www.w3.org/2000/svg';

// Attributes, but for those that are as before.
function put(element, attributes, before = {}) {
  for (const key in attributes) if (attributes[key] !== before[key]) element.setAttribute(key, attributes[key]);
}

function shape(name, attributes, words) {
  const made = document.createElementNS(SVG, name);
  put(made, attributes);
  if (words !== undefined) write(made, words);
  return made;
}

// Words whose parts in ^{…} are raised, in a drawing or in a table.
function write(element, words) {
  const drawn = element instanceof SVGElement, [first, ...rest] = words.split(/\^\{(.*?)\}/);
  element.textContent = first;
  rest.forEach((part, i) => {
    if (i % 2) element.append(drawn ? shape('tspan', { dx: 1.5, dy: '0.4em' }, part) : part);
    else element.append(drawn ? shape('tspan', { class: 'raised', dy: '-0.57em' }, part) : live.make('sup', {}, part));
  });
}
// Names as C has them, W1, as the formulas write them.
live.raised = words => words.replace(/\b(d?[ZAWbgn])([012])(ᵀ?)/gu, (_, name, layer, turned) => `${name}^{[${layer}]${turned && 'T'}}`);

// Round numbers, about `wanted` of them, but no fewer than two.
live.ticks = ticks;
function ticks(low, high, wanted) {
  const raw = (high - low) / wanted, power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(each => each * power).find(each => each >= raw * 0.999);
  const list = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step && list.length < 50; i++) list.push(i * step);
  return list.length < 2 && wanted < 8 ? ticks(low, high, 2 * wanted) : list;
}

function decades(low, high, wanted) {
  const first = Math.ceil(Math.log10(low) - 1e-9), last = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((last - first) / wanted));
  const list = [];
  for (let power = first; power <= last; power += step) list.push(10 ** power);
  return list;
}

// Where most of the heights are: a pole must not flatten the rest.
live.heights = points => {
  const list = points.map(([, y]) => y).filter(Number.isFinite).sort((a, b) => a - b);
  if (!list.length) return [0, 1];
  const at = part => list[Math.floor(part * (list.length - 1))];
  const spread = at(0.9) - at(0.1) || Math.abs(at(0.5)) || 1;
  const low = Math.max(at(0), at(0.1) - 3 * spread), high = Math.min(at(1), at(0.9) + 3 * spread);
  return [low - 0.06 * (high - low || 1), high + 0.03 * (high - low || 1)];
};

// f at so many places from a to b.
live.sampled = (f, a, b, count) => Array.from({ length: count }, (_, i) => { const x = a + (b - a) * i / (count - 1); return [x, f(x)]; });

live.Plot = class {
  // share: its part of the row's width; square: as high as wide; bare: without axes, and in
  // nearly all of the box; high: its height by its width, in place of ratio; x, y: { label, log }, and for x ticks: pairs of place and words, falls: from
  // the larger number to the smaller.
  constructor(figure, row, { label, share = 1, ratio = 0.62, square = false, bare = false, high, x = {}, y = {} }) {
    Object.assign(this, { figure, ratio, square, bare, wanted: high, x, y, handles: [], drawn: [], count: 0, paths: new WeakMap() });
    this.box = live.make('div', { class: 'live-plot' });
    this.box.style.flexGrow = share;
    this.box.style.flexBasis = `${Math.round(11 * share)}rem`;
    this.svg = shape('svg', { role: 'group', 'aria-label': label });
    const id = `clip-${figure.name.replace('/', '-')}-${figure.plots.length}`;
    this.frame = shape('rect');
    const clip = shape('clipPath', { id });
    clip.append(this.frame);
    this.back = shape('g', { 'aria-hidden': 'true' });
    this.marks = shape('g', { 'aria-hidden': 'true', 'clip-path': `url(#${id})` });
    this.front = shape('g');
    this.svg.append(clip, this.back, this.marks, this.front);
    this.box.append(this.svg);
    row.append(this.box);
    figure.plots.push(this);
  }

  resized() { return !this.box.hidden && Math.max(160, this.box.clientWidth) !== this.width; }

  // Asking for a width lays the page out, so all are asked for at once, and again only where
  // others are shown than before; figure.js sees when the page has another width.
  static measure(figure) {
    const shown = figure.plots.map(plot => plot.box.hidden).join();
    if (figure.measured === shown) return;
    for (const plot of figure.plots) Object.assign(plot, { room: Math.max(160, plot.box.clientWidth), at: plot.box.offsetTop });
    figure.measured = shown;
  }

  // How high it would be alone; side by side all are as high as the highest.
  natural() { return Math.round(this.wanted ? this.wanted(this.room) : this.square ? Math.min(460, this.room) : Math.max(170, Math.min(360, this.room * this.ratio))); }
  high() {
    const beside = this.figure.plots.filter(plot => !plot.box.hidden && plot.box.parentNode === this.box.parentNode && plot.at === this.at);
    return Math.max(...beside.map(plot => plot.natural()));
  }

  // How wide it is.
  across() {
    live.Plot.measure(this.figure);
    return this.room;
  }

  // Starts a drawing over x from a to b, y from c to d, so high or as the ratio says. end()
  // ends it.
  begin([a, b], [c, d], height) {
    this.width = this.across();
    this.height = height ?? this.high();
    const narrow = this.width < 300;
    if (this.x.falls ? !(b < a) : !(b > a)) [a, b] = [a - 1, b + 1];
    if (!(d > c)) [c, d] = [c - 1, d + 1];
    Object.assign(this, { a, b, c, d }, this.bare ? { left: 0, right: this.width - 12, top: 12, bottom: this.height } : { right: this.width - 10, top: 12, bottom: this.height - 38 });
    if (!this.bare) {
      // Numbers beside the axis have their room, however long they are.
      this.levels = (this.y.log ? decades : ticks)(c, d, Math.max(2, (this.bottom - this.top) / 50)).map(y => [y, this.tick(y, this.y.log)]);
      this.left = Math.max(narrow ? 38 : 50, 8 + 8.3 * Math.max(...this.levels.map(([, words]) => words.length)));
    }
    if (this.square) {
      const side = Math.min(this.right - this.left, this.bottom - this.top);
      Object.assign(this, { right: this.left + side, bottom: this.top + side });
    }
    this.count = 0;
    this.axes();
  }

  part(value, low, high, log) {
    return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }
  // Far outside there are no pixels: a browser must not be asked for them.
  px(x) { return Math.max(-1e4, Math.min(1e4, this.left + (this.right - this.left) * this.part(x, this.a, this.b, this.x.log))); }
  py(y) { return Math.max(-1e4, Math.min(1e4, this.bottom - (this.bottom - this.top) * this.part(y, this.c, this.d, this.y.log))); }
  pixels([x, y]) { return [this.px(x), this.py(y)]; }
  // And back, from pixels.
  point([px, py]) { return [this.xAt(px), this.yAt(py)]; }
  xAt(px) { const t = (px - this.left) / (this.right - this.left); return this.x.log ? this.a * (this.b / this.a) ** t : this.a + t * (this.b - this.a); }
  yAt(py) { const t = (this.bottom - py) / (this.bottom - this.top); return this.y.log ? this.c * (this.d / this.c) ** t : this.c + t * (this.d - this.c); }

  // The words of a tick; on a logarithmic axis powers of ten, where zeros would have to be counted.
  tick(value, log) {
    if (!log) return live.words(Math.abs(value) < 1e-12 * Math.max(Math.abs(this.b), Math.abs(this.d)) ? 0 : value, 4);
    const power = Math.round(Math.log10(value));
    return Math.abs(power) < 3 ? live.words(value, 3) : `10${live.raise(power)}`;
  }

  // The box and its axes, which are drawn anew only where they are others than before.
  axes() {
    const { left, right, top, bottom, back } = this;
    const [low, high] = this.a < this.b ? [this.a, this.b] : [this.b, this.a];
    const frame = [this.width, this.height, this.a, this.b, this.c, this.d, this.x.label, this.x.log, this.x.ticks, this.y.label, this.y.log].join('|');
    if (frame === this.shown) return;
    this.shown = frame;
    put(this.svg, { viewBox: `0 0 ${this.width} ${this.height}`, width: this.width, height: this.height });
    put(this.frame, this.bare ? { x: 0, y: 0, width: this.width, height: this.height } : { x: left, y: top, width: Math.max(1, right - left), height: bottom - top });
    back.replaceChildren();
    if (this.bare) return;
    const marks = this.x.ticks || (this.x.log ? decades : ticks)(low, high, Math.max(2, (right - left) / 75)).map(x => [x, this.tick(x, this.x.log)]);
    for (const [x, words] of marks) {
      if (!this.x.ticks) back.append(shape('line', { class: 'grid', x1: this.px(x), x2: this.px(x), y1: top, y2: bottom }));
      // The last one must not leave the box, the first not run into the lowest of the other axis.
      back.append(shape('text', { class: 'tick', x: Math.min(Math.max(this.px(x), left + 3.7 * words.length - 3), this.width - 4 * words.length), y: bottom + 15, 'text-anchor': 'middle' }, words));
    }
    for (const [y, words] of this.levels) {
      back.append(shape('line', { class: 'grid', x1: left, x2: right, y1: this.py(y), y2: this.py(y) }));
      back.append(shape('text', { class: 'tick', x: left - 6, y: this.py(y) + 4, 'text-anchor': 'end' }, words));
    }
    back.append(shape('path', { class: 'axis', d: `M${left} ${top}V${bottom}H${right}` }));
    back.append(shape('text', { class: 'name', x: right, y: bottom + 33, 'text-anchor': 'end' }, this.x.label || ''));
    back.append(shape('text', { class: 'name', x: left + 6, y: top + 6 }, this.y.label || ''));
  }

  // The marks of the drawing before are used again, and told only what differs.
  add(name, attributes, words) {
    const i = this.count++, keys = [name, ...Object.keys(attributes)].join(' '), old = this.drawn[i];
    if (old && old.keys === keys) {
      put(old.made, attributes, old.attributes);
      if (old.words !== words) write(old.made, words);
      Object.assign(old, { attributes, words });
      return;
    }
    const made = shape(name, attributes, words);
    if (old) old.made.replaceWith(made); else this.marks.append(made);
    this.drawn[i] = { keys, made, attributes, words };
  }

  // The path of a list, kept for the next drawing in the same frame: a list that was drawn
  // does not change.
  path(list, written) {
    let kept = this.paths.get(list);
    if (kept?.frame !== this.shown) this.paths.set(list, kept = { frame: this.shown, d: written() });
    return kept.d;
  }

  // A line through points; where one is not finite, it is broken.
  curve(points, kind) {
    const d = this.path(points, () => {
      let d = '', open = false;
      for (const [x, y] of points) {
        const fine = Number.isFinite(x) && Number.isFinite(y) && (!this.y.log || y > 0) && (!this.x.log || x > 0);
        if (fine) d += `${open ? 'L' : 'M'}${this.px(x).toFixed(1)} ${this.py(y).toFixed(1)}`;
        open = fine;
      }
      return d;
    });
    if (d) this.add('path', { class: `line ${kind}`, d });
  }

  // All in one path, for a browser lays each element out.
  dots(points, kind, r = 3.5) {
    let d = '';
    for (const [x, y] of points) {
      if (Number.isFinite(x) && Number.isFinite(y) && (!this.y.log || y > 0)) d += `M${(this.px(x) - r).toFixed(1)} ${this.py(y).toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    }
    if (d) this.add('path', { class: `dot ${kind}`, d });
  }

  // Separate pieces of lines [x0, y0, x1, y1], in one path.
  pieces(list, kind) {
    const at = (x, y) => `${this.px(x).toFixed(1)} ${this.py(y).toFixed(1)}`;
    this.add('path', { class: `line ${kind}`, d: this.path(list, () => list.map(([x0, y0, x1, y1]) => `M${at(x0, y0)}L${at(x1, y1)}`).join('')) });
  }

  // An arrow from box to box { px, py, wide, high }, in pixels, between their sides.
  arrow(from, to, kind) {
    const dx = to.px - from.px, dy = to.py - from.py, long = Math.hypot(dx, dy) || 1, [u, v] = [dx / long, dy / long];
    const inside = ({ wide, high }) => Math.min(wide / 2 / Math.abs(u), high / 2 / Math.abs(v));
    const tail = inside(from) + 2, tip = long - inside(to) - 2, at = (along, aside = 0) => `${(from.px + along * u - aside * v).toFixed(1)} ${(from.py + along * v + aside * u).toFixed(1)}`;
    this.add('path', { class: `line ${kind}`, d: `M${at(tail)}L${at(Math.max(tail, tip - 6))}` });
    this.add('path', { class: `head ${kind}`, d: `M${at(tip)}L${at(tip - 9, 4)}L${at(tip - 9, -4)}Z` });
  }

  word(x, y, words, kind = '', anchor = 'start') {
    this.add('text', { class: `word ${kind}`, x: this.px(x), y: this.py(y), 'text-anchor': anchor }, words);
  }

  // Something to drag, or to move with the keys: along x, or with free: true in the
  // plane; upright: true along y. get() is where it stands, [x, y]; move(x, y) is told where
  // it shall. low, high and step are of x, or of y if upright, lowY and highY of y; on a
  // logarithmic axis step is a factor. seenAt says with pixels and point where that is in the
  // box, and back, where it is not as the axes have it.
  handle({ label, kind = 'c2', get, move, says, low, high, step, free = false, lowY, highY, stepY, upright = false, seenAt = this }) {
    // The way of keys is the way on the screen.
    const way = this.x.falls ? -1 : 1, ends = this.x.falls ? [high, low] : [low, high];
    const by = (x, times) => this.x.log ? x * value(step) ** (way * times) : x + way * times * value(step);
    const group = shape('g', { role: 'slider', tabindex: 0, class: `handle ${kind}`, 'aria-label': label, 'aria-orientation': upright ? 'vertical' : 'horizontal' });
    group.append(shape('circle', { class: 'reach', r: 22 }), shape('circle', { class: 'knob', r: 8 }));
    this.front.append(group);
    const value = each => typeof each === 'function' ? each() : each;
    // One that stands beyond its ends stays there until it is moved back.
    const stands = () => get()[upright ? 1 : 0], least = () => Math.min(value(low), stands()), most = () => Math.max(value(high), stands());
    const within = each => Math.max(least(), Math.min(most(), each));
    // Where it is seen: at the edge, if it stands outside.
    const seen = () => {
      const [px, py] = seenAt.pixels(get());
      return [Math.max(this.left, Math.min(this.right, px)), Math.max(this.top, Math.min(this.bottom, py))];
    };
    const to = (x, y) => this.figure.attempt(null, () => upright ? move(x, within(y)) : move(within(x), free ? Math.max(value(lowY), Math.min(value(highY), y)) : y));
    const grab = event => {
      group.focus({ preventScroll: true });
      try { group.setPointerCapture(event.pointerId); } catch { /* a pointer that is gone already */ }
      const box = this.svg.getBoundingClientRect(), [px, py] = seen(), off = [event.clientX - box.left - px, event.clientY - box.top - py];
      const drag = moved => {
        const now = this.svg.getBoundingClientRect(), px = moved.clientX - now.left - off[0], py = moved.clientY - now.top - off[1];
        // With no more digits than a pixel has.
        const beside = seenAt.point([px + 1, py + 1]);
        to(...seenAt.point([px, py]).map((x, i) => {
          const unit = 10 ** Math.floor(Math.log10(Math.abs(beside[i] - x)));
          return unit > 0 ? Number((Math.round(x / unit) * unit).toPrecision(12)) : x;
        }));
      };
      const end = () => {
        group.removeEventListener('pointermove', drag);
        for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) group.removeEventListener(name, end);
      };
      group.addEventListener('pointermove', drag);
      for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) group.addEventListener(name, end);
    };
    // Where several are within reach, the nearest is meant.
    group.addEventListener('pointerdown', event => {
      if (event.button) return;
      event.preventDefault();
      const box = this.svg.getBoundingClientRect(), far = each => { const [px, py] = each.seen(); return Math.hypot(event.clientX - box.left - px, event.clientY - box.top - py); };
      this.handles.reduce((best, each) => far(each) < far(best) ? each : best, handle).grab(event);
    });
    // touch-action on a part of an SVG is not obeyed everywhere.
    group.addEventListener('touchstart', event => event.preventDefault(), { passive: false });
    group.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const [x, y] = get(), up = times => free || upright ? [x, y + times * value(stepY ?? step)] : [by(x, times), y];
      const along = times => upright ? up(times) : [by(x, times), y], end = i => upright ? [x, value(ends[i])] : [value(ends[i]), y];
      const next = { ArrowLeft: along(-1), ArrowRight: along(1), ArrowDown: up(-1), ArrowUp: up(1), PageDown: up(-10), PageUp: up(10),
        Home: end(0), End: end(1) }[event.key];
      if (!next) return;
      event.preventDefault();
      // Steps land on round numbers: 0.3, not 0.30000000000000004.
      to(Number(next[0].toPrecision(12)), Number(next[1].toPrecision(12)));
    });
    const handle = {
      group, seen, grab,
      place: () => {
        const [x, y] = get(), [px, py] = seen(), reach = [least(), most()];
        if (this.x.falls) reach.reverse();
        // Decimals, for 1e-16 is no number to a screen reader; the text says what it is.
        const plain = each => (way * (this.x.log ? Math.log10(each) : each)).toFixed(6).replace(/\.?0+$/, '');
        const now = {
          transform: `translate(${px.toFixed(1)} ${py.toFixed(1)})`, 'aria-valuemin': plain(reach[0]), 'aria-valuemax': plain(reach[1]),
          'aria-valuenow': plain(upright ? y : x), 'aria-valuetext': says ? says() : live.words(upright ? y : x),
        };
        put(group, now, handle.now);
        handle.now = now;
      },
      remove: () => { group.remove(); this.handles = this.handles.filter(each => each !== handle); },
    };
    this.handles.push(handle);
    return handle;
  }

  // Paints under the axes: paint(context) in the pixels of the box.
  paint(paint) {
    if (!this.canvas) {
      this.canvas = live.make('canvas', { 'aria-hidden': 'true' });
      this.box.prepend(this.canvas);
    }
    const dense = window.devicePixelRatio || 1;
    const context = this.canvas.getContext('2d'), [width, height] = [this.width * dense, this.height * dense].map(Math.round);
    // A canvas that gets a size, even the same, is made anew.
    if (this.canvas.width !== width || this.canvas.height !== height) {
      Object.assign(this.canvas, { width, height });
      Object.assign(this.canvas.style, { width: `${this.width}px`, height: `${this.height}px` });
    }
    context.clearRect(0, 0, width, height);
    context.save();
    context.scale(dense, dense);
    context.beginPath();
    context.rect(this.left, this.top, this.right - this.left, this.bottom - this.top);
    context.clip();
    paint(context);
    context.restore();
  }

  // Within paint: what stays from one drawing to the next, painted once as long as all of
  // the list is the same.
  kept(context, list, paint) {
    const { canvas } = this, key = [...list, canvas.width, canvas.height, this.shown];
    this.layer ||= { key: [], canvas: live.make('canvas') };
    if (key.some((each, i) => each !== this.layer.key[i])) {
      const there = this.layer.canvas.getContext('2d');
      Object.assign(this.layer.canvas, { width: canvas.width, height: canvas.height });
      there.setTransform(context.getTransform());
      paint(there);
      this.layer.key = key;
    }
    context.save();
    context.resetTransform();
    context.drawImage(this.layer.canvas, 0, 0);
    context.restore();
  }

  end() {
    for (const { made } of this.drawn.splice(this.count)) made.remove();
    for (const handle of this.handles) handle.place();
  }
};
