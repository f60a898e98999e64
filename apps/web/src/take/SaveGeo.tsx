import type { DatedMap } from '@asylia/view';
import { flowsGeoJson, placesGeoJson } from '@asylia/view';
import { Button } from 'react-aria-components';
import { useTexts } from '../texts.ts';
import { saveFile } from './save.ts';

/** Saves places on a day, and all flows, for programs that draw maps. */
export function SaveGeo({ input, day }: { readonly input: DatedMap; readonly day: number }) {
  const { say } = useTexts();
  return (
    <Button
      onPress={() => {
        const features = [...placesGeoJson(input, day).features, ...flowsGeoJson(input).features];
        saveFile(
          `asylia-map-${input.dates[day]}.geojson`,
          JSON.stringify({ type: 'FeatureCollection', features }),
          'application/geo+json',
        );
      }}
    >
      {say('saveAs.geojson')}
    </Button>
  );
}
