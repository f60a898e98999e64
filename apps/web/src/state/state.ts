import type { Settings } from '@asylia/cases';
import type { FrameId } from '@asylia/security';
import type { LanguageId } from '@asylia/words';
import type { Inputs } from '../engine/protocol.ts';

/** Rooms of the page, in the order of the tabs. */
export const rooms = ['map', 'threat', 'compare', 'record', 'assumptions', 'case', 'take'] as const;
export type RoomId = (typeof rooms)[number];

export const estimands = ['shapley', 'lastIn', 'firstIn', 'conditional'] as const;
export type EstimandId = (typeof estimands)[number];

/** Everything that a link to the page carries. */
export interface State {
  readonly case: string;
  readonly inputs: Inputs;
  /** Sampled worlds behind the bands. */
  readonly worlds: number;
  readonly room: RoomId;
  readonly language: LanguageId;
  /** Date that the map shows; '' = the day on which most people cross. */
  readonly date: string;
  /** Place whose card is open; '' = none. */
  readonly place: string;
  readonly frame: FrameId;
  readonly estimand: EstimandId;
  /** Scenarios side by side, at most four; `moved` = the policies as edited now. */
  readonly compare: readonly string[];
}

/**
 * What stands for the case in the address while it is one that the user imported: no case can be
 * named so.
 */
export const importedCase = '_brought';

export const startState: State = {
  case: 'kosovo-1999',
  inputs: {
    scenario: 'as-it-was',
    settings: {},
    parameters: {},
    assumptions: {},
    theory: 'T1',
    seed: 1999,
  },
  worlds: 200,
  room: 'map',
  language: 'en',
  date: '',
  place: '',
  frame: 'all',
  estimand: 'shapley',
  compare: ['as-it-was', 'edited'],
};

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Omit<State, 'inputs'>> }
  | { readonly kind: 'inputs'; readonly change: Partial<Inputs> }
  /** Moves one policy; null puts it back to what it was. */
  | { readonly kind: 'move'; readonly policy: string; readonly value: number | string | null }
  | {
      readonly kind: 'assume';
      readonly of: 'parameters' | 'assumptions';
      readonly id: string;
      readonly value: number | null;
    }
  | { readonly kind: 'reset' }
  /** Opens another case: what was decided about the one before says nothing of it. */
  | { readonly kind: 'open'; readonly case: string }
  | { readonly kind: 'replace'; readonly state: State };

/** What an act of the user makes of the state. Pure. */
export function act(state: State, action: Action): State {
  switch (action.kind) {
    case 'set':
      return { ...state, ...action.change };
    case 'inputs':
      return { ...state, inputs: { ...state.inputs, ...action.change } };
    case 'move':
      return {
        ...state,
        inputs: {
          ...state.inputs,
          settings: changed(state.inputs.settings, action.policy, action.value) as Settings,
        },
      };
    case 'assume':
      return {
        ...state,
        inputs: {
          ...state.inputs,
          [action.of]: changed(state.inputs[action.of], action.id, action.value),
        },
      };
    case 'reset':
      return {
        ...state,
        inputs: {
          ...state.inputs,
          scenario: 'as-it-was',
          settings: {},
          parameters: {},
          assumptions: {},
        },
      };
    case 'open':
      return {
        ...startState,
        case: action.case,
        inputs: {
          ...startState.inputs,
          theory: state.inputs.theory,
          seed: state.inputs.seed,
        },
        worlds: state.worlds,
        room: state.room,
        language: state.language,
        frame: state.frame,
        estimand: state.estimand,
      };
    case 'replace':
      return action.state;
  }
}

function changed<T>(
  before: Readonly<Record<string, T>>,
  id: string,
  value: T | null,
): Readonly<Record<string, T>> {
  const { [id]: _, ...others } = before;
  return value === null ? others : { ...others, [id]: value };
}

/** Whether anything that changes numbers differs from baseline. */
export function isEdited({ inputs }: State): boolean {
  return (
    inputs.scenario !== 'as-it-was' ||
    [inputs.settings, inputs.parameters, inputs.assumptions].some(
      (list) => Object.keys(list).length > 0,
    )
  );
}
