import type { DatedMap } from '@asylia/view';
import { useMemo } from 'react';
import {
  Button,
  I18nProvider,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { Choice } from '../../components/Choice.tsx';
import { busiestDay, fullestDay } from '../../map/mapInput.ts';
import { useTexts } from '../../texts.ts';
import type { Day } from './useDay.ts';

const speeds = ['1', '3', '7', '14', '30'] as const;

/** Play, step and drag through the days; time runs from left to right in every language. */
export function TimeBar({
  day,
  dates,
  input,
}: {
  readonly day: Day;
  readonly dates: readonly string[];
  readonly input: DatedMap;
}) {
  const { say, longDate, shortDate } = useTexts();
  const marks = useMemo(() => daysToSee(input, dates.length), [input, dates.length]);
  return (
    <fieldset className="timebar" dir="ltr" aria-label={say('map.time')}>
      <div className="timebar-row">
        <Button
          className="main"
          onPress={day.isPlaying ? day.stop : day.play}
          aria-label={say(day.isPlaying ? 'map.stop' : 'map.play')}
        >
          <span aria-hidden="true">{day.isPlaying ? '❚❚' : '▶'}</span>{' '}
          {say(day.isPlaying ? 'map.stop' : 'map.play')}
        </Button>
        <Button onPress={() => day.go(day.now - 1)} aria-label={say('map.dayBack')}>
          <span aria-hidden="true">◀ 1</span>
        </Button>
        <Button onPress={() => day.go(day.now + 1)} aria-label={say('map.dayOn')}>
          <span aria-hidden="true">1 ▶</span>
        </Button>
        {/* Time runs from left to right in every language, and so do the arrow keys. */}
        <I18nProvider locale="en">
          <Slider
            className="slider day"
            value={day.now}
            minValue={0}
            maxValue={day.last}
            step={1}
            onChange={day.go}
          >
            <Label className="hidden">{say('map.day')}</Label>
            <SliderTrack className="track">
              <span
                className="filled"
                style={{
                  insetInlineStart: 0,
                  inlineSize: `${(100 * day.now) / Math.max(1, day.last)}%`,
                }}
              />
              <SliderThumb className="thumb" aria-valuetext={longDate(dates[day.now]!)} />
            </SliderTrack>
            <SliderOutput className="date">
              <bdi>{longDate(dates[day.now]!)}</bdi>
            </SliderOutput>
          </Slider>
        </I18nProvider>
      </div>
      <div className="timebar-row" dir="auto">
        <Choice
          label={say('map.speed')}
          value={String(day.speed) as (typeof speeds)[number]}
          choices={speeds.map((value) => ({
            value,
            label: say('map.daysASecond', { days: value }),
          }))}
          onChange={(speed) => day.setSpeed(Number(speed))}
        />
        {marks.map(({ id, at }) => (
          <Button key={id} className="mark" onPress={() => day.go(at)}>
            {say(`map.mark.${id}`, { date: shortDate(dates[at]!) })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Days that tell the story: most people setting out, most people abroad, the last day. */
function daysToSee(input: DatedMap, days: number) {
  return [
    { id: 'start', at: 0 },
    { id: 'busiest', at: busiestDay(input, days) },
    { id: 'fullest', at: fullestDay(input, days) },
    { id: 'end', at: days - 1 },
  ] as const;
}
