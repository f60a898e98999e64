import { Button, Group, Input, Label, NumberField } from 'react-aria-components';

const whole = { maximumFractionDigits: 0, useGrouping: false } as const;

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that can be typed or stepped. */
export function WholeNumber({ label, value, min, max, onChange }: Props) {
  return (
    <NumberField
      className="numberfield"
      value={value}
      minValue={min}
      maxValue={max}
      step={1}
      formatOptions={whole}
      onChange={(next) => Number.isFinite(next) && onChange(next)}
    >
      <Label>{label}</Label>
      <Group className="stepper">
        <Button slot="decrement">−</Button>
        <Input />
        <Button slot="increment">+</Button>
      </Group>
    </NumberField>
  );
}
