import type { Live, Opened } from '../../engine/protocol.ts';

/** One figure of a run, as it was and now. The names are those of what matters most. */
export interface MovedFigure {
  /** peak.MKD, deaths.shortfall, or a measure: host.armedConflict.MKD */
  readonly id: string;
  readonly unit: string;
  readonly was: number;
  readonly now: number;
  /** |now - was| against what it was; infinite from nothing. */
  readonly change: number;
}

/** Changes below this part of what it was are about nothing. */
const negligible = 0.0005;

/** Figures that differ from as it was, those that moved most first. */
export function movedFigures(opened: Opened, base: Live, live: Live): MovedFigure[] {
  const before = new Map(figuresOf(opened, base).map((one) => [one.id, one.value]));
  return figuresOf(opened, live)
    .flatMap(({ id, unit, value: now }): MovedFigure[] => {
      const was = before.get(id);
      if (was === undefined || !Number.isFinite(was) || !Number.isFinite(now)) return [];
      const change = now === was ? 0 : Math.abs(now - was) / Math.abs(was);
      return change > negligible ? [{ id, unit, was, now, change }] : [];
    })
    .sort((a, b) => b.change - a.change);
}

interface Figure {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
}

/** Peaks by country, what became of people, and the headline measures of everyone's security. */
function figuresOf(opened: Opened, live: Live): Figure[] {
  const { names, days, values } = live;
  const at = (name: string, day: number) => {
    const index = names.indexOf(name);
    return index < 0 ? 0 : values[index * days + day]!;
  };
  const sum = (list: readonly string[], day: number) =>
    list.reduce((total, name) => total + at(name, day), 0);
  const most = (list: readonly string[]) => {
    let top = 0;
    for (let day = 0; day < days; day++) top = Math.max(top, sum(list, day));
    return top;
  };
  const persons = (id: string, value: number): Figure => ({ id, unit: 'persons', value });
  const peaks = names
    .filter((name) => /^stock(\.[A-Z]+)?$/.test(name))
    .map((name) =>
      persons(name === 'stock' ? 'peak.region' : `peak.${name.slice(6)}`, most([name])),
    );
  const groups = opened.case.groups.map((group) => group.id);
  const deaths = (cause: string) =>
    persons(
      `deaths.${cause}`,
      sum(
        groups.map((group) => `deaths.${group}.${cause}`),
        days - 1,
      ),
    );
  const measures = opened.objects.flatMap((object) =>
    object.headlines.flatMap((id): Figure[] => {
      const index = opened.outcomes.findIndex((one) => one.id === id);
      const outcome = opened.outcomes[index];
      return outcome ? [{ id, unit: outcome.unit, value: live.measures[index]! }] : [];
    }),
  );
  return [
    ...peaks,
    deaths('violence'),
    deaths('shortfall'),
    ...['evacuated', 'returned', 'secondWave'].map((name) => persons(name, at(name, days - 1))),
    persons('waiting', most(names.filter((name) => name.startsWith('waiting.')))),
    ...measures,
  ];
}
