// Who may do what: one table, read by commands, by the sync server and by the interface.
// It knows facts about a person's standing, never a database, a request or a clock.
import type { Locale } from './words/words.ts';

/** The signed-in person of a request or socket. `kind` decides which home they get. */
export interface Actor {
  userId: string;
  name: string;
  locale: Locale;
  calendar: 'gregory' | 'buddhist';
  sessionId: string;
  kind: 'brand' | 'creator';
}

export type WorkspaceRole = 'owner' | 'manager' | 'viewer';
export type BriefRole = 'lead' | 'colleague' | 'reviewer';
export type Side = 'brand' | 'creator';

/** Everything `can` needs to know about one person and the thing in question. */
export interface Standing {
  workspace: WorkspaceRole | null;
  brief: BriefRole | null;
  /** An invited creator of this brief who was not removed. */
  creator: boolean;
  /** The lead keeps the live guidelines open to the brief's creators. */
  guidelinesOpen: boolean;
  /** Facts of the draft in question; null where none is. */
  draft: { own: boolean; open: boolean } | null;
  /** The draft's creator lets the brands they work with see how they write. */
  voiceShown?: boolean;
}

export const nobody: Standing = {
  workspace: null,
  brief: null,
  creator: false,
  guidelinesOpen: false,
  draft: null,
};

const manages = (s: Standing) => s.workspace === 'owner' || s.workspace === 'manager';
const leads = (s: Standing) => s.brief === 'lead';
const writesGuidelines = (s: Standing) => leads(s) || s.brief === 'colleague' || manages(s);

/** Anyone who sees the brief from the brand's side. */
export const isBrandSide = (s: Standing): boolean => s.brief !== null || s.workspace !== null;
const speaksForBrand = (s: Standing) =>
  !s.creator && (s.brief === 'lead' || s.brief === 'colleague' || manages(s));
const ownsDraft = (s: Standing) => s.creator && s.draft?.own === true;
const seesDraft = (s: Standing) => ownsDraft(s) || (isBrandSide(s) && s.draft?.open === true);

const hearsBrand = (s: Standing) =>
  isBrandSide(s) && !s.creator && (s.draft === null || s.draft.open);
const hearsEveryone = (s: Standing) =>
  s.draft ? seesDraft(s) : isBrandSide(s) || (s.creator && s.guidelinesOpen);

