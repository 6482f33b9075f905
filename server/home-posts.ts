// A person's posts on either side, with their clocks: what the homes and the calendars are made of. As
// many queries as there are tables, however many posts.
import {
  type BrandPlace,
  brandPlacesOf,
  decisionsAtHome,
  draftsAtHome,
  type HomeDecision,
  type HomeRow,
  lastBrandWords,
  reviewedBriefs,
  type Whose,
} from '#db/home.ts';
import { type PlaceRow, placesOf } from '#db/creators.ts';
import type { BriefRow } from '#db/briefs.ts';
import { brandTurnFrom, newDraft, type Status, turn } from '#shared/approval.ts';
import type { Placed } from '#shared/home.ts';
import { type IdeaStage, ideaStage, turnAt } from '#shared/idea.ts';
import { can, nobody } from '#shared/roles.ts';
import { clockFor, lookAskedIn } from './drafts.ts';
import type { Services } from './services.ts';

export interface HomePost extends Placed {
  draftId: string;
  briefId: string;
  brandName: string;
  briefTitle: string;
  creatorName: string;
  ordinal: number;
  title: string;
  format: string;
  /** Of a creator's own post. */
  open: boolean;
  /** Where its idea stands, before the words. */
  idea: IdeaStage;
  /** Waits for the brand's reviewer; never of a creator's own. */
  withLegal: boolean;
  timeZone: string;
}

export interface PostsAtHome {
  /** Briefs seen from the brand's side, and the posts in them that the brand side may know of. */
  places: BrandPlace[];
  brandPosts: HomePost[];
  /** Briefs the person is or was a creator in, and their own posts in them. */
  jobs: PlaceRow[];
  ownPosts: HomePost[];
}

type Reading = Pick<Services, 'db' | 'now'>;

export async function postsAtHome(s: Reading, userId: string): Promise<PostsAtHome> {
  const [places, jobs] = await Promise.all([brandPlacesOf(s.db, userId), placesOf(s.db, userId)]);
  const [brandPosts, ownPosts] = await Promise.all([
    postsInBriefs(s, places),
    postsOfCreator(s, userId, jobs),
  ]);
  return { places, brandPosts, jobs, ownPosts };
}

/** What the brand side may know of: a *Just me* draft is not among it, unless its idea was sent. */
async function postsInBriefs(s: Reading, places: BrandPlace[]): Promise<HomePost[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ brief }) => brief.id);
  const reviewed = await reviewedBriefs(s.db, ids);
  const briefs = new Map(
    places.map((place) => {
      const { brief } = place;
      const needsClearance = brief.needsClearance && reviewed.has(brief.id);
      return [brief.id, { brief, needsClearance, ...rightsIn(place) }];
    }),
  );
  return postsOf(s, { openIn: ids }, (id) => briefs.get(id) ?? null);
}

function rightsIn({ workspace, role, creator }: BrandPlace): Pick<Read, 'decides' | 'clears'> {
  const isCreator = creator !== null && creator !== 'removed';
  const standing = { ...nobody, workspace, brief: role, creator: isCreator };
  const open = { ...standing, draft: { own: false, open: true } };
  return { decides: can('draft.decide', open), clears: can('draft.clear', open) };
}

async function postsOfCreator(
  s: Reading,
  creatorId: string,
  jobs: PlaceRow[],
): Promise<HomePost[]> {
  if (jobs.length === 0) return [];
  const own = { needsClearance: false, decides: true, clears: false };
  const briefs = new Map(jobs.map(({ brief }) => [brief.id, { brief, ...own }]));
  return postsOf(s, { creatorId }, (id) => briefs.get(id) ?? null);
}

interface Read {
  brief: BriefRow;
  /** A version waits for the brief's reviewer first, and there is one. */
  needsClearance: boolean;
  decides: boolean;
  clears: boolean;
}

async function postsOf(
  s: Reading,
  whose: Whose,
  read: (briefId: string) => Read | null,
): Promise<HomePost[]> {
  const [rows, decisions] = await Promise.all([
    draftsAtHome(s.db, whose),
    decisionsAtHome(s.db, whose),
  ]);
  const decisionsOf = ({ draft }: HomeRow) => decisions.get(draft.id) ?? [];
  const asked = rows.filter((row) => lookAskedIn(decisionsOf(row)) !== null);
  const said = await lastBrandWords(
    s.db,
    asked.map(({ draft }) => draft.id),
  );
  return rows.flatMap((row) => {
    const of = read(row.draft.briefId);
    if (!of) return [];
    const own = decisionsOf(row);
    const look = lookAskedIn(own);
    const word = said.get(row.draft.id) ?? null;
    const lookAsked = look !== null && !(word && word > look.at);
    return [postOf(s, row, { ...of, decisions: own, lookAsked })];
  });
}

interface About extends Read {
  decisions: HomeDecision[];
  lookAsked: boolean;
}

function postOf(s: Reading, row: HomeRow, about: About): HomePost {
  const { draft, deliverable, creatorName } = row;
  const { brief, needsClearance, decides, clears, decisions, lookAsked } = about;
  const status = draft.status as Status;
  const { round, extraRounds, open, updatedAt, writingAt } = draft;
  const { ideaFirst } = deliverable;
  const idea = ideaStage({ ideaFirst, status, writingAt, idea: row.idea });
  const withLegal = brandTurnFrom(decisions, { status, needsClearance }) === 'reviewer';
  return {
    draftId: draft.id,
    briefId: brief.id,
    briefTitle: brief.title,
    brandName: brief.brandName,
    creatorName,
    ordinal: deliverable.ordinal,
    title: deliverable.title,
    format: deliverable.format,
    status,
    turn: turnAt(idea, turn({ ...newDraft(brief.rounds), status, round, extraRounds })),
    open,
    idea,
    clock: clockFor(s, { draft, deliverable, brief }, decisions),
    lookAsked,
    withLegal,
    decides: withLegal ? clears : decides,
    updatedAt,
    timeZone: brief.timeZone,
  };
}
