import { bandedFigure } from '@asylia/lab';
import type { MessageId } from '@asylia/words';
import { inSentence } from '@asylia/words';
import { fanChart } from '../charts/fan.ts';
import { lineChart } from '../charts/lines.ts';
import { stackedChart } from '../charts/stacked.ts';
import { escapeHtml } from '../html.ts';
import { inEnglish, named } from '../languages/nameOf.ts';
import { count, figure, longDate, percent, say } from '../now.ts';
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

export function findings(context: Context): string {
  const { summary } = context;
  const items: string[] = [];
  const add = (message: MessageId, figure: string, more: Readonly<Record<string, string>> = {}) => {
    const found = bandedFigure(summary, figure);
    if (!found) return;
    items.push(say(message, { ...more, ...withBand(found), date: dateOf(context, found.day) }));
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
      say('finding.short', {
        line: inSentence(named('line', short.line, short.line)),
        place: context.names.get(short.place) ?? short.place,
        date: dateOf(context, Math.round(short.firstDay.q50!)),
        people: count(short.prepareFor),
      }),
    );
  }
  add('finding.evacuated', 'evacuated');
  add('finding.returned', 'returned');
  const isOfSerbs = summary.case.groups.some((g) => g.id === 'serb');
  add(isOfSerbs ? 'finding.second' : 'finding.second.generic', 'secondWave');
  const killed = bandedFigure(summary, 'deaths.violence');
  items.push(
    say('finding.deaths', {
      violence: count(killed?.median ?? 0),
      low: count(killed?.low90 ?? 0),
      high: count(killed?.high90 ?? 0),
      shortfall: count(bandedFigure(summary, 'deaths.shortfall')?.median ?? 0),
    }),
  );
  return `<ul class="findings">${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}

export function keySection(): string {
  const key = (shape: string, text: string) =>
    `<li><svg viewBox="0 0 26 14" aria-hidden="true">${shape}</svg>${text}</li>`;
  return `<ul class="key">${key('<path class="median" d="M0 7H26"/>', say('median'))}${key('<rect class="band50" width="26" height="14"/>', say('band50'))}${key('<rect class="band90" width="26" height="14"/>', say('band90'))}${key('<circle class="fit" cx="13" cy="7" r="4"/>', say('fitted'))}${key('<circle class="holdout" cx="13" cy="7" r="4"/>', say('heldOut'))}${key('<path class="cross" d="M9 3L17 11M9 11L17 3"/>', say('unverified'))}${key('<rect class="fit" width="26" height="14"/>', say('fitWindow'))}</ul>`;
}

/** A fan chart of a curve with its record. */
function fanBlock(
  context: Context,
  series: string,
  title: string,
  firstDay = 0,
  lastDay = context.summary.case.days - 1,
): string {
  const { summary } = context;
  const record = recordOf(summary, series);
  return figureBlock(context, {
    id: series.replaceAll('.', '-'),
    title,
    picture: fanChart({
      label: title,
      band: summary.bands[series]!,
      record,
      dates: summary.dates,
      firstDay,
      lastDay,
      fitUntil: fitEnd(context, series),
    }),
    sources: record.map((p) => p.source),
    table: bandTable(summary, series, title),
  });
}

/** Last day on which the curve was fitted: returns have a window of their own. */
function fitEnd(context: Context, series: string): number | null {
  const fitted = recordOf(context.summary, series).filter((p) => p.window === 'fit');
  if (fitted.length === 0) return null;
  const last = fitted.reduce((latest, p) => Math.max(latest, p.day), fitted[0]!.day);
  return Math.max(last, context.fitUntilDay ?? last);
}

export function stocksSection(context: Context): string {
  const { summary } = context;
  const blocks = ['stock', ...context.hosts.slice(0, 4).map((id) => `stock.${id}`)]
    .filter((series) => summary.bands[series])
    .map((series) => {
      const band = summary.bands[series]!;
      const day = peakDay(band);
      const country =
        series === 'stock'
          ? say('stocks.region')
          : (context.countryNames.get(series.slice(6)) ?? series);
      const near = recordOf(summary, series)
        .filter((p) => p.comparable && Math.abs(p.day - day) <= 5)
        .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0];
      const recordPart = near ? say('stocks.recordPart', { value: count(near.value) }) : '';
      return fanBlock(
        context,
        series,
        say('stocks.title', {
          country,
          median: count(band.q50[day]!),
          date: dateOf(context, day),
          recordPart,
        }),
      );
    });
  return `${keySection()}<div class="grids">${blocks.join('')}</div>`;
}

export function entriesSection(context: Context): string {
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
        ? say('entries.recordPart', { value: count(most.value), date: longDate(most.date) })
        : '';
      return fanBlock(
        context,
        `entries.${p.id}`,
        say('entries.title', {
          crossing: p.name,
          date: dateOf(context, day),
          median: count(band.q50[day]!),
          recordPart,
        }),
        0,
        end,
      );
    })
    .join('')}</div>`;
}

