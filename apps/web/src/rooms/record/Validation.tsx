import type { Check } from '@asylia/lab';
import { checkTable } from '@asylia/view';
import { DataTable } from '../../components/DataTable.tsx';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { judgedOf } from './judged.ts';

/** Every check of the case, hits and misses alike, and how much of the record the bands hold. */
export function Validation() {
  const { opened, bands, state } = usePage();
  const texts = useTexts();
  const { say, count, percent } = texts;
  if (!opened) return null;
  const isBaseline = judgedOf(state) === 'baseline';
  const checks = bands?.checks ?? [];
  const hold = checks.filter((check) => check.pass).length;
  const words = () => {
    if (opened.checks.length === 0) return say('record.checks.none');
    if (!isBaseline) return say('record.checks.edited');
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
      {bands && isBaseline && (
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
      {checks.some((check) => !check.pass) && (
        <>
          <p>{say('record.checks.misses')}</p>
          <ul>
            {checks
              .filter((check) => !check.pass)
              .map((check) => (
                <Miss key={check.id} check={check} />
              ))}
          </ul>
        </>
      )}
      {checks.length > 0 && bands && <DataTable table={checkTable(texts, bands)} open />}
      <p className="note">{say('record.memoryNote')}</p>
    </section>
  );
}

/** A check that misses: how far, beside the best of the naive predictors, and why if it is known. */
function Miss({ check }: { readonly check: Check }) {
  const { say, figure, percent } = useTexts();
  const naive = Object.values(check.baselines).filter(Number.isFinite);
  const written = (x: number) => (check.errorKind === 'relative' ? percent(x) : figure(x));
  return (
    <li>
      <span lang="en" dir="ltr">
        {check.title}
      </span>
      :{' '}
      {say(naive.length > 0 ? 'record.checks.miss' : 'record.checks.missAlone', {
        error: written(check.error),
        naive: naive.length > 0 ? written(Math.min(...naive)) : '',
      })}{' '}
      {check.explanation !== '' && (
        <span lang="en" dir="ltr">
          {check.explanation}
        </span>
      )}
    </li>
  );
}
