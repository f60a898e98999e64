import type { Policy, PolicyRoom } from '@asylia/cases';
import { policyRooms } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import { memo, useState } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '../components/Choice.tsx';
import type { Page } from '../page.ts';
import { usePage } from '../page.ts';
import { isEdited } from '../state/state.ts';
import { useTexts } from '../texts.ts';
import { PolicyControl } from './PolicyControl.tsx';
import './policies.css';

/** Everything that could have been decided differently. */
export function PolicyPanel() {
  const { state, dispatch, opened, live } = usePage();
  const { say } = useTexts();
  const { scenario, settings } = state.inputs;
  // On a telephone the controls would push everything else out of sight.
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 980px)').matches);
  return (
    <section className="panel" aria-labelledby="policies">
      <h2 id="policies">
        {say('policies')}
        <Button
          className="fold"
          aria-expanded={isOpen}
          aria-controls="policies-content"
          onPress={() => setOpen(!isOpen)}
        >
          {say(isOpen ? 'policies.hide' : 'policies.show')}
        </Button>
      </h2>
      <div id="policies-content" hidden={!isOpen}>
        <p className="note">{say('policies.how')}</p>
        {opened && opened.scenarios.length > 1 && (
          <ScenarioChoice scenario={scenario} opened={opened} dispatch={dispatch} />
        )}
        {live &&
          policyRooms.map((room) => (
            <RoomOfPolicies
              key={room}
              room={room}
              policies={live.policies}
              settings={settings}
              dispatch={dispatch}
            />
          ))}
        <p className="buttons">
          <Button isDisabled={!isEdited(state)} onPress={() => dispatch({ kind: 'reset' })}>
            {say('policies.putAllBack')}
          </Button>
        </p>
        {isEdited(state) && (
          <p className="see">
            <Button className="main" onPress={seeChanges}>
              {say('policies.see')}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

/** Goes to everyone's security, which stands below the controls where the page is narrow. */
function seeChanges() {
  const strip = document.querySelector<HTMLElement>('.everyone');
  strip?.scrollIntoView();
  strip?.querySelector<HTMLElement>('.objects')?.focus({ preventScroll: true });
}

interface Props {
  readonly scenario: string;
  readonly opened: NonNullable<Page['opened']>;
  readonly dispatch: Page['dispatch'];
}

const ScenarioChoice = memo(({ scenario, opened, dispatch }: Props) => {
  const { say, named } = useTexts();
  const chosen = opened.scenarios.find((one) => one.id === scenario);
  return (
    <div className="scenario">
      <Choice
        label={say('policies.scenario')}
        value={scenario}
        choices={opened.scenarios.map(({ id, title }) => ({
          value: id,
          label: named('scenario', id, title),
        }))}
        onChange={(next) => dispatch({ kind: 'inputs', change: { scenario: next, settings: {} } })}
      />
      {chosen && (
        <p className="note">{named('scenario', `${chosen.id}.description`, chosen.description)}</p>
      )}
    </div>
  );
});

/** Controls for one place or state among many: shown when asked for. */
const isOneOfMany = ({ id, room }: Policy): boolean =>
  (room === 'offers' && /^offers\.[A-Z]/.test(id)) ||
  (room === 'supply' && id !== 'supply.all') ||
  room === 'status';

interface RoomOfPoliciesProps {
  readonly room: PolicyRoom;
  readonly policies: readonly Policy[];
  readonly settings: Page['state']['inputs']['settings'];
  readonly dispatch: Page['dispatch'];
}

const RoomOfPolicies = memo(({ room, policies, settings, dispatch }: RoomOfPoliciesProps) => {
  const { say } = useTexts();
  const [isOpen, setOpen] = useState(room === 'offers');
  const own = policies.filter((one) => one.room === room && acts(one, settings));
  if (own.length === 0) return null;
  const edited = own.filter((one) => ownValue(settings, one.id) !== undefined).length;
  const control = (policy: Policy) => (
    <PolicyControl
      key={policy.id}
      policy={policy}
      value={ownValue(settings, policy.id)}
      dispatch={dispatch}
    />
  );
  const single = own.filter((one) => !isOneOfMany(one) || own.length <= 4);
  const many = own.filter((one) => !single.includes(one));
  return (
    <details
      className="policies"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {say(`policies.${room}`)}
        {edited > 0 && <span className="movedcount">{say('policies.edited', { edited })}</span>}
      </summary>
      {isOpen && single.map(control)}
      {isOpen && many.length > 0 && <Many count={many.length}>{() => many.map(control)}</Many>}
    </details>
  );
});

interface ManyProps {
  readonly count: number;
  readonly children: () => React.ReactNode;
}

/** Controls that are only made once they are asked for: thirty sliders are slow to draw. */
function Many({ count, children }: ManyProps) {
  const { say } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('policies.each', { count })}</summary>
      {isOpen && children()}
    </details>
  );
}

/** Whether a control has any effect while the others stand as they do. */
function acts({ actsWith }: Policy, settings: Page['state']['inputs']['settings']): boolean {
  return (
    !actsWith || actsWith.values.includes(String(ownValue(settings, actsWith.id) ?? 'baseline'))
  );
}
