import type { RunSummary, ThreatSummary } from '@asylia/lab';
import type { Ground } from '@asylia/view';
import { flowsGeoJson, placesGeoJson } from '@asylia/view';
import type { PageMessageId } from '@asylia/words';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { loadData } from '../../engine/data.ts';
import type { Identity } from '../../engine/protocol.ts';
import { useGround } from '../../map/useGround.ts';
import { usePage } from '../../page.ts';
import { makeWorkbook } from '../../take/makeWorkbook.ts';
import { csvFile, xlsxType } from '../../take/SaveButtons.tsx';
import { saveFile } from '../../take/save.ts';
import { fileName, useIdentity } from '../../take/useIdentity.ts';
import { useTexts } from '../../texts.ts';
import '../../style/take.css';
import { ChartToTake } from './ChartToTake.tsx';
import { printReport } from './printReport.ts';
import { ScenarioFile } from './ScenarioFile.tsx';
import type { Taking } from './useTake.ts';
import { useTake } from './useTake.ts';

type Maker = typeof import('../../take/maker.ts');

/** Everything that can be taken along: report, tables, map, the run as data, the scenario. */
export function TakeRoom() {
  const { opened, isImported } = usePage();
  const { say, count } = useTexts();
  const taking = useTake();
  const ground = useGround(opened, isImported);
  const [withThreat, setWithThreat] = useState(true);
  const things = useThings(taking, ground, withThreat);
  const box = useId();
  if (!opened) return <p role="status">{say('case.opening')}</p>;
  const theories = opened.theories.length;
  return (
    <div className="takeroom">
      <div>
        <h2>{say('room.take')}</h2>
        <p>{say('take.how')}</p>
        <Worlds busy={taking.busy !== ''} />
        {taking.broken !== '' && (
          <p className="trouble" role="alert">
            {say('trouble.ours')} <code dir="ltr">{taking.broken}</code>
          </p>
        )}
        <p className="tick-box">
          <input
            id={box}
            type="checkbox"
            checked={withThreat}
            onChange={(event) => setWithThreat(event.target.checked)}
          />{' '}
          <label htmlFor={box}>
            {say('take.withThreat', { count: theories, countText: count(theories) })}
          </label>
        </p>
        {things.map(([title, list]) => (
          <section key={title}>
            <h3>{title}</h3>
            <p className="buttons">
              {list.map(({ label, work }) => (
                <Button
                  key={label}
                  isDisabled={!taking.isReady || taking.busy !== '' || !ground}
                  onPress={() => taking.make(label, work)}
                >
                  {label}
                </Button>
              ))}
            </p>
          </section>
        ))}
        <ScenarioFile />
      </div>
      <ChartToTake />
    </div>
  );
}

/** How many worlds there are from which something can be made. */
function Worlds({ busy }: { readonly busy: boolean }) {
  const { state, worldsDone } = usePage();
  const { say, count } = useTexts();
  const isWhole = worldsDone >= state.worlds;
  const worlds = { done: count(worldsDone), all: count(state.worlds) };
  const so = isWhole ? 'take.whole' : worldsDone > 0 ? 'take.partly' : 'take.waiting';
  return (
    <div className="worlds">
      <p role="status">{busy ? say('take.making') : say(so, worlds)}</p>
      {!isWhole && (
        <progress max={state.worlds} value={worldsDone} aria-label={say('take.progress', worlds)} />
      )}
    </div>
  );
}

/** Something that is made when its button is pressed. */
interface Thing {
  readonly label: string;
  readonly work: () => Promise<void>;
}

/** What can be made, under its headings. */
function useThings(
  { summary, threat, pack }: Taking,
  ground: Ground | null,
  withThreat: boolean,
): readonly (readonly [string, readonly Thing[]])[] {
  const texts = useTexts();
  const { say } = texts;
  const identityOf = useIdentity();
  const made = async <T,>(make: (maker: Maker, run: RunSummary, of: ThreatSummary | null) => T) => {
    const run = await summary();
    const attribution = withThreat ? await threat(run) : null;
    return make(await loadData<Maker>('maker'), run, attribution);
  };
  const report = () => made((maker, run, of) => maker.report(texts, run, ground!, of));
  const tables = () => made((maker, run, of) => maker.tables(texts, run, of));
  // The name is asked for first: another case can be opened while a report is made.
  const save = async (
    what: string,
    type: string,
    make: (identity: Identity) => Promise<string | Uint8Array>,
  ) => {
    const identity = await identityOf();
    saveFile(fileName(identity, what), await make(identity), type);
  };
  const saveJson = (what: string, type: string, of: (run: RunSummary) => unknown) =>
    save(what, type, async () => `${JSON.stringify(of(await summary()))}\n`);
  const saveTables = () =>
    save('tables.zip', 'application/zip', async (identity) => {
      const files = (await tables()).map((table) => [
        `${fileName(identity, table.id)}.csv`,
        csvFile(table),
      ]);
      return pack(Object.fromEntries(files));
    });
  const thing = (id: PageMessageId, work: () => Promise<void>): Thing => ({ label: say(id), work });
  return [
    [
      say('take.report'),
      [
        thing('take.saveReport', () => save('report.html', 'text/html', report)),
        thing('take.printReport', async () => printReport(await report(), say('take.report'))),
      ],
    ],
    [
      say('take.tables'),
      [
        thing('take.saveCsv', saveTables),
        thing('take.saveXlsx', () =>
          save('tables.xlsx', xlsxType, async () => makeWorkbook(await tables())),
        ),
      ],
    ],
    [
      say('take.map'),
      [
        thing('take.savePlaces', () => saveJson('places.geojson', geoJsonType, placesGeoJson)),
        thing('take.saveFlows', () => saveJson('flows.geojson', geoJsonType, flowsGeoJson)),
      ],
    ],
    [
      say('take.data'),
      [
        thing('take.saveSummary', () =>
          saveJson('summary.json', 'application/json', (run) => ({ ...run, seconds: undefined })),
        ),
      ],
    ],
  ];
}

const geoJsonType = 'application/geo+json';
