import { useEffect, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTexts } from '../../texts.ts';
import type { QuickDay } from './mapsOf.ts';
import type { Run } from './useRuns.ts';

/** Waiting before a day that is dragged to is written into the address, ms. */
const restMs = 200;

/** The day that all maps show: dragged, stepped, or one of those worth looking at. */
export function DayBar({
  day,
  dates,
  quick,
  runs,
  onDay,
}: {
  readonly day: number;
  readonly dates: readonly string[];
  readonly quick: readonly QuickDay[];
  readonly runs: readonly Run[];
  readonly onDay: (day: number) => void;
}) {
  const { say, longDate, shortDate, listed } = useTexts();
  const id = useId();
  const last = dates.length - 1;
  const step = (days: number) => onDay(Math.min(last, Math.max(0, day + days)));
  return (
    <>
      <div className="daybar" dir="ltr">
        <Button aria-label={say('map.previous')} isDisabled={day === 0} onPress={() => step(-1)}>
          ‹
        </Button>
        <label htmlFor={id} className="hidden">
          {say('compare.day')}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          value={day}
          aria-valuetext={longDate(dates[day]!)}
          onChange={(event) => onDay(Number(event.target.value))}
        />
        <Button aria-label={say('map.next')} isDisabled={day === last} onPress={() => step(1)}>
          ›
        </Button>
        <output htmlFor={id} dir="auto">
          {longDate(dates[day]!)}
        </output>
      </div>
      <p className="buttons quick">
        {quick.map((one) => (
          <Button
            key={`${one.what} ${one.day}`}
            aria-pressed={one.day === day}
            onPress={() => onDay(one.day)}
          >
            {say(`compare.day.${one.what}`, {
              runs: listed(
                one.runs.map((run) => runs[run]?.letter ?? ''),
                'items',
              ),
              first: runs[0]?.letter ?? '',
              date: shortDate(dates[one.day]!),
            })}
          </Button>
        ))}
      </p>
    </>
  );
}

/** A day that follows a drag at once, and is handed on when it rests. */
export function useDay(shown: number, onRest: (day: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the day that is dragged counts
  useEffect(() => {
    if (dragged === null) return;
    const timer = setTimeout(() => {
      onRest(dragged);
      setDragged(null);
    }, restMs);
    return () => clearTimeout(timer);
  }, [dragged]);
  return [dragged ?? shown, setDragged] as const;
}
