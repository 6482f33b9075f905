// What a brand and one creator agree on, beside the guidelines.

/** What the brand may do with the posts. Empty text: nothing was said of it. */
export interface DealRights {
  /** Where the brand may show them: its own channels, its shop, in print. */
  channels: string;
  /** For how long. */
  time: string;
  /** Paid amplification is allowed. */
  paid: boolean;
  /** The brand may edit what it shows; the post itself never. */
  edits: boolean;
}
