import { expect, test } from 'vitest';
import { parse } from './edition-fixture.ts';

const told = (text: string, language: string): readonly string[] =>
  parse(`---\nheadline: H\nlanguage: ${language}\n---\n${text}\n`).codes;

test('dialogue that is typed as a list is told where a language sets it with dashes', () => {
  for (const [language, text] of [
    ['pl', '- Czekamy już trzy lata - powiedziała Anna.'],
    ['pl', '- Kto tam?\n- To ja -- szepnął. - Otwórz.'],
    ['fr', '- Qui est là ? – demanda-t-elle.\n- C’est moi.'],
    ['fr', '- Entrez ! – s’exclame le maire.'],
    ['es', '- ¿Quién es? - preguntó Ana.\n- Soy yo.'],
    ['it', '- Chi è? – gli disse Anna.'],
    ['pt-BR', '- Quem é? – perguntou Ana.'],
    ['ru', '- Кто там? – спросила Анна.'],
  ] as const)
    expect(told(text, language), text).toEqual(['GA247']);
});

test('lists are not', () => {
  for (const [language, text] of [
    ['en', '- So? - she said.'],
    ['es', '- Mleko jest.\n- Chleb jest.'],
    ['es', '1. Tak.'],
    ['es', '* Soy yo - dijo Ana.'],
    ['pl', '- "Kto tam?"'],
    ['pl', '- Tak?'],
    ['fr', '- Mélanger la farine et les œufs.\n- Laisser reposer 30 min – ou une nuit – au frais.'],
    ['fr', '- Le maire – élu en 2020 – reste en poste.\n- Le budget augmente de 3 %.'],
    ['fr', 'Rendez-vous :\n\n- Inscriptions à la mairie.'],
    [
      'fr',
      '- Retrait du dossier – demande en ligne.\n- Jean Dupont – dit Jeannot – sera là.\n- Accueil – dites-le.',
    ],
    ['es', '- No correr en el muelle.\n- Pagar en taquilla - solo efectivo.'],
    ['es', '- El alcalde - explicó así la obra - no vino.'],
    ['pt', '- Que diz a lei – diz respeito a todos.'],
    ['it', '- Mercato – risponde il banco.'],
    ['it', '- Il porto resta chiuso.\n- Visite guidate – chiese aperte.'],
    ['pt', 'Opiniões:\n\n- Isto é bom – disse Ana.'],
    ['pl', '- Kawa – dodatek do ciasta.\n- Mleko - mówiąc krótko - jest.'],
  ] as const)
    expect(told(text, language), text).toEqual([]);
});
