import type { Face } from '../font/face.ts';
import type { ShapeOptions } from '../font/shaped-text.ts';
import type { ComputedStyle, NumericVariant } from '../style/computed-style.ts';
import type { InlineRun } from '../style/inline-run.ts';
import type { HyphenLimits } from './hyphenator.ts';
import type { TextEngine } from './text-engine.ts';
import type { TokenPart } from './split-token.ts';
import { findHyphens, isCompound } from './find-hyphens.ts';
import { splitToken } from './split-token.ts';

/** What is known of one token (a stretch without spaces) in one style and language. */
export type TokenFacts = {
  readonly parts: readonly TokenPart[];
  /** Characters that no face has, with their offsets. */
  readonly missing: readonly { readonly codePoint: number; readonly offset: number }[];
  /** Offsets where the token may be divided with a hyphen, rising. */
  readonly hyphens: readonly number[];
  /** Whether they are a last help: the token has hyphens of its own. */
  readonly hasPoorHyphens: boolean;
};

/** What all runs of one style and language share. */
export type RunSetting = {
  readonly faces: readonly Face[];
  readonly optionsFor: (script: string, direction: 'ltr' | 'rtl') => ShapeOptions;
  readonly factsOf: (token: string) => TokenFacts;
  /** What is known of a space. */
  readonly space: TokenFacts;
  /** Whether hyphens are wanted but the language has no patterns. */
  readonly lacksPatterns: boolean;
};

/** Finds, or makes on first use, what a run's style and language come to. */
export function runSetting(run: InlineRun, engine: TextEngine): RunSetting {
  const { style } = run;
  const key = [
    style.fontFamily.join(),
    style.fontWeight,
    style.fontStyle,
    style.fontSize,
    style.fontVariantCaps,
    style.fontVariantNumeric.join(),
    style.fontFeatures.join(),
    style.letterSpacing === 0,
    style.hyphens,
    style.hyphenateLimitChars.join(),
    run.language,
  ].join('|');
  let setting = engine.settings.get(key);
  if (setting === undefined) engine.settings.set(key, (setting = createSetting(run, engine)));
  return setting;
}

function createSetting(run: InlineRun, engine: TextEngine): RunSetting {
  const { style, language } = run;
  const faces = engine.book.match({
    families: style.fontFamily,
    weight: style.fontWeight,
    style: style.fontStyle,
    size: style.fontSize,
  });
  const caps = smallCapitals(style, faces[0], engine);
  const features = [
    ...caps.features,
    ...style.fontVariantNumeric.map((word) => NUMERIC_FEATURES[word]),
    ...spacingFeatures(style),
    ...style.fontFeatures,
  ];
  const options = new Map<string, ShapeOptions>();
  const hyphenator = style.hyphens === 'auto' ? engine.hyphenatorOf(language) : null;
  const limits: HyphenLimits = style.hyphenateLimitChars;
  const facts = new Map<string, TokenFacts>();
  const makeFacts = (token: string): TokenFacts => {
    const missing: { codePoint: number; offset: number }[] = [];
    const parts = splitToken(token, {
      book: engine.book,
      faces,
      defaultScript: defaultScript(language),
      scaledCapitals: caps.scaled,
      onMissing: (codePoint, offset) => void missing.push({ codePoint, offset }),
    });
    const hyphens = style.hyphens === 'none' ? [] : findHyphens(token, hyphenator, limits);
    return { parts, missing, hyphens, hasPoorHyphens: hyphens.length > 0 && isCompound(token) };
  };
  return {
    faces,
    space: makeFacts(' '),
    lacksPatterns: style.hyphens === 'auto' && !engine.hasPatterns(language),
    optionsFor: (script, direction) => {
      const key = `${script}${direction}`;
      let found = options.get(key);
      if (found === undefined) options.set(key, (found = { features, language, script, direction }));
      return found;
    },
    factsOf: (token) => {
      let found = facts.get(token);
      if (found === undefined) facts.set(token, (found = makeFacts(token)));
      return found;
    },
  };
}

type SmallCapitals = { readonly features: readonly string[]; readonly scaled: 'none' | 'lowercase' | 'all' };

/** The font's own small capitals where it has them; else capitals are scaled. */
function smallCapitals(style: ComputedStyle, face: Face | undefined, engine: TextEngine): SmallCapitals {
  const kind = style.fontVariantCaps;
  if (kind === 'normal' || face === undefined) return { features: [], scaled: 'none' };
  const has = (tag: string): boolean => engine.book.hasFeature(face, tag);
  if (kind === 'small-caps') {
    return has('smcp') ? { features: ['smcp=1'], scaled: 'none' } : { features: [], scaled: 'lowercase' };
  }
  const hasBoth = has('smcp') && has('c2sc');
  return hasBoth ? { features: ['smcp=1', 'c2sc=1'], scaled: 'none' } : { features: [], scaled: 'all' };
}

/** The features that CSS Fonts 4 §6.7 names for the words of `font-variant-numeric`. */
const NUMERIC_FEATURES: Readonly<Record<NumericVariant, string>> = {
  'lining-nums': 'lnum=1',
  'oldstyle-nums': 'onum=1',
  'proportional-nums': 'pnum=1',
  'tabular-nums': 'tnum=1',
  'diagonal-fractions': 'frac=1',
  ordinal: 'ordn=1',
  'slashed-zero': 'zero=1',
};

/** Letters set apart are not joined (CSS Text 3 §8.2). */
const spacingFeatures = (style: ComputedStyle): readonly string[] =>
  style.letterSpacing === 0 ? [] : ['liga=0', 'clig=0'];

/** Script of text without letters: digits and signs look the same in nearly all, but features hang on scripts. */
function defaultScript(language: string): string {
  const first = language.toLowerCase().split('-')[0] ?? '';
  const scripts: Readonly<Record<string, string>> = {
    ar: 'Arab',
    fa: 'Arab',
    ur: 'Arab',
    he: 'Hebr',
    yi: 'Hebr',
    el: 'Grek',
    ru: 'Cyrl',
    uk: 'Cyrl',
    bg: 'Cyrl',
    sr: 'Cyrl',
  };
  return scripts[first] ?? 'Latn';
}
