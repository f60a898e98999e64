import type { PolicyValues } from '@asylia/cases';
import { isDate } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import type { Texts } from '../texts.ts';
import { useTexts } from '../texts.ts';

/** Says what a policy declares: its messages, with numbers, dates and names in the language. */
export function usePolicyTexts(): (id: string, values: PolicyValues) => string {
  const texts = useTexts();
  return (id, values) => texts.phrase(ownValue(texts.policies, id) ?? id, valuesIn(texts, values));
}

/** Names and dates in the language; numbers stay numbers, for the message to write. */
function valuesIn(texts: Texts, values: PolicyValues): PolicyValues {
  const written = Object.entries(values).map(([name, value]) => {
    if (name === 'country')
      return [name, texts.named('country', String(values.code), String(value))];
    return [name, typeof value === 'string' && isDate(value) ? texts.longDate(value) : value];
  });
  return Object.fromEntries(written);
}
