import { codeOf } from '@asylia/security';
import type { CheckEvaluator } from './evidence.ts';
import { figure, percent, undecided } from './evidence.ts';
import { mostDisplaced, safeFrom, totalBy } from './record.ts';

/** Fewest neighbours whose order can say anything. */
const fewest = 3;

/** Whether people went home sooner, on the record, from where exile was better, by the theory. */
export const returnFollowsExile: CheckEvaluator<'returnFollowsExile'> = (args, evidence) => {
  const safe = safeFrom(evidence.case);
  if (safe === null) return undecided('home did not become safe in this case');
  const neighbours = evidence.case.tables.states.flatMap(({ country, role }) => {
    if (role !== 'neighbour' && role !== 'federation') return [];
    const exile = evidence.outcome(`${args.neighbourOutcome}.${country}`);
    const most = mostDisplaced(evidence.case, country);
    const total = totalBy(evidence.case, 'returned_cum', country, safe + args.daysAfterSafety);
    return exile === null || !most || !total?.isFresh
      ? []
      : [{ country, exile, returned: total.value / most }];
  });
  if (neighbours.length < fewest)
    return undecided(`returns are counted for ${neighbours.length} neighbours; ${fewest} needed`);
  let balance = 0;
  for (const [i, one] of neighbours.entries()) {
    for (const other of neighbours.slice(i + 1))
      balance += Math.sign(one.exile - other.exile) * Math.sign(one.returned - other.returned);
  }
  if (args.betterIs === 'less') balance = -balance;
  const list = neighbours
    .map((n) => `${n.country} ${percent(n.returned)} at ${figure(n.exile)}`)
    .join(', ');
  const text = `returned ${args.daysAfterSafety} days after safety against ${codeOf(args.neighbourOutcome)}: ${list}; pairs in order less pairs against: ${balance}`;
  return balance === 0 ? undecided(text) : { refuted: balance < 0, evidence: text };
};
