import { unitOf } from '@asylia/lab';
import { fanChart } from '@asylia/view';
import { DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { GroupedChoice } from '../../components/GroupedChoice.tsx';
import { chartWidth, useWidth } from '../../components/useWidth.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { judgedOf } from './judged.ts';
import type { Recorded } from './recorded.ts';
import { curveOf, datesOf, fitUntilOf, spanOf, topics } from './recorded.ts';
import type { RecordParts } from './shared.ts';
import { useSeriesName } from './useSeriesName.ts';
import { useSeriesTables } from './useSeriesTables.ts';
import { useSeriesWords } from './useSeriesWords.ts';

/** One series with its record: chart, words, table, and where each figure comes from. */
export function SeriesPart({
  opened,
  live,
  base,
  recorded,
  series,
  onChoose,
}: RecordParts & {
  readonly series: Recorded;
  readonly onChoose: (series: string) => void;
}) {
  const { state, bands } = usePage();
  const texts = useTexts();
  const { say, named } = texts;
  const nameOf = useSeriesName();
  const tables = useSeriesTables();
  const words = useSeriesWords();
  const [frame, width] = useWidth<HTMLElement>();
  const judged = judgedOf(state);
  const moved = judged !== 'asItWas';
  const expected = curveOf(live, series.id);
  const band = bands?.bands[series.id] ?? null;
  const asItWas = moved ? curveOf(base, series.id) : null;
  const dates = datesOf(opened.case, live.days);
  const [firstDay, lastDay] = spanOf(series, live.days);
  const unit = unitOf(series.id);
  const title = `${nameOf(series)} (${named('unit', unit, unit)})`;
  const curves = { series, title, dates, expected, asItWas, band, judged };
  return (
    <section ref={frame} aria-labelledby="record-series">
      <h3 id="record-series">{say('record.series.head')}</h3>
      <GroupedChoice
        label={say('record.series')}
        value={series.id}
        groups={topics.flatMap((topic) => {
          const own = recorded.filter((one) => one.topic === topic);
          return own.length === 0
            ? []
            : [
                {
                  label: say(`record.topic.${topic}`),
                  choices: own.map((one) => ({ value: one.id, label: nameOf(one) })),
                },
              ];
        })}
        onChange={onChoose}
      />
      <Figure
        id={`record-${series.id.replace(/[^A-Za-z0-9]+/g, '-')}`}
        isKeyed
        title={title}
        picture={fanChart(texts, {
          label: title,
          band,
          expected: expected && (!band || moved) ? expected : undefined,
          asItWas: asItWas ?? undefined,
          record: series.points,
          dates,
          firstDay,
          lastDay,
          fitUntil: fitUntilOf(series.points),
          wide: chartWidth(width),
        })}
        summary={words(curves)}
        source={tables.sourceLine(opened, series.points)}
        table={tables.curves(curves)}
      />
      <h4>{say('record.sources.each')}</h4>
      <DataTable table={tables.sources(opened, series, title)} />
    </section>
  );
}
