/** A sign of a key and where it stands; all in units of the picture. */
export interface PlacedSign {
  /** Left edge of the drawing, [26 by 14]. */
  readonly x: number;
  /** Top of the line in which it stands. */
  readonly y: number;
  /** Where its words begin, read in their direction. */
  readonly textX: number;
}

/** Size of a sign's drawing. */
export const signWidth = 26;
const toText = 6;
const between = 18;

/**
 * Places the signs of a key in lines, one behind the other as they are read, and breaks a line
 * where the next sign would not fit; a sign that is too wide stands alone.
 * @param textWidths [sign] widths of their words
 * @param width of a line
 */
export function placeSigns(
  textWidths: readonly number[],
  width: number,
  lineHeight: number,
  dir: 'ltr' | 'rtl',
): { readonly signs: readonly PlacedSign[]; readonly height: number } {
  let along = 0;
  let line = 0;
  const signs = textWidths.map((textWidth) => {
    const whole = signWidth + toText + textWidth;
    if (along > 0 && along + whole > width) {
      along = 0;
      line += 1;
    }
    const at = along;
    along += whole + between;
    const y = line * lineHeight;
    return dir === 'ltr'
      ? { x: at, y, textX: at + signWidth + toText }
      : { x: width - at - signWidth, y, textX: width - at - signWidth - toText };
  });
  return { signs, height: signs.length === 0 ? 0 : (line + 1) * lineHeight };
}
