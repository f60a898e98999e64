import { join } from 'node:path';
import { newCase } from '@asylia/cases';
import { realEffects } from '../src/realEffects.ts';
import { shippedTheories } from '../src/shell/loadTheories.ts';

/** The small case with the theories that come along, and more files beside. */
export function withTheories(more: Readonly<Record<string, string>> = {}): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const all = new Map<string, Uint8Array>();
  for (const [name, content] of newCase('small')) all.set(`small/${name}`, encoder.encode(content));
  const folder = shippedTheories();
  for (const name of realEffects.list(folder)) {
    all.set(join(folder, name), realEffects.read(join(folder, name))!);
  }
  for (const [name, content] of Object.entries(more)) all.set(name, encoder.encode(content));
  return all;
}