export function shelterSection(context: Context): string {
  const { summary } = context;
  const kinds = [
    ['hostFamily', say('shelter.families')],
    ['centre', say('shelter.centres')],
    ['camp', say('shelter.camps')],
    ['unsheltered', say('shelter.none')],
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
      const share = (i: number) => percent(bands[i]!.band.q50[day]! / all);
      const title = say('shelter.title', {
        country: context.countryNames.get(id) ?? id,
        date: dateOf(context, day),
        families: share(0),
        centres: share(1),
        camps: share(2),
        none: share(3),
      });
      const record = summary.record.filter((p) =>
        kinds.some(([kind]) => p.series === `${kind}.${id}`),
      );
      return figureBlock(context, {
        id: `shelter-${id}`,
        title,
        picture: stackedChart(
          title,
          bands.map(({ name, band }) => ({ name, values: band.q50 })),
          summary.dates,
          0,
          Math.min(summary.case.days - 1, 150),
        ),
        sources: record.map((p) => p.source),
        table: medianTable(summary, `shelter-${id}`, title, bands),
      });
    })
    .join('')}</div>`;
}

export function gapsSection(context: Context): string {
  return `<p>${say('gaps.intro')}</p>${tableBlock(gapTable(context), true)}`;
}

export function cumulativeSection(
  context: Context,
  series: string,
  id: 'evacuation.title' | 'returns.title' | 'second.title',
): string {
  const band = context.summary.bands[series];
  if (!band) return '';
  const last = context.summary.case.days - 1;
  return fanBlock(
    context,
    series,
    say(id, { median: count(band.q50[last]!), date: dateOf(context, last) }),
  );
}

export function mortalitySection(context: Context): string {
  const { summary } = context;
  const last = summary.case.days - 1;
  return `<div class="grids">${summary.case.groups
    .map((group) => {
      const band = (cause: string) => summary.bands[`deaths.${group.id}.${cause}`]!;
      const causes = (['violence', 'shortfall', 'natural'] as const).map((cause) => ({
        name: say(`mortality.${cause}`),
        band: band(cause),
      }));
      const title = say('mortality.title', {
        group: named('group', group.id, group.title),
        violence: count(band('violence').q50[last]!),
        shortfall: count(band('shortfall').q50[last]!),
        natural: count(band('natural').q50[last]!),
        date: dateOf(context, last),
      });
      return figureBlock(context, {
        id: `deaths-${group.id}`,
        title,
        picture: lineChart(
          title,
          causes.map(({ name, band: b }) => ({ name, values: b.q50 })),
          summary.dates,
          0,
          last,
        ),
        sources: summary.record.filter((p) => p.series.startsWith('deaths')).map((p) => p.source),
        table: medianTable(summary, `deaths-${group.id}`, title, causes),
        summary: say('mortality.summary', { rate: figure(worstRate(context)) }),
      });
    })
    .join('')}</div>`;
}

/** Deaths per 10,000 a day of the persecuted in the worst 30 days, from the monthly measure. */
function worstRate(context: Context): number {
  const band = context.summary.bands.deaths_per_1000_month;
  return band ? (Math.max(...band.q50) * 10) / 30 : Number.NaN;
}

export function definitionsSection(context: Context): string {
  const { summary } = context;
  const bands = summary.definitions.map(({ id, title: english, series }) => ({
    name: named('definition', id, english),
    band: summary.bands[series]!,
  }));
  const day = peakDay(bands[1]!.band);
  const at = (i: number) => count(bands[i]!.band.q50[day]!);
  const title = say('definitions.title', {
    date: dateOf(context, day),
    wide: at(0),
    crossed: at(1),
    status: at(2),
    convention: at(3),
  });
  return figureBlock(context, {
    id: 'definitions',
    title,
    picture: lineChart(
      title,
      bands.map(({ name, band }) => ({ name, values: band.q50 })),
      summary.dates,
      0,
      summary.case.days - 1,
    ),
    sources: [],
    table: medianTable(summary, 'definitions', title, bands),
  });
}

export function validationSection(context: Context): string {
  const { summary } = context;
  if (summary.checks.length === 0) return `<p>${say('validation.none')}</p>`;
  const coverage = summary.coverage
    .map((c) =>
      say('validation.coverage', {
        window: c.window === 'fit' ? say('fit') : say('holdout'),
        inside90: percent(c.inside90),
        inside50: percent(c.inside50),
        points: c.points,
      }),
    )
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('');
  return `<p>${say('validation.intro')}</p><ul>${coverage}</ul>${tableBlock(checkTable(summary), true)}`;
}

export function papers(
  context: Context,
): Record<'ledger' | 'calibration' | 'incidents' | 'sources' | 'unknowns' | 'notices', string> {
  const { summary } = context;
  const list = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  const english = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${inEnglish(line)}</li>`).join('')}</ul>`;
  return {
    ledger: `<p>${say('ledger.intro')}</p><p class="screen-only"><label for="ledger-filter">${say('ledger.filter')} </label><input id="ledger-filter" type="search"></p>${tableBlock(ledgerTable(summary), true)}`,
    calibration:
      summary.calibration.length > 0
        ? `<p>${say('calibration.intro')}</p>${tableBlock(calibrationTable(summary))}`
        : '',
    incidents: summary.incidents.length > 0 ? tableBlock(incidentTable(summary), true) : '',
    sources: `${list([say('legend.read'), say('legend.memory'), say('legend.estimate')])}${tableBlock(sourceTable(summary))}`,
    unknowns: english(summary.case.unknowns),
    notices: english([...summary.case.notices, ...summary.case.licences]),
  };
}
