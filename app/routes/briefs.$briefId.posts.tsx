import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LayoutGrid } from 'lucide-react';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { PostsToMake } from '#app/components/brief-deliverables.tsx';
import { nextToReview, PostGrid, PostList } from '#app/components/brief-posts.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { brief } from '#shared/words/brief.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  return { briefId, ...unwrap(await context.views.postsPage({ briefId }), request) };
}

type Commands = AppLoadContext['commands'];
type Added = Parameters<Commands['addDeliverable']>[0];
type Edited = Parameters<Commands['editDeliverable']>[0];

/** The commands check every field themselves: what comes from a form is only text until then. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { intent, ...fields } = await formFields(request, ['seenIn']);
  const { commands } = context;
  switch (intent) {
    case 'add-deliverable': {
      const given = { ...fields, briefId: params['briefId'] } as unknown as Added;
      return answer(intent, await commands.addDeliverable(given));
    }
    case 'edit-deliverable':
      return answer(intent, await commands.editDeliverable(fields as unknown as Edited));
    case 'remove-deliverable': {
      const deliverableId = String(fields['deliverableId']);
      return answer(intent, await commands.removeDeliverable({ deliverableId }));
    }
    default:
      return answer('unknown', fail('bad-input'));
  }
}

export default function Posts() {
  const w = useWords(brief);
  const page = useLoaderData<typeof loader>();
  const { briefId, rows, deliverables, may } = page;
  const drafts = rows.flatMap((row) => row.posts.map((post) => post.cell));
  useLive([
    `brief:${briefId}`,
    `guidelines:${briefId}`,
    ...drafts.flatMap((cell) => ('draftId' in cell ? [`draft:${cell.draftId}`] : [])),
  ]);
  const next = nextToReview(rows);
  return (
    <Page wide>
      <PageHeader
        title={w.posts}
        action={
          next && (
            <ButtonLink look="brand" to={`/posts/${next}`}>
              {w.reviewNext}
            </ButtonLink>
          )
        }
      />
      {rows.length === 0 ? (
        <NoPosts {...page} />
      ) : (
        <>
          <div className="hidden md:block">
            <PostGrid rows={rows} deliverables={deliverables} />
          </div>
          <div className="md:hidden">
            <PostList rows={rows} deliverables={deliverables} />
          </div>
        </>
      )}
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
