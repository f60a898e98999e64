/** A rectangle of the map, pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Mean width of a letter as a share of its size: good enough to keep names apart. */
const letter = { plain: 0.51, smallCaps: 0.66 };

/** Rough width of a text, pixels. */
export function textWidth(text: string, size: number, face: keyof typeof letter = 'plain'): number {
  return [...text].length * size * letter[face];
}
