import { memo } from 'react';
import type { Opened } from '../../engine/protocol.ts';
import { useTexts } from '../../texts.ts';
import { measureRows, topicRows } from './rows.ts';
import { useOptionName } from './useColumnName.ts';
import type { Run } from './useRuns.ts';

const told = ['stock', 'waiting', 'unsheltered', 'evacuated', 'shortfall'] as const;

interface Props {
  readonly opened: Opened;
  readonly runs: readonly Run[];
}

/** How each run differs from the first, in a sentence. */
export const Sentences = memo(({ opened, runs }: Props) => {
  const { say, pair, signed, count } = useTexts();
  const nameOf = useOptionName();
  const simulated = runs.map((run) => run.live);
  const rows = topicRows(simulated, []);
  const measures = opened.objects.flatMap((object) =>
    measureRows(opened, object.headlines, simulated, []),
  );
  const counted = (run: number, verdict: 'worse' | 'better') =>
    count(measures.filter((row) => row.cells[run]?.verdict === verdict).length);
  const changes = (run: number) =>
    Object.fromEntries(
      told.map((id) => [id, signed(rows.find((row) => row.id === id)?.cells[run]?.change ?? 0)]),
    );
  if (runs.length < 2) return null;
  return (
    <section className="sentences" aria-labelledby="compare-short">
      <h3 id="compare-short">{say('compare.short', { first: runs[0]!.letter })}</h3>
      <ul>
        {runs.slice(1).map((run, i) => (
          <li key={run.id}>
            <b>{pair(run.letter, nameOf(run))}.</b> {say('compare.sentence', changes(i + 1))}{' '}
            {say('compare.sentence.measures', {
              all: count(measures.length),
              worse: counted(i + 1, 'worse'),
              better: counted(i + 1, 'better'),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
});
