import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@asylia/lab';
import { dataScript } from '@asylia/view';
import { atlasGround } from '@asylia/view/atlas';
import { answer, isServed } from '../shell/answer.ts';
import type { Effects } from '../shell/effects.ts';
import { filesOfCase, loadCase } from '../shell/loadCase.ts';

export interface OpenOptions {
  readonly port: number;
  readonly case?: string;
  readonly browser: boolean;
}

/** Where the built page lies: beside the built command, or in the source tree. */
export function shippedPage(): string {
  const beside = fileURLToPath(new URL('./page', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../../web/dist', import.meta.url));
}

/**
 * Serves the page to this machine until Ctrl-C.
 * @throws UserError with every fault of the case, before anything is served
 */
export async function open(effects: Effects, options: OpenOptions): Promise<void> {
  const loaded = options.case === undefined ? null : loadCase(effects, options.case);
  const site = siteOf(effects, shippedPage());
  if (loaded) {
    const { name, tables } = loaded.case;
    const places = tables.places.map((row) => ({
      ...row,
      nameOther: row.name_other,
      frontierKm: row.frontier_km,
    }));
    const countries = tables.states.map((row) => ({ ...row, id: row.country }));
    for (const [key, value] of [
      [`case-${name}`, asText(filesOfCase(effects, loaded.folder))],
      [`ground-${name}`, atlasGround(places, countries)],
    ] as const) {
      site.set(`data/${key}.js`, dataScript(key, value));
    }
  }
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const release = effects.onInterrupt(() => stop());
  try {
    const { port, close } = await effects
      .serve(options.port, (asked, port) => answer(site, asked, port))
      .catch((error: Error) => {
        throw new UserError(
          `--port: expected a port that is free, got ${options.port} (${error.message}). Choose another, or leave it out.`,
        );
      });
    const address = `http://127.0.0.1:${port}/${loaded ? `#case=${loaded.case.name}` : ''}`;
    effects.out(`${address}\n`);
    effects.err('The page is served to this machine alone; stop with Ctrl-C.\n');
    if (options.browser) effects.browse(address);
    await stopped;
    await close();
  } finally {
    release();
  }
}

/** All files of the page, read once. */
function siteOf(effects: Effects, folder: string): Map<string, string | Uint8Array> {
  const site = new Map<string, string | Uint8Array>();
  const add = (path: string) => {
    const bytes = isServed(path) ? effects.read(join(folder, path)) : null;
    if (bytes) site.set(path, bytes);
  };
  if (effects.isFolder(folder)) for (const file of effects.list(folder)) add(file);
  const data = join(folder, 'data');
  if (effects.isFolder(data)) for (const file of effects.list(data)) add(`data/${file}`);
  if (!site.has('index.html')) {
    throw new UserError(
      `open: expected the built page in ${folder}, got no index.html there. In a checkout: npm run build.`,
    );
  }
  return site;
}

/** Files of a checked case as text; a file beside it that nothing reads may hold anything. */
function asText(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}
