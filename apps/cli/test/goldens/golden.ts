import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { comparisonSection } from './comparisonSection.ts';
import { destinationSection } from './destinationSection.ts';
import { goldenText } from './format.ts';
import { runSection, tableSections, validationSections } from './runSections.ts';
import type { Shipped } from './study.ts';
import { folderOf, studyOf } from './study.ts';
import { threatSections } from './threatSections.ts';

/** The policy that each case is compared with. */
const policies: Readonly<Record<Shipped, string>> = {
  'kosovo-1999': 'offers-x5',
  'two-valleys': 'offers-x5',
  'hungary-1956': 'nobody-moved-on',
};

/** The golden of a case as the program of now computes it. */
export function goldenOf(name: Shipped): string {
  const study = studyOf(folderOf(name));
  return goldenText({
    title: study.folder.case.title,
    sections: [
      runSection(study),
      ...threatSections(study),
      ...validationSections(study),
      ...tableSections(study),
      comparisonSection(study, policies[name]),
      destinationSection(study.folder.case),
    ],
  });
}

const pathOf = (name: Shipped) => fileURLToPath(new URL(`./${name}.txt`, import.meta.url));

/** The golden of a case as it is kept; '' where there is none yet. */
export function keptGolden(name: Shipped): string {
  try {
    return readFileSync(pathOf(name), 'utf8');
  } catch {
    return '';
  }
}

export function keepGolden(name: Shipped, text: string): void {
  writeFileSync(pathOf(name), text);
}
