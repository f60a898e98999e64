import type { DatedMap, Ground, MapLayout, MapScales } from '@asylia/view';
import {
  dayMarks,
  groundNote,
  mapLayout,
  mapParts,
  mapScales,
  mapSummary,
  mapTable,
  mapTitle,
  reportSize,
} from '@asylia/view';
import { memo, useMemo, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { SaveGeo } from '../../take/SaveGeo.tsx';
import { useTexts } from '../../texts.ts';

interface Props {
  readonly input: DatedMap;
  /** Baseline: the scales of the map are those of both, so that changing a policy can be seen. */
  readonly base: DatedMap | null;
  readonly ground: Ground | null;
  readonly day: number;
  readonly place: string;
  readonly onChoose: (place: string) => void;
}

/** The map of one day. */
export function DayMap({ input, base, ground, day, place, onChoose }: Props) {
  const texts = useTexts();
  const { say } = texts;
  const [extent, setExtent] = useState<'region' | 'origin'>('region');
  const frame = extent === 'origin' ? (ground?.frame ?? undefined) : undefined;
  const drawn = useDrawn(input, base, ground, frame);
  if (!ground || !drawn) return <div className="map-waiting" />;
  const { layout, scales, parts } = drawn;
  const marks = dayMarks(input, layout, scales, day);
  const year = input.dates[0]!.slice(0, 4);
  return (
    <Figure
      id="map"
      above={
        ground.frame && (
          <Choice
            label={say('map.extent')}
            value={extent}
            choices={(['region', 'origin'] as const).map((value) => ({
              value,
              label: say(`map.extent.${value}`),
            }))}
            onChange={setExtent}
          />
        )
      }
      title={mapTitle(texts, input, day)}
      summary={mapSummary(texts, input, day)}
      source={`${groundNote(texts, ground, input.countries, year)} ${texts.say('map.disclaimer')}`}
      table={mapTable(texts, input, [day])}
      more={<SaveGeo input={input} day={day} />}
    >
      <svg
        className="map"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="img"
        aria-label={mapTitle(texts, input, day)}
      >
        <Drawn content={parts.ground} />
        <Marks marks={marks} place={place} onChoose={onChoose} />
        <Drawn content={parts.names} />
        <Numbers marks={marks} />
        <Touch
          layout={layout}
          scales={scales}
          input={input}
          onChoose={onChoose}
          label={say('map.choose')}
        />
      </svg>
    </Figure>
  );
}

/** Places and land laid out for the map, and what is drawn once for all days. */
function useDrawn(
  input: DatedMap,
  base: DatedMap | null,
  ground: Ground | null,
  frame: Ground['frame'] | undefined,
) {
  const texts = useTexts();

  // What was changed moves neither places nor land: these are laid out once.
  const under = base ?? input;
  const layout = useMemo(
    () => (ground ? mapLayout(under, ground, reportSize, frame ?? undefined) : null),
    [under, ground, frame],
  );
  const scales = useMemo(
    () => (layout ? mapScales(base ? [base.map, input.map] : [input.map], layout) : null),
    [layout, base, input],
  );
  const parts = useMemo(
    () => (ground && layout && scales ? mapParts(texts, under, ground, layout, scales) : null),
    [ground, layout, scales, under, texts],
  );
  return layout && scales && parts ? { layout, scales, parts } : null;
}

type DayMarks = ReturnType<typeof dayMarks>;

/** Ways, people at places, and those who wait, with the place that is chosen. */
function Marks({
  marks,
  place,
  onChoose,
}: Pick<Props, 'place' | 'onChoose'> & { readonly marks: DayMarks }) {
  return (
    <>
      {marks.flows.map((flow) =>
        flow.people > 0 ? (
          <path key={flow.index} className="flow" strokeWidth={flow.width} d={flow.path} />
        ) : null,
      )}
      {marks.places.map((mark) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list of places beside the map does the same by keyboard
        <circle
          key={mark.place}
          className={mark.place === place ? 'stock chosen' : 'stock'}
          cx={mark.x}
          cy={mark.y}
          r={mark.r}
          data-place={mark.place}
          data-people={mark.people}
          onClick={() => onChoose(mark.place)}
        />
      ))}
      {marks.waiting.map((mark) =>
        mark.side > 0 ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list of places beside the map does the same by keyboard
          <rect
            key={mark.place}
            className={mark.place === place ? 'waiting chosen' : 'waiting'}
            x={mark.x - mark.side / 2}
            y={mark.y - mark.side / 2}
            width={mark.side}
            height={mark.side}
            data-waiting={mark.place}
            data-people={mark.people}
            onClick={() => onChoose(mark.place)}
          />
        ) : null,
      )}
    </>
  );
}

/** How many wait, beside the largest squares. */
function Numbers({ marks }: { readonly marks: DayMarks }) {
  const { count } = useTexts();
  return marks.waiting.map((mark) =>
    mark.isNumbered ? (
      <text
        key={mark.place}
        className="map-number"
        textAnchor="middle"
        x={mark.x}
        y={mark.y - mark.side / 2 - 4}
      >
        {count(mark.people)}
      </text>
    ) : null,
  );
}

/** Land, lines and names as the report draws them too; drawn once for all days. */
const Drawn = memo(({ content }: { readonly content: string }) => {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by packages/view, which escapes all text of the data
  return <g dangerouslySetInnerHTML={{ __html: content }} />;
});

/** Round areas to touch, large enough for a finger, over places whose mark is small. */
const touchRadius = 12;

interface TouchProps {
  readonly layout: MapLayout;
  readonly scales: MapScales;
  readonly input: DatedMap;
  readonly onChoose: (place: string) => void;
  readonly label: string;
}

const Touch = memo(({ layout, input, onChoose, label }: TouchProps) => {
  const nameOf = new Map(input.places.map((place) => [place.id, place]));
  return layout.places.map(({ id }) => {
    const [x, y] = layout.at.get(id)!;
    const { name, nameOther } = nameOf.get(id)!;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the list of places beside the map does the same by keyboard
      <circle
        key={id}
        className="touch"
        cx={x}
        cy={y}
        r={touchRadius}
        data-touch={id}
        onClick={() => onChoose(id)}
      >
        <title>{`${nameOther && nameOther !== name ? `${name} / ${nameOther}` : name}. ${label}`}</title>
      </circle>
    );
  });
});
