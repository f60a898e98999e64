import { useTexts } from '../../texts.ts';
import { useOptionName } from './useColumnName.ts';
import type { Run } from './useRuns.ts';

/** Which line belongs to which run. */
export function Key({ runs }: { readonly runs: readonly Run[] }) {
  const { say } = useTexts();
  const nameOf = useOptionName();
  return (
    <ul className="key" aria-label={say('compare.key')}>
      {runs.map((run, i) => (
        <li key={run.id}>
          <svg viewBox="0 0 26 14" aria-hidden="true">
            <path className={`line line${i}`} d="M0 7H26" />
          </svg>
          <b>{run.letter}</b> {nameOf(run)}
        </li>
      ))}
    </ul>
  );
}
