import { placeSigns } from './pictureKey.ts';
import { wrap } from './wrap.ts';

/** What is written below a picture that is passed on. */
export interface Caption {
  readonly title: string;
  /** Whence it comes: source, program, case, run. */
  readonly lines: readonly string[];
  readonly dir: 'ltr' | 'rtl';
  /** The list that says on the page what the signs mean; each item has a drawing and words. */
  readonly key?: Element | null;
}

/** Properties that a picture needs when it leaves the page and its style. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'display',
  'visibility',
  'vector-effect',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'paint-order',
  'text-anchor',
  'dominant-baseline',
  'letter-spacing',
] as const;

const space = 'http://www.w3.org/2000/svg';
/** Letters that no XML can hold, not even written as numbers: a name in a case may have some. */
const noXml = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
/** Room around the words below a picture, and sizes of their letters, in units of the picture. */
const edge = 14;
const titleSize = 15;
const lineSize = 11;
const lineHeight = 1.35;
const keySize = 12;
const keyLine = 1.6;

/** A chart of the page as a file of its own: every style written into it, key and caption below. */
export function asSvg(svg: SVGSVGElement, caption: Caption): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  keepStyles(svg, copy);
  // Where a finger can touch is of no use on paper.
  for (const one of copy.querySelectorAll('.touch')) one.remove();
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('direction', 'ltr');
  copy.removeAttribute('style');
  const words = captionOf(caption, width, height);
  const whole = element('svg', {
    width: String(width),
    height: String(words.bottom),
    viewBox: `0 0 ${width} ${words.bottom}`,
    role: 'img',
    'aria-label': caption.title,
  });
  const ground = element('rect', {
    width: '100%',
    height: '100%',
    fill: getComputedStyle(document.body).backgroundColor,
  });
  whole.append(ground, copy, ...words.texts);
  return new XMLSerializer().serializeToString(whole).replace(noXml, '');
}

/** Writes into a copy the styles of every element within the original. */
function keepStyles(original: SVGElement, copy: SVGElement): void {
  const to = copy.querySelectorAll<SVGElement>('*');
  original.querySelectorAll('*').forEach((drawn, i) => {
    const style = getComputedStyle(drawn);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (value) to[i]!.style.setProperty(name, value);
    }
    // Words of two directions keep the order in which they are read on the page.
    if (style.unicodeBidi !== 'normal') to[i]!.style.unicodeBidi = style.unicodeBidi;
  });
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Key and words below a picture, broken into lines, and where they end. */
function captionOf({ title, lines, dir, key }: Caption, width: number, top: number) {
  const { fontFamily, color } = getComputedStyle(document.body);
  const soft = getComputedStyle(document.documentElement).getPropertyValue('--soft').trim();
  const pen = document.createElement('canvas').getContext('2d')!;
  const texts: SVGElement[] = [];
  const textAt = (
    text: string,
    x: number,
    at: number,
    size: number,
    fill: string,
    weight: string,
  ) => {
    const made = element('text', {
      x: String(Math.round(x * 10) / 10),
      y: String(Math.round(at * 10) / 10),
      direction: dir,
      'text-anchor': 'start',
      'font-family': fontFamily,
      'font-size': String(size),
      'font-weight': weight,
      fill,
    });
    made.textContent = text;
    texts.push(made);
  };
  let y = top + edge / 2;
  const write = (text: string, size: number, fill: string, weight: string) => {
    pen.font = `${weight} ${size}px ${fontFamily}`;
    for (const line of wrap(text, width - 2 * edge, (part) => pen.measureText(part).width)) {
      y += size * lineHeight;
      textAt(line, dir === 'rtl' ? width - edge : edge, y, size, fill, weight);
    }
  };
  if (key) {
    pen.font = `normal ${keySize}px ${fontFamily}`;
    const items = [...key.querySelectorAll('li')].map((item) => ({
      drawing: item.querySelector('svg')!,
      text: item.textContent.trim(),
    }));
    const widths = items.map(({ text }) => pen.measureText(text).width);
    const { signs, height } = placeSigns(widths, width - 2 * edge, keySize * keyLine, dir);
    items.forEach(({ drawing, text }, i) => {
      const { x, y: down, textX } = signs[i]!;
      const edited = `translate(${Math.round((edge + x) * 10) / 10} ${Math.round((y + down) * 10) / 10})`;
      const sign = element('g', { transform: edited });
      const copy = drawing.cloneNode(true) as SVGElement;
      keepStyles(drawing, copy);
      sign.append(...copy.childNodes);
      texts.push(sign);
      textAt(text, edge + textX, y + down + keySize, keySize, color, 'normal');
    });
    y += height;
  }
  write(title, titleSize, color, 'bold');
  for (const line of lines) write(line, lineSize, soft || color, 'normal');
  return { texts, bottom: Math.ceil(y + edge) };
}

/** Dots of a saved picture for each unit of the drawing: sharp in print. */
const dotsPerUnit = 2;

/** The same as a bitmap. */
export function asPng(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const text = asSvg(svg, caption);
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.width * dotsPerUnit;
      canvas.height = image.height * dotsPerUnit;
      canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))));
    };
    image.onerror = () => reject(new Error('the picture could not be drawn'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}
