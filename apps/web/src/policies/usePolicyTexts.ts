import type { PolicyValues } from '@asylia/cases';
import { isDate } from '@asylia/cases';
import type { Texts } from '../texts.ts';
import { useTexts } from '../texts.ts';

/** Says what a policy declares: its messages, with numbers, dates and names in the language. */
export function usePolicyTexts(): (id: string, values: PolicyValues) => string {
  const texts = useTexts();
  return (id, values) => texts.phrase(texts.policies[id] ?? id, valuesIn(texts, values));
}

/** Names and dates in the language; numbers stay numbers, for the message to write. */
function valuesIn(texts: Texts, values: PolicyValues): PolicyValues {
  const written: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'country')
      written[name] = texts.named('country', String(values.code), String(value));
    else written[name] = typeof value === 'string' && isDate(value) ? texts.longDate(value) : value;
  }
  return written;
}
