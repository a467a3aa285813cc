// Draws every picture of this issue: node issues/demo/images/draw/draw-all.mjs [names…]
import { readdirSync } from 'node:fs';

const SHARED = new Set(['kit', 'solid', 'engrave', 'draw-all']);
const all = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length))
  .filter((name) => !SHARED.has(name) && !name.endsWith('-parts'))
  .toSorted();
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : all) {
  const { draw } = await import(`./${name}.mjs`);
  const bytes = await draw();
  console.log(`${name}.png ${Math.round(bytes / 1000)} kB`);
}
