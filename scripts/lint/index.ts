/**
 * The rules that Biome cannot know, run by `npm run lint` after Biome: which room may import which,
 * circles of imports, packages declared where they are used, keys of plain objects, the form of
 * DECISIONS.md and CHANGELOG.md. Prints what is against a rule and ends with 1.
 */
import { fileURLToPath } from 'node:url';
import { againstTheOrder, circles, dependencies, type Finding, upwardWithin } from './imports.ts';
import { changelogForm, decisionsForm } from './records.ts';
import { floorsWithin, pending } from './rooms.ts';
import { readSources } from './sources.ts';
import { userKeys } from './userKeys.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const sources = readSources(root);

const inCircles = circles(sources)
  .filter((files) => !files.some((file) => pending.circles.includes(file)))
  .map((files): Finding => {
    const text = `a circle of imports: ${files.join(', ')}. Move what they share, often a type, to a file of its own.`;
    return { place: files[0]!, text };
  });

const upward = Object.keys(floorsWithin).flatMap((app) => {
  const found = upwardWithin(sources, app);
  return found.length > (pending.upward[app] ?? 0) ? found : [];
});

const findings = [
  ...againstTheOrder(sources),
  ...upward,
  ...inCircles,
  ...dependencies(root, sources),
  ...userKeys(root, sources),
  ...decisionsForm(root),
  ...changelogForm(root),
];
for (const { place, text } of findings) console.error(`${place}  ${text}`);
console.log(
  findings.length === 0
    ? `${sources.length} files keep the rules of the house`
    : `${findings.length} against the rules of the house`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
