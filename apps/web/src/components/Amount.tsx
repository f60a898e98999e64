import {
  Button,
  Group,
  Input,
  Label,
  NumberField,
  Slider,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useTexts } from '../texts.ts';

const plain = { maximumFractionDigits: 6 } as const;

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly baseline: number;
  /** What it was, in words with its unit. */
  readonly baselineText: string;
  readonly unit: string;
  readonly format?: Intl.NumberFormatOptions | undefined;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}

/** A number that can be dragged, stepped or typed, with what it was and a way back to it. */
export function Amount({
  label,
  value,
  min,
  max,
  step,
  baseline,
  baselineText,
  unit,
  format = plain,
  onChange,
  onReset,
}: Props) {
  const { say } = useTexts();
  const edited = value !== baseline;
  const share = (x: number) => (max > min ? ((x - min) / (max - min)) * 100 : 0);
  return (
    <div className={edited ? 'amount edited' : 'amount'}>
      <NumberField
        value={value}
        minValue={min}
        maxValue={max}
        step={step}
        onChange={(next) => Number.isFinite(next) && onChange(next)}
        className="numberfield"
        formatOptions={format}
      >
        <Label>{label}</Label>
        <Group className="stepper">
          <Button slot="decrement">−</Button>
          <Input />
          <Button slot="increment">+</Button>
          <span className="unit">{unit}</span>
        </Group>
      </NumberField>
      <Slider
        aria-label={label}
        value={value}
        minValue={min}
        maxValue={max}
        step={step}
        onChange={onChange}
        className="slider"
      >
        <SliderTrack className="track">
          <span className="was" style={{ insetInlineStart: `${share(baseline)}%` }} />
          <span className="filled" style={{ inlineSize: `${share(value)}%` }} />
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
      <p className="note">
        {baselineText}{' '}
        {edited && (
          <Button className="link" onPress={onReset}>
            {say('reset')}
          </Button>
        )}
      </p>
    </div>
  );
}
