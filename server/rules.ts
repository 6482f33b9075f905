// The rules on a draft as the server judges it, from what would be frozen and never from what a page
// says it found. shared/rules.ts is the judgement; here are only the rows it takes.
import { agreedGuidelines } from '#db/drafts.ts';
import { type NormalForm, partsOfForm } from '#shared/content-id.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { checkDraft, mustFix } from '#shared/rules.ts';
import { weighTweet } from '#shared/weighing.ts';
import type { DraftCase } from './drafts.ts';

type AgreedGuidelines = Awaited<ReturnType<typeof agreedGuidelines>>;

/** Refused while something must be fixed; what is worth a look stops nobody. */
export function passesRules(
  { deliverable, brief, code }: Pick<DraftCase, 'deliverable' | 'brief'> & { code: string },
  form: NormalForm,
  guidelines: AgreedGuidelines,
): Result<null> {
  const reading = checkDraft(partsOfForm(form), {
    deliverable,
    guidelines: guidelines?.structure ?? null,
    brandName: brief.brandName,
    code,
    weigh: weighTweet,
  });
  const stops = mustFix(reading);
  const [first] = stops;
  if (!first) return ok(null);
  return fail('must-fix', { field: first.rule, params: { count: stops.length } });
}
