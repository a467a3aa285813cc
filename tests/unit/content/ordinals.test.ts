import { describe, expect, it } from 'vitest';
import { findOrdinals } from '../../../src/content/ordinals.ts';

const raised = (text: string, language = 'fr'): string =>
  findOrdinals(text, language).reduceRight(
    (set, { start, end }) => `${set.slice(0, start)}^${set.slice(start, end)}^${set.slice(end)}`,
    text,
  );

describe('French ordinals', () => {
  it('raise what follows the figure', () => {
    expect(raised('le 1er mai, la 1re fois, le 2d tour, la 2de et la 21e, les 3es')).toBe(
      'le 1^er^ mai, la 1^re^ fois, le 2^d^ tour, la 2^de^ et la 21^e^, les 3^es^',
    );
    expect(raised('François Ier, la Ve République, au XIXe siècle')).toBe(
      'François I^er^, la V^e^ République, au XIX^e^ siècle',
    );
    expect(raised('la 1ère et la 20ème')).toBe('la 1^ère^ et la 20^ème^');
  });

  it('leave words, codes and figures as they are', () => {
    const text = 'Ce que Me Léger dit : Les Mes, DVes, Ive, 21er, b2e, 3en, 2D, 1,5e, xixe';
    expect(raised(text)).toBe(text);
  });

  it('are those of French alone', () => {
    expect(raised('1er 2e', 'fr-CA')).toBe('1^er^ 2^e^');
    expect(raised('1er 2e', 'en')).toBe('1er 2e');
    expect(raised('1er 2e', 'fro')).toBe('1er 2e');
  });
});
