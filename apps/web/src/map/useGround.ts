import { geographyOf } from '@asylia/lab';
import type { Ground } from '@asylia/view';
import { groundOf } from '@asylia/view';
import { loadData } from '../engine/data.ts';
import type { Opened } from '../engine/protocol.ts';
import type { Question } from '../queries/cache.ts';
import { useQuery } from '../queries/useQuery.ts';

/** The ground of a case: beside the page for those that come along, else made from the atlas. */
export function useGround(opened: Opened | null, isImported: boolean): Ground | null {
  return useQuery(opened && groundUnder(opened, isImported)).answer ?? null;
}

const groundUnder = (opened: Opened, isImported: boolean): Question<Ground> => ({
  kind: 'ground',
  of: opened,
  key: String(isImported),
  keep: 1,
  ask: async () => {
    const { places, countries } = geographyOf(opened.case);
    const fromAtlas = async () => groundOf(await loadData('atlas'), places, countries);
    return isImported
      ? fromAtlas()
      : loadData<Ground>(`ground-${opened.case.name}`).catch(fromAtlas);
  },
});
