import type { FleeCase } from '../src/index.ts';
import { readFlee } from '../src/index.ts';

/** A small invented conflict: one town, two roads out, two camps. */
export function folder(change: Record<string, string | null> = {}): Map<string, string> {
  const files: Record<string, string | null> = {
    'input_csv/locations.csv':
      '#name,region,country,latitude,longitude,location_type,conflict_date,population\nHome,North,AAA,10,20,conflict_zone,0,5000\nHill,North,AAA,10.2,20.3,town,,\nNear,East,BBB,10.1,20.9,camp,,300\nFar,Far_Province,CCC,9,22,camp,,1000\n',
    'input_csv/routes.csv':
      '#name1,name2,distance,forced_redirection\nHome,Near,60,\nHome,Hill,30,\nHill,Far,200,0\n',
    'input_csv/closures.csv':
      '#closure_type,name1,name2,closure_start,closure_end\ncountry,AAA,CCC,0,5\n',
    'input_csv/conflicts.csv': `#Day,Home,Hill,Near,Far\n${Array.from({ length: 40 }, (_, d) => `${d},1,0,0,0`).join('\n')}\n`,
    'input_csv/sim_period.csv': 'StartDate,2020-01-01\nLength,40\n',
    'input_csv/registration_corrections.csv': '',
    'source_data/data_layout.csv': 'total,refugees.csv\nNear,near.csv\nFar,far.csv\n',
    'source_data/refugees.csv': '2020-01-01,0\n2020-02-20,900\n',
    'source_data/near.csv': 'Date,count\n2020-01-01,10\n2020-01-21,210\n2020-02-10,300\n',
    'source_data/far.csv': '2020-01-11,0\n2020-01-31,600\n',
    ...change,
  };
  return new Map(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

export function sketch(change: Record<string, string | null> = {}): FleeCase {
  const result = readFlee('sketch', folder(change));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.flee;
}

export function faultsOf(change: Record<string, string | null>): string[] {
  const result = readFlee('sketch', folder(change));
  return 'faults' in result
    ? result.faults.map((f) => `${f.code} ${f.file} ${f.row ?? '-'} ${f.fix}`)
    : [];
}

/** What is said of a folder that is read. */
export function notesOf(change: Record<string, string | null>): string {
  const result = readFlee('sketch', folder(change));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.notes.join('\n');
}
