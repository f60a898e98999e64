import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components';
import { useOpenTitle } from '../frame/useCaseTitle.ts';
import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';
import type { Caption } from './picture.ts';
import { asPng, asSvg } from './picture.ts';
import { saveFile } from './save.ts';
import { fileName, useIdentity } from './useIdentity.ts';

/** Buttons that save the picture of a figure, with its title and whence it comes below it. */
export function SaveFigure({
  id,
  title,
  source,
  frame,
  isKeyed = false,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly source?: string;
  readonly frame: RefObject<HTMLElement | null>;
  /** Whether the key of its room belongs to it. */
  readonly isKeyed?: boolean;
  readonly children?: ReactNode;
}) {
  const { say, pair, language } = useTexts();
  const { state } = usePage();
  const openTitle = useOpenTitle();
  const identityOf = useIdentity();
  const save = async (make: (svg: SVGSVGElement, caption: Caption) => Blob | Promise<Blob>) => {
    const svg = frame.current?.querySelector<SVGSVGElement>('.picture svg');
    if (!svg) return;
    const identity = await identityOf();
    const whence = say('take.whence', {
      version: identity.version,
      title: openTitle || identity.case,
      run: identity.run,
      theory: state.inputs.theory,
    });
    const caption = {
      title,
      lines: source ? [source, whence] : [whence],
      dir: language.dir,
      key: isKeyed ? svg.closest('.room')?.querySelector('ul.key') : null,
    };
    const blob = await make(svg, caption);
    saveFile(fileName(identity, id) + (blob.type === 'image/png' ? '.png' : '.svg'), blob);
  };
  return (
    <p className="buttons">
      <Button
        aria-label={pair(say('saveAs.svg'), title)}
        onPress={() =>
          void save((svg, caption) => new Blob([asSvg(svg, caption)], { type: 'image/svg+xml' }))
        }
      >
        {say('saveAs.svg')}
      </Button>
      <Button aria-label={pair(say('saveAs.png'), title)} onPress={() => void save(asPng)}>
        {say('saveAs.png')}
      </Button>
      {children}
    </p>
  );
}
