import type { PlaceCard } from '@asylia/lab';
import { usePage } from '../../page.ts';
import { useQuery } from '../../queries/useQuery.ts';

/** The card of a place under the inputs of the run that is shown; the one before while it is made. */
export function usePlaceCard(place: string): PlaceCard | null {
  const { engine, opened, liveInputs: inputs } = usePage();
  const { status, answer, last } = useQuery<PlaceCard | null>(
    opened && inputs && place !== ''
      ? {
          kind: 'card',
          of: opened,
          key: JSON.stringify([place, inputs]),
          ask: ({ signal }) => engine.inTurn.quick.call('card', { inputs, place }, signal),
        }
      : null,
  );
  const card = status === 'asking' ? last : answer;
  return card?.id === place ? card : null;
}
