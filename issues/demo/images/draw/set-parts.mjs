// Setting of paragraphs for the drawings that show it: breaking into lines, spreading a line, marking its gaps.
import { measure, type } from './kit.mjs';

/** Cuts text at spaces and at soft hyphens (marked | in the text) into pieces that a line can end after. */
const pieces = (text) =>
  text.split(' ').flatMap((word) => {
    const parts = word.split('|');
    return parts.map((part, index) => ({ part, hyphen: index < parts.length - 1 }));
  });

/** The words of a line from piece `from` to piece `to`, with its hyphen. */
function joined(list, from, to) {
  let out = '';
  for (let index = from; index < to; index += 1) out += list[index].part + (list[index].hyphen ? '' : ' ');
  return list[to - 1].hyphen ? `${out}-` : out.trimEnd();
}

/** Breaks first fit, with hyphens or without. */
export function firstFit(text, style, width, hyphens = false) {
  const list = pieces(hyphens ? text : text.replaceAll('|', ''));
  const out = [];
  for (let from = 0; from < list.length;) {
    let to = from + 1;
    for (let next = to; next <= list.length; next += 1)
      if (measure(joined(list, from, next), style) <= width) to = next;
    out.push(joined(list, from, to));
    from = to;
  }
  return out;
}

/** Breaks so that the spaces of the whole paragraph are as even as they can be. */
export function totalFit(text, style, width) {
  const list = pieces(text);
  const space = measure('a b', style) - measure('ab', style);
  const best = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= list.length; to += 1) {
    best[to] = { cost: Infinity, from: 0 };
    for (let from = Math.max(0, to - 30); from < to; from += 1) {
      const words = joined(list, from, to);
      const gaps = words.split(' ').length - 1;
      const natural = measure(words, style);
      const last = to === list.length;
      if (natural - gaps * space * 0.22 > width || (gaps === 0 && !last)) continue;
      const stretch = (width - natural) / (gaps * space);
      const strain = last ? 0 : stretch < 0 ? (stretch / 0.22) ** 2 : (stretch / 0.45) ** 2;
      const cost = best[from].cost + (1 + strain * 10) ** 2 + (list[to - 1].hyphen ? 60 : 0);
      if (cost < best[to].cost) best[to] = { cost, from };
    }
  }
  const out = [];
  for (let to = list.length; to > 0; to = best[to].from) out.unshift(joined(list, best[to].from, to));
  return out;
}

/** Sets one line to a width; gives its drawing and the places [x, width] of its word spaces. */
export function spread(text, { x, y, ...style }, width) {
  const words = text.split(' ');
  const widths = words.map((word) => measure(word, style));
  const space = measure('a b', style) - measure('ab', style);
  const gap =
    width === undefined
      ? space
      : (width - widths.reduce((sum, one) => sum + one, 0)) / Math.max(1, words.length - 1);
  const gaps = [];
  let pen = x;
  const drawn = words.map((word, index) => {
    const set = type(word, { x: pen, y, ...style });
    pen += widths[index];
    if (index < words.length - 1) gaps.push([pen, gap]);
    pen += gap;
    return set;
  });
  return { drawn: drawn.join(''), gaps, space };
}
