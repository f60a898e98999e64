#!/usr/bin/env node
import { main } from './main.ts';
import { realEffects } from './realEffects.ts';

try {
  process.exitCode = await main(process.argv.slice(2), realEffects);
} finally {
  await realEffects.close();
}
