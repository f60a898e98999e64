import type { IntlMessageFormat } from 'intl-messageformat';

export type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** An ICU message: its text, or what its parser makes of it. */
export type Template = string | Part[];
