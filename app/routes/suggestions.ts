// Suggesting and answering.
import type { ActionFunctionArgs } from '@remix-run/node';
import { answerJson } from '#app/json-door.ts';

export function action(args: ActionFunctionArgs) {
  const { commands } = args.context;
  return answerJson(args, {
    suggest: commands.suggest,
    withdraw: commands.withdrawSuggestion,
    accept: commands.acceptSuggestions,
    keep: commands.keepSuggestions,
    explain: commands.explainKept,
  });
}
