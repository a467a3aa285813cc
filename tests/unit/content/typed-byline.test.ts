import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

const codes = (language: string, line: string): readonly string[] =>
  parse(`---\nlanguage: ${language}\n---\n# H\n\n${line}\n\nText.\n`).codes;

test.each([
  ['en', 'By Anna Example'],
  ['en', 'By Anna Example.'],
  ['en', 'BY ANNA EXAMPLE'],
  ['en', '**by Dr. Anna Example, Ph.D.**'],
  ['en', 'By Anna Example, Ben de Probe and Cy O’Neill'],
  ['de', 'Von Anna von Beispiel und Ben Probe'],
  ['es', 'Por Ana Ejemplo y Luis de la Prueba'],
  ['it', 'A cura di Anna D’Esempio'],
])('a byline typed as text is told: %s %s', (language, line) => {
  expect(codes(language, line)).toEqual(['GA250']);
});

test.each([
  ['en', 'By the time John Smith came home it was 1945.'],
  ['en', 'By Friday the flood on Main Street stood at a metre, and fell at 9 a.m.'],
  ['en', "*By George, he's got it* was the name of the play at the Grand Theatre."],
  ['en', 'By Monday it was over.'],
  ['en', 'By Monday and Friday'],
  ['en', 'By John Smith 1945'],
  ['en', 'By Anna Example:'],
  ['en', 'By Anna Example!'],
  ['en', 'By Saint Peter. Old Tom swore.'],
  ['en', 'By Heaven. Great Scott.'],
  ['en', 'By Anna Example Ben Example Cy Example Dan Example Eve'],
  ['en', 'By now'],
  ['de', 'Von Anfang an war Berlin am Zug, so auch am 5. 5.'],
  ['es', 'De Madrid al cielo, decía la gente de Lavapiés.'],
  ['es', 'De Madrid y Toledo'],
  ['es', 'By Ana Ejemplo'],
  ['it', 'Di Roma si parla da sempre: la Città Eterna.'],
])('a first sentence is no byline: %s %s', (language, line) => {
  expect(codes(language, line)).toEqual([]);
});

test.each([
  '---\nbyline: Anna Example\n---\n# H\n\nBy Ben Example\n\nText.',
  '# H\n\nBy Anna Example',
  '# H\n\nBy Anna Example\nwent home.\n\nText.',
  '# H\n\nText.\n\nBy Anna Example',
])('a byline stands first, alone on its line, in a story without one: %j', (text) => {
  expect(parse(`${text}\n`).codes).toEqual([]);
});
