import { encodeAddress } from './markdown/markdown-parser.ts';
import type { TextMark } from './markdown/set-inline.ts';

/** A mail address as people print it; every repetition ends before a sign that it cannot hold, so the search is linear. */
const MAIL =
  /(?<![\p{L}\p{N}_%+@/:.-])[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?![\p{L}\p{N}@]|-\p{L})/gu;

/**
 * An address of the web, with its scheme or as people print it, from `www.` and a host of two labels more on; up to a space, a quotation mark, or a mark or bracket of Arabic and Asian writing, behind which
 * no space may stand; what ends its sentence is still in it.
 */
const WEB =
  /(?<![\p{L}\p{N}])(?:https?:\/\/|(?<![_%+@/:.-])www\.(?=[\p{L}\p{N}-]+\.[\p{L}\p{N}]))[^\s<>"“”„‘’«»–—…`\u00ad、。，．！？；：（）［］【】「」『』〈〉《》،؛؟۔]+/giu;

/** Longer ones are left as text, as they are refused in links. */
const MOST_CHARACTERS = 2000;

/** Marks that typography may have made of typed ones: an address that goes on behind one is not as it was typed. */
const CHANGED = /^[‘’–—…][\p{L}\p{N}/]/u;

/** Makes links of the mail and web addresses that stand in a text as such. In order and apart. */
export function findAddresses(text: string): readonly TextMark[] {
  const web = [...text.matchAll(WEB)].flatMap((match): readonly TextMark[] => {
    if (match[0].length > MOST_CHARACTERS) return [];
    const address = withoutSentenceEnd(match[0]);
    const end = match.index + address.length;
    const isWhole = !CHANGED.test(text.slice(end, end + 2));
    const target = addressOf(address);
    if (!isWhole || target === null) return [];
    return [{ start: match.index, end, name: 'a', attributes: { href: encodeAddress(target) } }];
  });
  const mail = [...text.matchAll(MAIL)].map((match): TextMark => ({
    start: match.index,
    end: match.index + match[0].length,
    name: 'a',
    attributes: { href: `mailto:${match[0]}` },
  }));
  const apart = mail.filter((one) => !web.some(({ start, end }) => start < one.end && one.start < end));
  return [...web, ...apart].sort((one, other) => one.start - other.start);
}

/**
 * Where an address leads; null when nowhere. One without a scheme leads to `http:`, from where servers lead on to
 * `https:`; not all have that. With a sign of mail before its path it is none of the web.
 */
function addressOf(address: string): string | null {
  const hasScheme = /^https?:/i.test(address);
  if (!hasScheme && /^[^/?#]*@/.test(address)) return null;
  const target = hasScheme ? address : `http://${address}`;
  return URL.canParse(target) ? target : null;
}

/** Signs at the end belong to the sentence; a bracket does where more are closed than were opened in the address. */
function withoutSentenceEnd(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const count = (sign: string): number => address.slice(0, end).split(sign).length;
    const isOutside =
      /[.,;:!?']/.test(last) ||
      (last === ')' && count(')') > count('(')) ||
      (last === ']' && count(']') > count('['));
    if (!isOutside) break;
    end -= 1;
  }
  return address.slice(0, end);
}
