import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A file of the tree, parsed: its path from the root with `/`, and what it imports by name. */
export interface Source {
  path: string;
  tree: ts.SourceFile;
  imports: Import[];
}

/** One import, export from, `import()` or `import('...')` in a type. Lines count from 1. */
export interface Import {
  specifier: string;
  line: number;
}

const skipped = new Set(['node_modules', 'dist', '.git']);

function paths(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (skipped.has(entry.name)) return [];
      if (entry.isDirectory()) return paths(root, path);
      return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
    });
}

/** Every TypeScript file and script of the checkout at `root`, in order of their paths. */
export function readSources(root: string): Source[] {
  return paths(root, '').map((path) => {
    const tree = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), 99, true);
    return { path, tree, imports: importsOf(tree) };
  });
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const text = specifierOf(node);
    if (text !== undefined) found.push({ specifier: text, line: lineOf(tree, node) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  const named = (part: ts.Node | undefined) =>
    part !== undefined && ts.isStringLiteralLike(part) ? part.text : undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return named(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? named(node.argument.literal) : undefined;
  }
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? named(node.arguments[0]) : undefined;
}

/** The line, from 1, on which a node begins. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** The path that a relative import names, from the root; undefined for one by name. */
export function targetOf(source: Source, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return normalize(join(dirname(source.path), specifier.replace(/\?.*$/, '')));
}

/** `packages/engine` of `packages/engine/src/run.ts`; the first folder of anything else. */
export function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'packages' || first === 'apps' ? `${first}/${second}` : first;
}
