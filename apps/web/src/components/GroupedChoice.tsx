import { useId } from 'react';

export interface ChoiceGroup<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
}

/** One of many, under headings: the browser's own control, with search by typing. */
export function GroupedChoice<T extends string>({
  label,
  value,
  groups,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly groups: readonly ChoiceGroup<T>[];
  readonly onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
