import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';
import { convertColours } from '../image/convert-colours.ts';
import { readIccFacts } from '../image/icc-facts.ts';
import type { ComposedEdition } from '../page/composed-edition.ts';
import type { Press, PressProfile } from '../pdf/press.ts';
import type { Colour } from '../style/computed-style.ts';
import type { BuildOptions } from './build-options.ts';
import { openAssets } from './edition-assets.ts';

/** Name of galley's own profile in the registry of color.org: the data it was made from. */
const NEWSPRINT = 'CGATS TR 002';

/** A press, and where its profile lies: pictures are converted by the file. Null prints in black ink alone. */
export type OpenedPress = { readonly press: Press; readonly profileFile: string | null };

/**
 * Opens the press that an edition is printed on. Reports GA910 for a profile that is not there or no profile of a
 * four-colour press, and gives null then.
 */
export async function openPress(
  edition: Edition,
  composed: ComposedEdition,
  options: BuildOptions,
  context: Context,
): Promise<OpenedPress | null> {
  const found = findProfile(edition, options, context);
  if (found === null) return null;
  const profileFile = edition.print.isGrey ? null : found.file;
  const inkOf = await convertColours(coloursOf(composed), profileFile);
  return { press: { plan: edition.print, profile: found.profile, inkOf }, profileFile };
}

function findProfile(
  edition: Edition,
  { host, installation }: BuildOptions,
  context: Context,
): { readonly file: string; readonly profile: PressProfile } | null {
  const wanted = edition.print.profile;
  const lookup = wanted === null ? null : openAssets(edition, host).resolve(wanted);
  const file = lookup === null ? installation.newsprint : lookup.kind === 'found' ? lookup.path : null;
  const bytes = file === null ? null : host.readFile(file);
  const facts = bytes === null ? null : readIccFacts(bytes);
  const isPress = facts?.deviceClass === 'prtr' && facts.colourSpace === 'CMYK';
  if (file !== null && bytes !== null && facts !== null && isPress) {
    const registered = wanted === null ? NEWSPRINT : null;
    return { file, profile: { bytes, description: facts.description, registered } };
  }
  if (wanted === null) throw new Error(`galley's own profile ${installation.newsprint} cannot be read`);
  const reason =
    lookup?.kind === 'outside'
      ? 'lies outside of the paper’s folder'
      : bytes === null
        ? 'is not there'
        : facts === null
          ? 'is no ICC profile'
          : `is a profile of class ${facts.deviceClass} for ${facts.colourSpace}`;
  reportFault(context, 'GA910', {
    message: `the press profile \`${wanted}\` ${reason}`,
    span: edition.spans['print.profile'] ?? null,
    trail: [edition.issueId],
  });
  return null;
}

/** Every colour of text and rules, each once, in order of the pages. */
function coloursOf(composed: ComposedEdition): readonly Colour[] {
  const colours = new Map<string, Colour>();
  for (const page of composed.pages) {
    for (const fragment of page.fragments) {
      if (fragment.kind !== 'text' && fragment.kind !== 'rule') continue;
      const { red, green, blue } = fragment.colour;
      colours.set(`${red} ${green} ${blue}`, fragment.colour);
    }
  }
  return [...colours.values()];
}
