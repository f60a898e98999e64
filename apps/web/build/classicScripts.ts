import type { Plugin } from 'vite';

/** Turns the built page's module script into a classic one that a browser loads from a file too. */
export function classicScripts(): Plugin {
  return {
    name: 'asylia-classic-scripts',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replaceAll(/<script type="module" crossorigin/g, '<script defer')
          .replaceAll(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"'),
    },
  };
}
