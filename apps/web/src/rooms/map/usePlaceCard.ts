import type { PlaceCard } from '@asylia/lab';
import { useEffect, useState } from 'react';
import { usePage } from '../../page.ts';

/** The card of a place under the present inputs; the one before while the new one is made. */
export function usePlaceCard(place: string): PlaceCard | null {
  const { engine, live, state } = usePage();
  const [card, setCard] = useState<PlaceCard | null>(null);
  const { inputs } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a new run is there
  useEffect(() => {
    if (place === '' || !live) {
      setCard(null);
      return;
    }
    let left = false;
    void engine.quick.call('card', { inputs, place }).then((outcome) => {
      if (!left) setCard('answer' in outcome ? outcome.answer : null);
    });
    return () => {
      left = true;
    };
  }, [engine, live, place]);
  return card?.id === place ? card : null;
}
