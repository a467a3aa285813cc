import type { TemplateData } from './template-data.ts';

/** What templates read under `page`. */
export type PageFacts = {
  /** From 1. */
  readonly number: number;
  /** What the folio says: `1`, `A4`. */
  readonly label: string;
  /** Odd pages are on the right in a paper that reads from left to right. */
  readonly side: 'left' | 'right';
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Sections of the stories that begin on the page, in the paper's order; of those that go on, where none begins. */
  readonly sections: readonly PageSection[];
};

/** A section on a page; `begins` on the page of its first story. */
export type PageSection = { readonly id: string; readonly title: string; readonly begins: boolean };

/** A story that begins or goes on on the page, or another that furniture refers to. */
export type StoryReference = {
  readonly id: string;
  readonly kicker: string | null;
  readonly headline: string | null;
  readonly section: string | null;
  /** Label of the page it begins on. */
  readonly page: string;
};

/** The facts as template data. */
export const pageData = (page: PageFacts): TemplateData => ({
  number: page.number,
  label: page.label,
  side: page.side,
  isRight: page.side === 'right',
  isFirst: page.isFirst,
  isLast: page.isLast,
  sections: page.sections.map(({ id, title, begins }) => ({ id, title, begins })),
});
