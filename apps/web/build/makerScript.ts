import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import { build } from 'vite';

const entry = fileURLToPath(new URL('../src/take/maker.ts', import.meta.url));

/**
 * Builds what makes report and tables as a script beside the page, loaded when it is first asked
 * for: a page of classic scripts cannot be split by the bundler.
 */
export function makerScript(resolve: UserConfig['resolve']): Plugin {
  const built = async (): Promise<string> => {
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      resolve,
      build: {
        write: false,
        target: 'es2022',
        rolldownOptions: { input: entry, output: { format: 'iife' } },
      },
    });
    const [{ output }] = [result].flat() as [{ output: readonly { code?: string }[] }];
    return output[0]!.code!;
  };
  return {
    name: 'asylia-maker-script',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'data/maker.js', source: await built() });
    },
    configureServer(server) {
      server.middlewares.use('/data/maker.js', async (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(await built());
      });
    },
  };
}
