import type { Inputs, Opened } from '../../engine/protocol.ts';
import { startState } from '../../state/state.ts';

/** No more than this many stand side by side. */
export const mostColumns = 4;
/** The policies as they are edited now. */
export const editedId = 'edited';

/** A mix of policies that was kept under a name, until the page is closed. */
export interface Kept {
  /** `kept-1`, ... */
  readonly id: string;
  readonly title: string;
  /** Name of the case that it belongs to. */
  readonly of: string;
  readonly inputs: Inputs;
}

/** What can be chosen. */
export interface Option {
  readonly id: string;
  readonly kind: 'scenario' | 'edited' | 'kept';
  /** Title of a scenario in the case, in English; name of a kept mix; '' for what is edited now. */
  readonly title: string;
  readonly inputs: Inputs;
}

/** One of those that stand side by side. */
export interface Column extends Option {
  /** A, B, C or D: short enough for a line of a chart. */
  readonly letter: string;
}

/**
 * Everything that can be compared: baseline, the scenarios of the case, the mixes that were
 * kept, and what is edited now. All under the theory and the seed of the session, so that nothing
 * but what was decided differs; kept mixes and what is edited now have their own assumptions too.
 */
export function optionsOf(
  { scenarios, case: source }: Pick<Opened, 'scenarios' | 'case'>,
  kept: readonly Kept[],
  now: Inputs,
): Option[] {
  const { theory, seed } = now;
  const scenarioOf = (id: string, title: string): Option => ({
    id,
    kind: 'scenario',
    title,
    inputs: { ...startState.inputs, scenario: id, theory, seed },
  });
  const isThere = scenarios.some((one) => one.id === startState.inputs.scenario);
  return [
    ...(isThere ? [] : [scenarioOf(startState.inputs.scenario, 'As it was')]),
    ...scenarios.map(({ id, title }) => scenarioOf(id, title)),
    ...kept
      .filter((one) => one.of === source.name)
      .map(
        ({ id, title, inputs }): Option => ({
          id,
          kind: 'kept',
          title,
          inputs: { ...inputs, theory, seed },
        }),
      ),
    { id: editedId, kind: 'edited', title: '', inputs: now },
  ];
}

/** Those chosen, in the order in which they were chosen, and the ids that nothing answers to. */
export function chosenOf(
  options: readonly Option[],
  ids: readonly string[],
): { readonly columns: readonly Column[]; readonly missing: readonly string[] } {
  const unique = [...new Set(ids)];
  const found = unique.flatMap((id) => options.find((one) => one.id === id) ?? []);
  return {
    columns: found
      .slice(0, mostColumns)
      .map((option, i) => ({ ...option, letter: 'ABCD'.charAt(i) })),
    missing: unique.filter((id) => !options.some((one) => one.id === id)),
  };
}

/** Those chosen before, then those that are new; never more than four, and none that is not there. */
export function choose(
  options: readonly Option[],
  before: readonly string[],
  wanted: ReadonlySet<string>,
): string[] {
  const still = chosenOf(options, before).columns.map((one) => one.id);
  const added = options.map((one) => one.id).filter((id) => !still.includes(id));
  return [...still, ...added].filter((id) => wanted.has(id)).slice(0, mostColumns);
}

/** The same, with one of them first: what the others are set against. */
export function putFirst(ids: readonly string[], id: string): string[] {
  return [id, ...ids.filter((other) => other !== id)];
}
