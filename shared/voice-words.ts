// The words that are somebody's own: used more than in general, by the log-odds ratio with an
// informative Dirichlet prior of Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis
// 16:4, 2008), equations 16 and 22, against the general background. Server only: the background is
// no small list.
import { background } from './voice-background.ts';
import type { CaptionFeatures } from './voice-features.ts';
import { firstPerson, particles, secondPerson } from './voice-habits.ts';

/** How many words of general language are put under the creator's own before they are compared. */
const priorWords = 1000;
/** How large the general language is taken to be; its counts are per million. */
const generalWords = 1_000_000;
/** The standard score from which a word is their own: by chance alone one word in 700 reaches it. */
const leastScore = 3;
/** Once is a matter of that caption. */
const leastCaptions = 3;
const mostWords = 20;

type Script = keyof typeof background;

interface Use {
  count: number;
  captions: number;
}

/** At most 20 words, the most distinctive first. A word of one person's needs three captions. */
export function distinctiveWords(captions: readonly Pick<CaptionFeatures, 'bag'>[]): string[] {
  const scripts = ['thai', 'latin'] as const;
  return scripts
    .flatMap((script) => scored(usesOf(captions, script), script))
    .filter(({ score, use }) => score >= leastScore && use.captions >= leastCaptions)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, mostWords)
    .map(({ word }) => word);
}

const shapes: Record<Script, RegExp> = {
  thai: /^[\p{Script=Thai}\p{M}]+$/u,
  latin: /^[\p{Script=Latin}\p{M}]+$/u,
};
const leastLength: Record<Script, number> = { thai: 2, latin: 3 };

/** Who speaks to whom, and how softly, is a habit of its own on the card. */
const isCounted = (word: string) =>
  firstPerson.has(word) || secondPerson.has(word) || particles.has(word);

function usesOf(captions: readonly Pick<CaptionFeatures, 'bag'>[], script: Script) {
  const uses = new Map<string, Use>();
  for (const { bag } of captions) {
    for (const [word, count] of bag) {
      if (!shapes[script].test(word)) continue;
      const known = uses.get(word) ?? { count: 0, captions: 0 };
      uses.set(word, { count: known.count + count, captions: known.captions + 1 });
    }
  }
  return uses;
}

function scored(uses: Map<string, Use>, script: Script) {
  const own = [...uses.values()].reduce((sum, { count }) => sum + count, 0);
  const shown = [...uses].filter(
    ([word]) => word.length >= leastLength[script] && !isCounted(word),
  );
  return shown.map(([word, use]) => {
    const perMillion = perMillionOf(word, script);
    return { word, use, score: logOddsScore({ count: use.count, own, perMillion }) };
  });
}

/** A word the background does not list is taken to be as common as the rarest it does list. */
function perMillionOf(word: string, script: Script): number {
  return background[script].get(word) ?? rarest[script];
}

const rarest: Record<Script, number> = {
  thai: Math.min(...background.thai.values()),
  latin: Math.min(...background.latin.values()),
};

/**
 * The standard score of a word's log-odds ratio.
 * @param count how often the creator uses it, of `own` words in all
 */
export function logOddsScore(use: { count: number; own: number; perMillion: number }): number {
  const { count, own, perMillion } = use;
  const prior = (perMillion / generalWords) * priorWords;
  const odds = (uses: number, of: number) =>
    Math.log((uses + prior) / (of + priorWords - uses - prior));
  const variance = 1 / (count + prior) + 1 / (perMillion + prior);
  return (odds(count, own) - odds(perMillion, generalWords)) / Math.sqrt(variance);
}
