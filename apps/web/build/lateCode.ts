import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { build } from 'vite';

/** [name] code that few need: beside the page as a script of its own, loaded when asked for. */
const parts: Readonly<Record<string, string>> = {
  maker: fileURLToPath(new URL('../src/take/maker.ts', import.meta.url)),
  workbook: fileURLToPath(new URL('../src/take/workbook.ts', import.meta.url)),
};

/** One script that hands what its module exports to the page, like the data beside it. */
async function scriptOf(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@asylia/source', 'browser', 'module', 'import', 'default'] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: parts[name]!, formats: ['iife'], name: 'part', fileName: name },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = 'output' in output! ? output.output[0] : null;
  if (!chunk) throw new Error(`late code: expected a script of ${name}, got none`);
  return `(()=>{${chunk.code};(globalThis.asyliaData??={})[${JSON.stringify(name)}]=part})();\n`;
}

/** Writes the parts beside the page; serves them while developing. */
export function lateCode(): Plugin {
  return {
    name: 'asylia-late-code',
    async generateBundle() {
      for (const name of Object.keys(parts)) {
        this.emitFile({
          type: 'asset',
          fileName: `data/${name}.js`,
          source: await scriptOf(name),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const name = /^\/data\/([\w-]+)\.js/.exec(request.url ?? '')?.[1];
        if (name === undefined || !Object.hasOwn(parts, name)) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(await scriptOf(name));
      });
    },
  };
}
