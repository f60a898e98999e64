/** Something that can be asked: equal kind, owner and key ask for the same. */
export interface Question<T> {
  /** What is asked for; answers of one kind stand in for each other while a new one comes. */
  readonly kind: string;
  /** What the answer belongs to, such as a case: it is forgotten with it. */
  readonly of: object;
  readonly key: string;
  readonly ask: (asking: Asking<T>) => Promise<T>;
  /** Waiting before it is asked, ms: while a control is dragged only the last question counts. */
  readonly restMs?: number;
  /** How many answers of this kind are cached that nobody follows any more; none unless said. */
  readonly keep?: number;
}

/** What a question is answered with. */
export interface Asking<T> {
  /** Aborted when nobody wants the answer any more. What comes in spite of it is cached. */
  readonly signal: AbortSignal;
  /** Shows what is known so far. */
  readonly show: (soFar: T) => void;
  /** What was known when it was asked before and given up. */
  readonly soFar: T | undefined;
  /** The newest answer to any question of this kind and owner. */
  readonly last: T | undefined;
}

/** What is known of a question. */
export interface Asked<T> {
  readonly status: 'asking' | 'answered' | 'failed';
  /** While it is being asked: what is known so far. */
  readonly answer: T | undefined;
  /** The newest answer to any question of this kind and owner: to be shown until its own is there. */
  readonly last: T | undefined;
  /** Why there is no answer. */
  readonly error: unknown;
}

interface Entry {
  asked: Asked<unknown>;
  /** Those who want the answer. */
  followers: number;
  /** The newest try, by its number; null = not under way. */
  run: { readonly number: number; readonly abort: () => void } | null;
}

/** All questions of one kind and owner. */
interface Shelf {
  readonly entries: Map<string, Entry>;
  readonly listeners: Set<() => void>;
  last: { readonly answer: unknown; readonly number: number } | null;
}

export interface QueryCache {
  /** What is known of a question now; the same object until something changes. */
  readonly read: <T>(question: Question<T>) => Asked<T>;
  /**
   * Asks, unless it is answered or being asked. @returns lets go: what nobody follows is aborted
   * @param changed is called whenever `read` gives something else
   */
  readonly follow: <T>(question: Question<T>, changed: () => void) => () => void;
}

const unasked: Asked<never> = {
  status: 'asking',
  answer: undefined,
  last: undefined,
  error: undefined,
};

/** Keeps what was asked and answered. Several who ask the same wait for one answer. */
export function createQueryCache(): QueryCache {
  const owners = new WeakMap<object, Map<string, Shelf>>();
  let tries = 0;
  const shelfOf = ({ of, kind }: Pick<Question<unknown>, 'of' | 'kind'>): Shelf => {
    const kinds = owners.get(of) ?? new Map<string, Shelf>();
    owners.set(of, kinds);
    const shelf = kinds.get(kind) ?? { entries: new Map(), listeners: new Set(), last: null };
    kinds.set(kind, shelf);
    return shelf;
  };
  return {
    read: <T>(question: Question<T>) => entryOf(shelfOf(question), question.key).asked as Asked<T>,
    follow: (question, changed) => {
      const shelf = shelfOf(question);
      const entry = entryOf(shelf, question.key);
      // What was asked last is forgotten last.
      shelf.entries.delete(question.key);
      shelf.entries.set(question.key, entry);
      shelf.listeners.add(changed);
      entry.followers += 1;
      if (!entry.run && entry.asked.status !== 'answered') {
        begin(question as Question<unknown>, shelf, entry, ++tries);
      }
      return () => {
        shelf.listeners.delete(changed);
        entry.followers -= 1;
        if (entry.followers > 0) return;
        entry.run?.abort();
        entry.run = null;
        prune(shelf, question.keep ?? 0);
      };
    },
  };
}

function entryOf(shelf: Shelf, key: string): Entry {
  const entry = shelf.entries.get(key) ?? {
    asked: { ...unasked, last: shelf.last?.answer },
    followers: 0,
    run: null,
  };
  shelf.entries.set(key, entry);
  return entry;
}

/** Asks, at once or after a rest. @param number of this try; a later one has a larger one */
function begin(question: Question<unknown>, shelf: Shelf, entry: Entry, number: number): void {
  const controller = new AbortController();
  const { signal } = controller;
  const change = (now: Partial<Asked<unknown>>) => {
    // Another try has taken its place.
    if (entry.run?.number !== number && (entry.run || entry.followers > 0)) return;
    if ('answer' in now) showLast(shelf, now.answer, number);
    entry.asked = { ...entry.asked, ...now };
    if (now.status) {
      entry.run = null;
      if (!shelf.entries.has(question.key)) shelf.entries.set(question.key, entry);
      prune(shelf, question.keep ?? 0);
    }
    for (const listener of [...shelf.listeners]) listener();
  };
  const ask = async () => {
    try {
      const answer = await question.ask({
        signal,
        show: (soFar) => change({ answer: soFar }),
        soFar: entry.asked.answer,
        last: shelf.last?.answer,
      });
      change({ status: 'answered', answer });
    } catch (error) {
      if (!signal.aborted) change({ status: 'failed', error });
    }
  };
  entry.asked = { ...entry.asked, status: 'asking', error: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const abort = () => {
    clearTimeout(timer);
    controller.abort();
  };
  entry.run = { number, abort };
  if (question.restMs === undefined) void ask();
  else timer = setTimeout(ask, question.restMs);
}

/** Keeps the newest answer of a kind, for all whose own is not there yet. */
function showLast(shelf: Shelf, answer: unknown, number: number): void {
  if (number < (shelf.last?.number ?? 0)) return;
  shelf.last = { answer, number };
  for (const other of shelf.entries.values()) {
    if (other.asked.status !== 'answered') other.asked = { ...other.asked, last: answer };
  }
}

/** Forgets what nobody follows: failures, questions without a word, and the oldest answers. */
function prune(shelf: Shelf, keep: number): void {
  const idle = [...shelf.entries].filter(([, { followers }]) => followers === 0);
  const known = idle.filter(
    ([, { asked }]) => asked.status !== 'failed' && asked.answer !== undefined,
  );
  const kept = new Set(known.slice(Math.max(0, known.length - keep)).map(([key]) => key));
  for (const [key] of idle) if (!kept.has(key)) shelf.entries.delete(key);
}
