import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';

/** Everyone's security at a glance: first measure of every object, as it was and now. */
export function SecurityStrip() {
  const { opened, live, base } = usePage();
  const { say, figure } = useTexts();
  if (!opened || !live || !base) return null;
  const at = new Map(opened.outcomes.map((one, i) => [one.id, i]));
  return (
    <section className="panel" aria-labelledby="security">
      <h2 id="security">{say('security')}</h2>
      <ul className="security">
        {opened.objects.flatMap((object) =>
          object.headlines.slice(0, 1).map((id) => {
            const i = at.get(id)!;
            return (
              <li key={id} data-outcome={id}>
                <b>{object.title}</b> {opened.outcomes[i]!.title}: {figure(live.measures[i]!)} (
                {figure(base.measures[i]!)})
              </li>
            );
          }),
        )}
      </ul>
    </section>
  );
}
