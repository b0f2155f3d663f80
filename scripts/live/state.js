// What a figure's state is made of: each part has a value and a label, reads what is typed and
// shows itself; and numbers for people.
'use strict';

const RAISED = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

live.raise = power => [...String(power)].map(sign => RAISED[sign]).join('');

// A number for people: 0.2, −3.4, 1.25 · 10⁻⁸.
live.words = (x, digits = 6) => {
  if (Number.isNaN(x)) return 'no number';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    const [part, power] = x.toExponential(digits - 1).split('e');
    return `${part.replace(/\.?0+$/, '')}\u00a0·\u00a010${live.raise(Number(power))}`.replace('-', '−');
  }
  return String(Number(x.toPrecision(digits))).replace('-', '−');
};

live.number = (label, value, { low = -1e6, high = 1e6, above, whole } = {}) => ({
  label, value, low: above ?? low, high, whole, above,
  read(text) {
    const typed = text.trim().replace('−', '-'), x = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(typed) ? Number(typed) : NaN;
    const range = above === undefined ? `from ${live.words(low)} to ${live.words(high)}` : `above ${live.words(above)} and at most ${live.words(high)}`;
    if (!(x <= high && (above === undefined ? x >= low : x > above)) || whole && !Number.isInteger(x))
      throw new Refused(`${label} must be a ${whole ? 'whole ' : ''}number ${range}.`);
    return x;
  },
  show: x => String(Number(x.toPrecision(12))),
});

// Several numbers between commas.
live.numbers = (label, value, most, limits) => {
  const each = live.number(`Each ${label}`, 0, limits);
  return {
    label, value, each,
    read(text) {
      const parts = text.split(/[,;]/).filter(part => part.trim() !== '');
      if (!parts.length && value.length || parts.length > most) throw new Refused(`${label}: 1 to ${most} numbers, with commas between them.`);
      return parts.map(part => each.read(part));
    },
    show: list => list.map(each.show).join(', '),
  };
};

live.text = (label, value, longest = 200) => ({
  label, value,
  read(text) {
    if (text.trim() === '') throw new Refused(`${label} is empty.`);
    if (text.length > longest) throw new Refused(`${label} is longer than ${longest} characters.`);
    return text;
  },
  show: text => text,
});

live.choice = (label, value, options) => ({
  label, value, options,
  read(text) {
    if (!options.some(([key]) => key === text)) throw new Refused(`${label} cannot be «${text}».`);
    return text;
  },
  show: text => text,
});
