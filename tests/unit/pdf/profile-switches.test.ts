import { expect, test } from 'vitest';
import { PDF_PROFILES } from '../../../src/edition/profiles.ts';
import { findContradiction, switchesOf, type ProfileSwitches } from '../../../src/pdf/profile-switches.ts';

test.each([...PDF_PROFILES, 'sheets'] as const)('the switches of %s go together', (profile) => {
  expect(findContradiction(switchesOf(profile))).toBeNull();
});

const REFUSED: readonly (readonly [string, 'screen' | 'print' | 'next', Partial<ProfileSwitches>, string])[] =
  [
    ['links in a file for the press', 'print', { hasLinks: true }, 'annotations'],
    ['screen colours for the press', 'print', { colours: 'rgb' }, 'inks'],
    ['inks for the screen', 'screen', { colours: 'inks' }, 'one press'],
    ['sources in PDF/A-2', 'screen', { hasSources: true }, 'PDF/A-3'],
    ['PDF/A-4 in PDF 1.7', 'screen', { pdfA: { part: 4, level: null } }, 'PDF 2.0'],
    ['PDF/A-4 with a level', 'next', { pdfA: { part: 4, level: 'A' } }, 'levels'],
    ['PDF/UA-1 in PDF 2.0', 'next', { pdfUA: 1 }, 'PDF/UA-2'],
    ['PDF/UA-2 in PDF 1.7', 'screen', { pdfUA: 2 }, 'PDF/UA-2'],
    ['PDF/UA without tags', 'screen', { hasStructure: false }, 'tagged'],
    ['level A without tags', 'print', { hasStructure: false }, 'tagged'],
    ['PDF/UA without links', 'screen', { hasLinks: false }, 'links'],
    ['object streams for the press', 'print', { hasObjectStreams: true }, 'object streams'],
    ['PDF/X-4 in PDF 1.7', 'print', { version: '1.7' }, '1.6'],
    ['fast view without object streams', 'screen', { hasObjectStreams: false }, 'web'],
  ];

test.each(REFUSED)('%s is refused', (_, profile, change, why) => {
  expect(findContradiction({ ...switchesOf(profile), ...change })).toContain(why);
});
