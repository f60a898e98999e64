import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { alone, alsoAllowed, floors, floorsWithin, reachesIn, tools } from './rooms.ts';
import { type Import, roomOf, type Source, targetOf } from './sources.ts';

/** One thing against a rule: where, and what is expected, came, and should be done. */
export interface Finding {
  place: string;
  text: string;
}

/** `@asylia/engine` is `packages/engine`, as the folders say. */
const ours = /^@asylia\/([^/]+)(\/.*)?$/;

const at = (source: Source, one: Import) => `${source.path}:${one.line}`;

/** Files whose imports bind the packages to each other: sources, and what the build runs. */
const isBuilt = (path: string) => /^(packages|apps)\/[^/]+\/(src|build)\//.test(path);

function floorOf(name: string): number {
  const floor = floors.findIndex((names) => names.includes(name));
  if (floor < 0) throw new Error(`expected a floor for ${name} in scripts/lint/rooms.ts, got none`);
  return floor;
}

/** May the sources of package `from` import package `to`? */
export function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (alone.includes(from)) return false;
  return floorOf(to) < floorOf(from) || alsoAllowed.some(([a, b]) => a === from && b === to);
}

/** Imports of a package that stands above or beside, and imports past a package's exports. */
export function againstTheOrder(sources: Source[]): Finding[] {
  return sources
    .filter(({ path }) => isBuilt(path))
    .flatMap((source) =>
      source.imports.flatMap((one): Finding[] => {
        const from = roomOf(source.path).split('/')[1]!;
        const to = ours.exec(one.specifier)?.[1];
        if (to !== undefined) {
          if (mayImport(from, to)) return [];
          const text = `${from} may not import ${to}: it stands above or beside (scripts/lint/rooms.ts). Move what is shared down.`;
          return [{ place: at(source, one), text }];
        }
        const target = targetOf(source, one.specifier);
        if (target === undefined || roomOf(target) === roomOf(source.path)) return [];
        if (!/^(packages|apps)\//.test(target)) return [];
        if (reachesIn.some((folder) => source.path.startsWith(folder))) return [];
        const text = `${one.specifier} reaches into another package: import it by its name, from what it exports.`;
        return [{ place: at(source, one), text }];
      }),
    );
}

/** Imports from a lower floor of an app up to a higher one, and rooms without a floor. */
export function upwardWithin(sources: Source[], app: string): Finding[] {
  const levels = floorsWithin[app] ?? [];
  const inside = sources.filter(({ path }) => path.startsWith(`${app}/src/`));
  const room = (path: string) => path.slice(`${app}/src/`.length).split('/')[0]!;
  const level = (path: string) => levels.findIndex((names) => names.includes(room(path)));
  return inside.flatMap((source): Finding[] => {
    const own = level(source.path);
    if (own < 0) {
      const text = `expected a floor for ${room(source.path)} in scripts/lint/rooms.ts, got none: say where it stands.`;
      return [{ place: source.path, text }];
    }
    return source.imports.flatMap((one) => {
      const target = targetOf(source, one.specifier);
      if (target?.startsWith(`${app}/src/`) !== true) return [];
      const theirs = level(target);
      if (theirs < 0 || theirs >= own) return [];
      const text = `${room(source.path)} imports ${room(target)}, which stands above it (scripts/lint/rooms.ts). Move what is shared down.`;
      return [{ place: at(source, one), text }];
    });
  });
}

/**
 * Circles of imports between source files, types included: each as its files in order of their
 * paths. Two circles that share a file count as one.
 */
export function circles(sources: Source[]): string[][] {
  const byPath = new Map(sources.filter((s) => isBuilt(s.path)).map((s) => [s.path, s]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  // Tarjan's strongly connected components.
  const visit = (path: string): number => {
    const own = order.size;
    order.set(path, own);
    lowest.set(path, own);
    open.push(path);
    const source = byPath.get(path)!;
    for (const { specifier } of source.imports) {
      const target = targetOf(source, specifier);
      if (target === undefined || !byPath.has(target)) continue;
      const seen = order.get(target);
      const reach =
        seen === undefined
          ? visit(target)
          : open.includes(target)
            ? seen
            : Number.POSITIVE_INFINITY;
      lowest.set(path, Math.min(lowest.get(path)!, reach));
    }
    if (lowest.get(path) === own) {
      const circle = open.splice(open.indexOf(path)).sort();
      if (circle.length > 1) found.push(circle);
    }
    return lowest.get(path)!;
  };
  for (const path of byPath.keys()) if (!order.has(path)) visit(path);
  return found;
}

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

function declaredIn(root: string, folder: string): Set<string> {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const lists = [
    manifest.dependencies,
    manifest.devDependencies,
    manifest.peerDependencies,
    manifest.optionalDependencies,
  ];
  return new Set(lists.flatMap((list) => Object.keys(list ?? {})));
}

/** `@scope/name` of `@scope/name/part`; undefined for what is no package. */
export function packageOf(specifier: string): string | undefined {
  if (/^[./]|^node:|^virtual:/.test(specifier) || builtinModules.includes(specifier)) return;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

/**
 * Packages that are imported and not declared where they are imported, and declared ones that
 * nothing imports. A workspace's tests may also use what the checkout's own package.json declares;
 * its sources may not.
 */
export function dependencies(root: string, sources: Source[]): Finding[] {
  const findings: Finding[] = [];
  const checkout = declaredIn(root, '.');
  const usedAnywhere = new Set<string>(tools);
  const rooms = new Map<string, Source[]>();
  for (const source of sources) {
    const room = roomOf(source.path);
    const isWorkspace =
      /^(packages|apps)\//.test(room) && existsSync(join(root, room, 'package.json'));
    const key = isWorkspace ? room : '.';
    const files = rooms.get(key);
    if (files) files.push(source);
    else rooms.set(key, [source]);
  }
  for (const [room, files] of rooms) {
    const declared = declaredIn(root, room);
    const used = new Set<string>();
    for (const source of files) {
      for (const one of source.imports) {
        const name = packageOf(one.specifier);
        if (name === undefined) continue;
        used.add(name);
        usedAnywhere.add(name);
        if (declared.has(name) || declared.has(`@types/${name}`)) continue;
        if (!isBuilt(source.path) && (checkout.has(name) || ours.test(name))) continue;
        const text = `expected ${name} among the dependencies of ${room}/package.json, got none: declare it there with its exact version.`;
        findings.push({ place: at(source, one), text });
      }
    }
    if (room === '.') continue;
    for (const one of unused(room, declared, used)) findings.push(one);
  }
  return [...findings, ...unused('.', checkout, usedAnywhere)];
}

function unused(room: string, declared: Set<string>, used: Set<string>): Finding[] {
  return [...declared]
    .filter((name) => !used.has(name) && !used.has(name.replace('@types/', '')))
    .map((name) => ({
      place: `${room}/package.json`,
      text: `${name} is declared and nothing imports it: take it away, or name it among the tools of scripts/lint/rooms.ts if one reads it.`,
    }));
}
