// Keeping, showing and removing one's own figures.
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerJson } from '#app/json-door.ts';

export function action(args: ActionFunctionArgs) {
  const { commands } = args.context;
  return answerJson(args, {
    keep: commands.importPosts,
    remove: commands.removeImport,
    paid: commands.markSponsored,
    show: commands.showFigures,
    account: commands.saveChannel,
    forget: commands.removeChannel,
  });
}
