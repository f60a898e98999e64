import type { ParameterValues } from '@asylia/engine';
import { defaultParameters } from '@asylia/engine';
import type { Fault } from '../faults.ts';
import type { Change, Overlay } from '../overlay.ts';
import { applyOverlay, overlayParameters } from '../overlay.ts';
import type { Case } from '../readCase.ts';
import { frontier } from './frontier.ts';
import { offers } from './offers.ts';
import type { CaseRows, Control, Policy, Room, Settings } from './policy.ts';
import { relocation } from './relocation.ts';
import { returning } from './returning.ts';
import { userSource, userSourceRow } from './rows.ts';
import { checkSettings, movedOf } from './settings.ts';
import { status } from './status.ts';
import { supply } from './supply.ts';

const rooms: readonly Room[] = [offers, frontier, relocation, supply, status, returning];

function controlsOf(source: CaseRows, parameters: Partial<ParameterValues>): Control[] {
  const values = { ...defaultParameters(), ...parameters };
  return rooms.flatMap((room) => room.controls(source, values));
}

/**
 * The controls of a case, derived from its rows: whatever case it is, there is a control where it
 * has rows that one could decide otherwise. Pure.
 * @param parameters what a calibration or a scenario sets; the pace of evacuation is relative to it
 */
export function policiesOf(
  source: Case,
  parameters: Partial<ParameterValues> = {},
): readonly Policy[] {
  return controlsOf(source, parameters).map(({ policy }) => policy);
}

/**
 * All edited controls as one overlay, `moved`, in the format of a scenario file. Deterministic: the
 * order of the settings does not matter. A control for one state, country or line wins over the
 * one for all, also where it says baseline. Settings that equal what was change nothing.
 * @param parameters the same as for policiesOf
 * @returns the overlay, or a fault for each setting that is no control or has no such value
 */
export function overlayOf(
  source: Case,
  settings: Settings,
  parameters: Partial<ParameterValues> = {},
): { readonly overlay: Overlay } | { readonly faults: readonly Fault[] } {
  const controls = controlsOf(source, parameters);
  const policies = controls.map(({ policy }) => policy);
  const faults = checkSettings(policies, settings);
  if (faults.length > 0) return { faults };
  const moved = movedOf(policies, settings);
  const values = { ...defaultParameters(), ...parameters };
  const effects = rooms.map((room) => room.effect(source, moved, values));
  const rows = effects.flatMap(({ changes }) => changes);
  const set = Object.assign({}, ...effects.map((effect) => effect.parameters ?? {}));
  const said = sentences(controls, settings);
  return {
    overlay: {
      id: 'moved',
      title: titleOf(said),
      description: said.length > 0 ? `${said.join('. ')}.` : 'Nothing is decided differently.',
      ...(Object.keys(set).length > 0 ? { parameters: set } : {}),
      ...(rows.length > 0
        ? { changes: [...(rows.some(namesUser) ? userSourceRow(source) : []), ...rows] }
        : {}),
    },
  };
}

/** What was edited, in the order of the controls; not what has no effect beside the others. */
function sentences(controls: readonly Control[], settings: Settings): string[] {
  const given = new Map(Object.entries(settings));
  return controls.flatMap(({ policy, say }) => {
    const value = given.get(policy.id);
    if (value === undefined || value === policy.baseline) return [];
    const { actsWith } = policy;
    if (actsWith && !actsWith.values.includes(String(given.get(actsWith.id) ?? 'baseline')))
      return [];
    const said = say(value);
    return [`${said[0]!.toUpperCase()}${said.slice(1)}`];
  });
}

function titleOf(said: readonly string[]): string {
  if (said.length === 0) return 'As it was';
  const shown = said.slice(0, 3).join('; ');
  return said.length > 3 ? `${shown}; and ${said.length - 3} more` : shown;
}

function namesUser(change: Change): boolean {
  if ('add' in change) return change.add.some((row) => row.source === userSource);
  return 'set' in change && change.set.source === userSource;
}

/**
 * Overlays applied one after the other as one: changes in their order, of parameters the last.
 * What `asylia run --scenario` needs to give the same numbers from one file.
 * @throws RangeError without an overlay
 */
export function mergeOverlays(overlays: readonly Overlay[]): Overlay {
  const first = overlays[0];
  if (!first) throw new RangeError('mergeOverlays: expected at least one overlay, got none');
  if (overlays.length === 1) return first;
  const parameters = Object.assign({}, ...overlays.map(overlayParameters));
  const changes = overlays.flatMap((overlay) => overlay.changes ?? []);
  const notes = overlays.flatMap(({ note }) => (note ? [note] : []));
  return {
    id: overlays.map(({ id }) => id).join('-'),
    title: overlays.map(({ title }) => title).join('; '),
    description: overlays.map(({ description }) => description).join(' '),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
}

/** A case under a scenario and edited controls. */
export interface Combined {
  /** The case with both, checked. */
  readonly case: Case;
  /** Parameters that are set: those given, then the scenario's, then the controls'. */
  readonly parameters: Partial<ParameterValues>;
  /** The controls, as they stand under the scenario. */
  readonly policies: readonly Policy[];
  /** Scenario and edited controls in one file; null when neither says anything. */
  readonly overlay: Overlay | null;
}

/**
 * A scenario first, then the controls on the case that it leaves: baseline means under the
 * scenario.
 * @param source the case, with its calibration when it has one
 * @param parameters what the calibration sets
 */
export function combine(
  source: Case,
  scenario: Overlay | null,
  settings: Settings,
  parameters: Partial<ParameterValues> = {},
): Combined | { readonly faults: readonly Fault[] } {
  const under = scenario ? applyOverlay(source, scenario) : { case: source };
  if ('faults' in under) return under;
  const set = { ...parameters, ...(scenario ? overlayParameters(scenario) : {}) };
  const moved = overlayOf(under.case, settings, set);
  if ('faults' in moved) return moved;
  const { overlay } = moved;
  const says = (overlay.changes ?? []).length > 0 || overlay.parameters !== undefined;
  const changed = says ? applyOverlay(under.case, overlay) : under;
  if ('faults' in changed) return changed;
  const both = [...(scenario ? [scenario] : []), ...(says ? [overlay] : [])];
  return {
    case: changed.case,
    parameters: { ...set, ...overlayParameters(overlay) },
    policies: policiesOf(under.case, set),
    overlay: both.length > 0 ? mergeOverlays(both) : null,
  };
}
