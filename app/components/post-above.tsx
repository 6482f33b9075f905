// What stands between a post's top bar and its text: days and door, the idea, posting day, keys, legal's
// word, what changed and what was asked. Most of it is seldom there, and is fetched when it is.
import type { Connection } from '#app/collab/connection.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { PartKind, Parts } from '#shared/parts.ts';
import { Afterwards, later } from './later.tsx';
import type { DialogName } from './post-actions.tsx';
import { hasRequests } from './post-answered.ts';
import {
  ChangeBand,
  type ChangeProps,
  DoorBand,
  ExtraRoundBand,
  PublishedBand,
} from './post-bands.tsx';
import { LookBand } from './post-look.tsx';
import { PublishDay } from './post-top.tsx';

const Agreed = later(() => import('./post-agreed.tsx'));
const Clearance = later(() => import('./post-clearance.tsx'));
const Idea = later(() => import('./post-idea.tsx'));
const Keys = later(() => import('./post-keys.tsx'));
const PostingDay = later(() => import('./posting-day.tsx'));
const Requests = later(() => import('./post-requests.tsx'));
const Together = later(() => import('./post-together.tsx'));

export interface AboveProps extends ChangeProps {
  page: OpenPost;
  actor: string;
  kinds: readonly PartKind[];
  connection: Connection | null;
  /** What it says now; null until that is known. */
  parts: Parts | null;
  /** The words that are selected in the text. */
  passage: TextAnchor | null;
  onDialog(dialog: DialogName): void;
  /** Goes to the passage of an answer. */
  onShow(id: string): void;
}

export function AboveText(props: AboveProps) {
  const { page, actor, kinds, connection, parts, passage, state, onDialog, onShow } = props;
  return (
    <>
      <PublishDay page={page} />
      <DoorBand page={page} actor={actor} />
      <ExtraRoundBand page={page} actor={actor} />
      <PublishedBand page={page} />
      <Afterwards>
        {page.idea && <Idea page={page} actor={actor} />}
        {(state.action === 'posting-day' || page.live) && (
          <PostingDay page={page} actor={actor} kinds={kinds} />
        )}
      </Afterwards>
      {page.sent && (
        <Afterwards>
          <Keys page={page} isChanged={state.isChanged} />
        </Afterwards>
      )}
      {page.clearance && (
        <Afterwards>
          <Clearance page={page} onPress={onDialog} />
        </Afterwards>
      )}
      {connection && page.sent && (
        <Afterwards>
          <Together page={page} actor={actor} awareness={connection.awareness} kinds={kinds} />
        </Afterwards>
      )}
      <ChangeBand {...props} />
      {(page.status === 'withdrawn' || page.status === 'released') && (
        <Afterwards>
          <Agreed page={page} />
        </Afterwards>
      )}
      {hasRequests(page) && (
        <Afterwards>
          <Requests page={page} actor={actor} passage={passage} onShow={onShow} />
        </Afterwards>
      )}
      <LookBand page={page} actor={actor} parts={parts} />
    </>
  );
}
