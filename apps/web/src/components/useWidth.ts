import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';

/** Chart of one curve: units across, so that its letters stay as large as those around it. */
const [narrowestChart, widestChart] = [320, 1000];

/** Units across of a chart in a room of some pixels; 0 = not yet known. */
export function chartWidth(pixels: number): number {
  return Math.round(Math.min(widestChart, Math.max(narrowestChart, pixels || widestChart)));
}

/** Width of an element in pixels, followed while the window changes; 0 before it is laid out. */
export function useWidth<T extends HTMLElement>(): readonly [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const now = element.current;
    if (!now) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    setWidth(now.clientWidth);
    watcher.observe(now);
    return () => watcher.disconnect();
  }, []);
  return [element, width];
}
