import type { Article } from '../content/article.ts';
import { isAuthorNamed } from '../content/picture/portrait.ts';
import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Edition } from '../edition/edition.ts';

/** Bylines that a hint lists. */
const MOST_BYLINES = 4;

/**
 * Reports GA248 for each portrait of issue.yaml that stands at no story. Those of publication.yaml are the paper's, for
 * any issue; an edition that lacks stories of another one cannot tell, and of several the first tells, of itself alone.
 */
export function checkPortraits(edition: Edition, articles: readonly Article[], context: Context): void {
  if (edition.absentStories.length > 0 || edition.language !== edition.languages[0]) return;
  for (const { name } of edition.portraits) {
    const span = edition.spans[`portraits.${name}.picture`] ?? null;
    if (span === null || span.file !== edition.manifestFile) continue;
    const own = articles.filter(
      ({ byline }) => byline !== null && isAuthorNamed(plain(byline.text), plain(name)),
    );
    if (own.some(({ label, portrait }) => label !== null || portrait !== null)) continue;
    const [first] = own;
    const whole = edition.languages.length === 1 ? 'this issue' : `the \`${edition.language}\` edition`;
    const bylines = [...new Set(articles.flatMap(({ byline }) => (byline === null ? [] : [byline.text])))];
    reportFault(context, 'GA248', {
      message:
        first === undefined
          ? `no byline of ${whole} is that of the portrait \`${name}\``
          : `the portrait \`${name}\` stands at no story of ${whole}: that of its author, "${first.id}", has no \`label:\``,
      hint:
        first === undefined
          ? `${bylines.length === 0 ? 'No story has a byline' : `Bylines: ${listed(bylines)}`}. A portrait for other issues goes into publication.yaml.`
          : `Give the story a label (\`label: column\`), or a \`portrait:\` of its own.`,
      span,
      trail: [edition.issueId, edition.language],
    });
  }
}

/** Apostrophes as typed: a byline is set, the key of a portrait is not. */
const plain = (text: string): string => text.replaceAll('’', "'");

function listed(bylines: readonly string[]): string {
  const shown = bylines.slice(0, MOST_BYLINES).map((byline) => `“${byline}”`);
  const rest = bylines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
