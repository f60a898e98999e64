import type { CommandDeclaration } from '../command.ts';
import { whole } from '../command.ts';

export const command: CommandDeclaration = {
  place: 90,
  declare: (parser, effects) => {
    parser
      .description('the page in a browser: see and change everything, on this machine')
      .option('--port <n>', 'port on this machine; 0 is a free one', whole(0, 65_535), 0)
      .option('--case <folder>', 'the case to begin with; the page can open others')
      .option('--no-browser', 'only say the address')
      .action(async (options) => (await import('../actions/open.ts')).open(effects, options));
  },
};
