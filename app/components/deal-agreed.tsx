// The deal of one creator as it was agreed, to read; only what was written down.
import type { AgreedView } from '#server/views/agreed.ts';
import { refusing } from '#shared/words/refusing.ts';
import { useWords } from './words.tsx';

const lines = ['fee', 'payment', 'product', 'code', 'link', 'exclusivity', 'terms'] as const;

export function DealAgreed({ agreed }: { agreed: AgreedView }) {
  const w = useWords(refusing);
  const { deal, isFrozen } = agreed;
  const rights = useRightsWords(deal?.rights ?? null);
  if (!deal) return null;
  const rows = [
    ...lines.map((name) => [w[name], deal[name] ?? ''] as const),
    [w.rights, rights] as const,
  ].filter(([, text]) => text !== '');
  if (rows.length === 0) return <p className="text-15 text-muted">{w.noDeal}</p>;
  return (
    <>
      <dl className="flex flex-col gap-1.5 text-15">
        {rows.map(([name, text]) => (
          <div key={name} className="grid gap-x-3 sm:grid-cols-[9rem_1fr]">
            <dt className="text-muted">{name}</dt>
            <dd className="break-words whitespace-pre-line text-ink">{text}</dd>
          </div>
        ))}
      </dl>
      {!isFrozen && <p className="mt-1 text-13 text-muted">{w.dealToday}</p>}
    </>
  );
}

function useRightsWords(rights: NonNullable<AgreedView['deal']>['rights']): string {
  const w = useWords(refusing);
  if (!rights) return '';
  const { channels, time, paid, edits } = rights;
  const allowed = [paid && w.rightsPaid, edits && w.rightsEdits].filter((one) => one !== false);
  return [channels, time, ...allowed].filter((one) => one !== '').join(' · ');
}
