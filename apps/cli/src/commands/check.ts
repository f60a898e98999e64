import type { CommandDeclaration } from '../command.ts';

export const command: CommandDeclaration = {
  place: 70,
  declare: (parser, effects) => {
    parser
      .argument('<case>')
      .description('check a case: every fault with file, line, column and what to do')
      .action(async (name) => (await import('../actions/caseFiles.ts')).check(effects, name));
  },
};
