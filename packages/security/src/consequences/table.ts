import { abroad } from './abroad.ts';
import { attacks, attacksReads } from './attacks.ts';
import { attitudes, attitudesReads } from './attitudes.ts';
import { dutyOf, dutyReads } from './duty.ts';
import { incapacityOf, incapacityReads, needs, needsReads } from './needs.ts';
import { onset, onsetReads } from './onset.ts';
import { nothing, sameIfEqual } from './parts.ts';
import { passage, passageReads } from './passage.ts';
import type { Consequences } from './results.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { protection, protectionReads } from './status.ts';
import { policyUnity, unityReads } from './unity.ts';
import { unrest, unrestReads } from './unrest.ts';

/**
 * What follows from movement, in the order of its computation. These rows read where people are
 * and move nobody: so coalitions of factors that move people alike share one run.
 */
export const consequenceTable = {
  abroad: row({
    title: 'Where people are abroad',
    what: 'Person-days, peaks and shares by country; how unevenly countries host',
    takes: 'people by country, residents',
    gives: 'people abroad over the period',
    after: [],
    reads: nothing,
    run: ({ societyContext, movement }) => abroad(societyContext, movement.exposure),
  }),
  incapacity: row({
    title: 'Incapacity of states',
    what: 'How far a state cannot meet needs by itself, from its product per head',
    takes: 'product and residents',
    gives: 'incapacity by country',
    after: [],
    reads: incapacityReads,
    run: ({ societyContext }, a) => incapacityOf(societyContext, a),
  }),
  needs: row({
    title: 'Needs',
    what: 'Shortfall of known and of unseen lines of supply; what hosts lose by sharing (f4)',
    takes: 'people by country, known shortfall',
    gives: 'shortfall of the displaced and of hosts',
    after: ['incapacity'],
    reads: needsReads,
    run: ({ societyContext, movement }, a, levels, { incapacity }) =>
      needs(societyContext, movement.exposure, incapacity, a, levels),
  }),
  attacks: row({
    title: 'Attacks across the frontier',
    what: 'The recorded ones, shared between answers to fighters and pursuit, following the people near the frontier (f6); host villagers displaced by them',
    takes: 'recorded attacks, people near the frontier now and at baseline',
    gives: 'expected attacks, host villagers displaced',
    after: [],
    reads: attacksReads,
    run: ({ societyContext, movement, reference }, a, levels) =>
      attacks(societyContext, movement.exposure, reference, a, levels),
  }),
  attackDays: row({
    title: 'Attacks in the news',
    what: 'The days with any attack',
    takes: 'days',
    gives: 'days with attacks',
    after: ['attacks'],
    reads: nothing,
    // Attacks of many sizes come on the same days: what is made from these days is shared.
    share: sameIfEqual,
    run: (_given, _a, _switches, results) => results.attacks.daysWithAny,
  }),
  unrest: row({
    title: 'Unrest',
    what: 'Expected events by the displaced, by hosts and between host groups (f5)',
    takes: 'people by country, kin and their standing',
    gives: 'events by initiator',
    after: ['needs'],
    reads: unrestReads,
    run: ({ societyContext, movement }, a, levels, results) =>
      unrest(societyContext, movement.exposure, results.needs, a, levels),
  }),
  onset: row({
    title: 'Conflict and dispute',
    what: 'Probability of armed conflict in a neighbour within 24 months (f7), and of an interstate dispute',
    takes: 'kin and their standing',
    gives: 'probabilities',
    after: ['abroad', 'incapacity', 'attacks'],
    reads: onsetReads,
    run: ({ societyContext }, a, levels, results) => onset(societyContext, results, a, levels),
  }),
  protection: row({
    title: 'Status, rights, papers',
    what: 'Registration, recognition and papers with their time constants; rights held of those due (f2)',
    takes: 'people by country and way',
    gives: 'person-days by status, rights missing, people without papers',
    after: [],
    reads: protectionReads,
    run: ({ societyContext, movement }, a, levels) =>
      protection(societyContext, movement.exposure, a, levels),
  }),
  passage: row({
    title: 'Passage and assets',
    what: 'Bribes in the queue; assets taken at expulsion, paid to smugglers and in bribes (f8)',
    takes: 'irregular passages, evacuated, expelled',
    gives: 'people who paid bribes, assets lost',
    after: [],
    reads: passageReads,
    run: ({ movement }, a, levels) => passage(movement, a, levels),
  }),
  unionDuty: row({
    title: 'Duty of the union',
    what: 'Those whom the members would protect by a fair key, and do',
    takes: 'people abroad, members, fair shares',
    gives: 'persons due and protected, by day',
    after: [],
    reads: dutyReads,
    run: ({ societyContext, movement }, a) =>
      dutyOf(societyContext, movement.exposure, societyContext.member, a),
  }),
  duty: row({
    title: 'Duty of all receiving states',
    what: 'The same of all states beyond the neighbours',
    takes: 'people abroad, fair shares',
    gives: 'persons due and protected, by day',
    after: [],
    reads: dutyReads,
    run: ({ societyContext, movement }, a) => {
      const receiving = Uint8Array.from(societyContext.role, (role) =>
        role === 'receiving' ? 1 : 0,
      );
      return dutyOf(societyContext, movement.exposure, receiving, a);
    },
  }),
  attitudes: row({
    title: 'Receiving societies',
    what: 'Hostility, also where nobody arrived, violence and vote (f10); identity, static and dynamic (f11)',
    takes: 'people in receiving states, kin, shared enemies',
    gives: 'hostility, violence, vote, identity',
    after: ['unionDuty', 'attackDays'],
    reads: attitudesReads,
    run: ({ societyContext, movement }, a, levels, { unionDuty, attackDays }) =>
      attitudes(societyContext, movement.exposure, unionDuty, attackDays, a, levels),
  }),
  unity: row({
    title: 'Unity of the union',
    what: 'How alike its members take people in, and what rights they grant',
    takes: 'people in receiving states, statuses',
    gives: 'unity of policy',
    after: [],
    reads: unityReads,
    run: ({ societyContext, movement }, a, levels) =>
      policyUnity(societyContext, movement.exposure, a, levels),
  }),
} satisfies { readonly [Id in keyof Consequences]: Row<Consequences[Id]> };
