/** What is asked of the server of the page. */
export interface Asked {
  readonly method: string;
  /** Path with whatever stands behind it, as it came. */
  readonly url: string;
  /** The Host header, '' when there was none. */
  readonly host: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Files of the page by their path below it (`index.html`, `data/theories.js`). */
export type Site = ReadonlyMap<string, string | Uint8Array>;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Whether a file of this name belongs to the page. */
export const isServed = (name: string): boolean => typeOf(name) !== undefined;

const typeOf = (name: string) => types[name.slice(name.lastIndexOf('.') + 1)];

/**
 * Answers from a fixed list of files: a path is looked up, never opened, so nothing beside the
 * list can be reached. Other names of this machine are refused, so that no page of a foreign name
 * that leads here can read the case; nor may a foreign page load one as a script.
 */
export function answer(site: Site, { method, url, host }: Asked, port: number): Answer {
  const hosts = ['127.0.0.1', 'localhost'];
  // Browsers leave out the port that HTTP has anyway.
  const names = [...hosts.map((name) => `${name}:${port}`), ...(port === 80 ? hosts : [])];
  if (!names.includes(host)) {
    return words(
      403,
      `Expected the address http://${names[0]}, got the name "${host}". Use the address.`,
    );
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return words(405, `Expected GET or HEAD, got ${method}. The page only reads.`, {
      allow: 'GET, HEAD',
    });
  }
  const path = url.split(/[?#]/, 1)[0]!;
  const name = path === '/' ? 'index.html' : path.slice(1);
  const body = site.get(name);
  const type = typeOf(name);
  if (body === undefined || type === undefined) {
    return words(404, `Expected a file of the page, got ${path}. Begin at http://${names[0]}/.`);
  }
  return { status: 200, headers: { ...always, 'content-type': type }, body };
}

const always = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

function words(status: number, text: string, headers: Readonly<Record<string, string>> = {}) {
  const type = 'text/plain; charset=utf-8';
  return { status, headers: { ...always, ...headers, 'content-type': type }, body: `${text}\n` };
}
