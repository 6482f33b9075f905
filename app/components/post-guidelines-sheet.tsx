// What a phone shows of the guidelines in a sheet: the talking points, or the rules.
import type { OpenPost } from '#server/views/drafts.ts';
import {
  CoreMessage,
  Freedom,
  LiveLink,
  type PointNote,
  Points,
  Rules,
} from './post-guidelines.tsx';
import type { SheetName } from './post-phone.tsx';
import { RulesPanel, type RulesProps } from './post-rules.tsx';
import { VoiceBeside } from './voice-post.tsx';

export function SheetOfGuidelines({
  name,
  page,
  note,
  rules,
}: {
  name: SheetName;
  page: OpenPost;
  note: PointNote;
  rules: RulesProps;
}) {
  if (name === 'rules') {
    return (
      <div className="flex flex-col gap-6">
        <RulesPanel {...rules} isTitled />
        <Rules page={page} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <CoreMessage page={page} />
      <Points page={page} note={note} />
      <Freedom page={page} />
      <LiveLink page={page} />
      <VoiceBeside page={page} />
    </div>
  );
}
