import type { Fault } from './faults.ts';
import { fault } from './faults.ts';

/**
 * Files beyond this size are refused before they are read. A table of a million rows may have 268
 * bytes a row; a text of twice as many would be more than a browser or Node holds.
 */
export const largestFileBytes = 256 * 1024 * 1024;

/** Reads the bytes of a file as UTF-8 text, or says why that cannot be done. */
export function readText(file: string, content: Uint8Array | string): string | Fault {
  const bytes = typeof content === 'string' ? content.length : content.byteLength;
  if (bytes > largestFileBytes) {
    return fault(
      'tooLarge',
      file,
      null,
      null,
      `at most ${largestFileBytes} bytes`,
      `${bytes} bytes`,
      'Keep only the rows of this crisis.',
    );
  }
  let text: string;
  if (typeof content === 'string') text = content;
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return notText(file);
    }
  }
  if (text.includes('\0')) return notText(file);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function notText(file: string): Fault {
  return fault(
    'notText',
    file,
    null,
    null,
    'text in UTF-8',
    'bytes that are no text',
    'Save the table as CSV in UTF-8.',
  );
}
