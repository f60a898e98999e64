/**
 * A script that hands one value to the page under a name: works from a file, where nothing can be
 * fetched. Text of the value can neither end the script nor be run.
 */
export function dataScript(name: string, value: unknown): string {
  const json = JSON.stringify(JSON.stringify(value)).replaceAll('<', '\\u003c');
  return `(globalThis.asyliaData??={})[${JSON.stringify(name)}]=JSON.parse(${json});\n`;
}
