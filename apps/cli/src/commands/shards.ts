import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { CommandDeclaration } from '../command.ts';
import {
  drawsOption,
  endErrorOption,
  peerWorldsOption,
  scenarioOption,
  studyOptions,
  whole,
} from '../command.ts';
import { usualDraws } from '../runs/draws.ts';
import type { Effects } from '../shell/effects.ts';

export const command: CommandDeclaration = {
  place: 150,
  declare: (parser, effects) => {
    parser.description('a run cut into pieces for many machines: plan, run each piece, merge');
    declarePlan(parser.command('plan'), effects);
    parser
      .command('run')
      .argument('<plan>')
      .description('compute one shard; a shard that is there already is left alone')
      .option(
        '--index <n>',
        'which; else SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX',
        whole(0, 1e9),
      )
      .action(async (plan, { index }) =>
        (await import('../actions/shards.ts')).runShard(effects, plan, index),
      );
    parser
      .command('merge')
      .argument('<plan>')
      .description('put the shards together: the results of one run on one machine')
      .action(async (plan) => (await import('../actions/shards.ts')).mergeShards(effects, plan));
  },
};

function declarePlan(plan: Command, effects: Effects): void {
  plan.argument('<case...>');
  studyOptions(plan, availableParallelism())
    .description(
      'write a plan: which worlds are computed where, for a run of one case or the comparison of folders of Flee',
    )
    .addOption(scenarioOption())
    .addOption(peerWorldsOption())
    .option('--settings <file>', 'for folders of Flee: its simsetting.yml')
    .option('--threat', 'an attribution (asylia threat) under all theories instead of a run')
    .option('--theory <ids>', 'with --threat: all, or theories joined with commas', 'all')
    .addOption(drawsOption(usualDraws))
    .addOption(endErrorOption())
    .requiredOption('--plan <file>', 'where to write the plan')
    .action(async (names: string[], options, self: Command) => {
      // What `--draws` was called before; a run's default is not what was asked for.
      const isFormer = options.threat && self.getOptionValueSource('worlds') === 'cli';
      const draws = isFormer ? options.worlds : options.draws;
      const { planShards } = await import('../actions/shards.ts');
      return planShards(effects, names, { ...options, draws });
    });
}
