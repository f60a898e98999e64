import { newCase } from '@asylia/cases';
import type { Answer, Asked } from '../src/shell/answer.ts';
import type { Effects } from '../src/shell/effects.ts';

/** A world outside of the program that lives in memory and does what it is told. */
export interface Fake {
  readonly effects: Effects;
  readonly files: Map<string, Uint8Array>;
  readonly out: () => string;
  readonly err: () => string;
  /** Chunks that were computed, in order. */
  readonly computed: number[];
  /** What was served, each as it answers. */
  readonly sites: ((asked: Asked) => Answer)[];
  /** Addresses opened in a browser; the user looks at one and presses Ctrl-C. */
  readonly browsed: string[];
  /** Lines of progress, each taken away by the next. */
  readonly statuses: string[];
}

export interface FakeOptions {
  readonly files?: Map<string, Uint8Array>;
  /** Stop as if by Ctrl-C after so many chunks. */
  readonly stopAfter?: number;
  readonly isTerminal?: boolean;
  /** The order in which chunks are done. */
  readonly reverse?: boolean;
  /** Bytes after which the disk is full. */
  readonly room?: number;
}

/** The port that is free in this world. */
export const freePort = 4321;

const encoder = new TextEncoder();

export function fake(options: FakeOptions = {}): Fake {
  const files = options.files ?? new Map<string, Uint8Array>();
  if (files.size === 0) {
    for (const [name, content] of newCase('small'))
      files.set(`small/${name}`, encoder.encode(content));
  }
  let out = '';
  let err = '';
  let written = 0;
  let interrupt = () => {};
  const computed: number[] = [];
  const sites: ((asked: Asked) => Answer)[] = [];
  const browsed: string[] = [];
  const statuses: string[] = [];
  const clean = (path: string) => path.replace(/^.*?(small|result)/, '$1');
  const effects: Effects = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: options.isTerminal ?? false,
    status: (line) => {
      statuses.push(line);
    },
    nowMs: () => 0,
    environment: {},
    list: (folder) => [
      ...new Set(
        [...files.keys()]
          .filter((path) => path.startsWith(`${clean(folder)}/`))
          .map((path) => path.slice(clean(folder).length + 1).split('/')[0]!),
      ),
    ],
    isFolder: (path) => [...files.keys()].some((file) => file.startsWith(`${clean(path)}/`)),
    read: (path) => files.get(clean(path)) ?? null,
    write: (path, content) => {
      const bytes = typeof content === 'string' ? encoder.encode(content) : content;
      written += bytes.length;
      if (written > (options.room ?? Number.POSITIVE_INFINITY))
        throw new Error('ENOSPC: no space left on device');
      files.set(clean(path), bytes);
    },
    lock: (folder) => {
      const path = `${clean(folder)}/asylia.lock`;
      if (files.has(path)) return null;
      files.set(path, new Uint8Array());
      return () => files.delete(path);
    },
    runJob: async (job) => {
      const run = job.kind.runner(structuredClone(job.input));
      for (const range of options.reverse ? [...job.ranges].reverse() : job.ranges) {
        if (computed.length === options.stopAfter) interrupt();
        if (job.shouldStop()) return;
        computed.push((range as { firstWorld: number }).firstWorld);
        job.onPart(structuredClone(run(range)), range, 0);
      }
    },
    onInterrupt: (stop) => {
      interrupt = stop;
      return () => {
        interrupt = () => {};
      };
    },
    serve: async (port, answer) => {
      sites.push((asked) => answer(asked, port || freePort));
      return { port: port || freePort, close: async () => {} };
    },
    close: () => Promise.resolve(),
    browse: (address) => {
      browsed.push(address);
      interrupt();
    },
  };
  return { effects, files, out: () => out, err: () => err, computed, sites, browsed, statuses };
}
