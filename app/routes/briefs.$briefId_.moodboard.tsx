// A brief's moodboard: who writes the guidelines puts pictures on it, its creators look at it.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { changePictures } from '#app/components/style-action.ts';
import { StyleGallery } from '#app/components/style-gallery.tsx';
import { StylePictures } from '#app/components/style-pictures.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · Cobrief` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.moodboard({ briefId: params['briefId'] ?? '' }), request);
}

export async function action({ context, request }: ActionFunctionArgs) {
  return changePictures(request, context);
}

export default function Moodboard() {
  const w = useWords(stylePictures);
  const { briefId, title, brandName, isCreator, pictures, may } = useLoaderData<typeof loader>();
  useLive([`guidelines:${briefId}`]);
  const back = isCreator ? `/invite/${briefId}` : `/briefs/${briefId}/creators`;
  return (
    <Page>
      <Link to={back} className="inline-flex min-h-11 items-center text-15">
        {w.backBrief}
      </Link>
      <PageHeader
        title={w.moodboard}
        intro={
          <>
            <span className="block text-15 break-words">
              {brandName} · {title}
            </span>
            {w.moodboardIntro}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        {pictures.length === 0 && (
          <EmptyState title={w.moodboardNone}>
            <p>{may.write ? w.moodboardNoneHint : w.moodboardNoneCreator}</p>
          </EmptyState>
        )}
        {may.write ? (
          <StylePictures
            target={{ kind: 'moodboard', id: briefId }}
            label={w.moodboard}
            look="brand"
            pictures={pictures}
          />
        ) : (
          <StyleGallery pictures={pictures} isWide />
        )}
      </div>
    </Page>
  );
}
