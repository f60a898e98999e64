import type { Dispatch } from 'react';
import { useEffect, useState } from 'react';
import type { Action, State } from '../../state/state.ts';

/** The day that is shown, and how it moves. */
export interface Day {
  readonly now: number;
  readonly last: number;
  readonly isPlaying: boolean;
  /** Days a second while playing. */
  readonly speed: number;
  readonly go: (day: number) => void;
  readonly play: () => void;
  readonly stop: () => void;
  readonly setSpeed: (speed: number) => void;
}

/**
 * The day in the address; while playing it moves by itself and the address waits.
 * @param firstShown the day while the address names none
 */
export function useDay(
  { date }: State,
  dispatch: Dispatch<Action>,
  dates: readonly string[],
  firstShown: number,
): Day {
  const [playing, setPlaying] = useState<number | null>(null);
  const [speed, setSpeed] = useState(7);
  const last = dates.length - 1;
  const found = dates.indexOf(date);
  const now = Math.min(last, playing ?? (found >= 0 ? found : firstShown));
  const isPlaying = playing !== null;
  const keep = (day: number) =>
    dispatch({ kind: 'set', change: { date: dates[Math.max(0, Math.min(last, day))]! } });

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(
      () => setPlaying((day) => (day === null ? null : Math.min(last, day + 1))),
      1000 / speed,
    );
    return () => clearInterval(timer);
  }, [isPlaying, speed, last]);
  useEffect(() => {
    if (playing !== last) return;
    setPlaying(null);
    dispatch({ kind: 'set', change: { date: dates[last]! } });
  }, [playing, last, dates, dispatch]);

  return {
    now,
    last,
    isPlaying,
    speed,
    setSpeed,
    go: (day) => {
      setPlaying(null);
      keep(day);
    },
    play: () => setPlaying(now >= last ? 0 : now),
    stop: () => {
      setPlaying(null);
      keep(now);
    },
  };
}
