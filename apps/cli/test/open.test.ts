import { request } from 'node:http';
import { join } from 'node:path';
import { newCase } from '@asylia/cases';
import { afterEach, describe, expect, test } from 'vitest';
import { shippedPage } from '../src/actions/open.ts';
import { main } from '../src/main.ts';
import { answer } from '../src/shell/answer.ts';
import { serve } from '../src/shell/serve.ts';
import { fake, freePort } from './fake.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A world with a built page, and a case that may have been changed. */
function worldWithPage(change: (files: Map<string, string>) => void = () => {}) {
  const source = new Map(newCase('my-crisis'));
  change(source);
  const files = new Map<string, Uint8Array>();
  for (const [name, text] of source) files.set(`small/${name}`, bytes(text));
  for (const [name, text] of [
    ['index.html', '<!doctype html>'],
    ['page.js', 'page()'],
    ['data/theories.js', 'theories()'],
    ['data/notes.txt', 'not for anybody'],
  ]) {
    files.set(join(shippedPage(), name!), bytes(text!));
  }
  return fake({ files });
}

const here = `127.0.0.1:${freePort}`;
const get = (url: string, host = here) => ({ method: 'GET', url, host });

describe('open', () => {
  test('says the address, opens the browser and ends with Ctrl-C', async () => {
    const world = worldWithPage();
    expect(await main(['open'], world.effects)).toBe(0);
    expect(world.out()).toBe(`http://${here}/\n`);
    expect(world.browsed).toEqual([`http://${here}/`]);
  });

  test('opens a case of the user, which the page then loads like one that comes along', async () => {
    const world = worldWithPage((files) => {
      files.set('places.csv', files.get('places.csv')!.replace('North Town', '</script>'));
    });
    expect(await main(['open', '--case', 'small', '--port', '5000'], world.effects)).toBe(0);
    expect(world.out()).toBe('http://127.0.0.1:5000/#case=my-crisis\n');
    const { status, body } = world.sites[0]!(get('/data/case-my-crisis.js', '127.0.0.1:5000'));
    expect(status).toBe(200);
    expect(body).not.toContain('</script>');
    expect(world.sites[0]!(get('/data/ground-my-crisis.js', '127.0.0.1:5000')).status).toBe(200);
    const scope: { asyliaData?: Record<string, Record<string, string>> } = {};
    new Function('globalThis', String(body))(scope);
    const opened = scope.asyliaData!['case-my-crisis']!;
    expect(opened['places.csv']).toContain('</script>');
    expect(Object.keys(opened)).toContain('scenarios/bridge-stays-open.json');
  });

  test('a case with a fault is not served: the fault is said as by check', async () => {
    const broken = (files: Map<string, string>) => {
      files.set('places.csv', files.get('places.csv')!.replace('10.2', 'ten'));
    };
    const checked = worldWithPage(broken);
    expect(await main(['check', 'small'], checked.effects)).toBe(2);
    const opened = worldWithPage(broken);
    expect(await main(['open', '--case', 'small'], opened.effects)).toBe(2);
    expect(opened.err()).toBe(checked.err());
    expect(opened.err()).toContain('places.csv: 1 fault');
    expect(opened.sites).toEqual([]);
  });

  test('a page that was never built is the first thing said', async () => {
    const world = fake();
    expect(await main(['open'], world.effects)).toBe(2);
    expect(world.err()).toContain('npm run build');
  });

  test('a port beyond all ports is a mistake of the user', async () => {
    const world = worldWithPage();
    expect(await main(['open', '--port', '65536'], world.effects)).toBe(2);
  });
});

describe('what the server of the page answers', () => {
  const site = new Map<string, string>([
    ['index.html', '<!doctype html>'],
    ['data/theories.js', 'theories()'],
  ]);
  const ask = (url: string, host = here, method = 'GET') =>
    answer(site, { method, url, host }, freePort);

  test('the files of the page, with their types', () => {
    expect(ask('/')).toMatchObject({ status: 200, body: '<!doctype html>' });
    expect(ask('/?x=1').headers['content-type']).toBe('text/html; charset=utf-8');
    expect(ask('/data/theories.js').headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    '/../package.json',
    '/data/../../package.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/data',
    '/data/',
    '/__proto__',
    'http://elsewhere/index.html',
    '',
  ])('nothing else: %s', (url) => {
    expect(ask(url).status).toBe(404);
  });

  test.each(['elsewhere.example', `elsewhere.example:${freePort}`, '127.0.0.1', ''])(
    'nothing under another name: "%s"',
    (host) => {
      expect(ask('/', host).status).toBe(403);
    },
  );

  test('at the port that browsers leave out', () => {
    const asked = (host: string) => answer(site, { method: 'GET', url: '/', host }, 80).status;
    expect(['127.0.0.1', 'localhost', '127.0.0.1:80'].map(asked)).toEqual([200, 200, 200]);
    expect(['elsewhere.example', '', '127.0.0.1:8080'].map(asked)).toEqual([403, 403, 403]);
  });

  test('nothing is taken in', () => {
    expect(ask('/', here, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('over a real connection', () => {
  let close: (() => Promise<void>) | null = null;
  afterEach(async () => {
    await close?.();
    close = null;
  });

  test('a browser gets the page, a foreign name and a long way up get nothing', async () => {
    const site = new Map([['index.html', '<!doctype html>é']]);
    const served = await serve(0, (asked, port) => answer(site, asked, port));
    close = served.close;
    const address = `http://127.0.0.1:${served.port}/`;
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>é');
    const head = await fetch(address, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('17');
    expect(await head.text()).toBe('');
    const raw = (path: string, host: string) =>
      new Promise<number>((resolve, reject) => {
        request({ host: '127.0.0.1', port: served.port, path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode!);
        })
          .on('error', reject)
          .end();
      });
    expect(await raw('/', 'elsewhere.example')).toBe(403);
    expect(await raw('/../../etc/passwd', `127.0.0.1:${served.port}`)).toBe(404);
    await expect(serve(served.port, () => page as never)).rejects.toThrow('EADDRINUSE');
  });
});
