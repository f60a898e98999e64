import { ownValue } from '@asylia/engine';
import { frames } from '@asylia/security';
import type { State } from './state.ts';
import { act, broughtCase, estimands, languages, rooms, startState } from './state.ts';

/**
 * The state as the part of an address behind #, short and readable: only what differs from the
 * start is written. `p.` policies, `m.` parameters of the model, `a.` assumptions of the theories.
 */
export function toAddress(state: State): string {
  const query = new URLSearchParams();
  const write = (name: string, value: string | number, start: string | number) => {
    if (value !== start) query.set(name, String(value));
  };
  const { inputs } = state;
  write('case', state.case, startState.case);
  write('room', state.room, startState.room);
  write('lang', state.language, startState.language);
  write('scenario', inputs.scenario, startState.inputs.scenario);
  write('theory', inputs.theory, startState.inputs.theory);
  write('frame', state.frame, startState.frame);
  write('estimand', state.estimand, startState.estimand);
  write('seed', inputs.seed, startState.inputs.seed);
  write('worlds', state.worlds, startState.worlds);
  write('date', state.date, startState.date);
  write('place', state.place, startState.place);
  write('compare', state.compare.join('~'), startState.compare.join('~'));
  const list = (prefix: string, values: Readonly<Record<string, number | string>>) => {
    for (const id of Object.keys(values).sort())
      query.set(`${prefix}.${id}`, String(ownValue(values, id)));
  };
  list('p', inputs.settings);
  list('m', inputs.parameters);
  list('a', inputs.assumptions);
  return query.toString();
}

/**
 * The state that an address asks for. Anybody can write an address: what is not understood is
 * left out and named.
 */
export function fromAddress(text: string): {
  readonly state: State;
  readonly ignored: readonly string[];
} {
  const query = new URLSearchParams(text.replace(/^#/, ''));
  const ignored: string[] = [];
  const settings = new Map<string, number | string>();
  const parameters = new Map<string, number>();
  const assumptions = new Map<string, number>();
  let state: State = startState;
  const one = <T extends string>(known: readonly T[], value: string, use: (found: T) => void) => {
    const found = known.find((name) => name === value);
    if (found === undefined) ignored.push(value);
    else use(found);
  };
  const whole = (value: string, low: number, high: number, use: (found: number) => void) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= low && number <= high) use(number);
    else ignored.push(value);
  };
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const setInputs = (change: Partial<State['inputs']>) => {
    set({ inputs: { ...state.inputs, ...change } });
  };
  for (const [name, value] of query) {
    const [prefix, id] = [name.slice(0, 2), name.slice(2)];
    const number = Number(value);
    // No list can hold this name: it would be lost without a word.
    if (id === '__proto__') ignored.push(name);
    else if (prefix === 'p.')
      settings.set(id, value !== '' && Number.isFinite(number) ? number : value);
    else if (prefix === 'm.' || prefix === 'a.') {
      if (value === '' || !Number.isFinite(number)) ignored.push(name);
      else (prefix === 'm.' ? parameters : assumptions).set(id, number);
    } else {
      switch (name) {
        case 'case':
          if (value === broughtCase || /^[a-z0-9-]+$/.test(value)) set({ case: value });
          else ignored.push(name);
          break;
        case 'room':
          one(rooms, value, (room) => set({ room }));
          break;
        case 'lang':
          one(languages, value, (language) => set({ language }));
          break;
        case 'scenario':
          setInputs({ scenario: value });
          break;
        case 'theory':
          setInputs({ theory: value });
          break;
        case 'frame':
          one(
            frames.map((frame) => frame.id),
            value,
            (frame) => set({ frame }),
          );
          break;
        case 'estimand':
          one(estimands, value, (estimand) => set({ estimand }));
          break;
        case 'seed':
          whole(value, 0, Number.MAX_SAFE_INTEGER, (seed) => setInputs({ seed }));
          break;
        case 'worlds':
          whole(value, 2, 10_000, (worlds) => set({ worlds }));
          break;
        case 'date':
          if (/^\d{4}-\d{2}-\d{2}$/.test(value)) set({ date: value });
          else ignored.push(name);
          break;
        case 'place':
          set({ place: value });
          break;
        case 'compare':
          set({ compare: value.split('~').slice(0, 4) });
          break;
        default:
          ignored.push(name);
      }
    }
  }
  setInputs({
    settings: Object.fromEntries(settings),
    parameters: Object.fromEntries(parameters),
    assumptions: Object.fromEntries(assumptions),
  });
  return { state, ignored };
}

/**
 * The state with which the page begins at an address. No link carries a case that somebody
 * brought: where it is not there, the page begins with the one that comes along.
 */
export function arrive(text: string, hasBrought: boolean): ReturnType<typeof fromAddress> {
  const arrived = fromAddress(text);
  if (arrived.state.case !== broughtCase || hasBrought) return arrived;
  return {
    state: act(arrived.state, { kind: 'open', case: startState.case }),
    ignored: [...arrived.ignored, `case=${broughtCase}`],
  };
}
