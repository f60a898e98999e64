import type { ClaimRule, ThresholdName } from './rules.ts';
import { claimThresholds } from './rules.ts';

const share = (value: number): string => `${Math.round(value * 100)} %`;

const figures = {
  firstIn: 'alone',
  lastIn: 'last in',
  shapley: 'by Shapley',
  conditional: 'given O1',
};

/** Such as: at least 0.1 and at most 0.5. */
export function boundsInWords(bounds: {
  readonly atLeast?: ThresholdName;
  readonly atMost?: ThresholdName;
}): string {
  const { atLeast, atMost } = bounds;
  return [
    ...(atLeast ? [`at least ${claimThresholds[atLeast]}`] : []),
    ...(atMost ? [`at most ${claimThresholds[atMost]}`] : []),
  ].join(' and ');
}

/** A test in words, as it is evaluated. */
export function ruleInWords(rule: ClaimRule): string {
  const text = unnamed(rule);
  return rule.asks ? `${rule.asks} (${text})` : text;
}

function unnamed(rule: ClaimRule): string {
  switch (rule.rule) {
    case 'allOf':
      return rule.rules.map(ruleInWords).join('; and ');
    case 'anyOf':
      return rule.rules.map(ruleInWords).join('; or ');
    case 'not':
      return `not: ${ruleInWords(rule.that)}`;
    case 'ratio':
      return `${rule.top} at least ${claimThresholds[rule.least]} times ${rule.bottom}`;
    case 'record':
      return `the check ${rule.check} agrees with the record`;
    case 'theoryFails':
      return `a check of ${rule.theory}${rule.about ? ` on ${rule.about}` : ''} is refuted`;
    case 'flight':
      return `by the timing of flight ${rule.explanation} ${rule.isMain ? 'is' : 'is not'} the main cause`;
    default:
      return `${overOutcomes(rule)}, in ${where(rule)}`;
  }
}

type OverRule = Extract<ClaimRule, { readonly outcomes: readonly string[] }>;

function where(rule: OverRule): string {
  const many = rule.outcomes.length > 1 || rule.outcomes[0]?.endsWith('.*');
  const of = many ? (rule.of === 'most' ? 'most of ' : 'each of ') : '';
  return `${of}${rule.outcomes.join(', ')}${rule.frame ? ` (frame ${rule.frame})` : ''}`;
}

function overOutcomes(rule: OverRule): string {
  const little = share(claimThresholds.little);
  switch (rule.rule) {
    case 'harmed':
      return 'all sources together do harm';
    case 'necessary':
      return `but for ${rule.factor} at least half of the harm would be gone`;
    case 'sufficient':
      return `${rule.factor} alone brings at least half of the harm`;
    case 'leadsGivenO1':
      return `O1 alone, with ${rule.with.join(', ')} given O1, brings no less than any other source given O1`;
    case 'ranksFirstGivenO1':
      return `given O1 no other source adds more than ${rule.factor}`;
    case 'adds':
      return `${rule.factor} ${figures[rule.figure]} ${rule.sign === 'harm' ? 'adds harm' : 'takes harm away'}, more than ${little} of what sources move`;
    case 'addsLittle':
      return `${rule.factor} ${figures[rule.figure]} adds at most ${little} of what sources move`;
    case 'outweighs':
      return `${rule.factors.join(' + ')} ${figures[rule.figure]} outweigh ${rule.others.join(' + ')}`;
    case 'remainsWithout':
      return `without ${rule.factor} more than ${little} of the harm is left`;
    case 'frameMoves':
      return `the part of ${rule.factor} differs by more than ${little} between the frames ${rule.frames.join(' and ')}`;
    case 'level':
      return `at baseline ${boundsInWords(rule)}`;
    case 'remedy': {
      const does = { better: 'takes away', worse: 'adds', notBetter: 'does not take away' };
      const of = rule.by ? 'of the harm' : 'of what sources move';
      return `the remedy ${rule.remedy} ${does[rule.makes]} at least ${share(claimThresholds[rule.by ?? 'little'])} ${of}`;
    }
    case 'beats':
      return `the remedy ${rule.remedy} leaves less harm than ${rule.than}, by more than ${little} of what sources move`;
  }
}
