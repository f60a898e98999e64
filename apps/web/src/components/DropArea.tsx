import type { ReactNode } from 'react';
import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly onDrop: (data: DataTransfer) => void;
  readonly children: ReactNode;
}

/** A place to drop files on. What it does can be done by its buttons too. */
export function DropArea({ label, onDrop, children }: Props) {
  const [isOver, setOver] = useState(false);
  return (
    <fieldset
      className={isOver ? 'dropzone over' : 'dropzone'}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
