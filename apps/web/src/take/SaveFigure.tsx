import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components';
import { useTexts } from '../texts.ts';
import { asPng, asSvg } from './picture.ts';
import { saveFile } from './save.ts';

/** Buttons that save the picture of a figure. */
export function SaveFigure({
  id,
  title,
  frame,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly frame: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
}) {
  const { say } = useTexts();
  const picture = () => frame.current?.querySelector<SVGSVGElement>('.picture svg') ?? null;
  const name = `asylia-${id}`;
  return (
    <p className="buttons">
      <Button
        aria-label={`${say('save.svg')}: ${title}`}
        onPress={() => {
          const svg = picture();
          if (svg) saveFile(`${name}.svg`, asSvg(svg), 'image/svg+xml');
        }}
      >
        {say('save.svg')}
      </Button>
      <Button
        aria-label={`${say('save.png')}: ${title}`}
        onPress={() => {
          const svg = picture();
          if (svg) void asPng(svg).then((blob) => saveFile(`${name}.png`, blob));
        }}
      >
        {say('save.png')}
      </Button>
      {children}
    </p>
  );
}
