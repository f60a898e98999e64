import type { ReactNode } from 'react';

/** One sign of a key (an svg drawing of 26 by 14) and what it means. */
export function Sign({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 26 14" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
