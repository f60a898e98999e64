import { checkTable } from '@asylia/view';
import { usePage } from '../../page.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { useTexts } from '../../texts.ts';
import { judgedOf } from './judged.ts';

/** Every check of the case, hits and misses alike, and how much of the record the bands hold. */
export function Validation() {
  const { opened, bands, state } = usePage();
  const { say, count, percent, render } = useTexts();
  if (!opened) return null;
  const isAsItWas = judgedOf(state) === 'asItWas';
  const checks = bands?.checks ?? [];
  const hold = checks.filter((check) => check.pass).length;
  const words = () => {
    if (opened.checks.length === 0) return say('record.checks.none');
    if (!isAsItWas) return say('record.checks.moved');
    if (!bands) return say('record.checks.wait');
    return say('record.checks.result', {
      hold: count(hold),
      miss: count(checks.length - hold),
      all: count(checks.length),
      worlds: count(bands.worlds),
    });
  };
  return (
    <section aria-labelledby="record-checks">
      <h3 id="record-checks">{say('record.checks')}</h3>
      <p>{say('record.checks.intro')}</p>
      <p aria-live="polite">
        <strong>{words()}</strong>
      </p>
      {bands && isAsItWas && (
        <ul>
          {bands.coverage
            .filter(({ points }) => points > 0)
            .map((one) => (
              <li key={one.window}>
                {say(`record.coverage.${one.window}`, {
                  points: count(one.points),
                  inside90: percent(one.inside90),
                  inside50: percent(one.inside50),
                })}
              </li>
            ))}
        </ul>
      )}
      {checks.length > 0 && bands && <DataTable table={render(() => checkTable(bands))} open />}
      <p className="note">{say('record.memoryNote')}</p>
    </section>
  );
}
