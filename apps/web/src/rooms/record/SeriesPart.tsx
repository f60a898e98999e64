import { ownValue } from '@asylia/engine';
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
import { seriesName } from './seriesName.ts';
import { curvesTable, sourceLine, sourcesTable } from './seriesTables.ts';
import type { RecordParts } from './shared.ts';
import { useSeriesWords } from './useSeriesWords.ts';

interface Props extends RecordParts {
  readonly series: Recorded;
  readonly onChoose: (series: string) => void;
}

/** One series with its record: chart, words, table, and where each figure comes from. */
export function SeriesPart({ opened, live, base, recorded, series, onChoose }: Props) {
  const { state, bands } = usePage();
  const texts = useTexts();
  const { say, named } = texts;
  const words = useSeriesWords();
  const [frame, width] = useWidth<HTMLElement>();
  const judged = judgedOf(state);
  const edited = judged !== 'baseline';
  const expected = curveOf(live, series.id);
  const band = ownValue(bands?.bands, series.id) ?? null;
  const baseline = edited ? curveOf(base, series.id) : null;
  const dates = datesOf(opened.case, live.days);
  const [firstDay, lastDay] = spanOf(series, live.days);
  const unit = unitOf(series.id);
  const title = `${seriesName(texts, series)} (${named('unit', unit, unit)})`;
  const curves = { series, title, dates, expected, baseline, band, judged };
  const groups = topics
    .map((topic) => ({
      label: say(`record.topic.${topic}`),
      choices: recorded
        .filter((one) => one.topic === topic)
        .map((one) => ({ value: one.id, label: seriesName(texts, one) })),
    }))
    .filter(({ choices }) => choices.length > 0);
  return (
    <section ref={frame} aria-labelledby="record-series">
      <h3 id="record-series">{say('record.series.head')}</h3>
      <GroupedChoice
        label={say('record.series')}
        value={series.id}
        groups={groups}
        onChange={onChoose}
      />
      <Figure
        id={`record-${series.id.replace(/[^A-Za-z0-9]+/g, '-')}`}
        isKeyed
        title={title}
        picture={fanChart(texts, {
          label: title,
          band,
          expected: expected && (!band || edited) ? expected : undefined,
          baseline: baseline ?? undefined,
          record: series.points,
          dates,
          firstDay,
          lastDay,
          fitUntil: fitUntilOf(series.points),
          wide: chartWidth(width),
        })}
        summary={words(curves)}
        source={sourceLine(texts, opened, series.points)}
        table={curvesTable(texts, curves)}
      />
      <h4>{say('record.sources.each')}</h4>
      <DataTable table={sourcesTable(texts, opened, series, title)} />
    </section>
  );
}
