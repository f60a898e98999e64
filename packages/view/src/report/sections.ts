import { ownValue } from '@asylia/engine';
import type { RunSummary } from '@asylia/lab';
import { bandedFigure } from '@asylia/lab';
import type { MessageId, Words } from '@asylia/words';
import { inSentence } from '@asylia/words';
import { fanChart } from '../charts/fan.ts';
import { lineChart } from '../charts/lines.ts';
import { stackedChart } from '../charts/stacked.ts';
import { escapeHtml } from '../html.ts';
import { inEnglish } from '../languages/nameOf.ts';
import type { Context } from './context.ts';
import { dateOf, figureBlock, peakDay, recordOf, tableBlock, withBand } from './context.ts';
import {
  bandTable,
  calibrationTable,
  checkTable,
  gapTable,
  incidentTable,
  ledgerTable,
  medianTable,
  sourceTable,
} from './tables.ts';

export function findings(words: Words, context: Context): string {
  const { summary } = context;
  const items: string[] = [];
  const add = (message: MessageId, figure: string, more: Readonly<Record<string, string>> = {}) => {
    const found = bandedFigure(summary, figure);
    if (!found) return;
    const date = dateOf(words, context, found.day);
    items.push(words.say(message, { ...more, ...withBand(words, found), date }));
  };
  add('finding.peak', 'peak.region');
  for (const id of context.hosts.slice(0, 4)) {
    const country = context.countryNames.get(id) ?? id;
    add('finding.country', `peak.${id}`, { country });
  }
  const short = summary.gaps
    .filter((gap) => gap.known && gap.firstDay.q50 !== null)
    .sort((a, b) => a.firstDay.q50! - b.firstDay.q50! || b.prepareFor - a.prepareFor)[0];
  if (short) {
    items.push(
      words.say('finding.short', {
        line: inSentence(words.named('line', short.line, short.line)),
        place: context.names.get(short.place) ?? short.place,
        date: dateOf(words, context, Math.round(short.firstDay.q50!)),
        people: words.count(short.prepareFor),
      }),
    );
  }
  add('finding.evacuated', 'evacuated');
  add('finding.returned', 'returned');
  const groups = secondGroups(words, summary);
  add('finding.second', 'secondWave', { groups, some: groups ? 'yes' : 'no' });
  const killed = bandedFigure(summary, 'deaths.violence');
  items.push(
    words.say('finding.deaths', {
      violence: words.count(killed?.median ?? 0),
      low: words.count(killed?.low90 ?? 0),
      high: words.count(killed?.high90 ?? 0),
      shortfall: words.count(bandedFigure(summary, 'deaths.shortfall')?.median ?? 0),
    }),
  );
  return `<ul class="findings">${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}

/** Names of the groups whose people are displaced after those who are persecuted. */
function secondGroups(words: Words, { case: source, bands }: RunSummary): string {
  const displaced = source.groups.filter(
    ({ id }) => (bands[`secondWave.${id}`]?.q95.at(-1) ?? 0) > 0,
  );
  return words.listed(displaced.map(({ id, title }) => words.named('group', id, title)));
}

export function keySection(words: Words): string {
  const key = (shape: string, text: string) =>
    `<li><svg viewBox="0 0 26 14" aria-hidden="true">${shape}</svg>${text}</li>`;
  return `<ul class="key">${key('<path class="median" d="M0 7H26"/>', words.say('median'))}${key('<rect class="band50" width="26" height="14"/>', words.say('band50'))}${key('<rect class="band90" width="26" height="14"/>', words.say('band90'))}${key('<circle class="fit" cx="13" cy="7" r="4"/>', words.say('fitted'))}${key('<circle class="holdout" cx="13" cy="7" r="4"/>', words.say('heldOut'))}${key('<path class="cross" d="M9 3L17 11M9 11L17 3"/>', words.say('unverified'))}${key('<rect class="fit" width="26" height="14"/>', words.say('fitWindow'))}</ul>`;
}

/** A fan chart of a curve with its record. */
function fanBlock(
  words: Words,
  context: Context,
  series: string,
  title: string,
  firstDay = 0,
  lastDay = context.summary.case.days - 1,
): string {
  const { summary } = context;
  const record = recordOf(summary, series);
  return figureBlock(words, context, {
    id: series.replaceAll('.', '-'),
    title,
    picture: fanChart(words, {
      label: title,
      band: ownValue(summary.bands, series)!,
      record,
      dates: summary.dates,
      firstDay,
      lastDay,
      fitUntil: fitEnd(context, series),
    }),
    sources: record.map((p) => p.source),
    table: bandTable(words, summary, series, title),
  });
}

/** Last day on which the curve was fitted: returns have a window of their own. */
function fitEnd(context: Context, series: string): number | null {
  const fitted = recordOf(context.summary, series).filter((p) => p.window === 'fit');
  if (fitted.length === 0) return null;
  const last = fitted.reduce((latest, p) => Math.max(latest, p.day), fitted[0]!.day);
  return Math.max(last, context.fitUntilDay ?? last);
}

export function stocksSection(words: Words, context: Context): string {
  const { summary } = context;
  const blocks = ['stock', ...context.hosts.slice(0, 4).map((id) => `stock.${id}`)]
    .filter((series) => ownValue(summary.bands, series))
    .map((series) => {
      const band = ownValue(summary.bands, series)!;
      const day = peakDay(band);
      const country =
        series === 'stock'
          ? words.say('stocks.region')
          : (context.countryNames.get(series.slice(6)) ?? series);
      const near = recordOf(summary, series)
        .filter((p) => p.comparable && Math.abs(p.day - day) <= 5)
        .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0];
      const recordPart = near
        ? words.say('stocks.recordPart', { value: words.count(near.value) })
        : '';
      return fanBlock(
        words,
        context,
        series,
        words.say('stocks.title', {
          country,
          median: words.count(band.q50[day]!),
          date: dateOf(words, context, day),
          recordPart,
        }),
      );
    });
  return `${keySection(words)}<div class="grids">${blocks.join('')}</div>`;
}

export function entriesSection(words: Words, context: Context): string {
  const { summary } = context;
  const recorded = new Set(summary.record.map((p) => p.series));
  const crossings = summary.places
    .filter((p) => p.kind === 'crossing' && summary.bands[`entries.${p.id}`])
    .map((p) => ({ p, most: Math.max(...summary.bands[`entries.${p.id}`]!.q50) }))
    .filter(({ p, most }) => most >= 50 || recorded.has(`entries.${p.id}`))
    .sort(
      (a, b) =>
        Number(recorded.has(`entries.${b.p.id}`)) - Number(recorded.has(`entries.${a.p.id}`)) ||
        b.most - a.most,
    )
    .slice(0, 4);
  const end = Math.min(summary.case.days - 1, 100);
  return `<div class="grids">${crossings
    .map(({ p }) => {
      const band = summary.bands[`entries.${p.id}`]!;
      const day = peakDay(band);
      const record = recordOf(summary, `entries.${p.id}`).filter((x) => x.comparable);
      const most = record.reduce<(typeof record)[number] | null>(
        (a, b) => (a && a.value >= b.value ? a : b),
        null,
      );
      const recordPart = most
        ? words.say('entries.recordPart', {
            value: words.count(most.value),
            date: words.longDate(most.date),
          })
        : '';
      return fanBlock(
        words,
        context,
        `entries.${p.id}`,
        words.say('entries.title', {
          crossing: p.name,
          date: dateOf(words, context, day),
          median: words.count(band.q50[day]!),
          recordPart,
        }),
        0,
        end,
      );
    })
    .join('')}</div>`;
}

export function shelterSection(words: Words, context: Context): string {
  const { summary } = context;
  const kinds = [
    ['hostFamily', words.say('shelter.families')],
    ['centre', words.say('shelter.centres')],
    ['camp', words.say('shelter.camps')],
    ['unsheltered', words.say('shelter.none')],
  ] as const;
  return `<div class="grids">${context.hosts
    .slice(0, 3)
    .map((id) => {
      const bands = kinds.map(([kind, name]) => ({
        name,
        band: summary.bands[`shelter.${id}.${kind}`]!,
      }));
      const day = peakDay(summary.bands[`stock.${id}`]!);
      const all = bands.reduce((n, { band }) => n + band.q50[day]!, 0) || 1;
      const share = (i: number) => words.percent(bands[i]!.band.q50[day]! / all);
      const title = words.say('shelter.title', {
        country: context.countryNames.get(id) ?? id,
        date: dateOf(words, context, day),
        families: share(0),
        centres: share(1),
        camps: share(2),
        none: share(3),
      });
      const record = summary.record.filter((p) =>
        kinds.some(([kind]) => p.series === `${kind}.${id}`),
      );
      return figureBlock(words, context, {
        id: `shelter-${id}`,
        title,
        picture: stackedChart(
          words,
          title,
          bands.map(({ name, band }) => ({ name, values: band.q50 })),
          summary.dates,
          0,
          Math.min(summary.case.days - 1, 150),
        ),
        sources: record.map((p) => p.source),
        table: medianTable(words, summary, `shelter-${id}`, title, bands),
      });
    })
    .join('')}</div>`;
}

export function gapsSection(words: Words, context: Context): string {
  return `<p>${words.say('gaps.intro')}</p>${tableBlock(words, gapTable(words, context), true)}`;
}

export function cumulativeSection(
  words: Words,
  context: Context,
  series: string,
  id: 'evacuation.title' | 'returns.title' | 'second.title',
): string {
  const band = ownValue(context.summary.bands, series);
  if (!band) return '';
  const last = context.summary.case.days - 1;
  return fanBlock(
    words,
    context,
    series,
    words.say(id, { median: words.count(band.q50[last]!), date: dateOf(words, context, last) }),
  );
}

export function mortalitySection(words: Words, context: Context): string {
  const { summary } = context;
  const last = summary.case.days - 1;
  return `<div class="grids">${summary.case.groups
    .map((group) => {
      const band = (cause: string) => summary.bands[`deaths.${group.id}.${cause}`]!;
      const causes = (['violence', 'shortfall', 'natural'] as const).map((cause) => ({
        name: words.say(`mortality.${cause}`),
        band: band(cause),
      }));
      const title = words.say('mortality.title', {
        group: words.named('group', group.id, group.title),
        violence: words.count(band('violence').q50[last]!),
        shortfall: words.count(band('shortfall').q50[last]!),
        natural: words.count(band('natural').q50[last]!),
        date: dateOf(words, context, last),
      });
      return figureBlock(words, context, {
        id: `deaths-${group.id}`,
        title,
        picture: lineChart(
          words,
          title,
          causes.map(({ name, band: b }) => ({ name, values: b.q50 })),
          summary.dates,
          0,
          last,
        ),
        sources: summary.record.filter((p) => p.series.startsWith('deaths')).map((p) => p.source),
        table: medianTable(words, summary, `deaths-${group.id}`, title, causes),
        summary: words.say('mortality.summary', { rate: words.figure(worstRate(context)) }),
      });
    })
    .join('')}</div>`;
}

/** Deaths per 10,000 a day of the persecuted in the worst 30 days, from the monthly measure. */
function worstRate(context: Context): number {
  const band = context.summary.bands.deaths_per_1000_month;
  return band ? (Math.max(...band.q50) * 10) / 30 : Number.NaN;
}

export function definitionsSection(words: Words, context: Context): string {
  const { summary } = context;
  const bands = summary.definitions.map(({ id, title: english, series }) => ({
    name: words.named('definition', id, english),
    band: ownValue(summary.bands, series)!,
  }));
  const day = peakDay(bands[1]!.band);
  const at = (i: number) => words.count(bands[i]!.band.q50[day]!);
  const title = words.say('definitions.title', {
    date: dateOf(words, context, day),
    wide: at(0),
    crossed: at(1),
    status: at(2),
    convention: at(3),
  });
  return figureBlock(words, context, {
    id: 'definitions',
    title,
    picture: lineChart(
      words,
      title,
      bands.map(({ name, band }) => ({ name, values: band.q50 })),
      summary.dates,
      0,
      summary.case.days - 1,
    ),
    sources: [],
    table: medianTable(words, summary, 'definitions', title, bands),
  });
}

export function validationSection(words: Words, context: Context): string {
  const { summary } = context;
  if (summary.checks.length === 0) return `<p>${words.say('validation.none')}</p>`;
  const coverage = summary.coverage
    .map((c) =>
      words.say('validation.coverage', {
        window: c.window === 'fit' ? words.say('fit') : words.say('holdout'),
        inside90: words.percent(c.inside90),
        inside50: words.percent(c.inside50),
        points: c.points,
      }),
    )
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('');
  return `<p>${words.say('validation.intro')}</p><ul>${coverage}</ul>${tableBlock(words, checkTable(words, summary), true)}`;
}

export function papers(
  words: Words,
  context: Context,
): Record<'ledger' | 'calibration' | 'incidents' | 'sources' | 'unknowns' | 'notices', string> {
  const { summary } = context;
  const list = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  const english = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${inEnglish(words, line)}</li>`).join('')}</ul>`;
  return {
    ledger: `<p>${words.say('ledger.intro')}</p><p class="screen-only"><label for="ledger-filter">${words.say('ledger.filter')} </label><input id="ledger-filter" type="search"></p>${tableBlock(words, ledgerTable(words, summary), true)}`,
    calibration:
      summary.calibration.length > 0
        ? `<p>${words.say('calibration.intro')}</p>${tableBlock(words, calibrationTable(words, summary))}`
        : '',
    incidents:
      summary.incidents.length > 0 ? tableBlock(words, incidentTable(words, summary), true) : '',
    sources: `${list([words.say('legend.read'), words.say('legend.memory'), words.say('legend.estimate')])}${tableBlock(words, sourceTable(words, summary))}`,
    unknowns: english(summary.case.unknowns),
    notices: english([...summary.case.notices, ...summary.case.licences]),
  };
}
