import { join } from 'node:path';
import ts from 'typescript';
import type { Finding } from './imports.ts';
import { lineOf, type Source } from './sources.ts';

/**
 * Plain objects looked up by words that a user chose. `record['constructor']` finds a function that
 * nobody put there, and `record['__proto__'] = x` puts nothing there. So a key whose type is
 * `string` may not index an object: a `Map` is asked instead, or `ownValue(record, key)`, or the same
 * function has asked `Object.hasOwn(record, key)`. Keys of a declared set (a union of literals) and
 * texts with a dot in their fixed part (`stock.${country}`) can be no word of Object's own.
 * A line above that begins with `// own keys:` says why a place is safe nevertheless.
 */
export function userKeys(root: string, sources: Source[]): Finding[] {
  const paths = new Map(
    sources
      .filter(({ path }) => /^(packages|apps)\/[^/]+\/src\//.test(path))
      .map(({ path }) => [join(root, path), path]),
  );
  const program = ts.createProgram([...paths.keys()], optionsOf(root));
  const checker = program.getTypeChecker();
  const findings: Finding[] = [];
  for (const tree of program.getSourceFiles()) {
    const path = paths.get(tree.fileName);
    if (path === undefined) continue;
    const visit = (node: ts.Node): void => {
      const looked = lookupOf(node);
      if (looked && isUserKey(checker, looked) && !isSafe(tree, node, looked)) {
        const text = `${node.getText(tree).slice(0, 60)}: a key of type string on a plain object. Use a Map, ownValue(record, key), or Object.hasOwn first (scripts/lint/userKeys.ts).`;
        findings.push({ place: `${path}:${lineOf(tree, node)}`, text });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return findings;
}

interface Lookup {
  object: ts.Expression;
  key: ts.Expression;
}

function lookupOf(node: ts.Node): Lookup | null {
  if (ts.isElementAccessExpression(node)) {
    return { object: node.expression, key: node.argumentExpression };
  }
  const isIn = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword;
  return isIn ? { object: node.right, key: node.left } : null;
}

function isUserKey(checker: ts.TypeChecker, { object, key }: Lookup): boolean {
  if (ts.isTemplateExpression(key)) {
    const fixed = [key.head, ...key.templateSpans.map((span) => span.literal)];
    if (fixed.some(({ text }) => text.includes('.'))) return false;
  }
  const open = ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral;
  const type = checker.getTypeAtLocation(key);
  const isOpen = (type.isUnion() ? type.types : [type]).some((one) => (one.flags & open) !== 0);
  const target = checker.getNonNullableType(checker.getTypeAtLocation(object));
  return isOpen && !checker.isArrayLikeType(target);
}

function isSafe(tree: ts.SourceFile, node: ts.Node, { object, key }: Lookup): boolean {
  const lines = tree.text.split('\n');
  if (/^\s*\/\/ own keys: /.test(lines[lineOf(tree, node) - 2] ?? '')) return true;
  let around: ts.Node = node;
  while (around.parent && !ts.isFunctionLike(around)) around = around.parent;
  const asked = `Object.hasOwn(${object.getText(tree)}, ${key.getText(tree)})`;
  return around.getText(tree).includes(asked);
}

function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const json = { ...config.compilerOptions, composite: false, declaration: false, noEmit: true };
  const lib = ['es2023', 'dom', 'dom.iterable'];
  return ts.convertCompilerOptionsFromJson(
    { ...json, emitDeclarationOnly: false, jsx: 'react-jsx', lib, types: ['node', 'vite/client'] },
    root,
  ).options;
}
