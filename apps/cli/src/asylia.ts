#!/usr/bin/env node
import { main } from './main.ts';
import { realEffects } from './shell/effects.ts';

process.exitCode = await main(process.argv.slice(2), realEffects);
await realEffects.close();
