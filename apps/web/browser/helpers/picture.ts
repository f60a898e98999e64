/** What a style says where it says nothing of its own. */
const usual: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  opacity: '1',
  display: 'inline',
  visibility: 'visible',
  'vector-effect': 'none',
  'font-style': 'normal',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'unicode-bidi': 'plaintext',
  'dominant-baseline': 'auto',
  'letter-spacing': 'normal',
};
/** Says nothing on a shape. */
const ofLetters = /^(font-|text-|letter-|dominant-|unicode-)/;
const geometry =
  /\b(d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|points|transform|viewBox)="([^"]*)"/g;

/**
 * A picture as it is saved, in a form that people can look at and compare line by line: without
 * the words below it, whose lines break by the fonts of the machine; numbers to a tenth; styles
 * as a few classes; one element a line.
 */
export function normalised(saved: string): string {
  const styles = new Map<string, string>();
  const classOf = (style: string) => {
    if (!styles.has(style)) styles.set(style, `s${styles.size}`);
    return styles.get(style)!;
  };
  const drawn = pictureIn(saved)
    .replaceAll(
      /<([a-z]+)((?:\s[^<>]*?)?)(\/?)>/gi,
      (_, name: string, given: string, end: string) => {
        const style = /\sstyle="([^"]*)"/.exec(given)?.[1] ?? '';
        const said = declarations(style, /^(text|tspan|g|svg)$/.test(name));
        const plain = given
          .replaceAll(/\s(style|class|xmlns(:\w+)?)="[^"]*"/g, '')
          .replaceAll(geometry, (__, key: string, value: string) => `${key}="${tenths(value)}"`);
        return `<${name}${said ? ` class="${classOf(said)}"` : ''}${plain}${end}>`;
      },
    )
    .replaceAll('><', '>\n<');
  const rules = [...styles].map(([style, name]) => `.${name}{${style}}`).join('\n');
  return `${drawn.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replace('>', `>\n<style>\n${rules}\n</style>`)}\n`;
}

/** The picture without the ground and the words that saving puts around it. */
function pictureIn(saved: string): string {
  const from = saved.indexOf('<svg', saved.indexOf('<svg') + 1);
  const to = saved.lastIndexOf('</svg>', saved.lastIndexOf('</svg>') - 1);
  return saved.slice(from, to + '</svg>'.length);
}

function declarations(style: string, hasLetters: boolean): string {
  return style
    .replaceAll('&quot;', "'")
    .split(/;\s*/)
    .map((one) => one.split(/:\s*/) as [string, string])
    .filter(([name, value]) => value !== undefined && usual[name] !== value)
    .filter(([name]) => hasLetters || !ofLetters.test(name))
    .map(([name, value]) => `${name}:${tenths(value)}`)
    .join(';');
}

const tenths = (text: string) =>
  text.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, (number) => {
    const rounded = Math.round(Number(number) * 10) / 10;
    return String(Object.is(rounded, -0) ? 0 : rounded);
  });
