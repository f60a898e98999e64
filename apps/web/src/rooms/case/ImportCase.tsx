import { Button, FileTrigger } from 'react-aria-components';
import { Broken } from '../../components/Broken.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import type { Client } from '../../engine/client.ts';
import { useOpenTitle } from '../../frame/useCaseTitle.ts';
import { limits } from '../../import/limits.ts';
import { usePage } from '../../page.ts';
import { answerOf } from '../../queries/refused.ts';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';
import { Faults } from './Faults.tsx';
import { fromDrop, fromList, notRead } from './imported.ts';

const megabyte = 1024 * 1024;
const templateName = 'my-crisis';
/** So many files are named. */
const mostNamed = 50;

/** A crisis of one's own: dropped, chosen, or begun from a small one. */
export function ImportCase() {
  const { engine, importing } = usePage();
  const openTitle = useOpenTitle();
  const { say, count } = useTexts();
  const { take, refuse, isReading, faults, leftOut, broken } = importing;
  const chosen = (list: FileList | null) => {
    if (list && list.length > 0) take(fromList(list));
  };
  const unread = (error: unknown) => refuse([notRead(String(error))]);
  return (
    <section aria-labelledby="case-own">
      <h3 id="case-own">{say('case.own')}</h3>
      <p>{say('case.private')}</p>
      <DropArea label={say('case.drop')} onDrop={(data) => void fromDrop(data).then(take, unread)}>
        <p className="buttons">
          <FileTrigger acceptDirectory onSelect={chosen}>
            <Button>{say('case.pickFolder')}</Button>
          </FileTrigger>
          <FileTrigger allowsMultiple onSelect={chosen}>
            <Button>{say('case.pickFiles')}</Button>
          </FileTrigger>
        </p>
        <p className="note">
          {say('case.limits', {
            files: count(limits.entries),
            all: count(limits.allBytes / megabyte),
            one: count(limits.fileBytes / megabyte),
          })}
        </p>
      </DropArea>
      <div aria-live="polite">
        {isReading && <p>{say('case.reading')}</p>}
        {faults.length > 0 && <Faults faults={faults} stillOpen={openTitle} />}
        <LeftOut paths={leftOut} />
        <Broken error={broken} />
      </div>
      <h4>{say('case.begin')}</h4>
      <p>{say('case.beginHow')}</p>
      <p className="buttons">
        <Button onPress={() => void saveTemplate(engine.quick)}>{say('case.saveTemplate')}</Button>
      </p>
    </section>
  );
}

async function saveTemplate(worker: Client) {
  const zip = await answerOf(worker.call('template', { name: templateName }));
  saveFile(`${templateName}.zip`, zip, 'application/zip');
}

/** Files that lay beside the case and were not read. */
function LeftOut({ paths }: { readonly paths: readonly string[] }) {
  const { say, count } = useTexts();
  if (paths.length === 0) return null;
  return (
    <details>
      <summary>
        {say('case.leftOut', { count: paths.length, countText: count(paths.length) })}
      </summary>
      <ul dir="ltr">
        {paths.slice(0, mostNamed).map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </details>
  );
}
