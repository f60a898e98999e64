import { geographyOf } from '@asylia/lab';
import type { Ground } from '@asylia/view';
import { groundOf } from '@asylia/view';
import { useEffect, useState } from 'react';
import { loadData } from '../engine/data.ts';
import type { Opened } from '../engine/protocol.ts';

/** The ground of a case: beside the page for those that come along, else made from the atlas. */
export function useGround(opened: Opened | null, isBrought: boolean): Ground | null {
  const [found, setFound] = useState<{ of: Opened; ground: Ground } | null>(null);
  useEffect(() => {
    if (!opened) return;
    let left = false;
    const { places, countries } = geographyOf(opened.case);
    const fromAtlas = async () => groundOf(await loadData('atlas'), places, countries);
    void (
      isBrought ? fromAtlas() : loadData<Ground>(`ground-${opened.case.name}`).catch(fromAtlas)
    ).then((ground) => {
      if (!left) setFound({ of: opened, ground });
    });
    return () => {
      left = true;
    };
  }, [opened, isBrought]);
  return found?.of === opened ? found.ground : null;
}