const table = {
  'workspace.manage': (s) => s.workspace === 'owner',
  'outbox.read': (s) => s.workspace === 'owner',
  // Whom the workspace knows, and what they show it.
  'roster.read': (s) => s.workspace !== null && !s.creator,
  'roster.write': (s) => manages(s) && !s.creator,
  'brief.create': manages,
  'brief.read': isBrandSide,
  'brief.edit': (s) => leads(s) || manages(s),
  'brief.people': (s) => leads(s) || manages(s),
  'guidelines.write': writesGuidelines,
  'guidelines.read': (s) => isBrandSide(s) || (s.creator && s.guidelinesOpen),
  'guidelines.publish': leads,
  'guidelines.door': leads,
  'version.read': (s) => isBrandSide(s) || s.creator,
  'plan.write': writesGuidelines,
  'plan.read': (s) => writesGuidelines(s) || s.workspace === 'viewer',
  // Followers in common: asked by who plans, sent by each creator for themselves.
  'overlap.ask': (s) => writesGuidelines(s) && !s.creator,
  'overlap.send': (s) => s.creator,
  // Fit: the brand's people rate alone first; the creator rates themself and reads nobody else's marks.
  'fit.read': (s) => isBrandSide(s) && !s.creator,
  'fit.rate': (s) => !s.creator && (s.brief !== null || manages(s)),
  'fit.own': (s) => s.creator,
  'fit.sheet': (s) => writesGuidelines(s) && !s.creator,
  // Pictures of a style: a portfolio is its creator's own (server/upload-target.ts).
  'portfolio.read': (s) => isBrandSide(s) && !s.creator,
  'moodboard.read': (s) => isBrandSide(s) || s.creator,
  'moodboard.write': (s) => writesGuidelines(s) && !s.creator,
  'creator.invite': (s) => leads(s) || manages(s),
  // Showing the brief's posts to somebody without an account.
  'client.link': (s) => (leads(s) || manages(s)) && !s.creator,
  'offer.answer': (s) => s.creator,
  // Of a creator: their own deal and their own address, never another's.
  'deal.read': (s) => leads(s) || manages(s) || s.creator,
  'deal.write': (s) => !s.creator && (leads(s) || manages(s)),
  'deal.answer': (s) => s.creator,
  'address.read': (s) => leads(s) || manages(s) || s.creator,
  'address.write': (s) => s.creator,
  'shoot.write': (s) => !s.creator && (leads(s) || manages(s)),
  'shoot.read': (s) => isBrandSide(s) && !s.creator,
  'shoot.pick': (s) => s.creator,
  'draft.write': ownsDraft,
  'draft.read': seesDraft,
  'draft.door': ownsDraft,
  'draft.send': ownsDraft,
  'draft.decide': (s) => leads(s) && s.draft?.open === true,
  // Legal's word on a version, where the brief asks for it.
  'draft.clear': (s) => !s.creator && s.brief === 'reviewer' && s.draft?.open === true,
  'draft.post': ownsDraft,
  'draft.release': leads,
  // The creator's own: the brand is shown it once it was sent, whatever the draft's door (views/ideas).
  'idea.send': ownsDraft,
  'idea.read': (s) => s.draft !== null && (ownsDraft(s) || (isBrandSide(s) && !s.creator)),
  'idea.decide': (s) => leads(s) && !s.creator && s.draft !== null,
  // Who may speak to everyone may also say how they would put it. The text's owner has the last word.
  'draft.suggest': (s) => speaksForBrand(s) && s.draft?.open === true,
  'guidelines.suggest': (s) => s.creator && s.guidelinesOpen,
  // Whoever works on the post; a viewer reads.
  'reading-copy.write': (s) => ownsDraft(s) || (seesDraft(s) && (s.brief !== null || manages(s))),
  // The card alone: a creator's own captions are read by that creator and nobody else.
  'voice.read': (s) =>
    ownsDraft(s) || (isBrandSide(s) && !s.creator && s.draft !== null && s.voiceShown === true),
  'thread.brand': hearsBrand,
  'thread.everyone': hearsEveryone,
  // A viewer reads. The reviewer speaks to the brand side only.
  'thread.brand.say': (s) => hearsBrand(s) && (s.brief !== null || manages(s)),
  'thread.everyone.say': (s) => hearsEveryone(s) && (s.creator || speaksForBrand(s)),
  // Saying which passage carries a talking point. The mark itself is writing, and the creator's.
  'coverage.judge': (s) =>
    hearsBrand(s) && s.draft !== null && (leads(s) || s.brief === 'colleague' || manages(s)),
} as const satisfies Record<string, (standing: Standing) => boolean>;

export type Action = keyof typeof table;
export const actions = Object.keys(table) as Action[];

export function can(action: Action, standing: Standing): boolean {
  return table[action](standing);
}

export type Right = 'write' | 'read' | 'none';

/** The right on a live document: what the sync server asks before a socket hears anything. */
export function documentRight(kind: 'guidelines' | 'draft' | 'plan', standing: Standing): Right {
  if (can(`${kind}.write`, standing)) return 'write';
  return can(`${kind}.read`, standing) ? 'read' : 'none';
}

/** Which side of the table a person sits on in this brief; creators never pass as the brand. */
export function sideOf(standing: Standing): Side | null {
  if (standing.creator) return 'creator';
  return isBrandSide(standing) ? 'brand' : null;
}
