// Around every chart: drawn on the server at a usual width and again at the real one, with the same
// numbers as a table for whoever asks. It knows nothing of what is drawn.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { engagementWords } from '#shared/words/engagement.ts';
import { Button } from './button.tsx';
import { useWords } from './words.tsx';

const usualWidth = 640;

export function ChartFrame({
  table,
  children,
}: {
  table: ReactNode;
  children(width: number): ReactNode;
}) {
  const w = useWords(engagementWords);
  const [isTable, setTable] = useState(false);
  const [width, box] = useWidth();
  return (
    <div ref={box} className="flex min-w-0 flex-col gap-1">
      {isTable ? table : children(width)}
      <div>
        <Button look="plain" onClick={() => setTable(!isTable)}>
          {isTable ? w.asChart : w.asTable}
        </Button>
      </div>
    </div>
  );
}

/** The width of what the reference is given to, and a usual one before it is known. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usualWidth);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(240, Math.floor(element.clientWidth)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [width, box] as const;
}

export interface ChartTableProps {
  head: string[];
  rows: ReactNode[][];
}

export function ChartTable({ head, rows }: ChartTableProps) {
  return (
    <div
      // A long table is moved by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-2xl border border-line"
    >
      <table className="w-full border-collapse text-left text-15">
        <thead>
          <tr className="border-b border-line text-13 text-muted">
            {head.map((name) => (
              <th key={name} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((cells, at) => (
            // Rows never change places: the numbers are what they are.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {cells.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className="min-w-24 px-3 py-2 align-top wrap-normal">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
