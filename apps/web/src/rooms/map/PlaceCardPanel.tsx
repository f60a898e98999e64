import type { PlaceCard } from '@asylia/lab';
import type { DatedMap } from '@asylia/view';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '../../components/Choice.tsx';
import { usePage } from '../../page.ts';
import type { Texts } from '../../texts.ts';
import { useTexts } from '../../texts.ts';
import { SupplyTable } from './SupplyTable.tsx';
import { usePlaceCard } from './usePlaceCard.ts';

interface PlaceCardPanelProps {
  readonly day: number;
  readonly dates: readonly string[];
  readonly input: DatedMap;
  readonly onChoose: (place: string) => void;
}

/** Who is at a place on the day, in what situation and status, and what there is for them. */
export function PlaceCardPanel({ day, dates, input, onChoose }: PlaceCardPanelProps) {
  const { state } = usePage();
  const texts = useTexts();
  const { say } = texts;
  const card = usePlaceCard(state.place);
  const choices = useMemo(() => placeChoices(input, texts), [input, texts]);
  return (
    <section className="panel placecard" aria-labelledby="placecard">
      <h3 id="placecard">{say('map.card')}</h3>
      <Choice label={say('map.place')} value={state.place} choices={choices} onChange={onChoose} />
      {state.place === '' && <p className="note">{say('map.card.how')}</p>}
      {card && <Card card={card} day={day} dates={dates} />}
      {state.place !== '' && <Button onPress={() => onChoose('')}>{say('map.card.close')}</Button>}
    </section>
  );
}

/** Every place by name, both names where there are two, in the order of countries and names. */
function placeChoices(input: DatedMap, { say, named }: Texts) {
  const nameOf = new Map(input.countries.map(({ id, name }) => [id, named('country', id, name)]));
  const places = input.places.map((place) => ({
    value: place.id,
    label: `${bothNames(place.name, place.nameOther)} (${nameOf.get(place.country) ?? place.country})`,
    key: `${nameOf.get(place.country)} ${place.name}`,
  }));
  places.sort((a, b) => (a.key < b.key ? -1 : 1));
  return [{ value: '', label: say('map.place.none') }, ...places];
}

const bothNames = (name: string, other: string): string =>
  other !== '' && other !== name ? `${name} / ${other}` : name;

interface Props {
  readonly card: PlaceCard;
  readonly day: number;
  readonly dates: readonly string[];
}

function Card({ card, day, dates }: Props) {
  const { say, named, count, longDate, listed } = useTexts();
  const persons = (list: readonly (number | null)[]) => count(list[day] ?? 0);
  const situations = card.bySituation.filter((one) => (one.persons[day] ?? 0) >= 0.5);
  const groups = card.byGroup.filter((one) => (one.persons[day] ?? 0) >= 0.5);
  return (
    <div data-card={card.id}>
      <h4>
        <bdi>{bothNames(card.name, card.nameOther)}</bdi>
      </h4>
      <p className="note">
        {listed(
          [
            named('placeKind', card.kind, say(`placeKind.${card.kind}`)),
            named('country', card.country, card.countryName),
          ],
          'items',
        )}
        {card.frontierKm > 0 && <> · {say('map.card.km', { km: count(card.frontierKm) })}</>}
      </p>
      <p className="big" data-refuge={card.refuge[day] ?? 0}>
        <b>{persons(card.refuge)}</b> {say('map.card.refuge', { date: longDate(dates[day]!) })}
      </p>
      {card.peak && (
        <p className="note">
          {say('map.card.peak', {
            people: count(card.peak.persons),
            date: longDate(dates[card.peak.day]!),
          })}
        </p>
      )}
      <Rows
        title={say('map.card.situation')}
        rows={situations.map((one) => [
          named('situation', one.situation, say(`situation.${one.situation}`)),
          persons(one.persons),
        ])}
      />
      <Rows
        title={say('map.card.group')}
        rows={groups.map((one) => [named('group', one.group, one.title), persons(one.persons)])}
      />
      {card.home && (
        <Rows
          title={say('map.card.home')}
          rows={(['atHome', 'returned', 'away', 'displaced'] as const).map((name) => [
            say(`map.card.home.${name}`),
            persons(card.home![name]),
          ])}
        />
      )}
      {card.status && <Statuses status={card.status} day={day} />}
      {card.supply && <SupplyTable supply={card.supply} day={day} dates={dates} />}
    </div>
  );
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** Who is under what status. */
function Statuses({
  status,
  day,
}: {
  readonly status: NonNullable<PlaceCard['status']>;
  readonly day: number;
}) {
  const { say, count } = useTexts();
  return (
    <>
      <Rows
        title={say('map.card.status')}
        rows={(['none', 'other', 'convention'] as const).map((id) => [
          say(`status.${id}`),
          count(status[id][day] ?? 0),
        ])}
      />
      <p className="note">{say('map.card.status.how')}</p>
    </>
  );
}

/** A short list of names and numbers; nothing where there is nobody. */
function Rows({ title, rows }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <table className="rows">
      <caption>{title}</caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="n">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
