// A creator's portfolio: a few pictures that look like them, for the brands they work with.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { changePictures } from '#app/components/style-action.ts';
import { StylePictures } from '#app/components/style-pictures.tsx';
import { MyPageNav } from '#app/components/my-page-nav.tsx';
import { EmptyState, Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { unwrap } from '#app/unwrap.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';

export const meta: MetaFunction = () => [{ title: 'Cobrief' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  return unwrap(await context.views.ownPortfolio(), request);
}

export async function action({ context, request }: ActionFunctionArgs) {
  return changePictures(request, context);
}

export default function Portfolio() {
  const w = useWords(stylePictures);
  const { userId, pictures } = useLoaderData<typeof loader>();
  return (
    <Page>
      <MyPageNav />
      <PageHeader title={w.portfolioTitle} intro={w.portfolioIntro} />
      <div className="flex flex-col gap-6">
        {pictures.length === 0 && (
          <EmptyState title={w.portfolioNone}>
            <p>{w.portfolioNoneHint}</p>
          </EmptyState>
        )}
        <StylePictures
          target={{ kind: 'portfolio', id: userId }}
          label={w.portfolio}
          look="creator"
          pictures={pictures}
        />
      </div>
    </Page>
  );
}
