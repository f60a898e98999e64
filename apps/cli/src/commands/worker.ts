import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 14,
  declare: (command, effects) => {
    command
      .requiredOption('--redis <url>', 'such as redis://localhost:6379')
      .description('compute worlds for runs started elsewhere with --redis')
      .action(async ({ redis }) =>
        (await import('../executors/redisWorker.ts')).serveRedis(effects, redis),
      );
  },
};
