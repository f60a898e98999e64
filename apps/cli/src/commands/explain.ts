import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 100,
  declare: (parser, effects) => {
    parser
      .argument('<topic>', 'day, assumptions, outcome, factor, frame, remedy, theory or claim')
      .argument('[id]', 'one of them')
      .description('what the program assumes, from the declarations that run')
      .action(async (topic, id) =>
        (await import('../actions/explain.ts')).explain(effects, topic, id),
      );
  },
};
