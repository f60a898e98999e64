import type { ReactNode } from 'react';

/** A wide table, which is scrolled by keyboard too. */
export function ScrollArea({
  label,
  more = '',
  children,
}: {
  readonly label: string;
  /** Further classes. */
  readonly more?: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keyboard
    <section className={`scroll ${more}`.trim()} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
