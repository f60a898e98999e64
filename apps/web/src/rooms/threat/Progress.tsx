import { fewestDraws } from '@asylia/security';
import { Button } from 'react-aria-components';
import { useTexts } from '../../texts.ts';
import type { Threat } from './useThreat.ts';

interface Props {
  readonly threat: Threat;
  readonly isStale: boolean;
  readonly theories: number;
}

/** What is shown, and what is still being computed. */
export function Progress({ threat, isStale, theories }: Props) {
  const { say, count, figure } = useTexts();
  const { theoriesDone, worldsDone, worldsWanted, seconds, hasSides, hasContributionSensitivity } =
    threat;
  const pending = !threat.chosen || isStale;
  const isDone = !pending && hasSides && worldsDone >= worldsWanted;
  if (threat.broken !== '') {
    return (
      <div className="trouble" role="alert">
        {say('trouble.ours')} <code dir="ltr">{threat.broken}</code>
      </div>
    );
  }
  return (
    <div className="threat-progress">
      <p role="status" className={pending ? 'pending' : undefined}>
        {pending
          ? say(threat.chosen ? 'threat.stale' : 'threat.first')
          : isDone
            ? say('threat.done', { worlds: count(worldsDone) })
            : say('threat.now', { seconds: seconds === null ? '-' : figure(seconds) })}
      </p>
      {!pending && !isDone && (
        <p className="note">
          {!hasSides
            ? say('threat.progress.theories', {
                done: count(theoriesDone),
                all: count(theories),
              })
            : !hasContributionSensitivity && worldsDone >= fewestDraws
              ? say('threat.progress.ledger')
              : say('threat.progress.worlds', {
                  done: count(worldsDone),
                  all: count(worldsWanted),
                })}
        </p>
      )}
      {isDone && (
        <Button className="link" onPress={threat.sampleMore}>
          {say('threat.more')}
        </Button>
      )}
    </div>
  );
}
