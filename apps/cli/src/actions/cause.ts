import type { CauseOfFlight } from '@asylia/lab';
import { causeOfFlightSentences, causeOfFlightTables } from '@asylia/view';
import { englishWords } from '@asylia/words';
import { textTable } from '../output/textTable.ts';
import { readCause } from '../runs/cause.ts';
import type { Effects } from '../shell/effects.ts';
import { loadCase } from '../shell/loadCase.ts';

/** Tests the explanations put at the time and prints what they come to. */
export function cause(
  effects: Effects,
  name: string,
  options: { readonly data?: string; readonly json: boolean },
): void {
  const value = readCause(effects, loadCase(effects, name), options.data);
  if (!options.json) {
    effects.out(causeText(value));
    return;
  }
  // The rows of a file that the user was given are not passed on with the results.
  const { series, ...rest } = value;
  effects.out(`${JSON.stringify(options.data ? rest : { ...rest, series })}\n`);
}

function causeText(value: CauseOfFlight): string {
  const said = causeOfFlightSentences(englishWords, value);
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join('');
  const parts = [
    said.notices.join('\n'),
    list(said.verdicts).trimEnd(),
    list(said.together).trimEnd(),
    list(said.caveats).trimEnd(),
    ...causeOfFlightTables(englishWords, value).map((table) =>
      `${table.title}\n${textTable(table)}`.trimEnd(),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
