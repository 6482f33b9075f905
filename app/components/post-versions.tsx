// A post's versions: the list in time on the left, and what differs between two of them, or who
// wrote the later one. What it says now is read along live.
import { useSearchParams } from '@remix-run/react';
import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useCollab, useSave } from '#app/collab/use-collab.ts';
import { useParts } from '#app/editor/use-parts.ts';
import type { VersionsPage } from '#server/views/versions.ts';
import { type AuthoredRange, authoredRanges, writerIn } from '#shared/authorship.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { type PartKind, type Parts, partKinds } from '#shared/parts.ts';
import { versions } from '#shared/words/versions.ts';
import { Select } from './field.tsx';
import { PostAuthors } from './post-authors.tsx';
import { PostDifference } from './post-difference.tsx';
import { KeepVersion, RestoreVersion } from './post-restore.tsx';
import { VersionList, useMomentName } from './post-version-list.tsx';
import { EmptyState } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

const now = 'now';

export interface Version {
  parts: Parts;
  ranges: readonly AuthoredRange[];
}

export function PostVersions({ page, actor }: { page: VersionsPage; actor: string }) {
  const w = useWords(versions);
  const { connection, save } = useCollab({
    documentName: page.document.name,
    epoch: page.document.epoch,
    schemaVersion: page.document.schemaVersion,
    userId: actor,
    right: page.may.write ? 'write' : 'read',
  });
  const live = useLiveVersion(page, connection?.doc ?? null);
  const isSaved = useSave(save).phase === 'saved';
  const name = page.may.write && <KeepVersion {...{ page, actor, live, isSaved }} />;
  if (page.moments.length === 0) {
    return (
      <EmptyState icon={<History className="size-5" />} title={w.none}>
        <p>{page.may.write ? w.noneNote : w.noneNoteBrand}</p>
        {name}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6 md:grid md:grid-cols-[17rem_minmax(0,1fr)] md:items-start md:gap-8">
      <VersionList page={page} />
      <div className="flex min-w-0 flex-col gap-5">
        <Choice page={page} />
        <div className="flex flex-wrap items-center gap-2 empty:hidden">
          {page.may.restore && connection && (
            <RestoreVersion {...{ page, actor, live, isSaved, doc: connection.doc }} />
          )}
          {name}
        </div>
        <Shown page={page} live={live} />
      </div>
    </div>
  );
}

/** Both ends by name: any two, or one and what it says now. */
function Choice({ page }: { page: VersionsPage }) {
  const w = useWords(versions);
  const format = useFormat();
  const nameOf = useMomentName(page);
  const [, setSearch] = useSearchParams();
  const choose = (end: 'from' | 'to', id: string) =>
    setSearch(
      (was) => {
        was.set(end, id);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['from', 'to'] as const).map((end) => (
        <Select
          key={end}
          label={w[end]}
          value={page.chosen[end]}
          onChange={(event) => choose(end, event.currentTarget.value)}
        >
          <option value={now}>{w.now}</option>
          {page.moments.map((moment) => (
            <option key={moment.id} value={moment.id}>
              {w.atTime({
                what: nameOf(moment),
                when: format.moment(moment.at, page.brief.timeZone),
              })}
            </option>
          ))}
        </Select>
      ))}
    </div>
  );
}

function Shown({ page, live }: { page: VersionsPage; live: Version | null }) {
  const w = useWords(versions);
  const [search, setSearch] = useSearchParams();
  const isWho = search.get('show') === 'who';
  const nameOf = useWriterNames(page);
  const [before, after] = [page.chosen.from, page.chosen.to].map((id) =>
    id === now ? live : frozenVersion(page, id),
  );
  const modes = [
    ['changes', w.whatChanged],
    ['who', w.whoWrote],
  ] as const;
  return (
    <>
      <fieldset className="flex gap-1 self-start rounded-xl border border-line bg-raised p-1">
        <legend className="sr-only">{w.view}</legend>
        {modes.map(([mode, label]) => (
          <button
            key={mode}
            type="button"
            aria-pressed={isWho === (mode === 'who')}
            className="min-h-11 rounded-lg px-3 text-15 font-medium text-muted aria-pressed:bg-line/60 aria-pressed:text-ink md:min-h-9"
            onClick={() =>
              setSearch(
                (was) => {
                  was.set('show', mode);
                  return was;
                },
                { replace: true, preventScrollReset: true },
              )
            }
          >
            {label}
          </button>
        ))}
      </fieldset>
      {!before || !after ? (
        <output className="block text-muted">…</output>
      ) : isWho ? (
        <PostAuthors page={page} version={after} nameOf={nameOf} />
      ) : (
        <PostDifference
          before={before.parts}
          after={after.parts}
          kinds={shownKinds}
          ranges={{ before: before.ranges, after: after.ranges }}
          nameOf={nameOf}
        />
      )}
    </>
  );
}

const shownKinds: readonly PartKind[] = partKinds;

function frozenVersion(page: VersionsPage, id: string): Version | null {
  const found = page.frozen.find((one) => one.id === id);
  return found ? { parts: partsOfForm(found.form), ranges: found.authorship } : null;
}

type Doc = Parameters<typeof authoredRanges>[0];

function useLiveVersion(page: VersionsPage, doc: Doc | null): Version | null {
  const parts = useParts(doc);
  const { writers, creator } = page;
  return useMemo(() => {
    if (!parts || !doc) return null;
    return { parts, ranges: authoredRanges(doc, writerIn(new Map(writers), creator.id)) };
  }, [parts, doc, writers, creator.id]);
}

function useWriterNames({ names, creator, brief }: VersionsPage) {
  const w = useWords(versions);
  return (writer: AuthoredRange | null): string => {
    if (!writer || writer.side === 'creator') return creator.name;
    return names[writer.userId] || w.brandWords({ brand: brief.brandName });
  };
}
