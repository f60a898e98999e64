import type { ThreatSummary } from '@asylia/lab';
import { useState } from 'react';
import type { BehindCell, ThreatAnswer } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { brokenOf } from '../../queries/refused.ts';
import { useQuery } from '../../queries/useQuery.ts';
import { isEdited, startState } from '../../state/state.ts';
import type { AttributionSoFar, Wanted } from './attribution.ts';
import {
  attribution,
  drawsBeside,
  nameOf,
  nameOfSides,
  nothingKnown,
  validationOf,
} from './attribution.ts';

/** What is known of the attribution so far. */
export interface Threat extends Pick<AttributionSoFar, 'theoriesDone' | 'worldsDone' | 'seconds'> {
  /** Under the chosen theory; of earlier inputs while `isStale`. */
  readonly chosen: ThreatAnswer | null;
  /** At baseline under the same theory; null where nothing is edited. */
  readonly base: ThreatSummary | null;
  /** All theories side by side in the expected run, under the inputs of `chosen`. */
  readonly sides: ThreatSummary | null;
  /** The last ones that were computed, under whatever inputs. */
  readonly lastSides: ThreatSummary | null;
  /** Whether these belong to the present inputs. */
  readonly hasSides: boolean;
  /** Whether what is shown belongs to earlier inputs. */
  readonly isStale: boolean;
  readonly hasContributionSensitivity: boolean;
  readonly worldsWanted: number;
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
  readonly sampleMore: () => void;
}

const worldsAtFirst = 64;

/** Computes the attribution whenever the inputs change, while this room is open. */
export function useThreat(): Threat {
  const [worldsWanted, setWorldsWanted] = useState(worldsAtFirst);
  const { isPatientReady } = usePage();
  const wanted = useWanted(worldsWanted);
  const asked = useQuery(wanted && attribution(wanted));
  const known = asked.answer ?? asked.last ?? nothingKnown;
  const { chosen, base, sides } = known;
  const key = wanted ? nameOf(wanted.inputs) : '';
  const isBegun = chosen?.key === key;
  const beside = useQuery(wanted && isPatientReady && isBegun ? drawsBeside(wanted) : null);
  // What is done counts only under these inputs.
  const { theoriesDone, worldsDone } = asked.answer ?? (isBegun ? known : nothingKnown);
  return {
    chosen: chosen?.value ?? null,
    base: wanted?.plain && base?.key === nameOf(wanted.plain) ? base.value : null,
    // What belongs together is shown together: also while all of it is out of date.
    sides: sides && sides.key === chosen?.sidesKey ? sides.value : null,
    lastSides: sides?.value ?? null,
    hasSides: wanted !== null && sides?.key === nameOfSides(wanted.inputs),
    isStale: !isBegun,
    theoriesDone,
    hasContributionSensitivity: known.ledgerOf === key,
    worldsDone,
    worldsWanted,
    seconds: known.seconds,
    broken: brokenOf([asked, beside]),
    sampleMore: () => setWorldsWanted(worldsWanted + worldsAtFirst),
  };
}

/** What is to be attributed; null before a case is open. */
function useWanted(worlds: number): Wanted | null {
  const { state, opened, source, bands, worldsDone, engine } = usePage();
  if (!opened || !source) return null;
  const { inputs } = state;
  const { theory, seed } = inputs;
  return {
    engine,
    opened,
    source,
    inputs,
    plain: isEdited(state) ? { ...startState.inputs, theory, seed } : null,
    // Checks are told of once the bands are complete.
    validation: validationOf(bands && worldsDone >= state.worlds ? bands.checks : []),
    worlds,
  };
}

/** What stands behind a cell under the present inputs; asked again once the ledger is there. */
export function useBehindCell(
  outcome: string,
  factor: string,
  hasContributionSensitivity: boolean,
) {
  const { state, source, engine } = usePage();
  const { inputs } = state;
  const { answer, last } = useQuery<BehindCell>(
    source && {
      kind: 'cell',
      of: source,
      key: JSON.stringify([inputs, outcome, factor, hasContributionSensitivity]),
      ask: ({ signal }) => engine.threat.call(source, 'cell', { inputs, outcome, factor }, signal),
    },
  );
  if (answer) return answer;
  return last?.outcome === outcome && last.factor === factor ? last : null;
}
