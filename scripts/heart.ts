// Prints how often hints are right on the committed pairs, beside plain stem overlap: both halves.
import {
  type Figures,
  halfOfTheStems,
  hintFigures,
  overlapFigures,
  overlapThreshold,
  pairLanguages,
  precision,
  recall,
} from '#tests/support/heart-pairs.ts';

const shown = (one: Figures) =>
  `${one.right} of ${one.hinted} | ${precision(one).toFixed(2)} | ` +
  `${one.right} of ${one.carrying} | ${recall(one).toFixed(2)}`;

const rows = pairLanguages.flatMap((language) =>
  (['dev', 'held'] as const).flatMap((half) => {
    const tuned = overlapThreshold(language);
    return [
      ['hints', hintFigures(language, half)] as const,
      [
        `stems ≥ ${tuned === Number.POSITIVE_INFINITY ? '∞' : tuned.toFixed(2)}`,
        overlapFigures(language, half, tuned),
      ] as const,
      [`stems ≥ ${halfOfTheStems}`, overlapFigures(language, half, halfOfTheStems)] as const,
    ].map(([by, one]) => `| ${language} | ${half} | ${by} | ${shown(one)} |`);
  }),
);
process.stdout.write(
  `${['| language | half | by | right of hinted | precision | right of carrying | recall |', '|---|---|---|---|---|---|---|', ...rows].join('\n')}\n`,
);
