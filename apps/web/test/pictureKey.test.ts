import { describe, expect, test } from 'vitest';
import { placeSigns, signWidth } from '../src/take/pictureKey.ts';

const widths = [40, 90, 10, 200, 35, 60];

describe('the key of a saved picture', () => {
  test('has all its signs within the picture, and none upon another', () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { signs, height } = placeSigns(widths, 260, 20, dir);
      const boxes = signs.map(({ x, y, textX }, i) => ({
        y,
        from: dir === 'ltr' ? x : textX - widths[i]!,
        to: dir === 'ltr' ? textX + widths[i]! : x + signWidth,
      }));
      for (const [i, box] of boxes.entries()) {
        expect(box.from).toBeGreaterThanOrEqual(0);
        expect(box.to).toBeLessThanOrEqual(260);
        expect(box.y + 20).toBeLessThanOrEqual(height);
        for (const other of boxes.slice(i + 1))
          expect(box.y !== other.y || box.to < other.from || other.to < box.from).toBe(true);
      }
    }
  });

  test('in Arabic is the mirror of what it is in English', () => {
    const english = placeSigns(widths, 260, 20, 'ltr').signs;
    const arabic = placeSigns(widths, 260, 20, 'rtl').signs;
    for (const [i, sign] of english.entries()) {
      expect(arabic[i]!.x).toBe(260 - sign.x - signWidth);
      expect(arabic[i]!.textX).toBe(260 - sign.textX);
    }
  });

  test('takes no room where there is none', () => {
    expect(placeSigns([], 260, 20, 'ltr')).toEqual({ signs: [], height: 0 });
  });
});
