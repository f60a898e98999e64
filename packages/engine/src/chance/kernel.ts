import type { Uniforms } from './philox.ts';
import { uniformsInJavaScript } from './philox.ts';

/**
 * philox.wat, assembled (a test does it again and compares). A processor multiplies whole numbers
 * of 64 bits at once, JavaScript only in parts: the same bits in a third of the time.
 */
export const assembled =
  'AGFzbQEAAAABDAFgCH9/f39/f39/AAMCAQAFAwEAAQcMAgFtAgAEZmlsbAAACvwBAfkBAgd/An4gAEEDdCEAA0Ag' +
  'AiEIIAMhCSAEIQogBSELIAYhDCAHIQ1BCiEOA0AgCK1C077Ekg1+IQ8gCq1C15r67Ax+IRAgEEIgiKcgCXMgDHMh' +
  'CCAQpyEJIA9CIIinIAtzIA1zIQogD6chCyAMQbnz3fF5aiEMIA1Bhd2e23tqIQ0gDkEBayIODQALIAAgCEEGdq1C' +
  'GoYgCUEGdq2EuUQAAAAAAADgP6BEAAAAAAAAsDyiOQMAIAAgCkEGdq1CGoYgC0EGdq2EuUQAAAAAAADgP6BEAAAA' +
  'AAAAsDyiOQMIIABBEGohACAFQYCABGohBSABQQFrIgENAAsL';

/**
 * Uniforms in WebAssembly; null where there is none or a page forbids it.
 * @param length most numbers of one call
 */
export function uniformsInWebAssembly(length: number): Uniforms | null {
  try {
    // biome-ignore lint/suspicious/noExplicitAny: WebAssembly is not in the library of the engine
    const { WebAssembly: wasm, atob: decode } = globalThis as any;
    const bytes = Uint8Array.from(decode(assembled) as string, (c) => c.charCodeAt(0));
    const { exports } = new wasm.Instance(new wasm.Module(bytes));
    return { values: new Float64Array(exports.m.buffer, 0, length), fill: exports.fill };
  } catch {
    return null;
  }
}

/**
 * Uniforms by the faster of the two ways that there is.
 * @param length most numbers of one call
 */
export function createUniforms(length: number): Uniforms {
  return uniformsInWebAssembly(length) ?? uniformsInJavaScript(length);
}
