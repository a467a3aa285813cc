import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHyphenator } from '../../../src/text/hyphenator.ts';
import { loadPatterns } from '../../../src/text/load-patterns.ts';

// The package of the patterns has a hyphenator of its own, slower and for whole texts: a judge of ours.

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '../../..');

/** Words of the samples, in small letters. */
function wordsOf(issue: string, ending: string): readonly string[] {
  const folder = join(ROOT, 'issues', issue, 'articles');
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  return [...new Set(text.match(/(?<![\p{L}'’.-])\p{Ll}{4,}(?![\p{L}'’.-])/gu) ?? [])];
}

const GERMAN =
  'auskunft aussprache ausstellung ausnahme dienstag zeitungen zusammenarbeit donnerstag unabhängigkeit versammlung ' +
  'eisenbahn übernahme wirtschaft beobachten gemeinderat erinnerung nachbarschaft wettervorhersage anzeige hafenmeister';
const FRENCH =
  'président restaurer aujourd montagne journaliste imprimerie exposition souvenirs désormais transport réunion ' +
  'inauguration bibliothèque atelier instruction abonnement dimanche étrangers inscription';
const ITALIAN =
  'stampatore giornale redazione trasporto abitanti esposizione inchiesta abbonamento ristorante costruzione domenica';
const PORTUGUESE =
  'imprensa reportagem exposição transporte assinatura desabafo construção domingo inscrição abertura subúrbio';
const DUTCH =
  'arbeidsongeschiktheid zeggen krantenkop burgemeester gemeenteraad zaterdagavond havenmeester ' +
  'vergadering bestuurslid wethouder';
const POLISH =
  'gazeta mieszkańcy przewodniczący sprawozdanie zgromadzenie przedsiębiorstwo wiadomości najstarszy spółdzielnia ' +
  'drukarnia oświadczenie';
const SWEDISH =
  'tidningar kommunfullmäktige kvarstående hamnkapten utställning söndagen årsberättelse ordförande översvämning insändare';
const TURKISH =
  'gazetecilik belediyesi çalışanlarının açıklamasına kütüphane öğretmenler toplantısı haberleri ilkokulunun vatandaşlar';
const UKRAINIAN =
  'газета засідання пристань вчителька мешканці оголошення незалежність бібліотека майстерня пасажири';

const CASES: readonly (readonly [language: string, pack: string, words: readonly string[]])[] = [
  ['en', 'en-us', [...wordsOf('demo', '.md'), ...wordsOf('0898', '.en.md'), 'otherwise', 'money', 'corner']],
  ['en-gb', 'en-gb', wordsOf('demo', '.md')],
  ['es', 'es', wordsOf('0898', '.es.md')],
  ['de', 'de-1996', GERMAN.split(' ')],
  ['fr', 'fr', FRENCH.split(' ')],
  ['it', 'it', ITALIAN.split(' ')],
  ['pt', 'pt', PORTUGUESE.split(' ')],
  ['nl', 'nl', DUTCH.split(' ')],
  ['pl', 'pl', POLISH.split(' ')],
  ['sv', 'sv', SWEDISH.split(' ')],
  ['tr', 'tr', TURKISH.split(' ')],
  ['uk', 'uk', UKRAINIAN.split(' ')],
];

test.each(CASES)('%s: words are divided as by the package of its patterns', async (language, pack, words) => {
  expect(words.length).toBeGreaterThan(9);
  const own = createHyphenator(await loadPatterns(language), []);
  const make = require('hyphen') as (patterns: unknown, options: object) => (text: string) => string;
  const divide = make(require(`hyphen/patterns/${pack}.js`), { hyphenChar: '-', minWordLength: 1 });
  const divided = (word: string): string => {
    const points = own.points(word, [1, 2, 2]);
    return Array.from({ length: word.length }, (_, at) =>
      points.includes(at) ? `-${word[at]}` : word[at],
    ).join('');
  };
  expect(words.map(divided)).toEqual(words.map((word) => divide(word)));
});
