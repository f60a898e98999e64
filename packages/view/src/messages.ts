import { IntlMessageFormat } from 'intl-messageformat';
import english from './messages/en.json' with { type: 'json' };

export type MessageId = keyof typeof english;
type Values = Readonly<Record<string, string | number>>;

const compiled = new Map<string, IntlMessageFormat>();

/** A sentence of the catalogue, filled in. Numbers are handed in as formatted text. */
export function say(id: MessageId, values: Values = {}): string {
  let message = compiled.get(id);
  if (!message) {
    message = new IntlMessageFormat(english[id], 'en');
    compiled.set(id, message);
  }
  return String(message.format(values as Record<string, string>));
}
