import { Sign } from '../../components/Sign.tsx';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { judgedOf } from './judged.ts';

/** What the signs of the charts mean. */
export function Key() {
  const { state, bands } = usePage();
  const { say } = useTexts();
  const edited = judgedOf(state) !== 'baseline';
  return (
    <ul className="key">
      {(!bands || edited) && (
        <Sign text={say('record.key.expected')}>
          <path className="expected" d="M0 7H26" />
        </Sign>
      )}
      {edited && (
        <Sign text={say('record.key.baseline')}>
          <path className="asitwas" d="M0 7H26" />
        </Sign>
      )}
      <Sign text={say('record.key.median')}>
        <path className="median" d="M0 7H26" />
      </Sign>
      <Sign text={say('band50')}>
        <rect className="band50" width="26" height="14" />
      </Sign>
      <Sign text={say('band90')}>
        <rect className="band90" width="26" height="14" />
      </Sign>
      <Sign text={say('fitted')}>
        <circle className="fit" cx="13" cy="7" r="4" />
      </Sign>
      <Sign text={say('heldOut')}>
        <circle className="holdout" cx="13" cy="7" r="4" />
      </Sign>
      <Sign text={say('record.key.cross')}>
        <path className="cross" d="M9 3L17 11M9 11L17 3" />
      </Sign>
      <Sign text={say('fitWindow')}>
        <rect className="fit" width="26" height="14" />
      </Sign>
    </ul>
  );
}
