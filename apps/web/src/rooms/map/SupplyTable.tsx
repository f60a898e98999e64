import type { PlaceCard } from '@asylia/lab';
import { unitName } from '@asylia/view';
import { TableHead } from '../../components/TableHead.tsx';
import { useTexts } from '../../texts.ts';

type Supply = NonNullable<PlaceCard['supply']>;

/** Supply against the standard, line by line: how much of the need is met, and when it runs out. */
export function SupplyTable({
  supply,
  day,
  dates,
}: {
  readonly supply: Supply;
  readonly day: number;
  readonly dates: readonly string[];
}) {
  const texts = useTexts();
  const { say, named, figure, percent, longDate, listed, pair } = texts;
  return (
    <>
      {supply.known.length > 0 && (
        <table className="rows supply">
          <caption>{say('map.card.supply')}</caption>
          <TableHead
            columns={(['line', 'supplied', 'needed', 'covered'] as const).map((id) =>
              say(`map.card.${id}`),
            )}
            areNumbers={(i) => i > 0}
          />
          <tbody>
            {supply.known.map((line) => {
              const covered = line.coverage[day];
              const isShort = covered !== null && covered !== undefined && covered < 1;
              return (
                <tr key={line.line} className={isShort ? 'short' : ''}>
                  <th scope="row">
                    {named('line', line.line, say(`line.${line.line}`))}
                    <small>{pair(unitName(texts, line.unit), figure(line.perPerson))}</small>
                    <small>
                      {line.firstShortDay === null
                        ? say('map.card.neverShort')
                        : say('map.card.short', {
                            from: longDate(dates[line.firstShortDay]!),
                            days: line.shortDays,
                          })}
                    </small>
                  </th>
                  <td className="n">{number(line.supply[day], figure)}</td>
                  <td className="n">{number(line.need[day], figure)}</td>
                  <td className="n">{number(covered, percent)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {supply.unknown.length > 0 && (
        <p className="note">
          {say('map.card.unknown', {
            lines: listed(
              supply.unknown.map(({ line }) => named('line', line, say(`line.${line}`))),
              'items',
            ),
          })}
        </p>
      )}
    </>
  );
}

const number = (x: number | null | undefined, write: (x: number) => string): string =>
  x === null || x === undefined ? '-' : write(x);
