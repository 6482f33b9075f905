// What an upload is for: a post's draft, a creator's portfolio, or a brief's moodboard. The browser says
// it when it begins to send, and the server judges it then and again when everything has arrived. Pure.

export interface UploadTarget {
  kind: 'draft' | 'portfolio' | 'moodboard';
  /** The draft's id, the portfolio's owner's, the brief's. */
  id: string;
}

/** How it is named in the metadata of an upload. */
const names = { draft: 'draftId', portfolio: 'portfolioOf', moodboard: 'moodboardOf' } as const;
const kinds = Object.keys(names) as UploadTarget['kind'][];

export const targetMetadata = ({ kind, id }: UploadTarget): Record<string, string> => ({
  [names[kind]]: id,
});

/** Exactly one, or none at all. */
export function targetIn(metadata: Record<string, string | null | undefined>): UploadTarget | null {
  const found = kinds.flatMap((kind) => {
    const id = metadata[names[kind]];
    return id ? [{ kind, id }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Portfolios and moodboards are pictures; they fit on a page that is looked at as a whole. */
export const maxStylePictures = 40;
