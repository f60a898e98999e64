import ts from 'typescript';
import { lineOf, roomOf, type Source } from './sources.ts';

/** Functions longer than this are listed, lines. */
export const longestFunction = 60;

export interface LongFunction {
  place: string;
  name: string;
  lines: number;
}

/** What the sources of all packages and apps measure: code lines by room, and long functions. */
export interface Shape {
  codeLines: Map<string, number>;
  long: LongFunction[];
}

/** Measures `src` and `build` of every package and app. */
export function shapeOf(sources: Source[]): Shape {
  const codeLines = new Map<string, number>();
  const long: LongFunction[] = [];
  for (const { path, tree } of sources) {
    if (!/^(packages|apps)\/[^/]+\/(src|build)\//.test(path)) continue;
    const room = roomOf(path);
    codeLines.set(room, (codeLines.get(room) ?? 0) + codeLinesOf(tree));
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body) {
        const end = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
        const lines = end - lineOf(tree, node) + 1;
        if (lines > longestFunction) {
          const place = `${path}:${lineOf(tree, node)}`;
          long.push({ place, name: nameOf(tree, node), lines });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { codeLines, long: long.sort((one, other) => other.lines - one.lines) };
}

/** Lines that hold a token: neither blank nor comment alone. */
function codeLinesOf(tree: ts.SourceFile): number {
  const held = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(tree);
    if (children.length > 0) {
      for (const child of children) visit(child);
      return;
    }
    const [start, end] = [node.getStart(tree), node.getEnd()];
    if (end === start) return;
    const first = tree.getLineAndCharacterOfPosition(start).line;
    const last = tree.getLineAndCharacterOfPosition(end).line;
    for (let line = first; line <= last; line++) held.add(line);
  };
  visit(tree);
  return held.size;
}

function nameOf(tree: ts.SourceFile, node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText(tree);
  const { parent } = node;
  const named = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return named ? parent.name.getText(tree) : 'without a name';
}
