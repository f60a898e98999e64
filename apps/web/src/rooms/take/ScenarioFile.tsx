import { Button } from 'react-aria-components';
import { usePage } from '../../page.ts';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';

/** What was edited as a file, and the words with which the command gives the same numbers. */
export function ScenarioFile() {
  const { live, opened, state, isImported } = usePage();
  const { say, count } = useTexts();
  const { inputs, worlds } = state;
  const assumed = Object.keys(inputs.assumptions).length;
  const overlay = live?.overlay ?? null;
  // Saved under this very name, so that the command finds it.
  const folder = opened?.case.name ?? state.case;
  const file = `asylia-${folder}-${overlay?.id}.json`;
  const numbers = `--worlds ${worlds} --seed ${inputs.seed}`;
  return (
    <section>
      <h3>{say('take.command')}</h3>
      <p>{say(overlay ? 'take.scenarioHow' : 'take.baseline')}</p>
      <p className="command">
        <code dir="ltr">
          asylia run {isImported ? `./${folder}` : folder}
          {overlay ? ` --scenario ${file}` : ''} {numbers}
        </code>
      </p>
      {assumed > 0 && (
        <p className="note">{say('take.assumed', { count: assumed, countText: count(assumed) })}</p>
      )}
      {overlay && (
        <p className="buttons">
          <Button
            onPress={() =>
              saveFile(file, `${JSON.stringify(overlay, null, 2)}\n`, 'application/json')
            }
          >
            {say('take.saveScenario')}
          </Button>
        </p>
      )}
    </section>
  );
}
