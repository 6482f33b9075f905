// Prints how often hints are right on the committed pairs, beside plain stem overlap: both halves.
import {
  type Figures,
  halfOfTheStems,
  hintFigures,
  overlapFigures,
  overlapWithin,
  pairLanguages,
  precision,
  recall,
  wrongIn,
} from '#tests/support/heart-pairs.ts';

const shown = (one: Figures) =>
  `${one.right} of ${one.hinted} | ${precision(one).toFixed(2)} | ` +
  `${one.right} of ${one.carrying} | ${recall(one).toFixed(2)}`;

const rows = pairLanguages.flatMap((language) =>
  (['dev', 'held'] as const).flatMap((half) => {
    const hints = hintFigures(language, half);
    return [
      ['hints', hints] as const,
      ['stems, no more of them wrong', overlapWithin(language, half, wrongIn(hints))] as const,
      ['half of the stems', overlapFigures(language, half, halfOfTheStems)] as const,
    ].map(([by, one]) => `| ${language} | ${half} | ${by} | ${shown(one)} |`);
  }),
);
process.stdout.write(
  `${['| language | half | by | right of hinted | precision | right of carrying | recall |', '|---|---|---|---|---|---|---|', ...rows].join('\n')}\n`,
);
