const WORDS = 'the water rises and falls twice a day and nobody on the quay looks up from the nets'.split(
  ' ',
);
const IN_PARAGRAPH = 40;

/** An article of so many words under a head, in paragraphs of up to forty words; the same for the same values. */
export function quayStory(head: string, words: number): string {
  const paragraphs = Array.from({ length: Math.ceil(words / IN_PARAGRAPH) }, (_, paragraph) => {
    const length = Math.min(IN_PARAGRAPH, words - paragraph * IN_PARAGRAPH);
    return Array.from({ length }, (__, at) => WORDS[(paragraph * 5 + at * 3) % WORDS.length]).join(' ');
  });
  return `# ${head}\n\n${paragraphs.join('.\n\n')}.\n`;
}
