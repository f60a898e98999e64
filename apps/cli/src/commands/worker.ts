import type { CommandDeclaration } from '../command.ts';
import { apart, loadApart } from '../shell/apart.ts';

const load = () => import('../executors/redisWorker.ts');

export const command: CommandDeclaration = {
  place: 140,
  declare: (parser, effects) => {
    parser
      .requiredOption('--redis <url>', 'such as redis://localhost:6379')
      .description('compute worlds for runs started elsewhere with --redis')
      .action(async ({ redis }) =>
        (await loadApart('--redis', apart.redis, load)).serveRedis(effects, redis),
      );
  },
};
