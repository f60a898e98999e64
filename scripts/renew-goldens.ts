import { differenceText } from '../apps/cli/test/goldens/difference.ts';
import { goldenOf, keepGolden, keptGolden } from '../apps/cli/test/goldens/golden.ts';
import { shipped } from '../apps/cli/test/goldens/study.ts';

/**
 * Writes the goldens of the cases anew and prints every number that moved, by how many people and
 * per cent: npm run goldens
 */
for (const name of shipped) {
  const [before, now] = [keptGolden(name), goldenOf(name)];
  if (before === now) {
    console.log(`${name}: unchanged`);
    continue;
  }
  keepGolden(name, now);
  console.log(
    before === ''
      ? `${name}: written for the first time`
      : `${name}: ${differenceText(before, now, Number.POSITIVE_INFINITY)}`,
  );
}
