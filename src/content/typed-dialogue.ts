import type { StrayMark } from './stray-marks.ts';

/**
 * Who speaks is said with these words, behind a dash, in languages whose dialogue has a dash before what each person says.
 * A word that may be something else in a list is none of them: Italian `chiese` is churches too.
 */
const SAID: Readonly<Record<string, string>> = {
  bg: 'каза(?:ха)?|попита|отговори|извика|прошепна|казва|пита',
  ca: 'va (?:dir|preguntar|respondre|contestar|exclamar)|digué|preguntà|respongué|diu',
  cs: 'řekl[ai]?|odpověděl[ai]?|zeptal[ai]? se|vykřikl[ai]?|zašeptal[ai]?|dodal[ai]?|říká|odpovídá',
  da: 'sagde|spurgte|svarede|råbte|hviskede|siger|svarer',
  el: 'είπε|ρώτησε|απάντησε|φώναξε|ψιθύρισε|λέει|ρωτάει',
  es: '(?:l[ae]s? |se |nos |me )?(?:dijo|dijeron|respondió|preguntó|contestó|exclamó|explicó|replicó|gritó|susurró|murmuró|añadió)',
  et: 'ütles|küsis|vastas|hüüdis|sosistas|ütleb',
  fi: 'sanoi|kysyi|vastasi|huusi|kuiskasi|sanoo|kysyy',
  fr:
    '(?:lui |leur |me |nous )?(?:dit-(?:il|elle|on)|disent-(?:ils|elles)|dis-je|demande-t-(?:il|elle|on)|demanda|répond|répondit|répondent|' +
    "répliqua|lança|murmura|cria|expliqua|ajouta|explique-t-(?:il|elle|on)|lance-t-(?:il|elle|on))|s['’](?:exclame|écrie|exclama|écria)",
  gl: 'dixo|respondeu|preguntou|exclamou|contestou',
  hr: 'reče|rekao|rekla|upitao|upitala|odgovorio|odgovorila|kaže|pita',
  hu: 'mondta|kérdezte|felelte|válaszolta|kiáltotta|suttogta|tette hozzá|mondja|kérdezi',
  it: '(?:gli |le |mi |ci )?(?:disse|dissero|rispose|risposero|domandò|esclamò|replicò|spiegò|sussurrò|gridò|aggiunse)',
  lt: 'tarė|sakė|paklausė|atsakė|sušuko|sušnibždėjo|sako',
  lv: 'teica|sacīja|jautāja|atbildēja|iesaucās|saka',
  mk: 'рече|праша|одговори|извика|вели',
  nb: 'sa|spurte|svarte|ropte|hvisket|sier|svarer',
  nn: 'sa|spurde|svara|ropte|kviskra|seier|svarar',
  pl:
    'powiedział[aoy]?|powiedzieli|rzekł[ao]?|odparł[ao]?|odpowiedział[ao]?|odpowiedzieli|spytał[aoi]?|zapytał[aoi]?|szepnął|szepnęła|' +
    'krzyknął|krzyknęła|mruknął|mruknęła|zawołał[ao]?|dodał[ao]?|stwierdził[ao]?|mówi|mówią|odpowiada|pyta|dodaje|wyjaśnia|przyznaje|opowiada',
  pt: '(?:lhe |me |nos )?(?:disse|disseram|respondeu|perguntou|exclamou|explicou|gritou|murmurou|sussurrou|replicou|acrescentou)',
  ro: 'spuse|zise|răspunse|întrebă|șopti|strigă|a (?:spus|răspuns|întrebat|strigat|adăugat)|spune',
  ru: 'сказал[аи]?|спросил[аи]?|ответил[аи]?|крикнул[аи]?|прошептал[аи]?|воскликнул[аи]?|добавил[аи]?|говорит|спрашивает|отвечает',
  sk: 'povedal[ai]?|odpovedal[ai]?|opýtal[ai]? sa|spýtal[ai]? sa|zašepkal[ai]?|zvolal[ai]?|dodal[ai]?|hovorí|odpovedá',
  sl: 'je (?:rekel|rekla|vprašal|vprašala|odgovoril|odgovorila|dejal|dejala)|reče|pravi',
  sq: 'tha|thanë|pyeti|u përgjigj|bërtiti|thotë',
  sr: 'reče|rekao|rekla|upita|upitao|upitala|odgovori|odgovorio|kaže|рече|рекао|рекла|упита|упитао|упитала|одговори|каже',
  sv: 'sa|sade|frågade|svarade|ropade|viskade|säger|svarar|undrade',
  tr: 'dedi|diye sordu|diye cevap verdi|diye bağırdı|diye fısıldadı|diyor',
  uk: 'сказав|сказала|спитав|спитала|запитав|запитала|відповів|відповіла|вигукнув|вигукнула|прошепотів|прошепотіла|каже|говорить',
};

/** Norwegian may be said without which. */
const CODES: Readonly<Record<string, string>> = { no: 'nb' };

/** A whole sentence, as people say it. */
const SENTENCE = /^["'«„“¿¡]?\p{Lu}.*[.!?…]["'»”“]?$/su;

/** Words up to another dash, with no other sign before it: they may be put into a sentence of the list. */
const PUT_IN = String.raw`[^.,:;!?…]*\s[-–—]`;

const patterns = new Map<string, RegExp>();

/** Who says it, put in with the same sign: "- Czekamy - powiedziała Anna." */
function saidBy(language: string): RegExp | null {
  const code = language.split('-')[0]?.toLowerCase() ?? '';
  const words = SAID[CODES[code] ?? code];
  if (words === undefined) return null;
  const pattern =
    patterns.get(code) ??
    new RegExp(`\\S (?:--?|[–—]) ?(?:${words})(?![\\p{L}\\p{M}\\p{N}])(?!${PUT_IN})`, 'u');
  patterns.set(code, pattern);
  return pattern;
}

/**
 * Items that are typed as a list with hyphens and are dialogue: whole sentences, and one at least says who speaks. Null for
 * all others, and behind a line that ends with a colon, as lists have it.
 *
 * @param before the paragraph above, as typed.
 */
export function findTypedDialogue(
  items: readonly string[],
  before: string,
  language: string,
): StrayMark | null {
  const pattern = saidBy(language);
  if (pattern === null || /[:：]\W*$/u.test(before)) return null;
  if (!items.every((item) => SENTENCE.test(item)) || !items.some((item) => pattern.test(item))) return null;
  return {
    offset: 0,
    length: 1,
    message: 'what may be dialogue begins with a hyphen, and is set as an item of a list',
    hint: 'Write `-- ` before what each person says, and an empty line between them; in a list leave out the full stop.',
  };
}
