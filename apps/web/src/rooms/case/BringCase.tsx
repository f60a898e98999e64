import { Button, FileTrigger } from 'react-aria-components';
import { DropArea } from '../../components/DropArea.tsx';
import { useOpenTitle } from '../../frame/useCaseTitle.ts';
import { limits } from '../../import/limits.ts';
import { usePage } from '../../page.ts';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';
import { fromDrop, fromList, notRead } from './brought.ts';
import { Faults } from './Faults.tsx';

const megabyte = 1024 * 1024;
const templateName = 'my-crisis';

/** A crisis of one's own: dropped, chosen, or begun from a small one. */
export function BringCase() {
  const { engine, bringing } = usePage();
  const openTitle = useOpenTitle();
  const { say, count } = useTexts();
  const { take, refuse, isReading, faults, leftOut, broken } = bringing;
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
        {leftOut.length > 0 && (
          <details>
            <summary>
              {say('case.leftOut', { count: leftOut.length, countText: count(leftOut.length) })}
            </summary>
            <ul dir="ltr">
              {leftOut.slice(0, 50).map((path) => (
                <li key={path}>{path}</li>
              ))}
            </ul>
          </details>
        )}
        {broken !== '' && (
          <p>
            {say('trouble.ours')} <code dir="ltr">{broken}</code>
          </p>
        )}
      </div>
      <h4>{say('case.begin')}</h4>
      <p>{say('case.beginHow')}</p>
      <p className="buttons">
        <Button
          onPress={() => {
            void engine.quick.call('template', { name: templateName }).then((outcome) => {
              if ('answer' in outcome)
                saveFile(`${templateName}.zip`, outcome.answer, 'application/zip');
            });
          }}
        >
          {say('case.saveTemplate')}
        </Button>
      </p>
    </section>
  );
}
