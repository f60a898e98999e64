import { IntlMessageFormat } from 'intl-messageformat';

export type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** A part that is filled in: its name, and the forms it chooses between. */
export interface Placeholder {
  readonly name: string;
  readonly kind: 'text' | 'select' | 'plural';
  readonly forms: readonly string[];
}

/** Placeholders of a message, also those inside plurals and choices. */
function placeholders(ast: Ast): Placeholder[] {
  return ast.flatMap((part) => {
    if (!('value' in part) || part.type === 0) return [];
    const name = String(part.value);
    if (!('options' in part)) return [{ name, kind: 'text', forms: [] }];
    const options = part.options as Record<string, { value: Ast }>;
    const kind = part.type === 6 ? 'plural' : 'select';
    return [
      { name, kind, forms: Object.keys(options) } as const,
      ...Object.values(options).flatMap((one) => placeholders(one.value)),
    ];
  });
}
export const placeholdersOf = (id: string, message: string) =>
  placeholders(new IntlMessageFormat(message, id).getAst());
