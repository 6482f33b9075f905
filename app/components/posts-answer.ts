// From the forms of the posts' page to the commands for many posts at once. The commands check what is
// in them; here text becomes the shape they are asked in.
import type { AppLoadContext } from '@remix-run/node';
import { dueDates } from '#shared/deliverable.ts';
import type { Result } from '#shared/result.ts';

type Commands = AppLoadContext['commands'];
type Fields = Record<string, string | string[]>;
type Cells = Parameters<Commands['nudgePosts']>[0]['cells'];

interface Given {
  intent: string;
  briefId: string;
  fields: Fields;
}

/** Null where the intent is none of these. */
export async function performDeed(
  commands: Commands,
  { intent, briefId, fields }: Given,
): Promise<Result<unknown> | null> {
  const text = (name: string) => String(fields[name] ?? '');
  const cells = cellsOf(text('cells'));
  switch (intent) {
    case 'nudge-posts':
      return commands.nudgePosts({ briefId, cells });
    case 'move-posts':
      return commands.moveDates({ briefId, cells, ...moveOf(fields) });
    case 'give-posts': {
      const creatorIds = [...new Set(cells.map(({ creatorId }) => creatorId))];
      return commands.givePost({ briefId, deliverableId: text('deliverableId'), creatorIds });
    }
    case 'ask-posts':
      return commands.askSeveral({ briefId, cells, body: text('body') });
    case 'save-view':
      return commands.saveView({ briefId, name: text('name'), query: text('query') });
    case 'remove-view':
      return commands.removeView({ viewId: text('viewId') });
    default:
      return null;
  }
}

function moveOf(fields: Fields) {
  const which = dueDates.filter((name) => fields['which']?.includes(name));
  if (fields['how'] === 'to') return { which, to: { day: String(fields['day'] ?? '') } };
  const days = Number(fields['days']);
  return { which, to: { days: fields['direction'] === 'earlier' ? -days : days } };
}

/** Nothing of what is no list: the command then says that nothing was chosen. */
function cellsOf(text: string): Cells {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? (read as Cells) : [];
  } catch {
    return [];
  }
}
