import type { ReportTable } from '@asylia/view';
import { flowsGeoJson, placesGeoJson } from '@asylia/view';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { loadData } from '../../engine/data.ts';
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
import { useTake } from './useTake.ts';

/** Everything that can be taken along: report, tables, map, the run as data, the scenario. */
export function TakeRoom() {
  const { engine, opened, isBrought, state, worldsDone } = usePage();
  const texts = useTexts();
  const { say, count } = texts;
  const taking = useTake();
  const identityOf = useIdentity();
  const ground = useGround(opened, isBrought);
  const [withThreat, setWithThreat] = useState(true);
  const box = useId();
  if (!opened) return <p role="status">{say('case.opening')}</p>;
  const { busy, got, make, summary, threat } = taking;
  const theories = opened.theories.length;

  const report = async () => {
    const run = await summary();
    const attribution = withThreat ? await threat(run) : null;
    const maker = await loadData<typeof import('../../take/maker.ts')>('maker');
    return maker.report(texts, run, ground!, attribution);
  };
  const tables = async (): Promise<readonly ReportTable[]> => {
    const run = await summary();
    const attribution = withThreat ? await threat(run) : null;
    const maker = await loadData<typeof import('../../take/maker.ts')>('maker');
    return maker.tables(texts, run, attribution);
  };
  // The name is asked for first: another case can be opened while a report is made.
  const save = async (what: string, make: () => Promise<string | Uint8Array>, type: string) => {
    const identity = await identityOf();
    saveFile(fileName(identity, what), await make(), type);
  };

  const things: readonly (readonly [string, readonly Thing[]])[] = [
    [
      say('take.report'),
      [
        {
          id: 'report',
          label: say('take.saveReport'),
          work: () => save('report.html', report, 'text/html'),
        },
        {
          id: 'print',
          label: say('take.printReport'),
          work: async () => printReport(await report(), say('take.report')),
        },
      ],
    ],
    [
      say('take.tables'),
      [
        {
          id: 'csv',
          label: say('take.saveCsv'),
          work: async () => {
            const identity = await identityOf();
            const files = (await tables()).map((table) => [
              `${fileName(identity, table.id)}.csv`,
              csvFile(table),
            ]);
            const zip = await engine.quick.call('pack', { files: Object.fromEntries(files) });
            saveFile(fileName(identity, 'tables.zip'), got(zip), 'application/zip');
          },
        },
        {
          id: 'xlsx',
          label: say('take.saveXlsx'),
          work: () => save('tables.xlsx', async () => makeWorkbook(await tables()), xlsxType),
        },
      ],
    ],
    [
      say('take.map'),
      [
        {
          id: 'places',
          label: say('take.savePlaces'),
          work: () =>
            save('places.geojson', async () => asJson(placesGeoJson(await summary())), geoJsonType),
        },
        {
          id: 'flows',
          label: say('take.saveFlows'),
          work: () =>
            save('flows.geojson', async () => asJson(flowsGeoJson(await summary())), geoJsonType),
        },
      ],
    ],
    [
      say('take.data'),
      [
        {
          id: 'summary',
          label: say('take.saveSummary'),
          work: () =>
            save(
              'summary.json',
              async () => asJson({ ...(await summary()), seconds: undefined }),
              'application/json',
            ),
        },
      ],
    ],
  ];
  const isWhole = worldsDone >= state.worlds;
  const worldsText = { done: count(worldsDone), all: count(state.worlds) };
  return (
    <div className="takeroom">
      <div>
        <h2>{say('room.take')}</h2>
        <p>{say('take.how')}</p>
        <div className="worlds">
          <p role="status">
            {busy !== ''
              ? say('take.making')
              : isWhole
                ? say('take.whole', worldsText)
                : worldsDone > 0
                  ? say('take.partly', worldsText)
                  : say('take.waiting', worldsText)}
          </p>
          {!isWhole && (
            <progress
              max={state.worlds}
              value={worldsDone}
              aria-label={say('take.progress', worldsText)}
            />
          )}
        </div>
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
              {list.map(({ id, label, work }) => (
                <Button
                  key={id}
                  isDisabled={!taking.isReady || busy !== '' || !ground}
                  onPress={() => make(id, work)}
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

/** Something that is made when its button is pressed. */
interface Thing {
  readonly id: string;
  readonly label: string;
  readonly work: () => Promise<void>;
}

const geoJsonType = 'application/geo+json';
const asJson = (value: unknown) => `${JSON.stringify(value)}\n`;
