// The versions of a post in time, for laying any two of them side by side, and who wrote what. The
// brand is given those that were sent and those kept while the door was open.
import { checkpointsOf, type CheckpointRow } from '#db/checkpoints.ts';
import type { DecisionRow } from '#db/decisions.ts';
import { personById } from '#db/people.ts';
import type { AuthoredRange, Writer } from '#shared/authorship.ts';
import { isOver } from '#shared/approval.ts';
import type { NormalForm } from '#shared/content-id.ts';
import { draftDocument } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type Side } from '#shared/roles.ts';
import { writersOf } from '../authorship.ts';
import { type DraftCase, openCase } from '../drafts.ts';
import type { Services } from '../services.ts';
import { frameOf, type PostFrame } from './drafts.ts';

/** Why a version is there. One content in a row is one version, with every reason. */
export type Reason =
  | { kind: 'sent'; at: number; n: number; round: number }
  | { kind: 'approve' | 'post-it'; at: number; name: string; side: Side }
  | { kind: 'quiet'; at: number }
  | { kind: 'named'; at: number; name: string };

export interface Moment {
  id: string;
  contentId: string;
  at: number;
  reasons: Reason[];
}

export interface FrozenVersion {
  id: string;
  form: NormalForm;
  /** Empty for what was sent before it was kept. */
  authorship: AuthoredRange[];
}

export interface VersionsPage extends PostFrame {
  document: { name: string; epoch: string; schemaVersion: number };
  may: { write: boolean; restore: boolean };
  /** The newest first. */
  moments: Moment[];
  /** What is being compared: `now` is the live text. */
  chosen: { from: string; to: string };
  frozen: FrozenVersion[];
  /** Whose each client id of the live document is. */
  writers: [clientId: number, writer: Writer][];
  /** The people in them, by id. */
  names: Record<string, string>;
}

const now = 'now';

export async function draftVersions(
  s: Services,
  actor: Actor,
  input: { draftId: string; from?: string | null; to?: string | null },
): Promise<Result<VersionsPage>> {
  const found = await openCase(s.db, actor, input.draftId);
  if (!found.ok) return found;
  const { draft, document, standing, state } = found.value;
  if (!can('draft.read', standing)) return fail('not-found');
  const kept = await readableCheckpoints(s, found.value);
  const moments = momentsOf(found.value, kept);
  const write = can('draft.write', standing);
  const chosen = chosenOf(moments, { ...input, write });
  const all = [...found.value.versions, ...kept];
  const frozen = all
    .filter(({ id }) => id === chosen.from || id === chosen.to)
    .map(({ id, parts, authorship }) => ({ id, form: parts, authorship: authorship ?? [] }));
  const writers = await writersOf(s.db, draft);
  return ok({
    ...(await frameOf(s, found.value)),
    document: { ...document, name: draftDocument(draft.id) },
    may: { write, restore: write && !isOver(state.status) },
    moments,
    chosen,
    frozen,
    writers: [...writers],
    names: await namesOf(s, [...writers.values()]),
  });
}

async function readableCheckpoints(
  s: Services,
  { draft, side }: DraftCase,
): Promise<CheckpointRow[]> {
  const kept = await checkpointsOf(s.db, draft.id);
  return side === 'creator' ? kept : kept.filter(({ open }) => open);
}

function momentsOf({ versions, decisions }: DraftCase, kept: CheckpointRow[]): Moment[] {
  const sent = versions.map(({ id, contentId, seq, sentAt, n, round }) => {
    const at = sentAt.getTime();
    const reasons: Reason[] = [{ kind: 'sent', at, n, round }, ...keys(decisions, id)];
    return { seq, moment: { id, contentId, at, reasons } };
  });
  const others = kept.map(({ id, contentId, seq, at: keptAt, name }) => {
    const at = keptAt.getTime();
    const reason: Reason = name === null ? { kind: 'quiet', at } : { kind: 'named', at, name };
    return { seq, moment: { id, contentId, at, reasons: [reason] } };
  });
  // By the log's numbers: a clock may have been set back in between.
  const inOrder = [...sent, ...others].sort((a, b) => a.seq - b.seq || a.moment.at - b.moment.at);
  return joined(inOrder.map(({ moment }) => moment)).reverse();
}

function keys(decisions: DecisionRow[], versionId: string): Reason[] {
  return decisions.flatMap(({ event, side, userName, at, versionId: of }): Reason[] =>
    of === versionId && (event === 'approve' || event === 'post-it')
      ? [{ kind: event, at: at.getTime(), name: userName, side }]
      : [],
  );
}

/** The same content in a row; what was sent gives it its id, and quiet says nothing beside a reason. */
function joined(moments: Moment[]): Moment[] {
  const all: Moment[] = [];
  for (const one of moments) {
    const last = all.at(-1);
    if (last?.contentId !== one.contentId) {
      all.push(one);
      continue;
    }
    const reasons = [...last.reasons, ...one.reasons];
    const said = reasons.filter(({ kind }) => kind !== 'quiet');
    const sent = [last, one].find((moment) => moment.reasons.some(({ kind }) => kind === 'sent'));
    all[all.length - 1] = {
      ...one,
      id: sent?.id ?? one.id,
      reasons: said.length > 0 ? said : [reasons[0] as Reason],
    };
  }
  return all;
}

/** Who writes looks at what they changed since it was sent; the others at what the last round brought. */
function chosenOf(
  moments: Moment[],
  { from, to, write }: { from?: string | null; to?: string | null; write: boolean },
): VersionsPage['chosen'] {
  const known = (id: string | null | undefined) =>
    id === now || moments.some((moment) => moment.id === id) ? id : null;
  const sent = moments.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'sent'));
  const [last, earlier = last] = sent;
  const since = (write ? last : earlier) ?? moments[0];
  return { from: known(from) ?? since?.id ?? now, to: known(to) ?? now };
}

async function namesOf(s: Services, writers: Writer[]): Promise<Record<string, string>> {
  const ids = new Set(writers.map(({ userId }) => userId).filter((id) => id !== ''));
  const names: Record<string, string> = {};
  for (const id of ids) names[id] = (await personById(s.db, id))?.name ?? '';
  return names;
}
