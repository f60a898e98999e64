import { useTexts } from '../texts.ts';

/** Everything that could have been decided differently. */
export function PolicyPanel() {
  const { say } = useTexts();
  return (
    <section className="panel" aria-labelledby="policies">
      <h2 id="policies">{say('policies')}</h2>
    </section>
  );
}
