import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '#app/components/button.tsx';
import { PostVersions } from '#app/components/post-versions.tsx';
import { usePostTitle } from '#app/components/post-top.tsx';
import { Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import type { VersionsPage } from '#server/views/versions.ts';
import { post } from '#shared/words/post.ts';
import { versions } from '#shared/words/versions.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const draftId = params['draftId'] ?? '';
  const { searchParams } = new URL(request.url);
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  const page = unwrap(await context.views.draftVersions({ draftId, from, to }), request);
  return { page, actor: context.actor?.userId ?? '' };
}

export default function Compare() {
  const { actor, ...loaded } = useLoaderData<typeof loader>();
  // Single fetch hands over what it was given; its types add an undefined to every optional member.
  const page = loaded.page as VersionsPage;
  const w = useWords(versions);
  const back = useWords(post).backToPost;
  const title = usePostTitle(page);
  useLive([`draft:${page.id}`]);
  return (
    <Page wide>
      <PageHeader
        title={w.title}
        intro={title}
        action={<ButtonLink to={`/posts/${page.id}`}>{back}</ButtonLink>}
      />
      <PostVersions key={page.document.epoch} page={page} actor={actor} />
    </Page>
  );
}
