// The fit sheet: how well a creator and a brand go together, rated by people with a post as evidence.
// It adds nothing up that people disagree about, and never reads a photograph.

export const fitFactors = ['profile', 'visuals', 'trends', 'lifestyle'] as const;
export type FitFactor = (typeof fitFactors)[number];

/** One question of the sheet, scored 1 to 5. A veto row is answered yes or no and stays out of the mean. */
export interface FitRow {
  id: string;
  factor: FitFactor;
  kind: 'score' | 'veto';
  /** The question and what 1, 3 and 5 look like; null where the sheet's own words are used. */
  words: { question: string; anchors: Record<1 | 3 | 5, string> } | null;
  /** Share in the mean before all weights are divided by their sum. */
  weight: number;
}

export interface FitSheet {
  rows: FitRow[];
  /** Facets of the brand's personality this team leaves out. */
  hiddenFacets: string[];
}
