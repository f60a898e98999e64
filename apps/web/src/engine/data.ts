/** Data that lie beside the page as scripts: a page opened from a file can fetch nothing. */
type Loaded = Readonly<Record<string, unknown>>;

const known = (): Loaded => (globalThis as { asyliaData?: Loaded }).asyliaData ?? {};

/** A value that the page itself loads before its own script. @throws Error when it is not there */
export function dataAtHand<T>(name: string): T {
  if (Object.hasOwn(known(), name)) return known()[name] as T;
  throw new Error(`data/${name}.js is not there; it lies beside page.js`);
}

/** A value of the data folder, loaded on first use. @throws Error when the file is not there */
export function loadData<T>(name: string): Promise<T> {
  if (Object.hasOwn(known(), name)) return Promise.resolve(known()[name] as T);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `./data/${name}.js`;
    script.onload = () => {
      if (Object.hasOwn(known(), name)) resolve(known()[name] as T);
      else reject(new Error(`data/${name}.js holds something else`));
    };
    script.onerror = () => reject(new Error(`data/${name}.js is not there`));
    document.head.append(script);
  });
}
