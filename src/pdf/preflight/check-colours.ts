import { PDFArray, PDFDict, PDFName } from 'pdf-lib';
import { itemsOf, lookUp, nameOf } from '../object-lookup.ts';
import { checkIccSpace, checkIntents, type Intents } from './check-intents.ts';
import type { DeviceFamily } from './colour-use.ts';
import type { Say } from './finding.ts';
import type { Content, InspectedFile } from './inspect-file.ts';

/** Colours against the output intent, and colour spaces as such. */
export function checkColours(inspected: InspectedFile, say: Say): void {
  const intents = checkIntents(inspected, say);
  const seen = new Set<PDFArray>();
  const inks = new Map<string, string>();
  for (const content of inspected.contents) {
    checkDevices(content, intents, { inspected, say });
    const place = { page: content.page, object: content.holder };
    if (content.uses.overprintsProfile)
      say('icc-overprint', 'CMYK of a profile is overprinted with OPM 1', place);
    for (const space of content.uses.spaces) {
      if (seen.has(space)) continue;
      seen.add(space);
      checkIccSpace(space, inspected, (rule, message, at) => say(rule, message, at ?? place));
      checkInks(space, { inspected, inks }, (rule, message) => say(rule, message, place));
    }
    const isPage = content.holder instanceof PDFDict;
    if (isPage && intents.archive === null && hasTransparency(inspected, content) && !hasBlendSpace(content))
      say('blend-space', 'the page has transparency, but no blending space', place);
  }
}

/** The page itself or a form that it is the first to paint. */
function hasTransparency({ contents }: InspectedFile, content: Content): boolean {
  return contents.some(({ uses, page }) => page === content.page && uses.isTransparent);
}

function hasBlendSpace({ holder }: Content): boolean {
  if (!(holder instanceof PDFDict)) return false;
  const group = lookUp(holder.context, holder, 'Group');
  return group instanceof PDFDict && group.has(PDFName.of('CS'));
}

const RULES = { rgb: 'device-rgb', cmyk: 'device-cmyk', gray: 'device-gray' } as const;
const WANTED = { rgb: 'RGB ', cmyk: 'CMYK' } as const;
const CALLED = { rgb: 'RGB', cmyk: 'CMYK', gray: 'grey' } as const;

function checkDevices(
  { uses, page, holder }: Content,
  intents: Intents,
  { inspected, say }: { readonly inspected: InspectedFile; readonly say: Say },
): void {
  for (const [family, operator] of uses.devices) {
    // A press file that is PDF/A as well has one profile for both.
    const intent = intents.archive ?? (inspected.claims.pdfA === null ? intents.press : null);
    if (isMeant(family, intent)) continue;
    const told = intent === null ? 'there is no output intent' : `the output intent is ${intent.trim()}`;
    say(RULES[family], `${operator} paints in ${CALLED[family]} without a profile; ${told}`, {
      page,
      object: holder,
    });
  }
}

function isMeant(family: DeviceFamily, intent: string | null): boolean {
  return family === 'gray' ? intent !== null : intent === WANTED[family];
}

/** Inks that every press has. */
const PROCESS = new Set(['Cyan', 'Magenta', 'Yellow', 'Black', 'All', 'None']);

function checkInks(
  space: PDFArray,
  { inspected, inks }: { readonly inspected: InspectedFile; readonly inks: Map<string, string> },
  say: (rule: 'colorants' | 'colorant-count' | 'separations', message: string) => void,
): void {
  const { context } = inspected.file;
  const [kind, names, alternate, transform, attributes] = itemsOf(context, space);
  if (nameOf(kind) === 'Separation') {
    const ink = nameOf(names) ?? '';
    const shown = `${alternate?.toString()} ${space.asArray()[3]?.toString()} ${transform?.toString()}`;
    if (inks.has(ink) && inks.get(ink) !== shown && !['All', 'None'].includes(ink))
      say('separations', `the ink ${ink} is shown in two ways`);
    inks.set(ink, shown);
  }
  if (nameOf(kind) !== 'DeviceN' || !(names instanceof PDFArray)) return;
  const limit = inspected.claims.pdfA?.part === '1' ? 8 : 32;
  if (names.size() > limit) say('colorant-count', `a DeviceN space has ${names.size()} inks`);
  const described = attributes instanceof PDFDict ? lookUp(context, attributes, 'Colorants') : undefined;
  for (const name of names.asArray().map((item) => nameOf(context.lookup(item)) ?? '')) {
    const isKnown = described instanceof PDFDict && described.has(PDFName.of(name));
    if (!PROCESS.has(name) && !isKnown) say('colorants', `the ink ${name} is not among Colorants`);
  }
}
