import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Further classes. */
  readonly more?: string;
  readonly children: ReactNode;
}

/** A wide table, which is scrolled by keyboard too. */
export function ScrollArea({ label, more = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keyboard
    <section className={`scroll ${more}`.trim()} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
