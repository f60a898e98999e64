import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Makes docs/picture.png of the README from the report of a run:
 *   npm start && npx tsx scripts/make-picture.ts [report.html]
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const newest = () => `${root}asylia-runs/${readdirSync(`${root}asylia-runs`)[0]}/report.html`;
const report = process.argv[2] ?? newest();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({
  viewport: { width: 1180, height: 900 },
  deviceScaleFactor: 1.5,
});
await page.goto(`file://${report}`);
await page.addStyleTag({
  content: '#stocks details, #stocks button, #stocks .source { display: none !important }',
});
await page.locator('#stocks').screenshot({ path: `${root}docs/picture.png` });
await browser.close();
