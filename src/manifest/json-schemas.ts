import { toJsonSchema } from '../schema/to-json-schema.ts';
import { ARTICLE_SHAPE } from './article-schema.ts';
import { ISSUE_FILE_SHAPE, PUBLICATION_FILE_SHAPE } from './manifest-schema.ts';

/** The JSON Schemas that galley ships for editors, by file name in docs/schemas/. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'publication.schema.json': toJsonSchema(PUBLICATION_FILE_SHAPE, {
      title: 'publication.yaml',
      description: 'The defaults of a paper. Any key may be overridden in issue.yaml.',
    }),
    'issue.schema.json': toJsonSchema(ISSUE_FILE_SHAPE, {
      title: 'issue.yaml',
      description: 'The manifest of one issue: number and date, and whatever differs from publication.yaml.',
    }),
    'article.schema.json': toJsonSchema(ARTICLE_SHAPE, {
      title: 'Front matter of an article',
      description:
        'The fields of a story, between two lines of three hyphens at the top of its Markdown file.',
    }),
  };
}
