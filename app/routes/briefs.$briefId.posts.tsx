import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import { LayoutGrid } from 'lucide-react';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { PostsToMake } from '#app/components/brief-deliverables.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { performDeed } from '#app/components/posts-answer.ts';
import { PostsOverview } from '#app/components/posts-page.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useLivePosts } from '#app/components/use-live-posts.ts';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { type GridRow, nextToReview } from '#shared/posts-grid.ts';
import { fail } from '#shared/result.ts';
import { brief } from '#shared/words/brief.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return { briefId, ...unwrap(await context.views.postsPage({ briefId }), request) };
}

/** Another filter or order of the same posts: everything is here already. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isSamePage = currentUrl.pathname === nextUrl.pathname;
  const isOtherSearch = currentUrl.search !== nextUrl.search;
  const isRead = formMethod === undefined || formMethod === 'GET';
  return isSamePage && isOtherSearch && isRead ? false : defaultShouldRevalidate;
};

type Commands = AppLoadContext['commands'];
type Added = Parameters<Commands['addDeliverable']>[0];
type Edited = Parameters<Commands['editDeliverable']>[0];

/** The commands check every field themselves: what comes from a form is only text until then. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { intent, ...fields } = await formFields(request, ['seenIn', 'which']);
  const { commands } = context;
  const briefId = params['briefId'] ?? '';
  switch (intent) {
    case 'add-deliverable': {
      const given = { ...fields, briefId } as unknown as Added;
      return answer(intent, await commands.addDeliverable(given));
    }
    case 'edit-deliverable':
      return answer(intent, await commands.editDeliverable(fields as unknown as Edited));
    case 'remove-deliverable': {
      const deliverableId = String(fields['deliverableId']);
      return answer(intent, await commands.removeDeliverable({ deliverableId }));
    }
    default: {
      const done = await performDeed(commands, { intent: String(intent), briefId, fields });
      return answer(String(intent), done ?? fail('bad-input'));
    }
  }
}

export default function Posts() {
  const w = useWords(brief);
  const page = useLoaderData<typeof loader>();
  const { briefId, deliverables, may } = page;
  useLive([`brief:${briefId}`, `guidelines:${briefId}`]);
  const rows = useLivePosts(briefId, page.rows);
  const next = nextToReview(rows, may);
  return (
    <Page wide>
      <PageHeader
        title={w.posts}
        action={
          next && (
            <ButtonLink
              look="brand"
              to={next.kind === 'open' ? `/review?queue=${briefId}` : `/posts/${next.draftId}`}
            >
              {w.reviewNext}
            </ButtonLink>
          )
        }
      />
      {!rows.some(isBegun) ? <NoPosts {...page} /> : <PostsOverview {...page} rows={rows} />}
      <div className="mt-8">
        <PostsToMake
          briefId={briefId}
          deliverables={deliverables}
          timeZone={page.timeZone}
          mayEdit={may.edit}
        />
      </div>
    </Page>
  );
}

/** Who is in has posts; who left may have left some behind. */
const isBegun = ({ invitation, cells }: GridRow): boolean =>
  invitation === 'in' || Object.keys(cells).length > 0;

interface NoPostsProps {
  briefId: string;
  isPublished: boolean;
  hasInvited: boolean;
}

/** What stands between here and the first post. */
function NoPosts({ briefId, isPublished, hasInvited }: NoPostsProps) {
  const w = useWords(brief);
  const icon = <LayoutGrid className="size-6" />;
  const toGuidelines = !isPublished;
  return (
    <EmptyState icon={icon} title={w.noPosts}>
      <p>{toGuidelines ? w.noPostsPublish : hasInvited ? w.noPostsWait : w.noPostsInvite}</p>
      <ButtonLink to={`/briefs/${briefId}/${toGuidelines ? 'guidelines' : 'creators'}`}>
        {toGuidelines ? w.toGuidelines : w.toCreators}
      </ButtonLink>
    </EmptyState>
  );
}
