// The languages that hints are given in: those where they were right often enough on pairs never seen
// while building (`npm run heart`, docs/decisions/0013-hints.md). Small, so that a page in another
// language need not load the matcher to know that it has nothing to ask it.
import type { HintLanguage } from './quantities.ts';

export const hintLanguages: readonly HintLanguage[] = ['de'];

/** The language of hints for a text in this language; null where there are none. */
export const hintLanguageOf = (language: string): HintLanguage | null =>
  hintLanguages.find((one) => one === language.split('-')[0]) ?? null;
