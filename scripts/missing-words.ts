/** What each language lacks, and so says in English: npm run words, or npm run words -- fr. */
import { filesOf } from '@asylia/words';
import { inFolder, languageIds } from '@asylia/words/folder';

const catalogues = ['report', 'page', 'policies'] as const;
const english = filesOf('en', inFolder);
const asked = process.argv.slice(2);
for (const id of asked.length > 0 ? asked : languageIds.slice(1)) {
  const own = filesOf(id, inFolder);
  for (const name of catalogues) {
    const ids = Object.keys(english[name]);
    const missing = ids.filter((key) => !Object.hasOwn(own[name], key));
    const unknown = Object.keys(own[name]).filter((key) => !ids.includes(key));
    console.log(`${id}/${name}.json: ${ids.length - missing.length} of ${ids.length} messages`);
    for (const key of missing)
      console.log(`  missing: ${key}: ${JSON.stringify(Reflect.get(english[name], key))}`);
    for (const key of unknown) console.log(`  unknown: ${key}`);
  }
}
