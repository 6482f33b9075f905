import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useCollab } from '#app/collab/use-collab.ts';
import { ButtonLink } from '#app/components/button.tsx';
import { Select } from '#app/components/field.tsx';
import { PostDifference } from '#app/components/post-difference.tsx';
import { usePostTitle } from '#app/components/post-top.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { useParts } from '#app/editor/use-parts.ts';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { type NormalForm, partsOfForm } from '#shared/content-id.ts';
import { partKinds } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  const page = unwrap(await context.views.comparePost({ draftId }), request);
  return { page, actor: context.actor?.userId ?? '' };
}

const now = 'now';

export default function Compare() {
  const { page } = useLoaderData<typeof loader>();
  const w = useWords(post);
  const title = usePostTitle(page);
  useLive([`draft:${page.id}`]);
  return (
    <Page>
      <PageHeader
        title={w.compareTitle}
        intro={title}
        action={<ButtonLink to={`/posts/${page.id}`}>{w.backToPost}</ButtonLink>}
      />
      {page.versions.length === 0 ? <EmptyState title={w.noVersions} /> : <Comparison />}
    </Page>
  );
}

function Comparison() {
  const { page, actor } = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  const w = useWords(post);
  const parts = useLiveParts(page, actor);
  const [last, earlier = last] = page.versions.toReversed();
  // Who writes looks at what they changed since it was sent; the others at what the last round brought.
  const since = (page.mayWrite ? last : earlier)?.id ?? '';
  const chosen = { from: search.get('from') ?? since, to: search.get('to') ?? now };
  const partsFor = (id: string) => {
    const version = page.versions.find((one) => one.id === id);
    return version ? partsOfForm(version.form as NormalForm) : parts;
  };
  const [before, after] = [partsFor(chosen.from), partsFor(chosen.to)];
  const choose = (name: 'from' | 'to', id: string) =>
    setSearch({ ...chosen, [name]: id }, { replace: true, preventScrollReset: true });
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        {(['from', 'to'] as const).map((name) => (
          <Select
            key={name}
            label={w[name]}
            value={chosen[name]}
            onChange={(event) => choose(name, event.currentTarget.value)}
          >
            <Versions />
          </Select>
        ))}
      </div>
      {before && after ? (
        <PostDifference before={before} after={after} kinds={partKinds} />
      ) : (
        <output className="block">{w.loading}</output>
      )}
    </div>
  );
}

function Versions() {
  const { page } = useLoaderData<typeof loader>();
  const w = useWords(post);
  const format = useFormat();
  return (
    <>
      {page.versions.map(({ id, n, sentAt }) => (
        <option key={id} value={id}>
          {w.versionName({ n, when: format.dateTime(sentAt, page.brief.timeZone) })}
        </option>
      ))}
      <option value={now}>{w.versionNow}</option>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>['page'];

/** What the draft says now, read along live; nothing here can be written. */
function useLiveParts(page: Loaded, userId: string) {
  const { connection } = useCollab({
    documentName: page.document.name,
    epoch: page.document.epoch,
    schemaVersion: page.document.schemaVersion,
    userId,
    right: page.mayWrite ? 'write' : 'read',
  });
  return useParts(connection?.doc ?? null);
}
