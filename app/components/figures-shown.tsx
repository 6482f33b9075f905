// Who sees what: for each brand that knows the creator nothing, the figures, or the posts. A press
// holds at once, and the brand's open pages hear of it.
import { useState } from 'react';
import { ask } from '#app/imports/asking.ts';
import { Done } from '#app/entrance/done.tsx';
import type { OwnFigures } from '#server/views/imports.ts';
import { type Shown, shownChoices } from '#shared/imports/shown.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { Choice, Problem } from './field.tsx';
import { Card, Section } from './surface.tsx';
import { useWords } from './words.tsx';

export function FiguresShown({ own, actor }: { own: OwnFigures; actor: string }) {
  const w = useWords(figuresPage);
  const isShown = own.brands.some(({ shown }) => shown !== 'nothing');
  return (
    <div id="shown" className="scroll-mt-16">
      <Section title={w.shownTitle}>
        {own.brands.length === 0 ? (
          <p className="max-w-prose text-15 text-muted">{w.shownNone}</p>
        ) : (
          <div className="flex flex-col gap-3">
            <p className="max-w-prose text-15 text-muted">
              {!isShown && `${w.shownFirst} `}
              {w.shownIntro}
            </p>
            {own.brands.map((brand) => (
              <Brand key={brand.workspaceId} brand={brand} actor={actor} />
            ))}
          </div>
        )}
      </Section>
    </div>
  );
}

type State =
  | { kind: 'at-rest' | 'failed' }
  /** `before`: what the page was loaded with. It comes anew after the answer. */
  | { kind: 'asked' | 'saved'; what: Shown; before: Shown };

function Brand({ brand, actor }: { brand: OwnFigures['brands'][number]; actor: string }) {
  const w = useWords(figuresPage);
  const [state, setState] = useState<State>({ kind: 'at-rest' });
  const { workspaceId, name, shown } = brand;

  async function choose(what: Shown): Promise<void> {
    const chosen = { what, before: shown };
    setState({ kind: 'asked', ...chosen });
    const done = await ask(actor, 'show', { workspaceId, what });
    setState(done.ok ? { kind: 'saved', ...chosen } : { kind: 'failed' });
  }

  // What was pressed, until the page was loaded with how it is.
  const now = 'what' in state && state.before === shown ? state.what : shown;
  return (
    <Card>
      <fieldset className="flex flex-col">
        <legend className="flex items-center gap-2 text-15 font-semibold">
          <span className="size-3 rounded-sm bg-brand" aria-hidden="true" />
          {name}
        </legend>
        {shownChoices.map((what) => (
          <Choice
            key={what}
            type="radio"
            name={`shown-${workspaceId}`}
            label={w[`shown-${what}`]}
            hint={what === 'nothing' ? undefined : w[`shown-${what}-note`]}
            checked={now === what}
            onChange={() => void choose(what)}
          />
        ))}
      </fieldset>
      {state.kind === 'saved' && <Done>{w.shownSaved}</Done>}
      {state.kind === 'failed' && <Problem>{w.keepFailed}</Problem>}
    </Card>
  );
}
