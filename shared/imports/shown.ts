// How much of a creator's figures one workspace sees: the creator chooses, workspace by workspace.

export const shownChoices = ['nothing', 'figures', 'posts'] as const;
export type Shown = (typeof shownChoices)[number];
