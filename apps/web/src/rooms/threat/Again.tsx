import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';

/** How to get the same numbers with the command. */
export function Again({ worlds }: { readonly worlds: number }) {
  const { state, opened } = usePage();
  const { say } = useTexts();
  if (!opened) return null;
  const { scenario, theory, seed, settings, parameters, assumptions } = state.inputs;
  const isMixed = [settings, parameters, assumptions].some((one) => Object.keys(one).length > 0);
  const command = [
    `asylia threat ${opened.case.name} --theory ${theory} --seed ${seed}`,
    worlds > 0 ? `--draws ${worlds}` : '--expected',
    ...(scenario === 'as-it-was' ? [] : [`--scenario ${scenario}`]),
  ].join(' ');
  return (
    <p className="note again">
      {isMixed ? (
        say('threat.again.edited')
      ) : (
        <>
          {say('threat.again')} <code dir="ltr">{command}</code>
        </>
      )}
    </p>
  );
}
