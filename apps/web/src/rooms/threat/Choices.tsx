import type { FrameId } from '@asylia/security';
import { frames } from '@asylia/security';
import type { ThreatContext } from '@asylia/view';
import { Choice } from '../../components/Choice.tsx';
import type { Opened } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { EstimandId } from '../../state/state.ts';
import { estimands } from '../../state/state.ts';
import { useTexts } from '../../texts.ts';

interface Props {
  readonly opened: Opened;
  readonly context: ThreatContext | null;
  /** Object whose rows are shown; '' = all */
  readonly object: string;
  readonly onObject: (id: string) => void;
}

/** Theory, frame and estimand: what the matrix is seen under. */
export function Choices({ opened, context, object, onObject }: Props) {
  const { state, dispatch } = usePage();
  const { say, named } = useTexts();
  const chosen = opened.theories.find((one) => one.id === state.inputs.theory);
  const frameName = (id: FrameId) =>
    named('frame', id, frames.find((one) => one.id === id)?.title ?? id);
  return (
    <>
      <div className="threat-choices">
        <Choice
          label={say('threat.choose.theory')}
          value={state.inputs.theory}
          choices={opened.theories.map(({ id, title }) => ({
            value: id,
            label: `${id} · ${named('theory', id, title)}`,
          }))}
          onChange={(theory) => dispatch({ kind: 'inputs', change: { theory } })}
        />
        <Choice<EstimandId>
          label={say('threat.choose.estimand')}
          value={state.estimand}
          choices={estimands.map((id) => ({ value: id, label: say(`threat.estimand.${id}`) }))}
          onChange={(estimand) => dispatch({ kind: 'set', change: { estimand } })}
        />
        <Choice<FrameId>
          label={say('threat.choose.frame')}
          value={state.frame}
          choices={frames.map(({ id }) => ({ value: id, label: frameName(id) }))}
          onChange={(frame) => dispatch({ kind: 'set', change: { frame } })}
        />
        <Choice
          label={say('threat.choose.object')}
          value={object}
          choices={[
            { value: '', label: say('threat.choose.allObjects') },
            ...(context?.threat.objects ?? []).map(({ id, title }) => ({
              value: id as string,
              label: title,
            })),
          ]}
          onChange={onObject}
        />
      </div>
      <p className="note">
        {say(`threat.estimand.${state.estimand}.says`)}{' '}
        {chosen && say('threat.frame.own', { frame: frameName(chosen.frame) })}
      </p>
      {chosen && <Terms theory={chosen} />}
    </>
  );
}

/** What the theory says in its own terms, its school and its sources. */
function Terms({ theory }: { readonly theory: Opened['theories'][number] }) {
  const { say, named } = useTexts();
  const terms = named('theory', `${theory.id}.terms`, theory.terms);
  const inEnglish = terms === theory.terms ? 'en' : undefined;
  return (
    <details className="terms">
      <summary>{say('threat.terms')}</summary>
      <p lang={inEnglish} dir="auto">
        {terms}
      </p>
      <p className="note" lang={inEnglish} dir="auto">
        {named('theory', `${theory.id}.school`, theory.school)}
      </p>
      <p className="note" lang="en" dir="ltr">
        {theory.sources.join('; ')}
      </p>
    </details>
  );
}
