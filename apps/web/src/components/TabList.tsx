import type { KeyboardEvent, Ref } from 'react';
import { useTexts } from '../texts.ts';

interface Props<T extends string> {
  readonly ref?: Ref<HTMLDivElement>;
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly label: string }[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  /** Id of the element that shows what is chosen. */
  readonly panel: string;
}

/** Id of the tab that is the name of its panel. */
export const tabId = (panel: string, id: string) => `${panel}-${id}`;

/**
 * Tabs by the pattern of the W3C (ARIA practices, automatic activation): arrow keys, Home and End
 * choose, and only the chosen one is met by the tabulator.
 */
export function TabList<T extends string>({ ref, label, tabs, chosen, onChoose, panel }: Props<T>) {
  const { language } = useTexts();
  const choose = (id: T) => {
    onChoose(id);
    document.getElementById(tabId(panel, id))?.focus();
  };
  const byKey = (event: KeyboardEvent) => {
    const to = neighbour(event.key, tabs.length, tabs.findIndex(isChosen), language.dir);
    if (to === null) return;
    event.preventDefault();
    choose(tabs[to]!.id);
  };
  const isChosen = (tab: { readonly id: T }) => tab.id === chosen;
  return (
    <div ref={ref} className="tablist" role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          id={tabId(panel, tab.id)}
          className="tab"
          role="tab"
          data-key={tab.id}
          aria-selected={isChosen(tab)}
          aria-controls={isChosen(tab) ? panel : undefined}
          tabIndex={isChosen(tab) ? 0 : -1}
          onClick={() => choose(tab.id)}
          onKeyDown={byKey}
        >
          {tab.label}
        </div>
      ))}
    </div>
  );
}

/** Place of the tab that a key leads to, around the ends; null for every other key. */
function neighbour(key: string, count: number, at: number, dir: 'ltr' | 'rtl'): number | null {
  const onward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case onward:
      return (at + 1) % count;
    case back:
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
