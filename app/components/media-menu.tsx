// What can be done with one photo, video or link of a post; fetched where somebody may.
import {
  ArrowLeft,
  ArrowRight,
  Captions,
  Download,
  type LucideIcon,
  Replace,
  Star,
  Trash2,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { downloadUrl } from '#shared/media.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import type { MediaTileProps } from './media-tile.tsx';
import { useWords } from './words.tsx';

/** `children`: the button that opens it. */
export default function MediaMenu({
  children,
  ...props
}: MediaTileProps & { children: ReactNode }) {
  const { medium, index, count } = props;
  const w = useWords(mediaWords);
  const isFile = medium.file !== null;
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-56 rounded-xl border border-line bg-paper p-1 shadow-lg"
        >
          {isFile && <Item icon={Captions} words={w.describe} onSelect={props.onAlt} />}
          {isFile && (
            <Item
              icon={Star}
              words={medium.cover ? w.noCover : w.makeCover}
              onSelect={props.onCover}
            />
          )}
          {index > 0 && (
            <Item icon={ArrowLeft} words={w.earlier} onSelect={() => props.onMove(index - 1)} />
          )}
          {index < count - 1 && (
            <Item icon={ArrowRight} words={w.later} onSelect={() => props.onMove(index + 1)} />
          )}
          <Item icon={Replace} words={w.replace} onSelect={props.onReplace} />
          {medium.file && (
            <DropdownMenu.Item asChild className={item}>
              <a href={downloadUrl(medium.file)} download className="no-underline">
                <Download className="size-4 text-muted" aria-hidden="true" />
                {w.save}
              </a>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <Item icon={Trash2} words={w.remove} onSelect={props.onRemove} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const item =
  'flex h-11 cursor-pointer items-center gap-2.5 rounded-lg px-3 text-15 text-ink outline-none data-[highlighted]:bg-line';

interface ItemProps {
  icon: LucideIcon;
  words: string;
  onSelect(): void;
}

function Item({ icon: Icon, words, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item className={item} onSelect={onSelect}>
      <Icon className="size-4 text-muted" aria-hidden="true" />
      {words}
    </DropdownMenu.Item>
  );
}
